"""The network: two BiLSTM layers; tags and names from both, heads of words by a biaffine score and relations by a small layer from the second."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from features import BUCKETS
from lstm import Linear, Product, TwoWayLSTM

WORD_SIZE = 64
BUCKET_SIZE = 32
HEAD_SIZE = 128
ARC_SIZE = 192
RELATION_SIZE = 192
SLOPE = 0.125


class Network(nn.Module):
    def __init__(self, vectors, words, tags, relations, names, hidden):
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.words = nn.Embedding(words, WORD_SIZE)
        self.buckets = nn.ModuleList([nn.Embedding(size, BUCKET_SIZE) for size in BUCKETS])
        for table in [self.words, *self.buckets]:
            nn.init.normal_(table.weight, std=0.1)
        size = vectors.shape[1] + WORD_SIZE + BUCKET_SIZE * len(BUCKETS)
        self.layer1 = TwoWayLSTM(size, hidden)
        self.layer2 = TwoWayLSTM(2 * hidden, hidden)
        self.tag1, self.tag2 = Linear(4 * hidden, HEAD_SIZE), Linear(HEAD_SIZE, tags)
        self.name1, self.name2 = Linear(4 * hidden, HEAD_SIZE), Linear(HEAD_SIZE, names)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.1)
        self.arc_head, self.arc_dep = Linear(2 * hidden, ARC_SIZE), Linear(2 * hidden, ARC_SIZE)
        self.arc = Linear(ARC_SIZE, ARC_SIZE)
        nn.init.zeros_(self.arc.weight)
        nn.init.zeros_(self.arc.bias)
        self.rel_head, self.rel_dep = Linear(2 * hidden, RELATION_SIZE, bias=False), Linear(2 * hidden, RELATION_SIZE)
        self.relation = Linear(RELATION_SIZE, relations)

    def drop(self, x, rate=0.33):
        """The same units are dropped for all words of a sentence."""
        if not self.training:
            return x
        mask = torch.rand(x.shape[0], 1, x.shape[2]) >= rate
        return x * (mask.float() / (1 - rate))

    def encode(self, batch):
        """Outputs of both layers, batch x length x 4 hidden, and of the second alone."""
        words = batch["word"]
        if self.training:
            words = torch.where(torch.rand(words.shape) < 0.15, torch.zeros_like(words), words)
        parts = [self.vectors(batch["vector"]), self.words(words)]
        parts += [table(batch["buckets"][..., i]) for i, table in enumerate(self.buckets)]
        x = self.drop(torch.cat(parts, -1), 0.25)
        outputs = []
        for layer in (self.layer1, self.layer2):
            x = self.drop(layer(x, batch["turn"]))
            outputs.append(x)
        return torch.cat(outputs, -1), outputs[1]

    def tag_scores(self, both):
        """`both`: the outputs of both layers, batch x length x 4 hidden."""
        return self.tag2(self.drop(F.leaky_relu(self.tag1(both), SLOPE)))

    def name_scores(self, both):
        return self.name2(self.drop(F.leaky_relu(self.name1(both), SLOPE)))

    def with_root(self, x2):
        return torch.cat([self.root.expand(x2.shape[0], 1, -1), x2], 1)

    def arc_scores(self, x2, mask):
        """batch x dependent x head; head 0 is the root, head i + 1 is word i."""
        heads = self.drop(F.leaky_relu(self.arc_head(self.with_root(x2)), SLOPE))
        dependents = self.drop(F.leaky_relu(self.arc_dep(x2), SLOPE))
        scores = Product.apply(self.arc(dependents), heads.transpose(1, 2))
        valid = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        return scores.masked_fill(~valid[:, None, :], -1e9)

    def relation_scores(self, x2, heads):
        chosen = torch.gather(self.rel_head(self.with_root(x2)), 1, heads[..., None].expand(-1, -1, RELATION_SIZE))
        return self.relation(self.drop(F.leaky_relu(chosen + self.rel_dep(x2), SLOPE)))
