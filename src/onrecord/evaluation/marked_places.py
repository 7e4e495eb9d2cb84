"""Texts with places marked in them, as gold for the task "places".

`[Goris](geonames:174895)` is a place with the identifier of the gazetteer, `[Arida]()` one that has none there,
`{Lebanese}` words that are neither wanted nor wrong. Texts are apart by an empty line; the first line of each, after
"# ", is its id. A line that begins with "%" is a comment.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.evaluation.scoring import score_rows
from onrecord.evaluation.scoring.common import Result, Rows
from onrecord.evaluation.tasks import predictor
from onrecord.resources.places_gazetteer import Gazetteer, gazetteer

_MARK = re.compile(r"\[(?P<place>[^\]]+)\]\((?P<ident>[^)]*)\)|\{(?P<ignored>[^}]+)\}")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The gold rows of a file of marked texts; an identifier that the gazetteer lacks is a KeyError."""
    known = gazetteer()
    numbers = {known.ident(number): number for number in reversed(range(len(known)))}
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("%")]
    for block in "\n".join(lines).strip().split("\n\n"):
        head, _, body = block.partition("\n")
        yield {"doc_id": head.removeprefix("# "), **_row(body, known, numbers)}


def _row(body: str, known: Gazetteer, numbers: Mapping[str, int]) -> dict[str, Any]:
    text, at = "", 0
    places: list[dict[str, Any]] = []
    ignore: list[dict[str, Any]] = []
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        at = mark.end()
        words = mark["place"] or mark["ignored"]
        span = {"start": len(text), "end": len(text) + len(words)}
        text += words
        if mark["ignored"]:
            ignore.append(span)
        else:
            places.append(span | _point(mark["ident"], known, numbers))
    return {"text": text + body[at:], "places": places, "ignore": ignore}


def _point(ident: str, known: Gazetteer, numbers: Mapping[str, int]) -> dict[str, float | None]:
    if not ident:
        return {"lat": None, "lon": None}
    record = known.records[numbers[ident]]
    return {"lat": float(record["lat"]), "lon": float(record["lon"])}


def evaluate(path: Path) -> tuple[Result, list[str]]:
    """Predict on the texts of a file, then score: the scores and a line for each error."""
    gold: Rows = {row["doc_id"]: row for row in rows(path)}
    predicted: Rows = {row["doc_id"]: row for row in predictor("places")(gold.values())}
    return score_rows("places", gold, predicted)
