"""The network: MiniLM-L6, the mean of all its tokens and of the marks of each party, one linear layer."""

import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import encoder
from common.lean import LeanEncoder
from dyads.data import INPUT


class Coder(nn.Module):
    """ids [batch, length] (0 is padding) -> a score for each label [batch, labels].

    `inner`: dropout inside the encoder's layers; without it varied sentences and masked words do its work.
    """

    def __init__(self, inner=0.0):
        super().__init__()
        self.inner = inner
        self.bert = encoder()
        self.bert.embeddings.dropout.p = 0.0
        width = self.bert.config.hidden_size
        self.drop = nn.Dropout(0.2)
        self.out = nn.Linear(3 * width, len(INPUT.LABELS))

    def forward(self, ids):
        return self.upper(self.lower(ids, 0), ids, 0)

    def lower(self, ids, depth):
        """Hidden states [batch, length, width] above the word vectors and the lowest `depth` layers."""
        return self.layers(self.bert.embeddings(input_ids=ids), ids, 0, depth)

    def upper(self, states, ids, depth):
        """Scores from the hidden states of `lower`."""
        states = self.layers(states, ids, depth, None)
        everything = mean(states, (ids != 0).unsqueeze(-1).to(states.dtype))
        opening = [((ids == INPUT.MARKS[m][0]).unsqueeze(-1)).to(states.dtype) for m in ("S", "T")]
        parts = [everything, *(mean(states, chosen) for chosen in opening)]
        return self.out(self.drop(torch.cat(parts, dim=-1)))

    def layers(self, states, ids, first, end):
        """The encoder's layers from `first` to before `end`."""
        seen = (ids != 0)[:, None, None, :]
        heads = self.bert.config.num_attention_heads
        for layer in self.bert.encoder.layer[first:end]:
            one = layer.attention.self
            query, key, value = (
                part(states).unflatten(-1, (heads, -1)).transpose(1, 2) for part in (one.query, one.key, one.value)
            )
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
            mixed = layer.attention.output.dense(mixed.transpose(1, 2).flatten(-2))
            states = layer.attention.output.LayerNorm(self.dropped(mixed) + states)
            inner = functional.gelu(layer.intermediate.dense(states))
            states = layer.output.LayerNorm(self.dropped(layer.output.dense(inner)) + states)
        return states

    def dropped(self, states):
        """The states after inner dropout."""
        return functional.dropout(states, self.inner, self.training) if self.inner else states


def mean(states, weights):
    """Weighted mean over positions; zero where no position has weight."""
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)


class Shipped(nn.Module):
    """The trained coder for one sentence: ids [length] -> a score for each label [labels]."""

    def __init__(self, trained):
        super().__init__()
        self.encoder = LeanEncoder(trained.bert)
        self.words, self.out = trained.bert.embeddings.word_embeddings, trained.out

    def forward(self, ids):
        states = self.encoder(self.words(ids))
        marks = [INPUT.MARKS[m][0] for m in ("S", "T")]
        parts = [states.mean(0), *(one_mean(states, ids == mark) for mark in marks)]
        return self.out(torch.cat(parts))


def one_mean(states, chosen):
    """Mean of the chosen positions of [length, width]; zero where none is chosen."""
    weights = chosen.to(states.dtype).unsqueeze(-1)
    return (states * weights).sum(0) / weights.sum().clamp(min=1.0)
