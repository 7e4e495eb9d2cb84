"""The tagger's network: encoder, tag layer, and projections by which content points at its source and its cue."""

import math
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import encoder
from common.lean import LeanEncoder
from statements.data import IGNORE, TAGS, windowing

WIDTH = 48  # of an arc's query and key
BUCKETS = 24  # distances, logarithmic, signed


class Tagger(nn.Module):
    """Window (ids, mask, features) -> tag scores [B, L, 9] and arc projections [B, L, 2 * WIDTH * kinds].

    Kinds of arcs: content to source, content to cue, cue to source."""

    def __init__(self, layers=None, kinds=3):
        super().__init__()
        self.bert = encoder(layers)
        size = self.bert.config.hidden_size
        self.features = nn.Embedding(windowing.FEATURES, size)
        nn.init.zeros_(self.features.weight)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size, len(TAGS))
        self.arcs = nn.Linear(size, 2 * WIDTH * kinds)
        self.distance = nn.Parameter(torch.zeros(kinds, BUCKETS))

    def forward(self, ids, mask, features):
        """Scores of a padded batch."""
        words = self.bert.embeddings.word_embeddings(ids) + self.features(features)
        hidden = self.drop(self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        return self.tags(hidden), self.arcs(hidden)

    def arc_scores(self, projections, kind):
        """Scores [B, L, L] of position i pointing at j; kinds as above."""
        start = 2 * kind * WIDTH
        query = projections[..., start : start + WIDTH]
        key = projections[..., start + WIDTH : start + 2 * WIDTH]
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH)
        return scores + self.distance[kind][distance_buckets(projections.shape[1])]


class Shipped(nn.Module):
    """The trained tagger for one window: ids [L], features [L] -> tag scores [L, 9], arc projections [L, 6 * WIDTH]."""

    def __init__(self, trained):
        super().__init__()
        self.encoder = LeanEncoder(trained.bert)
        self.words, self.features = trained.bert.embeddings.word_embeddings, trained.features
        self.count = trained.tags.out_features
        self.heads = nn.Linear(trained.tags.in_features, self.count + trained.arcs.out_features)
        self.heads.weight.data = torch.cat([trained.tags.weight, trained.arcs.weight])
        self.heads.bias.data = torch.cat([trained.tags.bias, trained.arcs.bias])

    def forward(self, ids, features):
        """Scores of one window."""
        scores = self.heads(self.encoder(self.words(ids) + self.features(features)))
        return scores[:, : self.count], scores[:, self.count :]


def distance_buckets(length):
    """[L, L] bucket of the signed distance j - i; position 0 (nothing) has a bucket of its own."""
    gap = torch.arange(length)[None, :] - torch.arange(length)[:, None]
    size = (2 * torch.log2(gap.abs().clamp(min=1).float())).long().clamp(max=BUCKETS // 2 - 2)
    bucket = torch.where(gap < 0, size, size + BUCKETS // 2 - 1)
    bucket[:, 0] = BUCKETS - 1
    return bucket


def loss(network, batch, smoothing):
    """Tag cross entropy plus arc losses (negative log of the mass on the right positions)."""
    tags, projections = network(batch.ids, batch.mask, batch.features)
    tags, projections = tags.float(), projections.float()
    total = functional.cross_entropy(
        tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
    )
    parts = [total.item()]
    for kind, arcs in enumerate(batch.arcs):
        if arcs is None:
            continue
        rows, queries, goals = arcs
        scores = network.arc_scores(projections, kind).masked_fill(batch.mask[:, None, :] == 0, -1e4)
        chosen = scores[rows, queries]
        right = torch.logsumexp(chosen.masked_fill(~goals, -1e4), -1)
        arc = (torch.logsumexp(chosen, -1) - right).mean()
        parts.append(arc.item())
        total = total + 0.25 * arc
    return total, parts
