"""Rows of given parties become gold texts whose parties have to be found."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.evaluation.single_sentences import evaluate, rows

PARDON = "Ardenia pardoned two Velmari fishermen."
ROWS: list[dict[str, Any]] = [
    {"id": "a", "sentence": PARDON, "event": "YIELD", "source": {"start": 0, "end": 7}, "source_text": "Ardenia",
     "target": {"start": 17, "end": 38}, "target_text": "two Velmari fishermen"},
    {"id": "b", "sentence": "The bridge was blown up.", "event": "ASSAULT", "source": None, "source_text": "An actor",
     "target": {"start": 0, "end": 10}, "target_text": "The bridge"},
    {"id": "c", "sentence": PARDON, "event": "AID", "source": None, "target": None},
]  # fmt: skip


def test_single_sentences_have_the_events_of_their_rows() -> None:
    first, second = rows(ROWS)
    assert (first["id"], first["text"], second["id"]) == ("0", PARDON, "1")
    assert [event["event"] for event in first["events"]] == ["YIELD", "AID"]
    assert first["events"][0]["actors"] == [{"text": "Ardenia", "country": ""}]
    assert first["events"][1] == {"event": "AID", "actors": [], "recipients": []}
    assert second["events"][0]["actors"] == []


def test_single_sentences_are_scored_as_events(tmp_path: Path) -> None:
    file = tmp_path / "dyads.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS[:1]), encoding="utf-8")
    result = evaluate(file)
    assert (result["type"]["F1"], result["type_actors"]["R"]) == (pytest.approx(1.0), pytest.approx(1.0))
