"""The reports of contacts that the learned layers learn from: one text, and labels whose words stand in it."""

from pathlib import Path
from typing import Any

import pytest

from tests.development.labelled import parser

HOME = Path(__file__).resolve().parents[2] / "train" / "statements"
FORM = parser()


def reports(kind: str) -> dict[str, Any]:
    return {report.name: report for report in FORM.reports(HOME / kind / "contacts")}


def cells(report: Any, line: Any, kind: str) -> list[str]:
    """The cells of a label whose words stand in its sentence."""
    if kind == "speeches":
        _, _, cue, source, *_ = line.cells
        return [cue, source]
    if kind == "reports":
        return list(line.cells[1:])
    return [line.cells[1], *(part.partition(": ")[2] for part in line.cells[2:])]


def test_statements_acts_and_conditions_are_labelled_on_the_same_texts() -> None:
    texts = [
        {name: report.text for name, report in reports(kind).items()} for kind in ("speeches", "reports", "states")
    ]
    assert len(texts[0]) == 240
    assert texts[0] == texts[1] == texts[2]


@pytest.mark.parametrize("kind", ["speeches", "reports", "states"])
def test_words_of_labels_stand_in_their_sentence(kind: str) -> None:
    for report in reports(kind).values():
        for line in report.lines:
            for cell in cells(report, line, kind):
                for words in cell.split(" ; ") if cell != "-" else ():
                    FORM.place(report.text, words.strip(), line.sentence)


def test_contents_of_statements_are_found() -> None:
    for report in reports("speeches").values():
        for line in report.lines:
            for part in line.cells[1].split(" // "):
                start, end = FORM.content(report, line, part)
                assert line.sentence[0] <= start < end <= len(report.text)
