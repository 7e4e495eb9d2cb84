"""The development reports check themselves: spans, parents, and nothing left unbuilt."""

import json
from pathlib import Path

import pytest

REPORTS = sorted(Path(__file__).parent.rglob("reports/*.json"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_development_report_spans_and_parents_hold(path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    rows = json.loads(path.read_text(encoding="utf-8"))["statements"]
    assert rows
    for row in rows:
        assert all(text[span["start"] : span["end"]] == span["text"] for span in row["spans"])
        assert row["parent"] is None or 0 <= row["parent"] < len(rows)


def test_development_reports_are_all_there() -> None:
    assert len(REPORTS) == 84
