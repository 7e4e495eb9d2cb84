"""Train the statement tagger.

python train/statements/train.py --data ../shared/data/statements_train.jsonl --out DIR
"""

import argparse
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import PRETRAINED, Average, linear_schedule, parameter_groups, set_threads
from statements import data, invent
from statements.network import Tagger, loss


@dataclass
class Batch:
    """Tensors of windows of like length."""

    ids: torch.Tensor
    mask: torch.Tensor
    features: torch.Tensor
    tags: torch.Tensor
    arcs: list


def arc_targets(examples, kind, length):
    """(row, query position, allowed targets [N, L]) over all positions of the arcs' starts whose target is in sight."""
    rows, queries, goals = [], [], []
    for row, example in enumerate(examples):
        for arc in example.arcs:
            content, source, cue = arc
            start, target = ((content, source), (content, cue), (cue, source))[kind]
            if start is None or target is None or not start[0]:
                continue
            goal = np.zeros(length, dtype=bool)
            goal[target] = True
            rows += [row] * len(start)
            queries += start.tolist()
            goals += [goal] * len(start)
    if not rows:
        return None
    return torch.tensor(rows), torch.tensor(queries), torch.from_numpy(np.stack(goals))


def collate(examples):
    """Pad windows to the longest."""
    length = max(len(e.tags) for e in examples)

    def pad(rows, fill):
        return torch.from_numpy(np.stack([np.pad(r, (0, length - len(r)), constant_values=fill) for r in rows]))

    ids = pad([e.window.tokens for e in examples], 0)
    mask = pad([np.ones(len(e.tags), dtype=np.int64) for e in examples], 0)
    arcs = [arc_targets(examples, kind, length) for kind in (0, 1, 2)]
    return Batch(
        ids,
        mask,
        pad([e.window.features for e in examples], 0),
        pad([e.tags for e in examples], data.IGNORE),
        arcs,
    )


def batches(examples, size, rng):
    """Batches of about `size` positions, of windows of like length, in random order."""
    order = sorted(examples, key=lambda e: (len(e.tags), rng.random()))
    made, current = [], []
    for e in order:
        if current and (len(current) + 1) * len(e.tags) > size:
            made.append(current)
            current = []
        current.append(e)
    made.append(current)
    rng.shuffle(made)
    return made


def epoch_examples(docs, tokenizer, a, rng):
    """The windows of one pass: every document, disturbed afresh, and a few invented reports."""
    stuff = invent.material(docs)
    made = [invent.report(rng, stuff, i) for i in range(round(a.invented * len(docs)))]
    return [e for d in [*docs, *made] for e in data.examples(d, tokenizer, a.limit, a.context, rng)]


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data/statements_train.jsonl")
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.9)
    p.add_argument("--smoothing", type=float, default=0.03)
    p.add_argument("--size", type=int, default=3072, help="positions a batch")
    p.add_argument("--limit", type=int, default=192)
    p.add_argument("--context", type=int, default=24)
    p.add_argument("--layers", type=int)
    p.add_argument("--invented", type=float, default=0.3, help="invented reports for each document")
    p.add_argument("--all", action="store_true", help="train on every document; hold none out")
    p.add_argument("--threads-file")
    a = p.parse_args()
    train(a)


def train(a):
    """Train, keeping an average of the weights; writes weights.pt after every epoch."""
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    docs = data.read(a.data)
    if not a.all:
        docs, _ = data.hold_out(docs)
    network = Tagger(a.layers)
    network.train()
    optimizer = torch.optim.AdamW(
        parameter_groups(network, network.bert, a.rate, a.head_rate, a.decay), weight_decay=0.01
    )
    plans = [batches(epoch_examples(docs, tokenizer, a, rng), a.size, rng) for _ in range(a.epochs)]
    steps = sum(map(len, plans))
    schedule = linear_schedule(optimizer, steps, 0.06)
    average, step, began = Average(network, 0.995), 0, time.time()
    print(f"{len(docs)} documents, {steps} steps", flush=True)
    for epoch, plan in enumerate(plans):
        seen = []
        for group in plan:
            set_threads(a.threads_file)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                total, parts = loss(network, collate(group), a.smoothing)
            total.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.update(network, step)
            step += 1
            seen.append([*parts, 0, 0, 0][:4])
            if step % 25 == 0:
                print(
                    epoch,
                    step,
                    np.mean(seen[-25:], axis=0).round(4),
                    f"{time.time() - began:.0f}s",
                    flush=True,
                )
        torch.save({"weights": average.weights, "args": vars(a)}, out / "weights.pt")
    print(f"done in {time.time() - began:.0f}s", flush=True)


if __name__ == "__main__":
    main()
