"""The speech layer: which channel a statement was made through, and which words name whom it was said to and who said it.

A narrow layer over the shipped tagger's hidden states (`layer.py`), taught by labelled reports (`speech.py`).

python train/statements/speech_layer.py train --model DIR --out LAYER.pt
python train/statements/speech_layer.py figures --model DIR --layer LAYER.pt
python train/statements/speech_layer.py join --model DIR --layer LAYER.pt
"""

import argparse
import hashlib
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import Average, linear_schedule
from statements import speech
from statements.layer import Layer, batches, join, load, masks, padded, pointing, states_of, with_states
from statements.network import BUCKETS
from statements.speech import CHANNELS, KINDS

WIDTH = 32
"""Of an arc's query and key."""
MARK = "speech_layer/"
LIMIT, CONTEXT = 192, 24
SHAPE = {"width": 128, "inner": 384, "depth": 2, "drop": 0.2}


def aside(one, share=8):
    """Whether a report is kept out of training: an eighth of them."""
    return int(hashlib.sha256(one.name.encode()).hexdigest(), 16) % share == 0


def read(shipped, tokenizer, reports, rng=None):
    """(hidden states, targets) of every window in which a statement begins."""
    rows = []
    for one in reports:
        for window, targets in speech.examples(one, tokenizer, LIMIT, CONTEXT, rng):
            if targets:
                rows.append((states_of(shipped, window), targets))
    return rows


class Both(torch.nn.Module):
    """The layer, and the bias of its arcs by distance."""

    def __init__(self):
        super().__init__()
        self.layer = Layer({"channels": len(CHANNELS), "speech_arcs": 2 * WIDTH * len(KINDS)}, **SHAPE)
        self.distance = torch.nn.Parameter(torch.zeros(len(KINDS), BUCKETS))


def loss(both, group):
    """Of a batch, from labels alone."""
    states = padded([row[0] for row in group])
    mask = masks([row[0] for row in group])
    channels, projected = both.layer(states, mask)
    anchors = [(i, p, t) for i, (_, targets) in enumerate(group) for t in targets for p in t.anchors]
    rows, at = (torch.tensor([a[k] for a in anchors]) for k in (0, 1))
    total = functional.cross_entropy(
        channels[rows, at], torch.tensor([t.channel for *_, t in anchors]), label_smoothing=0.05
    )
    for kind in range(len(KINDS)):
        judged = [k for k, (*_, t) in enumerate(anchors) if t.pointed[kind] is not None]
        if not judged:
            continue
        goals = torch.zeros(len(judged), states.shape[1], dtype=torch.bool)
        for j, k in enumerate(judged):
            goals[j, anchors[k][2].pointed[kind]] = True
        shares = pointing(projected, rows[judged], at[judged], (kind, WIDTH), both.distance[kind], mask)
        total = total - torch.logsumexp(shares.masked_fill(~goals, -1e4), -1).mean()
    return total


def train(a):
    """Train the layer; weights averaged over the last steps."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rng = random.Random(a.seed)
    tokenizer, shipped = Tokenizer.from_file(str(Path(a.model) / "tokenizer.json")), with_states(a.model)
    reports = [one for one in speech.told() if a.all or not aside(one)]
    readings = [read(shipped, tokenizer, reports, rng if turn else None) for turn in range(a.readings)]
    both = Both()
    optimizer = torch.optim.AdamW(both.parameters(), lr=a.rate, weight_decay=0.05)
    steps = a.passes * len(batches(readings[0], a.size, rng))
    schedule, average = linear_schedule(optimizer, steps, 0.06), Average(both, 0.99)
    step, began = 0, time.time()
    for turn in range(a.passes):
        both.train()
        seen = []
        for group in batches(rng.choice(readings), a.size, rng):
            value = loss(both, group)
            value.backward()
            torch.nn.utils.clip_grad_norm_(both.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.update(both, step)
            step += 1
            seen.append(value.item())
        if turn % 5 == 4:
            print(turn, round(float(np.mean(seen)), 4), f"{time.time() - began:.0f}s", flush=True)
    torch.save(average.weights, a.out)


def opened(path):
    """(layer, distances) of a trained file."""
    both = torch.load(path, weights_only=True)
    weights = {name.removeprefix("layer."): w for name, w in both.items() if name.startswith("layer.")}
    return load(weights), both["distance"]


@torch.no_grad()
def figures(a):
    """On the reports kept aside, with right anchors: channels, and the share of statements whose best word is right."""
    tokenizer, shipped = Tokenizer.from_file(str(Path(a.model) / "tokenizer.json")), with_states(a.model)
    layer, distance = opened(a.layer)
    right, asked = dict.fromkeys(("channel", *KINDS), 0), dict.fromkeys(("channel", *KINDS), 0)
    named = dict.fromkeys(KINDS, 0)
    for states, targets in read(shipped, tokenizer, [one for one in speech.told() if aside(one)]):
        channels, projected = layer(torch.from_numpy(states).float()[None], torch.ones(1, len(states)))
        mask = torch.ones(1, len(states))
        for t in targets:
            at, rows = torch.tensor(t.anchors), torch.zeros(len(t.anchors), dtype=torch.long)
            asked["channel"] += 1
            right["channel"] += int(channels[0, at].log_softmax(-1).sum(0).argmax()) == t.channel
            for number, kind in enumerate(KINDS):
                if t.pointed[number] is None:
                    continue
                shares = pointing(projected, rows, at, (number, WIDTH), distance[number], mask).exp().mean(0)
                asked[kind] += 1
                right[kind] += int(shares.argmax()) in t.pointed[number]
                named[kind] += 0 not in t.pointed[number]
    for name in asked:
        print(f"{name:10s} {right[name] / asked[name]:.3f} of {asked[name]}", f"({named.get(name, '-')} named)")


def put_in(a):
    """Join the layer to the shipped graph and put its settings into config.json."""
    folder = Path(a.model)
    layer, distance = opened(a.layer)
    print(join(folder, layer, MARK), "bytes")
    config = json.loads((folder / "config.json").read_text())
    config["channels"], config["pointed"], config["speech_width"] = list(CHANNELS), list(KINDS), WIDTH
    config["speech_distance"] = [[round(x, 5) for x in row] for row in distance.tolist()]
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=("train", "figures", "join"))
    p.add_argument("--model", required=True)
    p.add_argument("--layer")
    p.add_argument("--out")
    p.add_argument("--all", action="store_true", help="also the reports kept aside")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--readings", type=int, default=3, help="the texts as they are, and disturbed afresh")
    p.add_argument("--passes", type=int, default=30)
    p.add_argument("--size", type=int, default=2048)
    p.add_argument("--rate", type=float, default=1.2e-3)
    a = p.parse_args()
    {"train": train, "figures": figures, "join": put_in}[a.what](a)


if __name__ == "__main__":
    main()
