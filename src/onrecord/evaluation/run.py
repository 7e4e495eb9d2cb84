"""Predict and score: one task on one file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import Code, InputError
from onrecord.evaluation.scoring import score_rows
from onrecord.evaluation.scoring.common import Result, Rows, key, load, rows
from onrecord.evaluation.tasks import predictor

type Progress = Callable[[int], None]


def predict_rows(task: str, source: Path, progress: Progress = lambda done: None) -> Iterator[dict[str, Any]]:
    """Predictions for the rows of a JSON Lines file, in order; `progress` hears how many are done."""
    for done, prediction in enumerate(predictor(task)(rows(source)), 1):
        yield prediction
        progress(done)


def evaluate(task: str, gold: Path, progress: Progress = lambda done: None) -> tuple[Result, list[str]]:
    """Predict on the gold file's texts, then score: the scores and a line for each error.

    Raises InputError (OR-E050) for a file without rows, of which nothing can be said.
    """
    predictor(task)  # an unknown task is told before a file that cannot be read
    asked = load(gold)
    if not asked:
        raise InputError(Code.E050, source=gold, line=1, reason="no row to score")
    predicted: Rows = {key(row): row for row in predict_rows(task, gold, progress)}
    return score_rows(task, asked, predicted)
