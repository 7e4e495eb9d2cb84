"""One scorer a task, with the definitions and results of the project's reference scorer."""

from collections.abc import Callable
from pathlib import Path

from onrecord.evaluation.scoring.common import Result, Rows, load
from onrecord.evaluation.scoring.dyads import score_dyads
from onrecord.evaluation.scoring.events import score_events
from onrecord.evaluation.scoring.places import score_places
from onrecord.evaluation.scoring.sources import score_sources
from onrecord.evaluation.scoring.statements import score_statements
from onrecord.evaluation.scoring.times import score_times

SCORERS: dict[str, Callable[[Rows, Rows, list[str]], Result]] = {
    "dyads": score_dyads,
    "statements": score_statements,
    "sources": score_sources,
    "times": score_times,
    "places": score_places,
    "events": score_events,
}


def score(task: str, gold: Path, predicted: Path) -> tuple[Result, list[str]]:
    """Scores of one task (fractions 0–1, distances in km) and a line for each error.

    A gold row that the predictions lack counts as an empty prediction; rows only in the predictions are
    ignored and counted as `extra`.
    """
    return score_rows(task, load(gold), load(predicted))


def score_rows(task: str, gold: Rows, predicted: Rows) -> tuple[Result, list[str]]:
    """`score` over rows already loaded, keyed by id."""
    errors: list[str] = []
    result = SCORERS[task](gold, predicted, errors)
    counts = {
        "gold": len(gold),
        "predicted": len(set(gold) & set(predicted)),
        "missing": len(set(gold) - set(predicted)),
        "extra": len(set(predicted) - set(gold)),
    }
    return {"task": task, **counts, **result}, errors
