"""What the coder and its teacher learn from beside the rows, by where it is from."""

import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.acts import acts
from dyads.data import INPUT, SENTENCES, Example, own
from dyads.synthetic import Maker
from dyads.synthetic import examples as rule_examples

MADE = 1800
"""Sentences made from the codebook: with 300 in each pass, new ones in each of six."""
NEAR = "news"
"""Own sentences that are written in the manner of the rows and labelled as the rows are."""


def material(pairs=None, most=None):
    """Examples by source, the same ones at every call; `most`: only so many of each."""
    maker = Maker(random.Random(5))
    found = {
        "own": own(),
        "further": own(SENTENCES / "further"),
        "rules": [labelled(*one, "rule") for one in rule_examples()],
        "acts": acts(),
        "pairs": unlabelled(pairs) if pairs else [],
        "made": [labelled(*maker.make(), "made") for _ in range(MADE)],
    }
    return {name: some[:: -(-len(some) // most) or 1] for name, some in found.items()} if most else found


def labelled(parts, label, group):
    """An example of a label by its name."""
    return Example(parts, INPUT.LABELS.index(label), group)


def unlabelled(path):
    """The pairs of `pairs.py`."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [Example(tuple(map(tuple, json.loads(line)["parts"])), -1, "pair") for line in lines]


def in_turn(items, turn, count):
    """So many items of pass `turn`, others than in the pass before; from the start again where they end."""
    first = turn * count % len(items)
    return items[first : first + count]


def drawn(items, count, rng):
    """So many items at random, or all."""
    return rng.sample(items, min(count, len(items)))
