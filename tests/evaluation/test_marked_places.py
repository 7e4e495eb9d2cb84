"""Texts with places marked in them become gold rows, and offices have floors."""

from pathlib import Path

import pytest

from onrecord.evaluation.floors import read_floors
from onrecord.evaluation.marked_places import rows


def test_marked_places_rows(tmp_path: Path) -> None:
    file = tmp_path / "marked.txt"
    file.write_text("% a comment\n# one\nIn [Baku](geonames:587084) a {Lebanese} left [Arida]().\n\n# two\nNothing.\n")
    first, second = rows(file)
    assert first["text"] == "In Baku a Lebanese left Arida."
    baku, arida = first["places"]
    assert first["text"][baku["start"] : baku["end"]] == "Baku"
    assert baku["lat"] == pytest.approx(40.38, abs=0.1)
    assert (first["text"][arida["start"] : arida["end"]], arida["lat"]) == ("Arida", None)
    assert [first["text"][i["start"] : i["end"]] for i in first["ignore"]] == ["Lebanese"]
    assert (second["doc_id"], second["places"]) == ("two", [])


def test_marked_places_unknown_identifier(tmp_path: Path) -> None:
    file = tmp_path / "marked.txt"
    file.write_text("# one\n[Nowhere](geonames:1)\n")
    with pytest.raises(KeyError):
        list(rows(file))


def test_floors_hold_offices_and_invented_reports() -> None:
    floors = read_floors()
    assert floors["offices"].figures["asked.right"] >= 0.95
    assert floors["offices"].sense["named.wrong"] == "at most"
    assert floors["places_news"].of == "repository"
