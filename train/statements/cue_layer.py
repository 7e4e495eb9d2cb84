"""The reader of cues: a narrow transformer layer over the shipped tagger's hidden states, in a file of its own.

python train/statements/cue_layer.py read --model DIR --out FILE.pt
python train/statements/cue_layer.py train --read FILE.pt --out LAYER.pt
python train/statements/cue_layer.py figures --read FILE.pt --layer LAYER.pt
python train/statements/cue_layer.py export --model DIR --layer LAYER.pt
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import cues, labelled, speech
from statements.cues import ACTS, SIDES, WIDTH
from statements.layer import (
    MANY_STATES,
    Pointing,
    commands,
    finding,
    off_sides,
    pointing,
    put_beside,
    school,
    states_of,
    together,
    with_states,
)

POSITIVE = 1.2
"""How much a reporting word weighs beside one that reports nothing."""
OUTPUTS = {"kinds": len(ACTS), "arcs": 2 * WIDTH * len(SIDES)}
BARS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


def read(a):
    """Write the states of every window of the labelled reports, half of those learned from disturbed."""
    rng, rows = random.Random(a.seed), []
    tokenizer, shipped = Tokenizer.from_file(str(Path(a.model) / "tokenizer.json")), with_states(a.model, MANY_STATES)
    config = json.loads((Path(a.model) / "config.json").read_text())
    for report in (r for place in a.folder for r in labelled.reports(place)):
        disturbed = not labelled.aside(report.name) and rng.random() < 0.5
        for window, targets in cues.examples(
            report, tokenizer, config["limit"], config["context"], rng if disturbed else None
        ):
            rows.append((states_of(shipped, window, MANY_STATES), targets, report.name))
    torch.save(rows, a.out)
    told = [one for row in rows for one in row[1].told]
    print(len(rows), "windows", len(told), "cues", sum(one[3] for one in told), "of inner statements")


def loss(network, group):
    """Of a batch: acts at every word; first, last and source at the words that report."""
    states, weights, mask, told = together(group)
    kinds, arcs = network.layer(states, mask)
    total = finding(kinds, weights, told, POSITIVE)
    sides = [(row, at, allowed) for row, at, _, allowed, _ in told]
    return total + 0.25 * off_sides(network, arcs, sides, WIDTH, mask) if told else total


def train(a):
    """Train; weights averaged over the last steps."""
    rows = [row for row in torch.load(a.read, weights_only=False) if a.all or not labelled.aside(row[2])]
    torch.manual_seed(a.seed)
    network = Pointing(OUTPUTS, len(SIDES), width=a.width, inner=2 * a.width, depth=1, drop=a.drop)
    school(network, rows, loss, a)


@torch.no_grad()
def figures(a):
    """On the reports kept aside: words found, of all statements and of those inside others, and their sides right."""
    layer, distance = Pointing.opened(a.layer)
    found, gold, inside = [], 0, 0
    right = dict.fromkeys((*SIDES, "first and last"), 0)
    for states, targets, name in torch.load(a.read, weights_only=False):
        if not labelled.aside(name):
            continue
        kinds, arcs = layer(torch.from_numpy(states.astype(np.float32)))
        told = 1 - kinds.softmax(-1)[:, 0].numpy()
        own = {one[0]: one for one in targets.told}
        gold, inside = gold + len(own), inside + sum(one[3] for one in own.values())
        held = np.zeros(len(states), dtype=bool)
        for _, _, (first, last, _), _ in own.values():
            if first is not None and last is not None:
                held[first[0] : last[0] + 1] = True
        for at in [*np.flatnonzero(targets.weights > 0).tolist(), *own]:
            found.append((told[at], at in own, bool(held[at]), at in own and own[at][3]))
        for at, _, sides, _ in (one for one in own.values() if one[3]):
            hits = {}
            for side, name_of in enumerate(SIDES):
                log = pointing(
                    arcs[None],
                    *(torch.tensor([n]) for n in (0, at)),
                    (side, WIDTH),
                    distance[side],
                    torch.ones(1, len(states)),
                )
                hits[name_of] = sides[side] is None or int(log[0].argmax()) in sides[side]
            hits["first and last"] = hits["first"] and hits["last"]
            right = {key: right[key] + hits[key] for key in right}
    for bar in BARS:
        sure = [f for f in found if f[0] >= bar]
        within = [f for f in sure if f[2]]
        print(
            f"{bar}: all P {sum(f[1] for f in sure) / len(sure):.3f} R {sum(f[1] for f in sure) / gold:.3f}; "
            f"inner P {sum(f[3] for f in within) / max(1, len(within)):.3f} R {sum(f[3] for f in within) / inside:.3f}"
        )
    print({key: f"{n / inside:.3f} of {inside}" for key, n in right.items()})


def export(a):
    """Write cues.onnx and the bias of its arcs."""
    print(put_beside(Path(a.model), "cues.onnx", "cue_distance", a.layer, OUTPUTS), "bytes")


def main():
    """Command line."""
    steps = {"read": read, "train": train, "figures": figures, "export": export}
    a = commands(steps, [speech.SPEECHES, speech.SPEECHES / "further"], drop=0.2).parse_args()
    steps[a.what](a)


if __name__ == "__main__":
    main()
