"""Writes the trained network as one file, english.bin: python3 models/english/train/export.py --snapshot best.pt --data FOLDER --out models/english

Layout (little endian): "HEEDENM2", u32 length of a JSON header, the header, zero bytes to a multiple of 16, then the tensors at the
offsets the header names (counted from the end of that padding). Weights are 8-bit with one scale for each output; scales and
biases are folded so that the reader multiplies integer sums once. src/english/neural/weights.ts reads it.
"""

import argparse
import json
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F

import corpora
from lstm import LEVELS
from network import SLOPE, Network

INPUT_SCALE = 4096.0
# What the recurrent layers give is kept in 64ths, see lstm.py.
STATE_SCALE = LEVELS
# Table units of the sigmoid: index = value * 256 + 2048, and a half so that cutting off rounds.
TABLE_STEP, TABLE_ZERO = 256.0, 2048.5
# Largest 16-bit value where two such rows of 192 cannot overflow 32 bits.
DOT_LIMIT = 3344
SHORT_LIMIT = 32767


class Writer:
    def __init__(self):
        self.tensors, self.blobs, self.size = {}, [], 0

    def put(self, name, array):
        kind = {"int8": "i8", "uint16": "u16", "int16": "i16", "float32": "f32"}[str(array.dtype)]
        self.tensors[name] = dict(kind=kind, shape=list(array.shape), offset=self.size)
        data = np.ascontiguousarray(array).tobytes()
        data += b"\0" * (-len(data) % 16)
        self.blobs.append(data)
        self.size += len(data)

    def table(self, name, rows):
        """Embedding rows: 8-bit numbers times one multiplier a row, in units of 1 / INPUT_SCALE."""
        rows = rows.astype(np.float64)
        factor = np.maximum(np.ceil(np.abs(rows).max(1) * INPUT_SCALE / 127), 1)
        self.put(name, np.round(rows * INPUT_SCALE / factor[:, None]).astype(np.int8))
        self.put(name + ".factor", factor.astype(np.uint16))

    def linear(self, name, weight, bias, input_scale, output_scale, offset=0.0):
        """weight: outputs x inputs. The reader computes scale * integer sum + bias = (weight x + bias) * output_scale + offset."""
        weight = weight.astype(np.float64)
        step = np.maximum(np.abs(weight).max(1) / 127, 1e-9)
        self.put(name, np.round(weight / step[:, None]).astype(np.int8))
        self.put(name + ".scale", (step / input_scale * output_scale).astype(np.float32))
        self.put(name + ".bias", (bias.astype(np.float64) * output_scale + offset).astype(np.float32))


def gate_order(hidden):
    """Rows of one direction as the kernel wants them: for each four units their input, forget, output and candidate gates."""
    return np.arange(4 * hidden).reshape(4, hidden // 4, 4).transpose(1, 0, 2).reshape(-1)


def largest_values(network, batches):
    """Largest size of what the small heads compute, on development text."""
    seen = dict(tag1=0.0, name1=0.0, head=0.0, dep=0.0, arc=0.0, relation=0.0)

    def see(key, x):
        seen[key] = max(seen[key], float(x.abs().max()))

    network.eval()
    with torch.no_grad():
        for batch, _ in batches:
            keep = batch["mask"]
            both, x2 = network.encode(batch)
            see("tag1", F.leaky_relu(network.tag1(both[keep]), SLOPE))
            see("name1", F.leaky_relu(network.name1(both[keep]), SLOPE))
            see("head", F.leaky_relu(network.arc_head(torch.cat([network.root[None], x2[keep]])), SLOPE))
            dependent = F.leaky_relu(network.arc_dep(x2[keep]), SLOPE)
            see("dep", dependent)
            see("arc", network.arc(dependent))
            see("relation", network.rel_head(x2[keep]).abs().max() + network.rel_dep(x2[keep]).abs().max())
    return seen


def export(snapshot, network, seen, path):
    weights = {key: value.numpy() for key, value in snapshot["weights"].items()}
    hidden = snapshot["hidden"]
    writer = Writer()
    writer.table("vectors", weights["vectors.weight"])
    writer.table("words", weights["words.weight"])
    for index in range(6):
        writer.table(f"bucket{index}", weights[f"buckets.{index}.weight"])
    order = gate_order(hidden)
    # tanh(x) = 2 sigmoid(2 x) - 1, so the candidate gate is doubled here and one table serves both.
    doubled = np.repeat([1.0, 1.0, 1.0, 2.0], hidden)[order]
    for layer, scale in ((1, INPUT_SCALE), (2, STATE_SCALE)):
        into = weights[f"layer{layer}.input"].transpose(0, 2, 1)[:, order] * doubled[None, :, None]
        bias = weights[f"layer{layer}.bias"].reshape(2, 4 * hidden)[:, order] * doubled[None]
        writer.linear(f"layer{layer}.input", into.reshape(8 * hidden, -1), bias.reshape(-1), scale, TABLE_STEP, TABLE_ZERO)
        for direction in range(2):
            again = weights[f"layer{layer}.weight"][direction].T[order] * doubled[:, None]
            writer.linear(f"layer{layer}.again{direction}", again, np.zeros(4 * hidden), STATE_SCALE, TABLE_STEP)

    def scale_for(key, limit):
        return 0.8 * limit / seen[key]

    def dense(name, source, input_scale, output_scale):
        weight = weights[source + ".weight"]
        bias = weights.get(source + ".bias", np.zeros(len(weight), np.float32))
        writer.linear(name, weight, bias, input_scale, output_scale)

    scales = {key: scale_for(key, DOT_LIMIT if key in ("head", "arc") else SHORT_LIMIT) for key in seen}
    dense("tag1", "tag1", STATE_SCALE, scales["tag1"])
    dense("tag2", "tag2", scales["tag1"], 1.0)
    dense("name1", "name1", STATE_SCALE, scales["name1"])
    dense("name2", "name2", scales["name1"], 1.0)
    dense("arcHead", "arc_head", STATE_SCALE, scales["head"])
    dense("arcDep", "arc_dep", STATE_SCALE, scales["dep"])
    dense("arc", "arc", scales["dep"], scales["arc"])
    dense("relationHead", "rel_head", STATE_SCALE, scales["relation"])
    dense("relationDep", "rel_dep", STATE_SCALE, scales["relation"])
    dense("relation", "relation", scales["relation"], 1.0)
    root_arc = F.leaky_relu(network.arc_head(network.root), SLOPE).detach().numpy() * scales["head"]
    writer.put("rootArc", np.clip(np.round(root_arc), -DOT_LIMIT, DOT_LIMIT).astype(np.int16))
    writer.put("rootRelation", network.rel_head(network.root).detach().numpy() * np.float32(scales["relation"]))
    index = (np.arange(4096) - 2048.0) / TABLE_STEP
    writer.put("sigmoid", (1 / (1 + np.exp(-index))).astype(np.float32))

    header = dict(hidden=hidden, dotLimit=DOT_LIMIT, shortLimit=SHORT_LIMIT, tags=snapshot["tags"], relations=snapshot["relations"], names=snapshot["names"],
                  words=snapshot["words"], vectorWords=snapshot["vector_words"], tensors=writer.tensors)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    with open(path, "wb") as file:
        file.write(b"HEEDENM2" + struct.pack("<I", len(text)) + text)
        file.write(b"\0" * (-(12 + len(text)) % 16))
        for blob in writer.blobs:
            file.write(blob)
    return os.path.getsize(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--snapshot", default="/tmp/heed-english/best.pt")
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    option = parser.parse_args()
    export_snapshot(option.snapshot, option.data, option.out)


def export_snapshot(path, data, out):
    from train import Coder  # not above: train imports this module
    torch.set_num_threads(1)
    snapshot = torch.load(path)
    coder = Coder(snapshot["vector_words"], snapshot["words"], snapshot["tags"], snapshot["relations"])
    network = Network(snapshot["weights"]["vectors.weight"], len(snapshot["words"]) + 1, len(snapshot["tags"]), len(snapshot["relations"]), len(snapshot["names"]), snapshot["hidden"])
    network.load_state_dict(snapshot["weights"])
    sentences = corpora.read_conllu(os.path.join(data, "treebanks", "ewt-dev.conllu"))[:1000]
    seen = largest_values(network, coder.batches(sentences, 2000, shuffle=False))
    size = export(snapshot, network, seen, os.path.join(out, "english.bin"))
    print("english.bin", size, "bytes; largest values", {key: round(value, 1) for key, value in seen.items()})


if __name__ == "__main__":
    main()
