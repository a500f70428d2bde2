"""Best tree and best name labels from scores, and the measures."""

import collections

import numpy as np
import torch

from corpora import NAME_LABELS

FAR = -1e9


def spanning_tree(scores):
    """Chu-Liu-Edmonds on an N x N matrix [dependent, head] with node 0 as root; returns heads, heads[0] = -1."""
    size = len(scores)
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [i for i in range(size) if i not in inside]
    small = np.full((len(rest) + 1, len(rest) + 1), FAR)
    gain = np.array([scores[i, heads[i]] for i in cycle])
    enter, leave = {}, {}
    for a, node in enumerate(rest):
        for b, other in enumerate(rest):
            if a != b and node != 0:
                small[a, b] = scores[node, other]
        if node != 0:
            leave[node] = cycle[int(scores[node, cycle].argmax())]
            small[a, -1] = scores[node, leave[node]]
        best = int((scores[cycle, node] - gain).argmax())
        enter[node] = cycle[best]
        small[-1, a] = scores[cycle[best], node] - gain[best] + gain.sum()
    contracted = spanning_tree(small)
    result = heads.copy()
    for a, node in enumerate(rest):
        if node != 0:
            result[node] = leave[node] if contracted[a] == len(rest) else rest[contracted[a]]
    outside = rest[contracted[len(rest)]]
    result[enter[outside]] = outside
    return result


def find_cycle(heads):
    seen = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and node in path:
            return path[path.index(node):]
    return []


def best_heads(scores):
    """Heads (0 = root, i + 1 = word i) from an n x (n + 1) matrix, with one root."""
    size = scores.shape[0] + 1
    square = np.full((size, size), FAR)
    square[1:] = scores
    np.fill_diagonal(square, FAR)
    heads = spanning_tree(square)
    roots = [i for i in range(1, size) if heads[i] == 0]
    if len(roots) > 1:
        best = None
        for root in roots:
            trial = square.copy()
            trial[[i for i in range(1, size) if i != root], 0] = FAR
            tree = spanning_tree(trial)
            total = sum(trial[i, tree[i]] for i in range(1, size))
            if best is None or total > best[0]:
                best = (total, tree)
        heads = best[1]
    return heads[1:]


def best_labels(scores):
    """Viterbi over n x labels where I-X may only follow B-X or I-X."""
    count = len(NAME_LABELS)
    legal = np.zeros((count, count))
    for a, left in enumerate(NAME_LABELS):
        for b, right in enumerate(NAME_LABELS):
            if right[0] == "I" and left[2:] != right[2:]:
                legal[a, b] = FAR
    total = scores[0] + legal[0]
    back = []
    for row in scores[1:]:
        step = total[:, None] + legal
        back.append(step.argmax(0))
        total = step.max(0) + row
    label = int(total.argmax())
    path = [label]
    for pointers in reversed(back):
        label = int(pointers[label])
        path.append(label)
    return path[::-1]


def spans(labels):
    """(first, end, type) of every name."""
    found, start = set(), None
    for index, label in enumerate(list(labels) + ["O"]):
        if start is not None and label != "I-" + start[1]:
            found.add((start[0], index, start[1]))
            start = None
        if label[0] == "B":
            start = (index, label[2:])
    return found


def measure(network, coder, sentences):
    """UPOS, UAS, LAS in per cent where trees are given; name F1 over PERSON, ORGANIZATION, PLACE where names are."""
    network.eval()
    hit, count = collections.Counter(), collections.Counter()
    with torch.no_grad():
        for batch, group in coder.batches(sentences, 2000, shuffle=False):
            both, x2 = network.encode(batch)
            tags = network.tag_scores(both).argmax(-1)
            names = network.name_scores(both).numpy()
            if "heads" in group[0]:
                scores = network.arc_scores(x2, batch["mask"]).numpy().astype(np.float64)
                heads = torch.zeros_like(batch["word"])
                for row, sentence in enumerate(group):
                    n = len(sentence["words"])
                    heads[row, :n] = torch.from_numpy(best_heads(scores[row, :n, :n + 1]))
                relations = network.relation_scores(x2, heads)
                relations[..., coder.relations.index("root")] -= 1e9 * (heads > 0).float()
                relations = relations.argmax(-1)
            for row, sentence in enumerate(group):
                n = len(sentence["words"])
                for i in range(n if "heads" in sentence else 0):
                    head = int(heads[row, i])
                    relation = "root" if head == 0 else coder.relations[relations[row, i]]
                    right = head == sentence["heads"][i]
                    count["word"] += 1
                    hit["UPOS"] += coder.tags[tags[row, i]].split("|")[0] == sentence["upos"][i]
                    hit["UAS"] += right
                    hit["LAS"] += right and relation == sentence["deprels"][i]
                if "names" in sentence:
                    kinds = ("PERSON", "ORGANIZATION", "PLACE")
                    gold = [next(label for k, label in enumerate(NAME_LABELS) if bits >> k & 1) for bits in sentence["names"]]
                    gold = {s for s in spans(gold) if s[2] in kinds}
                    found = {s for s in spans([NAME_LABELS[k] for k in best_labels(names[row, :n])]) if s[2] in kinds}
                    count["gold"] += len(gold)
                    count["found"] += len(found)
                    hit["name"] += len(gold & found)
    network.train()
    result = {key: round(100 * hit[key] / count["word"], 2) for key in ("UPOS", "UAS", "LAS") if count["word"]}
    if count["gold"]:
        result["names"] = round(200 * hit["name"] / (count["gold"] + count["found"]), 2)
    return result
