"""The training loop of the coder: passes over varied sentences, weights averaged over the last steps."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import PRETRAINED, linear_schedule, parameter_groups
from dyads.data import encode

MASK = 103
"""Vocabulary id of the unknown word put in at random."""


@dataclass(frozen=True)
class Schedule:
    """Passes, rates of the topmost layer and of the classifier, decay per layer below, share of words masked,
    and how many of the lowest layers stay as they are (with the word vectors, which always do)."""

    passes: int
    rate: float
    head_rate: float
    decay: float = 0.9
    batch: int = 12
    masked: float = 0.04
    smoothing: float = 0.1
    keep: float = 0.99
    frozen: int = 0
    twice: float = 0.0  # weight of the divergence between two readings of a batch, dropout drawn anew (R-Drop)


def bare_tokenizer():
    """The tokenizer without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fitted(network, batches_of, size, schedule):
    """The network after training on `batches_of(pass)`: batches of (arguments of the network's scores, labels).

    `size` is the number of examples of a pass. A batch's first item is called with the network to get scores.
    """
    freeze(network, schedule.frozen)
    groups = parameter_groups(network, network.bert, schedule.rate, schedule.head_rate, schedule.decay)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = schedule.passes * -(-size // schedule.batch)
    falling = linear_schedule(optimizer, steps, 0.08)
    average = Average(network, schedule.keep)
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=schedule.smoothing)
    step, start = 0, time.time()
    for epoch in range(schedule.passes):
        network.train()
        total, count = 0.0, 0
        for scores_of, labels in batches_of(epoch):
            loss = batch_loss(scores_of, network, labels, loss_of, schedule.twice)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(average.trained, 1.0)
            optimizer.step()
            falling.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(step)
            step, total, count = step + 1, total + float(loss.detach()), count + 1
        print(f"pass {epoch} loss {total / count:.3f} {time.time() - start:.0f}s", flush=True)
    average.put_in()
    return network.eval()


def batch_loss(scores_of, network, labels, loss_of, twice):
    """Cross entropy; read twice, also how far the two readings differ."""
    first = scores_of(network)
    if not twice:
        return loss_of(first, labels)
    second = scores_of(network)
    one, other = first.log_softmax(-1), second.log_softmax(-1)
    apart = (one.exp() * (one - other) + other.exp() * (other - one)).sum(-1).mean() / 2
    return (loss_of(first, labels) + loss_of(second, labels)) / 2 + twice * apart


def freeze(network, layers):
    """Word vectors stay as they are, so that words not met keep their meaning; so do the lowest layers."""
    still = [network.bert.embeddings, *network.bert.encoder.layer[:layers]] if layers else []
    for part in [network.bert.embeddings.word_embeddings, *still]:
        part.requires_grad_(False)


class Average:
    """Exponential moving average of the trained parameters of a network."""

    def __init__(self, network, keep):
        self.trained, self.keep = [p for p in network.parameters() if p.requires_grad], keep
        self.mean = [p.detach().clone() for p in self.trained]

    @torch.no_grad()
    def update(self, step):
        """Move towards the network's weights; faster in the first steps."""
        torch._foreach_lerp_(self.mean, self.trained, 1 - min(self.keep, (1 + step) / (10 + step)))

    @torch.no_grad()
    def put_in(self):
        """Give the network the mean."""
        for parameter, mean in zip(self.trained, self.mean, strict=True):
            parameter.copy_(mean)


def batches(examples, vary, tokenizer, schedule, rng):
    """Batches of varied sentences for `fitted`."""
    coded = [(masked(encode(tokenizer, vary(e.parts)), schedule.masked, rng), e.label) for e in examples]
    for group in alike(coded, schedule.batch, rng):
        ids = padded([row for row, _ in group])
        yield (lambda network, ids=ids: network(ids)), torch.tensor([label for _, label in group])


def alike(items, size, rng):
    """Groups of items whose first members are of like length, in random order."""
    ordered = sorted(items, key=lambda item: len(item[0]) + rng.randint(0, 6))
    groups = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    rng.shuffle(groups)
    return groups


def masked(ids, share, rng):
    """The ids with a share of the words unknown; marks, opening and end stay."""
    return [MASK if i > MASK and rng.random() < share else i for i in ids]


def padded(rows):
    """Rows of ids as one tensor, 0 where they end."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


@torch.no_grad()
def predict(network, examples, tokenizer, size=32):
    """Scores of each example, in order."""
    coded = [encode(tokenizer, e.parts) for e in examples]
    order = sorted(range(len(coded)), key=lambda i: len(coded[i]))
    found = [None] * len(coded)
    for start in range(0, len(order), size):
        some = order[start : start + size]
        for index, scores in zip(some, network.eval()(padded([coded[i] for i in some])).tolist(), strict=True):
            found[index] = scores
    return found
