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

    Varied sentences and masked words do the work of dropout inside the encoder.
    """

    def __init__(self):
        super().__init__()
        self.bert = encoder()
        self.bert.embeddings.dropout.p = 0.0
        self.drop = nn.Dropout(0.2)
        self.out = nn.Linear(3 * self.bert.config.hidden_size, len(INPUT.LABELS))

    def forward(self, ids):
        states, seen = self.bert.embeddings(input_ids=ids), (ids != 0)[:, None, None, :]
        heads = self.bert.config.num_attention_heads
        for layer in self.bert.encoder.layer:
            one = layer.attention.self
            query, key, value = (
                part(states).unflatten(-1, (heads, -1)).transpose(1, 2) for part in (one.query, one.key, one.value)
            )
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
            mixed = layer.attention.output.dense(mixed.transpose(1, 2).flatten(-2))
            states = layer.attention.output.LayerNorm(mixed + states)
            inner = functional.gelu(layer.intermediate.dense(states))
            states = layer.output.LayerNorm(layer.output.dense(inner) + states)
        return self.out(self.drop(pooled(states, ids)))


def pooled(states, ids):
    """What the linear layer reads [batch, 3 * width]: means of all hidden states and of each party's opening marks."""
    opening = [ids == INPUT.MARKS[mark][0] for mark in ("S", "T")]
    parts = [mean(states, chosen.unsqueeze(-1).to(states.dtype)) for chosen in (ids != 0, *opening)]
    return torch.cat(parts, dim=-1)


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
