"""One predictor a task: rows of the gold format in (their gold fields ignored), prediction rows out, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from onrecord.errors import Code, InputError

TASKS = ("dyads", "statements", "sources", "times", "places", "events")

type Predictor = Callable[[Iterable[Mapping[str, Any]]], Iterator[dict[str, Any]]]

GOLD_FIELDS = {
    "dyads": ("event", "quad"),
    "statements": ("quotes",),
    "sources": ("mentions",),
    "times": ("times",),
    "places": ("places",),
    "events": ("events",),
}


def predictor(task: str) -> Predictor:
    """The predictor of a task; it never sees the gold fields. Raises InputError (OR-E051) for an unknown task."""
    if task not in TASKS:
        raise InputError(Code.E051, task=task, tasks=", ".join(TASKS))
    predict: Predictor = import_module(f"onrecord.evaluation.tasks.{task}").predict
    hidden = GOLD_FIELDS[task]

    def blind(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        return predict({k: v for k, v in row.items() if k not in hidden} for row in rows)

    return blind
