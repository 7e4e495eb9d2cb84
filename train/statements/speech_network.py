"""The networks that read how statements were made.

`Layer` (`layer.py`) stands over the tagger's hidden states and reads each window with it; `Decoder` reads the states that it
leaves, those of the whole document at once, with all statements and what rules said of them (`annotate/speech_signs`).
"""

import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module
from statements.layer import Layer, masks, padded

signs = runtime_module("annotate.speech_signs")
STATE = 128
"""Width of the states that the layer leaves."""
WIDTH, HEADS, INNER, DEPTH = 192, 6, 512, 2
POINTER = 32
"""Width of a pointer's query and key."""
KINDS = len(signs.POINTED)
"""Kinds of words that a statement points at."""
HIDDEN = -1e4


class Block(nn.Module):
    """Statements [B, A, WIDTH] attend to each other, then to the document [B, N, STATE]."""

    def __init__(self, drop):
        super().__init__()
        self.qkv, self.mixed = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.query, self.kv, self.seen = nn.Linear(WIDTH, WIDTH), nn.Linear(STATE, 2 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(3))
        self.by_pair, self.by_place = nn.Linear(signs.PAIR_SIGNS, HEADS), nn.Linear(signs.PLACE_SIGNS, HEADS)
        self.drop = nn.Dropout(drop)

    def forward(self, x, states, pairs, places, others, words):
        query, key, value = self.qkv(x).chunk(3, -1)
        x = self.norms[0](x + self.drop(self.mixed(attention(query, key, value, self.by_pair(pairs) + others))))
        key, value = self.kv(states).chunk(2, -1)
        seen = attention(self.query(x), key, value, self.by_place(places) + words)
        x = self.norms[1](x + self.drop(self.seen(seen)))
        return self.norms[2](x + self.drop(self.down(functional.gelu(self.up(x)))))


def attention(query, key, value, bias):
    """[B, A, WIDTH] of queries [B, A, WIDTH] to keys and values [B, N, WIDTH], with a bias [B, A, N, HEADS]."""
    count, asked, width = query.shape
    query, key, value = (x.view(count, x.shape[1], HEADS, width // HEADS).transpose(1, 2) for x in (query, key, value))
    scores = query @ key.transpose(-1, -2) / (width // HEADS) ** 0.5 + bias.permute(0, 3, 1, 2)
    return (scores.softmax(-1) @ value).transpose(1, 2).reshape(count, asked, width)


class Decoder(nn.Module):
    """States [B, N, STATE] and the arrays of `speech_signs.Inputs`, batched -> log shares of channels [B, A, 12] and of the
    positions pointed at [B, A, KINDS, N]. Without a batch's first axis, of one document."""

    def __init__(self, drop=0.15):
        super().__init__()
        self.roles = nn.ModuleList(nn.Linear(STATE, WIDTH) for _ in range(4))
        self.facts, self.start = nn.Linear(signs.FACTS, WIDTH), nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList(Block(drop) for _ in range(DEPTH))
        self.channels = nn.Linear(WIDTH, len(signs.CHANNELS))
        self.query, self.key = nn.Linear(WIDTH, POINTER * KINDS), nn.Linear(STATE, POINTER * KINDS)
        self.by_place = nn.Linear(signs.PLACE_SIGNS, KINDS)
        self.drop = nn.Dropout(drop)

    def forward(self, states, roles, facts, pairs, places, others=None, words=None):
        if states.dim() == 2:
            given = (x.unsqueeze(0) for x in (states, roles, facts, pairs, places))
            return tuple(x[0] for x in self.batch(*given, 0.0, 0.0))
        return self.batch(states, roles, facts, pairs, places, others, words)

    def batch(self, states, roles, facts, pairs, places, others, words):
        """`others` and `words` hide what pads the batch: [B, 1, A, 1] and [B, 1, N, 1] of 0 and HIDDEN."""
        count, asked, _ = roles.shape
        row = torch.arange(count, device=roles.device)[:, None]
        own = sum(into(states[row, roles[..., n]]) for n, into in enumerate(self.roles))
        x = self.drop(self.start(own + self.facts(facts)))
        for block in self.blocks:
            x = block(x, states, pairs, places, others, words)
        query = self.query(x).view(count, asked, KINDS, POINTER).transpose(1, 2)
        key = self.key(states).view(count, -1, KINDS, POINTER).permute(0, 2, 3, 1)
        scores = (query @ key).transpose(1, 2) / POINTER**0.5
        scores = scores + (self.by_place(places) + words).transpose(-1, -2)
        return self.channels(x).log_softmax(-1), scores.log_softmax(-1)


class Speech(nn.Module):
    """Layer and decoder, trained together."""

    def __init__(self):
        super().__init__()
        self.layer = Layer({"speech": STATE}, width=192, inner=384, depth=1, drop=0.3)
        self.decoder = Decoder()

    def states(self, papers):
        """[B, N, STATE] of documents, each a list of its windows' hidden states and the positions that are its own."""
        windows = [w for paper in papers for w in paper.windows]
        made = iter(self.layer(padded(windows), masks(windows))[0])
        whole = [torch.cat([next(made)[torch.from_numpy(own)] for own in paper.own]) for paper in papers]
        return nn.utils.rnn.pad_sequence(whole, batch_first=True)

    def forward(self, papers, given):
        """The decoder's answers for documents and the `Inputs` of each."""
        states = self.states(papers)
        most = max(len(g.roles) for g in given)
        roles, facts = (padded_rows([getattr(g, name) for g in given], most) for name in ("roles", "facts"))
        pairs = torch.zeros(len(given), most, most, signs.PAIR_SIGNS)
        places = torch.zeros(len(given), most, states.shape[1], signs.PLACE_SIGNS)
        others = torch.full((len(given), 1, most, 1), HIDDEN)
        words = torch.full((len(given), 1, states.shape[1], 1), HIDDEN)
        for n, one in enumerate(given):
            count, length = one.places.shape[:2]
            pairs[n, :count, :count], places[n, :count, :length] = map(torch.from_numpy, (one.pairs, one.places))
            others[n, :, :count], words[n, :, :length] = 0, 0
        return self.decoder(states, roles, facts, pairs, places, others, words)


def padded_rows(arrays, most):
    """[B, most, k] of arrays [A, k]."""
    made = torch.zeros(len(arrays), most, arrays[0].shape[1], dtype=torch.from_numpy(arrays[0]).dtype)
    for n, array in enumerate(arrays):
        made[n, : len(array)] = torch.from_numpy(array)
    return made
