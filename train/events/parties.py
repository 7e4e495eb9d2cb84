r"""Writes the examples from which trees learn who did an act and to whom, out of reports in which every act is labelled.

    python train/events/parties.py train/statements/contacts --known train/statements/reports train/statements/reports/further \
        --rows ../shared/data/dyads_train.jsonl --out build/events

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
Texts that the act layer learned from weigh less (`--known`; `contacts/g*.txt` are left out), for there the tagger's
pointing is surer than elsewhere. Rows of the `dyads` format are sentences of real reporting with one pair of parties marked:
each counts by the act of its type, where there is one with both parties among its phrases.
An example is a noun phrase of a labelled act's sentence, right where its head stands in the label's words.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
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
SHORT, KNOWN = 0.5, 0.3
"""Weight of an example of a sentence alone, and of a text that the act layer learned from, beside one of another report."""
SIDES = ("actors", "recipients")

type Span = tuple[int, int]
type Example = tuple[Candidate, tuple[bool, bool], tuple[bool, bool]]
"""A phrase, whether it is an actor and whether a recipient, and whether the label names any."""


def examples(report: Any, layers: Layers) -> Iterator[list[Example]]:
    """For every labelled act that is found the phrases of its sentence."""
    acts = [(choice, one, choice.start) for choice, one in unsettled(layers, standard())]
    for line, (choice, one, offset) in _paired(report, acts):
        if not is_open(one):
            continue
        actors, recipients = (_spans(report.text, cell, line.sentence) for cell in line.cells[2:4])
        yield list(_judged(choice.candidates(one), offset, actors, recipients))


def row_examples(row: Any, layers: Layers) -> list[Example]:
    """The phrases of the act of a row's type that has the marked parties most nearly, or none where they are no phrases
    of any."""
    sides = row["source_spans"], row["target_spans"]
    pool: list[tuple[int, list[Example]]] = []
    for choice, one in unsettled(layers, standard()):
        if choice is None or not is_open(one) or unified(one.coding.event) != unified(row["event"]):
            continue
        found = list(_judged(choice.candidates(one), choice.start, *sides))
        if all(any(right[side] for _, right, _ in found) for side in (0, 1)):
            given = ((one.arguments.actors, sides[0]), (one.arguments.recipients, sides[1]))
            fit = sum(any(_within(choice.start + p.head.idx, spans) for p in own) for own, spans in given)
            pool.append((fit, found))
    return max(pool, key=lambda one: one[0], default=(0, []))[1]


def _judged(
    candidates: Iterable[Candidate], offset: int, actors: Sequence[Span], recipients: Sequence[Span]
) -> Iterator[Example]:
    named = (bool(actors), bool(recipients))
    for candidate in candidates:
        at = offset + candidate.head.idx
        yield candidate, (_within(at, actors), _within(at, recipients)), named


def _within(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


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


def labelled_acts(given: argparse.Namespace) -> Iterator[tuple[str, float, list[Example]]]:
    """(name of its text, weight, phrases) of every labelled act of all sources."""
    annotate = annotation()
    for folders, trust in ((given.folders, 1.0), (given.known, KNOWN)):
        for report in (text for whole in reports(folders) for text in (whole, *alone(whole))):
            weight = trust * (1.0 if "\n" in report.text else SHORT)
            for found in examples(report, annotate(parse(document(report.text, published=report.day)))):
                yield report.name, weight, found
    for line in given.rows.read_text(encoding="utf-8").splitlines() if given.rows else ():
        row = json.loads(line)
        found = row_examples(row, annotate(parse(document(row["sentence"]))))
        if found:
            yield f"row-{row.get('sentence_id') or row['id']}", 1.0, found


def main() -> None:
    """Writes `actors.npz` and `recipients.npz`, each with the bars that the package holds for a phrase and for one known."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+", help="reports that the act layer did not learn from")
    options.add_argument("--known", type=Path, nargs="*", default=[], help="reports that it learned from")
    options.add_argument("--rows", type=Path, help="rows of the dyads format")
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    names, weights, every = [], [], []
    for act, (name, weight, found) in enumerate(labelled_acts(given)):
        names += [name] * len(found)
        weights += [weight] * len(found)
        every += [(act, *one) for one in found]
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
    print(len(every), "phrases of", len({act for act, *_ in every}), "acts in", len(set(names)), "texts")


if __name__ == "__main__":
    main()
