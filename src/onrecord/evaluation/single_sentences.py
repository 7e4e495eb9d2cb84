"""Rows of the task "dyads" as gold of the task "events": the parties are not given, each sentence is read as a text.

`python -m onrecord.evaluation single_sentences` scores the development rows so. Whatever has learned from these rows
is flattered by it, so it shows what is lost, not how good the coder is elsewhere. Rows of one sentence are its events;
a sentence tells more than its rows, so that precision is a lower bound.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.evaluation.scoring import score_rows
from onrecord.evaluation.scoring.common import Result, Rows
from onrecord.evaluation.tasks import predictor


def rows(dyads: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """A gold row of the task "events" for each sentence, in the order in which they first come."""
    sentences: dict[str, list[dict[str, Any]]] = {}
    for row in dyads:
        sentences.setdefault(row["sentence"], []).append(
            {"event": row["event"], "actors": _party(row, "source"), "recipients": _party(row, "target")}
        )
    for number, (text, events) in enumerate(sentences.items()):
        yield {"id": str(number), "text": text, "events": events}


def _party(row: Mapping[str, Any], side: str) -> list[dict[str, str]]:
    """The party that a row marks, by its words; none where it marks none."""
    return [{"text": row[f"{side}_text"], "country": ""}] if row.get(side) else []


def evaluate(file: Path) -> Result:
    """The figures of the task "events" on a file of the task "dyads"."""
    gold: Rows = {row["id"]: row for row in rows(json.loads(line) for line in file.read_text("utf-8").splitlines())}
    predicted: Rows = {row["id"]: row for row in predictor("events")(gold.values())}
    return score_rows("events", gold, predicted)[0]
