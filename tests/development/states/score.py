"""Score the conditions read from labelled reports: `python -m tests.development.states.score`.

`--of further` (as is): `train/statements/states/further`, which the shipped weights have not learned from; `--of
aside`: an eighth of the reports in the folder above (by the hash of a report's name), kept out of training until 27
November 2026; the first bars of `extract/conditions_learned.py` were set on these. `--layer no` reads by rules alone;
`-v` tells what is missed or wrong.

A condition is found where a record of its kind (or, for shortages and needs, of the other) holds its telling word; each
record is used once, and one that no label claims is false. Fields are judged on those found.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.extract import conditions_learned
from onrecord.extract.conditions_learned import KINDS
from onrecord.model import Condition, Report
from onrecord.reader import load
from tests.development.labelled import parser

LABELLED = parser()
HOME = Path(__file__).resolve().parents[3] / "train" / "statements" / "states"
ALIKE = {"humanitarian": "shortage", "shortage": "humanitarian"}


def count(report: Any, read: Report, counts: Counter[str], told: list[str]) -> None:
    """Count what of a report's labels was read."""
    left = list(read.conditions)
    for line in report.lines:
        (name, status), parts = line.cells[0].split(), dict(cell.split(": ", 1) for cell in line.cells[2:])
        kind, state = KINDS[name]
        at = LABELLED.place(report.text, line.cells[1], line.sentence)
        sentence = f"{report.name} {' | '.join(line.cells)}: {report.text[slice(*line.sentence)]}"
        counts[f"{kind} asked"] += 1
        hit = _hit(left, kind, at)
        if hit is None:
            told.append(f"MISSED {sentence}")
            continue
        left.remove(hit)
        counts[f"{kind} found"] += 1
        for field, right, got in _fields(kind, state, status, parts, hit, line.sentence):
            counts[f"  {field} asked"] += 1
            counts[f"  {field} found"] += right
            if not right:
                told.append(f"{field.upper()} {got!r} {sentence}")
    for one in left:
        counts[f"{one.kind} false"] += 1
        told.append(f"FALSE {report.name} {one.kind} {one.state} {one.status}: {one.evidence.text}")


def _hit(left: list[Condition], kind: str, at: list[int]) -> Condition | None:
    holding = [c for c in left if c.evidence.start < at[1] and at[0] < c.evidence.end]
    own = [c for c in holding if c.kind == kind] or [c for c in holding if c.kind == ALIKE.get(kind)]
    return min(own, key=lambda c: len(c.evidence.text), default=None)


def _fields(
    kind: str, state: str | None, status: str, parts: dict[str, str], one: Condition, sentence: list[int]
) -> Iterator[tuple[str, bool, object]]:
    got = "denied" if one.negated else one.status
    yield "kind", one.kind == kind, one.kind
    yield "status", got == status, got
    if state:
        yield "state", one.state == state, one.state
    here = one.place is not None and sentence[0] <= one.place.mention.start < sentence[1]
    place = one.place.mention.text if one.place is not None and here else None  # labels are of one sentence
    since = None if one.since is None or one.since.mention is None else one.since.mention.text
    for field, words in (("place", place), ("since", since), ("quantity", one.quantity), ("affected", one.affected)):
        if field in parts:
            yield field, _alike(parts[field].split(" ; ")[0], words), words
        elif field in ("place", "since"):
            yield f"no {field}", words is None, words
    if "restricted" in parts and state in ("blocked", "restricted"):
        texts = list(one.restricted)
        yield "restricted", all(any(_alike(w, t) for t in texts) for w in parts["restricted"].split(" ; ")), texts


def _alike(label: str, words: str | None) -> bool:
    bare = label.partition("#")[0]
    return words is not None and (words in bare or bare in words)


def main() -> None:
    """Print the figures."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--layer", choices=("yes", "no"), default="yes")
    args.add_argument("--of", choices=("further", "aside"), default="further")
    args.add_argument("--folder", type=Path, default=HOME)
    args.add_argument("-v", action="store_true")
    chosen = args.parse_args()
    if chosen.layer == "no":
        for bar in ("BELIEVED", "AMONG_OTHERS", "POINTS"):
            setattr(conditions_learned, bar, 2.0)
    reader, counts, told = load(), Counter[str](), list[str]()
    further = chosen.of == "further"
    for report in LABELLED.reports(chosen.folder / "further" if further else chosen.folder):
        if further or LABELLED.aside(report.name):
            count(report, reader.read(report.text, published=report.day), counts, told)
    sys.stdout.write("\n".join([*(told if chosen.v else []), *lines(counts), ""]))


def lines(counts: Counter[str]) -> Iterator[str]:
    """The figures as a table."""
    for name in sorted({key.rpartition(" ")[0] for key in counts}):
        asked, found, false = (counts[f"{name} {key}"] for key in ("asked", "found", "false"))
        yield f"{name:16s} {found} of {asked}" + ("" if name.startswith(" ") else f", {false} false")
    asked, found, false = (
        sum(n for key, n in counts.items() if key.endswith(end) and not key.startswith(" "))
        for end in ("asked", "found", "false")
    )
    precision, recall = found / max(1, found + false), found / max(1, asked)
    yield f"found: precision {precision:.3f} recall {recall:.3f} F1 {2 * found / max(1, asked + found + false):.3f}"
    right, judged = (
        sum(n for k, n in counts.items() if k.startswith(" ") and k.endswith(e)) for e in ("found", "asked")
    )
    yield f"fields {right / max(1, judged):.3f}; with every label: {right / max(1, judged) * found / max(1, asked):.3f}"


if __name__ == "__main__":
    main()
