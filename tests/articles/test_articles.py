"""Whole articles read as a careful reader reads them: floors of the development articles, and the data itself."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.evaluation.articles import Sheet, articles, hold
from onrecord.reader import Reader

HERE = Path(__file__).parent
READINGS = sorted(HERE.rglob("*.gold.json"))


def spans(value: Any) -> list[dict[str, Any]]:
    """Every span in a reading, however deep."""
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} <= value.keys() else []
        return own + [span for inner in value.values() for span in spans(inner)]
    return [span for inner in value for span in spans(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_articles_readings_stand_in_their_text(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / gold["document"]).read_text(encoding="utf-8")
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans(gold))
    names = {row["id"] for row in gold["statements"]}
    above = [row["parent"] for row in gold["statements"]] + [row["source_statement"] for row in gold["events"]]
    told = [name for side in gold["readout_comparison"]["sides"].values() for name in side]
    assert set(filter(None, above)) | set(told) <= names


def test_articles_readings_are_those_of_their_sources() -> None:
    spec = importlib.util.spec_from_file_location("articles_build", HERE / "build.py")
    assert spec is not None and spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    assert {path: path.read_text(encoding="utf-8") for path in READINGS} == build.built()


def test_articles_development_keeps_its_floor(reader: Reader) -> None:
    sheet = Sheet()
    for _, text, gold in articles(HERE):
        hold(gold, text, reader.read(text, published=gold["published_when_known"]), sheet)
    assert sheet.result()["all"] >= 0.78, "\n".join(sheet.wrong)
