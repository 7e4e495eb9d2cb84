"""The articles and reports of contacts that the learned layers learn from: labels whose words stand in the text."""

from pathlib import Path
from typing import Any

import pytest

from tests.development.labelled import parser

HOME = Path(__file__).resolve().parents[2] / "train" / "statements" / "contacts"
FORM = parser()


def reports(sort: str) -> list[Any]:
    return [report for folder in (HOME, HOME / "kept") for report in FORM.reports(folder, sort)]


def cells(line: Any, sort: str) -> list[str]:
    """The cells of a label whose words stand in its sentence."""
    if sort == "statement":
        _, _, cue, source, *_ = line.cells
        return [cue, source]
    if sort == "act":
        return list(line.cells[1:])
    return [line.cells[1], *(part.partition(": ")[2] for part in line.cells[2:])]


def test_every_report_has_a_name_of_its_own_and_labels_of_each_sort() -> None:
    names = [report.name for report in reports("statement")]
    assert len(names) == len(set(names))
    for sort in FORM.SORTS:
        assert sum(len(report.lines) for report in reports(sort)) > len(names)


@pytest.mark.parametrize("sort", FORM.SORTS)
def test_words_of_labels_stand_in_their_sentence(sort: str) -> None:
    for report in reports(sort):
        for line in report.lines:
            for cell in cells(line, sort):
                for words in cell.split(" ; ") if cell != "-" else ():
                    FORM.place(report.text, words.strip(), line.sentence)


def test_contents_of_statements_are_found() -> None:
    for report in reports("statement"):
        for line in report.lines:
            for part in line.cells[1].split(" // "):
                start, end = FORM.content(report, line, part)
                assert line.sentence[0] <= start < end <= len(report.text)
