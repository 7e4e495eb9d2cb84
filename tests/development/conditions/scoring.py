"""How many of the labelled conditions are found, and which of their fields are right.

A condition is found where a record of its kind stands on its words (another kind of the same words counts as found but
not as right); each record is used once. A record that no label claims is false.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import Condition, Report
from onrecord.reader import Reader, load

FILES = tuple(Path(__file__).parent / name for name in ("sentences.jsonl", "second.jsonl"))
PUBLISHED = "2031-06-12"


@dataclass(slots=True)
class Score:
    """Counts by kind of condition, and of fields told by the gold."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """F1 of conditions found, over all kinds."""
        found, gold, false = self.found.total(), self.gold.total(), self.false.total()
        return 2 * found / (gold + found + false)

    @property
    def fields(self) -> float:
        """Share of the fields of found conditions that are right."""
        return self.right.total() / max(1, self.asked.total())


def measure(reader: Reader) -> Score:
    """The score of all sentences, each read as a report of its own."""
    score = Score()
    for line in (line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        _count(row, reader.read(row["text"], published=PUBLISHED), score)
    return score


def _count(row: dict[str, Any], report: Report, score: Score) -> None:
    left = list(report.conditions)
    for gold in row["conditions"]:
        score.gold[gold["kind"]] += 1
        at = row["text"].index(gold["words"])
        hit = next((c for c in left if _stands(c, gold, at)), None)
        if hit is None:
            score.lines.append(f"{row['id']} MISSING {gold['kind']}: {row['text']} <{gold['words']}>")
            continue
        left.remove(hit)
        score.found[gold["kind"]] += 1
        for name, right, told in _fields(gold, hit):
            score.asked[name] += 1
            score.right[name] += right
            if not right:
                score.lines.append(f"{row['id']} {name} {told!r}: {row['text']}")
    for one in left:
        score.false[one.kind] += 1
        score.lines.append(f"{row['id']} FALSE {one.kind} {one.state} <{one.evidence.text}>: {row['text']}")


_EITHER = {"humanitarian": {"shortage"}, "shortage": {"humanitarian"}}


def _stands(one: Condition, gold: dict[str, Any], at: int) -> bool:
    kinds = {gold["kind"], *_EITHER.get(gold["kind"], ())}
    return one.kind in kinds and one.evidence.start < at + len(gold["words"]) and at < one.evidence.end


def _fields(gold: dict[str, Any], one: Condition) -> Iterator[tuple[str, bool, object]]:
    told: dict[str, object] = {
        "state": one.state, "status": one.status, "negated": one.negated, "sectors": one.sectors,
        "place": one.place.mention.text if one.place else None,
        "since": one.since.mention.text if one.since and one.since.mention else None,
        "restricted": list(one.restricted),
        "quantity": one.quantity,
    }  # fmt: skip
    yield "kind", one.kind == gold["kind"], one.kind
    yield "status", one.status == gold.get("status", "asserted"), one.status
    yield "negated", one.negated == gold.get("negated", False), one.negated
    if gold.get("state"):
        yield "state", one.state == gold["state"], one.state
    for name in ("place", "since", "quantity"):
        if gold.get(name):
            yield name, _alike(gold[name], told[name]), told[name]
    if any(gold.get("sectors") or ()):
        yield "sectors", set(gold["sectors"]) <= set(one.sectors), one.sectors
    if gold.get("restricted"):
        texts = list(one.restricted)
        yield "restricted", all(any(_alike(want, text) for text in texts) for want in gold["restricted"]), texts


def _alike(gold: str, told: object) -> bool:
    return isinstance(told, str) and (told in gold or gold in told)


if __name__ == "__main__":
    made = measure(load())
    told = list(made.lines) if "-v" in sys.argv else []
    told += [f"{k}: {made.found[k]} of {made.gold[k]}, {made.false[k]} false" for k in sorted(made.gold | made.false)]
    told += [f"  {name}: {made.right[name]} of {made.asked[name]}" for name in sorted(made.asked)]
    sys.stdout.write("\n".join([*told, f"found F1 {made.f1:.3f}, fields {made.fields:.3f}", ""]))
