"""The network: MiniLM-L6, the mean of all its tokens and of those of each party, one linear layer."""

import sys
from pathlib import Path

import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import encoder
from common.lean import LeanEncoder
from dyads.data import INPUT


class Coder(nn.Module):
    """ids [batch, length] (0 is padding) -> a score for each label [batch, labels]."""

    def __init__(self):
        super().__init__()
        self.bert = encoder()
        width = self.bert.config.hidden_size
        self.drop = nn.Dropout(0.2)
        self.out = nn.Linear(3 * width, len(INPUT.LABELS))

    def forward(self, ids):
        mask = (ids != 0).long()
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        opening = [((ids == INPUT.MARKS[m][0]).unsqueeze(-1)).to(states.dtype) for m in ("S", "T")]
        everything = mean(states, mask.unsqueeze(-1).to(states.dtype))
        parts = [everything, *(mean(states, chosen) for chosen in opening)]
        return self.out(self.drop(torch.cat(parts, dim=-1)))


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
