r"""Writes the examples from which trees learn who did an act and to whom, out of reports in which every act is labelled.

    python train/events/parties.py train/statements/contacts --out build/events

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
Texts that the act layer learned from (`contacts/g*.txt`) are left out: there the tagger's pointing is surer than elsewhere.
An example is a noun phrase of a labelled act's sentence, right where its head stands in the label's words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.codebook.compiled import standard
from onrecord.extract.event_parties import KEPT, LEAST, NAMES, Candidate, is_open
from onrecord.extract.event_stand_in import unified
from onrecord.extract.events import unsettled
from onrecord.ingest.document import document
from statements import labelled

LEARNED = "g"
"""How the names of files begin that the act layer learned from."""
SHORT = 0.5
"""Weight of an example of a sentence alone beside one of a report."""
SIDES = ("actors", "recipients")

type Span = tuple[int, int]


def examples(report: Any, layers: Layers) -> Iterator[list[tuple[Candidate, tuple[bool, bool], tuple[bool, bool]]]]:
    """For every labelled act that is found the phrases of its sentence, each with whether it is an actor and whether a
    recipient, and whether the label names any."""
    acts = [(choice, one, choice.start) for choice, one in unsettled(layers, standard())]
    for line, (choice, one, offset) in _paired(report, acts):
        if not is_open(one):
            continue
        sides = [_spans(report.text, cell, line.sentence) for cell in line.cells[2:4]]
        named = (bool(sides[0]), bool(sides[1]))
        found = []
        for candidate in choice.candidates(one):
            at = offset + candidate.head.idx
            actor, recipient = (any(start <= at < end for start, end in spans) for spans in sides)
            found.append((candidate, (actor, recipient), named))
        yield found


def _paired(report: Any, acts: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Labels with the acts that are theirs: those of their word first, then those of their sentence."""
    taken: set[int] = set()
    left = list(report.lines)
    for whole in (False, True):
        rest = []
        for line in left:
            kind, span = line.cells[0].split()[0], labelled.place(report.text, line.cells[1], line.sentence)
            start, end = line.sentence if whole else span
            hits = (
                n
                for n, (_, one, offset) in enumerate(acts)
                if n not in taken
                and unified(one.coding.event) == unified(kind)
                and start <= offset + one.match.trigger.idx < end
            )
            hit = next(hits, None)
            if hit is None:
                rest.append(line)
                continue
            taken.add(hit)
            yield line, acts[hit]
        left = rest


def _spans(text: str, cell: str, sentence: Span) -> list[Span]:
    return [] if cell == "-" else [tuple(labelled.place(text, one.strip(), sentence)) for one in cell.split(" ; ")]


def reports(folders: Iterable[Path]) -> Iterator[Any]:
    """The labelled reports of folders, but for those that the act layer knows."""
    for path in (path for folder in folders for path in sorted(folder.glob("*.txt"))):
        if not path.name.startswith(LEARNED):
            yield from labelled.report_file(path, "act")


def alone(report: Any) -> Iterator[Any]:
    """Every second labelled sentence of a report as a report of its own: a text may be that short."""
    for start, end in sorted({line.sentence for line in report.lines})[::2]:
        lines = [labelled.Line(line.cells, (0, end - start)) for line in report.lines if line.sentence == (start, end)]
        yield replace(report, text=report.text[start:end], lines=lines)


def main() -> None:
    """Writes `actors.npz` and `recipients.npz`, each with the bars that the package holds for a phrase and for one known."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    annotate, names, columns = annotation(), [], []
    weights: list[float] = []
    for report in (text for whole in reports(given.folders) for text in (whole, *alone(whole))):
        weight = 1.0 if "\n" in report.text else SHORT
        for found in examples(report, annotate(parse(document(report.text, published=report.day)))):
            columns.append(found)
            names += [report.name] * len(found)
            weights += [weight] * len(found)
    every = [(act, *one) for act, found in enumerate(columns) for one in found]
    given.out.mkdir(parents=True, exist_ok=True)
    shared = {
        "rows": np.array([candidate.columns for _, candidate, _, _ in every]),
        "weight": np.array(weights),
        "names": NAMES,
        "reports": np.array(names),
        "acts": np.array([act for act, *_ in every]),
        "bars": np.array([LEAST, KEPT]),
    }
    for side, file in enumerate(SIDES):
        right, named = (np.array([one[part][side] for one in every]).astype(int) for part in (2, 3))
        np.savez_compressed(given.out / f"{file}.npz", **shared, labels=right, named=named)
    print(len(every), "phrases of", len(columns), "acts in", len(set(names)), "reports")


if __name__ == "__main__":
    main()
