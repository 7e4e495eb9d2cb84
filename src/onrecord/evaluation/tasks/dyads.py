"""The task "dyads": the type of event that a given actor does to a given recipient, always answered."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.annotate import dyad_model
from onrecord.annotate.dyad_input import Range


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The likeliest type of each row, with its calibrated score."""
    model = dyad_model.standard()
    for row in rows:
        relation = model.relation(row["sentence"], spans(row, "source"), spans(row, "target"))
        yield {"id": row["id"], "event": relation.event, "score": round(relation.score, 4)}


def spans(row: Mapping[str, Any], side: str) -> list[Range]:
    """All marked spans of one side, given as pairs or as objects; empty where the row marks none."""
    marked = row.get(f"{side}_spans") or ([row[side]] if row.get(side) else [])
    return [(s["start"], s["end"]) if isinstance(s, Mapping) else (s[0], s[1]) for s in marked]
