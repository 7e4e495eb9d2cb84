"""Examples of the learned coder: development rows and our own sentences, and how they are varied in training."""

import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module

INPUT = runtime_module("annotate.dyad_input")
OWN = Path(__file__).with_name("sentences.txt")
NEUTRAL = {"S": ["an actor", "the first party", "officials"], "T": ["a recipient", "the other party", "others"]}


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


def own():
    """Our own sentences: TYPE | words with [S]…[/S] and [T]…[/T]."""
    found = []
    for number, line in enumerate(OWN.read_text(encoding="utf-8").splitlines()):
        if line.strip() and not line.startswith("#"):
            label, marked = line.split(" | ", 1)
            parts = re.findall(r"\[(S|T)\](.*?)\[/\1\]|([^\[]+)", marked)
            cut = tuple((mark, inner or plain) for mark, inner, plain in parts)
            found.append(Example(cut, INPUT.LABELS.index(label), f"own-{number}"))
    return found


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


class Vary:
    """Random variants: other parties put in, parties masked, articles dropped as in terse wires."""

    def __init__(self, examples, rng):
        self.rng = rng
        self.names = {m: sorted({w for e in examples for k, w in e.parts if k == m}) for m in ("S", "T")}

    def __call__(self, parts):
        rng = self.rng
        swap = {m: rng.random() for m in ("S", "T")}
        new = [(mark, self.party(mark, words, swap[mark])) if mark else (mark, words) for mark, words in parts]
        if rng.random() < 0.15:
            new = [(mark, re.sub(r"\b([Tt]he|[Aa]n?) ", "", words)) for mark, words in new]
        if rng.random() < 0.15:
            new = [(mark, re.sub(r"^[A-Z][A-Z ,.]+(?:\([A-Za-z]+\) )?-+ ", "", words)) for mark, words in new]
        return new

    def party(self, mark, words, chance):
        if chance < 0.15:
            return self.rng.choice(NEUTRAL[mark])
        if chance < 0.4:
            return self.rng.choice(self.names[mark])
        return words


def encode(tokenizer, parts):
    """Vocabulary ids of a cut sentence."""
    coded = [(mark, tokenizer.encode(words, add_special_tokens=False).ids) for mark, words in parts]
    return INPUT.token_ids(coded)


__all__ = ["INPUT", "Example", "Vary", "development", "encode", "folds", "own", "row_example"]
