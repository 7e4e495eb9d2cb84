"""The training loop of the coder and its teacher: passes over varied sentences, weights averaged over the last steps."""

import functools
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import PRETRAINED, linear_schedule, parameter_groups
from dyads.data import encode

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
MASK = 103
"""Vocabulary id of the unknown word put in at random."""


@dataclass(frozen=True)
class Schedule:
    """Rates of the topmost layer and of the classifier, decay per layer below, size of a batch, share of words masked,
    and how many of the lowest layers stay as they are (with the word vectors, which always do)."""

    rate: float
    head_rate: float
    decay: float = 0.9
    batch: int = 12
    masked: float = 0.04
    keep: float = 0.99
    frozen: int = 0


@functools.cache
def bare_tokenizer():
    """The tokenizer without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fitted(network, passes, schedule, vary, rng):
    """The network after training on the lessons of each of the `passes`, varied."""
    network.to(DEVICE)
    freeze(network, schedule.frozen)
    groups = parameter_groups(network, network.bert, schedule.rate, schedule.head_rate, schedule.decay)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    falling = linear_schedule(optimizer, sum(-(-len(some) // schedule.batch) for some in passes), 0.08)
    average = Average(network, schedule.keep)
    step, start = 0, time.time()
    for turn, lessons in enumerate(passes):
        network.train()
        total, first = torch.zeros((), device=DEVICE), step
        for ids, wanted in batches(lessons, vary, schedule, rng):
            loss = torch.nn.functional.cross_entropy(scores(network, ids), wanted.to(DEVICE))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(average.trained, 1.0)
            optimizer.step()
            falling.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(step)
            step, total = step + 1, total + loss.detach()
        print(f"pass {turn} loss {float(total) / (step - first):.3f} {time.time() - start:.0f}s", flush=True)
    average.put_in()
    return network.eval()


def scores(network, ids):
    """Scores as floats; a graphics processor works them out in half precision."""
    with torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE == "cuda"):
        return network(ids.to(DEVICE)).float()


def weights(network):
    """What is saved of a trained network: all but the word vectors, which are never trained."""
    return {k: v.cpu() for k, v in network.state_dict().items() if "word_embeddings" not in k}


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


def batches(lessons, vary, schedule, rng):
    """(ids, shares wanted) of varied sentences of like length."""
    coded = [(masked(encode(bare_tokenizer(), vary(one.parts)), schedule.masked, rng), one.wanted) for one in lessons]
    for group in alike(coded, schedule.batch, rng):
        yield padded([ids for ids, _ in group]), torch.tensor([wanted for _, wanted in group])


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
    """Rows of ids as one tensor, 0 where they end; a width of whole eights is quicker on a graphics processor."""
    width = -(-max(map(len, rows)) // 8) * 8
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


@torch.no_grad()
def predict(network, examples, size=32):
    """Scores of each example, in order."""
    coded = [encode(bare_tokenizer(), e.parts) for e in examples]
    order = sorted(range(len(coded)), key=lambda i: len(coded[i]))
    found = [None] * len(coded)
    network.to(DEVICE).eval()
    for start in range(0, len(order), size):
        some = order[start : start + size]
        for index, row in zip(some, scores(network, padded([coded[i] for i in some])).tolist(), strict=True):
            found[index] = row
    return found
