"""Examples of the learned coder: development rows and our own sentences; and what is wanted of it for them."""

import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module

INPUT = runtime_module("annotate.dyad_input")
SENTENCES = Path(__file__).with_name("sentences")
SMOOTHING = 0.1
"""How much of what is wanted for a label is spread over all labels."""


@dataclass(frozen=True)
class Example:
    """One sentence cut at its parties (see `dyad_input.pieces`), its label's number (-1: none), where it is from."""

    parts: tuple
    label: int
    group: str


@dataclass(frozen=True)
class Lesson:
    """One cut sentence and the share of each label that is wanted for it."""

    parts: tuple
    wanted: tuple


def lesson(example, answer=None, trust=0.0):
    """What an example teaches: its label, smoothed, or `answer`, a teacher's shares, weighed `trust` beside it; alone without a label."""
    if example.label < 0:
        return Lesson(example.parts, tuple(answer))
    count = len(INPUT.LABELS)
    own = [SMOOTHING / count + (1 - SMOOTHING) * (i == example.label) for i in range(count)]
    if answer is not None:
        own = [(1 - trust) * one + trust * other for one, other in zip(own, answer, strict=True)]
    return Lesson(example.parts, tuple(own))


def development(path):
    """Rows of the `dyads` format."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return [row_example(r) for r in rows]


def row_example(row):
    """One row of the `dyads` format."""
    spans = {}
    for side in ("source", "target"):
        one = row.get(side)
        spans[side] = row.get(f"{side}_spans") or ([[one["start"], one["end"]]] if one else [])
    parts = INPUT.pieces(row["sentence"], spans["source"], spans["target"])
    label = INPUT.LABELS.index(row["event"]) if row.get("event") in INPUT.LABELS else -1
    return Example(tuple(parts), label, str(row.get("sentence_id", row["id"])))


def own(folder=SENTENCES):
    """Our own sentences, all files of the folder; the group is the file."""
    return [
        parsed(line, path.stem)
        for path in sorted(Path(folder).glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def parsed(line, group):
    """One line, TYPE | words with [S]…[/S] and [T]…[/T]; ValueError where it is not of that form."""
    label, bar, marked = line.strip().partition(" | ")
    parts = tuple(
        (mark, inner or plain) for mark, inner, plain in re.findall(r"\[(S|T)\](.+?)\[/\1\]|([^\[]+)", marked)
    )
    rebuilt = "".join(f"[{mark}]{words}[/{mark}]" if mark else words for mark, words in parts)
    if not bar or label not in INPUT.LABELS or rebuilt != marked or not any(mark for mark, _ in parts):
        raise ValueError(f"not a labelled sentence: {line!r}")
    return Example(parts, INPUT.LABELS.index(label), group)


def folds(examples, count=5, seed=0):
    """Fold numbers: rows of one sentence stay together, labels are spread evenly."""
    groups = {}
    for example in examples:
        groups.setdefault(example.group, example.label)
    order = sorted(groups)
    random.Random(seed).shuffle(order)
    order.sort(key=lambda g: groups[g])
    number = {group: i % count for i, group in enumerate(order)}
    return [number[e.group] for e in examples]


def parted(examples, fold):
    """(kept, left out) by their numbers, where the rows of a fold, given as "0", are left out; none are for "all"."""
    out = [str(f) == fold for f in folds(examples)]
    return tuple({i: e for i, e in enumerate(examples) if out[i] == unseen} for unseen in (False, True))


def encode(tokenizer, parts):
    """Vocabulary ids of a cut sentence."""
    coded = [(mark, tokenizer.encode(words, add_special_tokens=False).ids) for mark, words in parts]
    return INPUT.token_ids(coded)
