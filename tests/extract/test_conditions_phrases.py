"""Phrases of a table are found as one pattern of them all would find them."""

import re

import pytest

from onrecord.extract.conditions_passage import passages
from onrecord.extract.conditions_phrases import Phrases

_TOLD = ["no * left", "no bread left", "left at dawn", "<who> left", "down to a third"]
_SPECIAL = {"*": r"(?:\w+\s+){0,3}\w+", "<who>": r"(?:\w+\s+)?(?:lorries|ferries)"}


def _all_at_once(text: str) -> list[tuple[int, int]]:
    parts = [r"\s+".join(_SPECIAL.get(word, re.escape(word)) for word in one.split()) for one in _TOLD]
    whole = re.compile(rf"\b(?:{'|'.join(sorted(parts, key=len, reverse=True))})\b", re.IGNORECASE)
    return [found.span() for found in whole.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "There is no bread left, and no warm clothes left at dawn.",
        "The lorries left at dawn. LORRIES LEFT, no milk left.",
        "Stocks are down to  a\nthird; the ferries left.",
        "Nobody spoke of it.",
        "no left",
    ],
)
def test_phrases_found_as_one_pattern_would(text: str) -> None:
    found = [match.span() for _, match in Phrases([("row", _TOLD)], _SPECIAL.get).find(text)]
    assert found == _all_at_once(text)


def test_phrases_of_passage_in_any_case() -> None:
    rows = [row.state for row, _ in passages().find("TRAFFIC CAME TO A HALT at the pass.")]
    assert rows == ["blocked"]
