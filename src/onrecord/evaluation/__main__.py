"""`python -m onrecord.evaluation`: all tasks on the development data, held against the floors (`make eval`)."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.evaluation import articles, challenge, golden, marked_places, offices, petrarch, single_sentences
from onrecord.evaluation.floors import Floor, figure, holds, raised, read_floors, write_floors
from onrecord.evaluation.run import evaluate

OWN: Mapping[str, Callable[[Path], dict[str, Any]]] = {
    "challenge": lambda folder: challenge.evaluate(folder)[0],
    "articles": lambda folder: articles.evaluate(folder)[0],
    "golden": lambda folder: golden.evaluate(folder)[0],
    "petrarch": petrarch.evaluate,
    "offices": lambda folder: offices.result(),
    "single_sentences": single_sentences.evaluate,
    "marked_places": lambda file: marked_places.evaluate(file)[0],
}
"""Measures beside the six tasks."""


def main() -> int:
    """Score every data set of the floors; 0 where all hold, 1 where one sank, 2 where data is missing."""
    options = _options()
    floors = read_floors()
    names = options.only or sorted(floors)
    sunk: list[str] = []
    for name in names:
        floor = floors[name]
        gold = (options.data if floor.of == "data" else options.repository) / floor.file
        if not gold.exists():
            print(f"{name}: NOT RUN, {gold} is missing", file=sys.stderr)  # noqa: T201
            return 2
        result = _figures(floor.task, gold)
        sunk += _report(name, floor, result)
        if options.raise_floors:
            floors[name] = raised(floor, result)
    if options.raise_floors:
        write_floors(floors)
    print("all floors hold" if not sunk else f"SUNK: {', '.join(sunk)}")  # noqa: T201
    return 1 if sunk else 0


def _figures(task: str, gold: Path) -> dict[str, Any]:
    """The figures of one of the six tasks, or of a measure of its own."""
    own = OWN.get(task)
    return own(gold) if own is not None else evaluate(task, gold)[0]


def _report(name: str, floor: Floor, result: dict[str, object]) -> list[str]:
    sunk = []
    for path, least in floor.figures.items():
        value = figure(result, path)
        kept = holds(floor, path, value)
        print(f"{name:16s} {path:24s} {value:.3f}  floor {least:.3f}{'' if kept else '  SUNK'}")  # noqa: T201
        if not kept:
            sunk.append(f"{name} {path}")
    return sunk


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of development data")
    parser.add_argument("--repository", type=Path, default=Path(), help="root of the repository")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="move floors up to better figures")
    parser.add_argument("only", nargs="*", help="data sets to score (default: all)")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OnRecordError as error:
        sys.exit(str(error))
