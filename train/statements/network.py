"""The tagger's network: encoder, tag layers of statements and of acts, and projections by which content points at its
source and its cue, and the word that tells an act at who did it and to whom."""

import copy
import math
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import encoder
from common.lean import LeanEncoder
from statements.acts import TYPES
from statements.data import IGNORE, TAGS, windowing

WIDTH = 48  # of an arc's query and key
STATEMENT_KINDS, ALL_KINDS = 3, 5  # of arcs
BUCKETS = 24  # distances, logarithmic, signed


class Tagger(nn.Module):
    """Window (ids, mask, features) -> tag scores [B, L, 9], arc projections [B, L, 2 * WIDTH * kinds], and scores of the
    types of acts [B, L, 16], the first NONE.

    Kinds of arcs: content to source, content to cue, cue to source; telling word to actor, to recipient."""

    def __init__(self, layers=None, kinds=ALL_KINDS):
        super().__init__()
        self.bert, self.kinds = encoder(layers), kinds
        size = self.bert.config.hidden_size
        self.features = nn.Embedding(windowing.FEATURES, size)
        nn.init.zeros_(self.features.weight)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size, len(TAGS))
        self.acts = nn.Linear(size, len(TYPES))
        self.arcs = nn.Linear(size, 2 * WIDTH * kinds)
        self.distance = nn.Parameter(torch.zeros(kinds, BUCKETS))

    def forward(self, ids, mask, features):
        """Scores of a padded batch."""
        hidden = self.drop(self.hidden(ids, mask, features))
        return self.tags(hidden), self.arcs(hidden), self.acts(hidden)

    def hidden(self, ids, mask, features):
        """The encoder's last states [B, L, H]."""
        words = self.bert.embeddings.word_embeddings(ids) + self.features(features)
        return self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state

    def arc_scores(self, projections, kind):
        """Scores [B, L, L] of position i pointing at j; kinds as above."""
        start = 2 * kind * WIDTH
        query = projections[..., start : start + WIDTH]
        key = projections[..., start + WIDTH : start + 2 * WIDTH]
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH)
        return scores + self.distance[kind][distance_buckets(projections.shape[1]).to(scores.device)]


class Shipped(nn.Module):
    """The trained tagger for one window: ids [L], features [L] -> tag scores [L, 9], arc projections [L, 2 * WIDTH * kinds]
    and, where it was trained for acts, their scores [L, 16]."""

    def __init__(self, trained):
        super().__init__()
        self.encoder = LeanEncoder(trained.bert)
        self.words, self.features = trained.bert.embeddings.word_embeddings, trained.features
        parts = [trained.tags, trained.arcs, *([trained.acts] if trained.kinds > STATEMENT_KINDS else [])]
        self.counts = [part.out_features for part in parts]
        self.heads = nn.Linear(trained.tags.in_features, sum(self.counts))
        self.heads.weight.data = torch.cat([part.weight for part in parts])
        self.heads.bias.data = torch.cat([part.bias for part in parts])

    def forward(self, ids, features):
        """Scores of one window."""
        scores = self.heads(self.encoder(self.words(ids) + self.features(features)))
        return scores.split(self.counts, 1)


def distance_buckets(length):
    """[L, L] bucket of the signed distance j - i; position 0 (nothing) has a bucket of its own."""
    gap = torch.arange(length)[None, :] - torch.arange(length)[:, None]
    size = (2 * torch.log2(gap.abs().clamp(min=1).float())).long().clamp(max=BUCKETS // 2 - 2)
    bucket = torch.where(gap < 0, size, size + BUCKETS // 2 - 1)
    bucket[:, 0] = BUCKETS - 1
    return bucket


class Teacher:
    """A trained tagger whose answers a shallower one learns: shares of the tags and acts, and the arcs' projections."""

    def __init__(self, path, device):
        saved = torch.load(path, weights_only=True)
        self.network = Tagger(saved["args"]["layers"])
        self.network.load_state_dict(saved["weights"])
        self.network = self.network.to(device).eval()

    def student(self, layers):
        """A tagger with so many of the teacher's layers, evenly spread, the last among them; everything else is the teacher's."""
        made = copy.deepcopy(self.network)
        depth = len(made.bert.encoder.layer)
        kept = sorted({round(i * (depth - 1) / (layers - 1)) for i in range(layers)})
        made.bert.encoder.layer = nn.ModuleList(made.bert.encoder.layer[i] for i in kept)
        made.bert.config.num_hidden_layers = layers
        return made

    def apart(self, batch, answers):
        """How far the student's answers are from the teacher's, over the words of a batch."""
        with torch.no_grad():
            wanted = [part.float() for part in self.network(batch.ids, batch.mask, batch.features)]
        seen = batch.mask.bool()
        tags, arcs, acts = (part.float()[seen] for part in answers)
        right, places, told = (part[seen] for part in wanted)
        value = sum(
            functional.kl_div(mine.log_softmax(-1), theirs.log_softmax(-1), log_target=True, reduction="batchmean")
            for mine, theirs in ((tags, right), (acts, told))
        )
        return 4 * value + functional.mse_loss(arcs, places) / places.var().clamp(min=1e-3)


def loss(network, batch, answers, smoothing):
    """Of the parts that a batch has labels for: tags' cross entropy and arcs (negative log of the mass on the right
    positions); the same of acts."""
    tags, projections, acts = (part.float() for part in answers)
    total, parts = torch.zeros((), device=tags.device), [0.0] * 4
    if batch.tags is not None:
        value = functional.cross_entropy(
            tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
        )
        total, parts[0] = total + value, value.detach()
        for kind, arcs in enumerate(batch.arcs):
            if arcs is not None:
                rows, queries, goals = arcs
                total = total + 0.25 * arc_loss(network, projections, batch.mask, kind, (rows, queries, goals)).mean()
    if batch.told is not None:
        value, arcs = told_loss(network, batch, projections, acts)
        total, parts[1], parts[2] = total + value + 0.25 * arcs, value.detach(), arcs.detach()
    return total, parts


def arc_loss(network, projections, mask, kind, arcs):
    """[N] of arcs (row, position they start from, allowed positions [N, L])."""
    rows, queries, goals = arcs
    scores = network.arc_scores(projections, kind).masked_fill(mask[:, None, :] == 0, -1e4)
    chosen = scores[rows, queries]
    right = torch.logsumexp(chosen.masked_fill(~goals, -1e4), -1)
    return torch.logsumexp(chosen, -1) - right


POSITIVE = 2.0  # how much an act weighs beside a word that tells none


def told_loss(network, batch, projections, acts):
    """(loss of the types, loss of the arcs): one of the words that may tell an act does; its arcs are those of the
    likeliest."""
    told, shares = batch.told, torch.log_softmax(acts, -1)
    none = -(shares[..., 0] * told.weights).sum()
    count = told.weights.sum()
    if not len(told.rows):
        return none / count.clamp(min=1.0), torch.zeros((), device=acts.device)
    words = shares[told.rows[:, None], told.firsts.clamp(min=0), told.types[:, None]]
    words = words.masked_fill(told.firsts < 0, -1e4)
    value = (none - POSITIVE * torch.logsumexp(words, -1).sum()) / (count + POSITIVE * len(told.rows))
    likeliest = told.firsts.gather(1, words.argmax(-1, keepdim=True))[:, 0]
    arcs = torch.zeros((), device=acts.device)
    for kind, goals in ((3, told.actors), (4, told.recipients)):
        judged = goals.any(-1)
        if judged.any():
            chosen = told.rows[judged], likeliest[judged], goals[judged]
            arcs = arcs + arc_loss(network, projections, batch.mask, kind, chosen).mean()
    return value, arcs
