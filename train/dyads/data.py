"""Examples of the learned coder: development rows, our own sentences, and the examples of the codebook's rules."""

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
BLOCK = 20
"""Lines of one block: neighbours in a file are alike, so a block is held out or trained on as a whole."""


@dataclass(frozen=True)
class Example:
    """One sentence cut at its parties (see `dyad_input.pieces`), its label's number, its group for the folds."""

    parts: tuple
    label: int
    group: str


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
    """Our own sentences, all files of the folder; the group is file and block."""
    return [
        parsed(line, f"{path.stem}-{number // BLOCK}")
        for path in sorted(Path(folder).glob("*.txt"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines())
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


def held_out(examples, every=7):
    """(trained on, held out): of each file's blocks, one in `every`."""
    held = [int(e.group.rpartition("-")[2]) % every == every // 2 for e in examples]
    return (
        [e for e, out in zip(examples, held, strict=True) if not out],
        [e for e, out in zip(examples, held, strict=True) if out],
    )


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


def encode(tokenizer, parts):
    """Vocabulary ids of a cut sentence."""
    coded = [(mark, tokenizer.encode(words, add_special_tokens=False).ids) for mark, words in parts]
    return INPUT.token_ids(coded)
