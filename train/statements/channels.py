r"""Writes the examples from which trees learn through which channel a statement was made.

    python train/statements/channels.py tests/development/desks tests/development/addressed \
        --golden tests/development/speakers tests/development/speakers/third tests/development/speakers/fourth \
        tests/development/speakers/fifth_a tests/development/speakers/fifth_b --out build/channels/channels.npz

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
The folders are of reports that the tagger's reading of speech has not learned from, or its shares would be surer than elsewhere.
An example is a channel that a labelled statement may have, right where it is the label's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.development.labelled import parser
from tests.development.spoken.score import rows

from onrecord.annotate.layers import Layers
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.evaluation import golden
from onrecord.link import told_how
from onrecord.link.channel_choice import NAMES, Own, candidates
from onrecord.model import Statement
from onrecord.model.vocabulary import Channel
from onrecord.reader import load

type Asked = dict[str, list[tuple[Channel, list[float]]]]
"""By id of a statement the channels that it may have, with their columns."""


ALONE = 0.5
"""Weight of a statement whose sentence is read alone: a text may be that short."""


def texts(folders: Sequence[Path], goldens: Sequence[Path]) -> Iterator[tuple[str, str, str | None, list[Any], bool]]:
    """(name, text, day, labels, whether it is one sentence) of every report and of its sentences with a label."""
    for folder in folders:
        for report in parser().reports(folder, "statement"):
            name, day = f"{folder.name}-{report.name}", report.day
            yield name, report.text, day, list(rows(report)), False
            yield from ((name, text, day, labels, True) for text, labels in sentences(report))
    for folder in goldens:
        for number, (_, text, labels) in enumerate(golden.labelled(folder)):
            yield f"{folder.name}-{number}", text, None, list(labels), False


def sentences(report: Any) -> Iterator[tuple[str, list[Any]]]:
    """Every labelled sentence that holds all its statements, with its labels."""
    gold = list(rows(report))
    for start, end in sorted({line.sentence for line in report.lines}):
        own = [label for label in gold if any(start <= span["start"] < end for span in label["spans"])]
        if all(start <= span["start"] and span["end"] <= end for label in own for span in label["spans"]):
            yield report.text[start:end], [moved(label, start) for label in own]


def moved(label: Any, start: int) -> Any:
    """A label with offsets that count from `start`."""
    spans = [{**span, "start": span["start"] - start, "end": span["end"] - start} for span in label["spans"]]
    return {**label, "spans": spans}


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+", help="labelled reports with labels of several sorts")
    options.add_argument("--golden", type=Path, nargs="*", default=[], help="folders in the form of golden reports")
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    asked: Asked = {}
    told: dict[str, Channel] = {}

    def noting(
        statements: Sequence[Statement], readings: Sequence[SpeechReading | None], own: Own, layers: Layers
    ) -> list[Channel]:
        told.update(own)
        found = candidates(statements, readings, own, layers)
        asked.update({s.id: one for s, one in zip(statements, found, strict=True)})
        return [statement.channel for statement in statements]

    told_how.channels = noting
    reader = load()
    every, labels, weights, names, statements = [], [], [], [], []
    for name, text, day, gold, alone in texts(given.folders, given.golden):
        asked.clear()
        read = reader.read(text, published=day)
        for i, j in golden.aligned(gold, read.statements):
            found = read.statements[j].id
            if alone and told.get(found, "unknown") == "unknown":
                continue  # its channel may have been told in another sentence
            for channel, columns in asked.get(found, []):
                every.append(columns)
                labels.append(channel == gold[i]["channel"])
                weights.append(ALONE if alone else 1.0)
                names.append(name)
                statements.append(f"{name}-{i}{'-alone' * alone}")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        given.out, rows=np.array(every), labels=np.array(labels).astype(int), weight=np.array(weights), names=NAMES,
        reports=np.array(names), statements=np.array(statements),
    )  # fmt: skip
    print(len(every), "channels of", len(set(statements)), "statements in", len(set(names)), "reports")


if __name__ == "__main__":
    main()
