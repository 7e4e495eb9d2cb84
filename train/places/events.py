"""Writes the examples of the model of event places, from sentences with verbs and the places of their events.

    python train/places/events.py ../shared/data/event_places_dev.jsonl event_places.npz

Runs in the package's own environment; `common/trees.py` turns the examples into trees. A row a place name of the verb's
sentence: right where the corpus marks it. `--fold 0|1` leaves out the texts of that half.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from examples import half

from onrecord.annotate.layers import Layers
from onrecord.evaluation.event_places import Row, marked, read, verb
from onrecord.link.event_places import NAMES, candidates

UNMARKED = 0.5
"""Weight of the examples of a sentence where the corpus marks no place: half of these name one that it missed."""


def examples(sentences: Iterable[tuple[Row, Layers]]) -> dict[str, list[Any]]:
    """The examples."""
    out: dict[str, list[Any]] = {"rows": [], "labels": [], "weight": []}
    for row, layers in sentences:
        gold = marked(row) or []
        for toponym, features in candidates(layers, verb(row, layers)):
            out["rows"].append(features)
            out["labels"].append(any(toponym.start < end and start < toponym.end for start, end in gold))
            out["weight"].append(1.0 if gold else UNMARKED)
    return out


def _rows(path: Path, fold: int | None) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if fold is None or half(row["text"]) != fold:
                yield row


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sentences", type=Path)
    options.add_argument("output", type=Path)
    options.add_argument("--fold", type=int, choices=(0, 1))
    given = options.parse_args()
    out = examples(read(_rows(given.sentences, given.fold)))
    np.savez(given.output, names=np.array(NAMES), **{name: np.array(values) for name, values in out.items()})
    sys.stderr.write(f"{len(out['labels'])} examples, {sum(out['labels'])} right\n")


if __name__ == "__main__":
    main()
