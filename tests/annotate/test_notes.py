"""Diagnostics of what reading had to decide."""

import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.notes import MOST, noted
from onrecord.annotate.parse import LONGEST, LONGEST_LINE, paragraph_bounds, parse
from onrecord.annotate.quotations import quotations
from onrecord.ingest.document import document


def codes(text: str) -> list[str]:
    layers = parse(document(text, published="2031-05-14"))
    layers = Layers(layers.document, layers.text, layers.paragraphs, layers.sentences, quotations(layers))
    return [d.code for d in noted(layers).document.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” she said.", []),
        ("“We agree, she said.", ["OR-W004"]),
        ("“We agree.\n\n“We always did,” she said.", []),
        ("“We agree.\n\nThe road is open.", ["OR-W004"]),
    ],
)
def test_a_mark_that_nothing_closes_is_told(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_many_open_marks_are_told_by_a_few() -> None:
    assert codes("“We agree.\n\nNo.\n\n" * 30).count("OR-W004") == MOST


def test_a_long_line_is_told_with_its_parts() -> None:
    text = "The road is open. " * (LONGEST // 18 + 5)
    diagnostics = noted(parse(document(text, published="2031-05-14"))).document.diagnostics
    assert [d.code for d in diagnostics] == ["OR-W005"]
    assert "2 parts" in diagnostics[0].message


def test_what_is_left_unread_of_an_endless_line_is_told() -> None:
    text = "x" * (LONGEST_LINE + 100) + "\nThe road is open."
    bounds = list(paragraph_bounds(text))
    assert bounds[-2][1] == LONGEST_LINE and text[slice(*bounds[-1])] == "The road is open."
    message = next(d.message for d in noted(parse(document(text))).document.diagnostics if d.code == "OR-W008")
    assert f"{LONGEST_LINE + 100} characters" in message and f"up to {LONGEST_LINE}" in message
