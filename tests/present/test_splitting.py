"""One statement cut into its points."""

import pytest

from onrecord.model import Span
from onrecord.present.splitting import agenda, pieces


def cut(text: str, *, listed: bool = False) -> list[str]:
    span = Span(10, 10 + len(text), text)
    found = pieces(span, listed=listed)
    assert all(text[one.start - 10 : one.end - 10] == one.text for one in found)
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("“discussed the issues of trade, the rights and duties of settlers, and ferry links.”",
         ["trade", "the rights and duties of settlers", "ferry links"]),
        ("exchanged views on fishing, grain and prisoners", ["fishing", "grain", "prisoners"]),
        ("the hunger, resulting from the closure of the road", ["the hunger", "the closure of the road"]),
        ("Veldoria sent men and openly violated the Pact", ["Veldoria sent men", "openly violated the Pact"]),
        ("the U.S. commitment to safety and dignity", ["the U.S. commitment to safety and dignity"]),
        ("what she called “an open wound.”", ["what she called “an open wound.”"]),
        ("“The ferry sails.”", ["The ferry sails"]),
        ("The road is shut. It must open.", ["The road is shut", "It must open"]),
    ],
)  # fmt: skip
def test_splitting_cuts_lists_causes_and_clauses(text: str, points: list[str]) -> None:
    assert cut(text) == points


def test_splitting_a_list_that_the_cue_opened() -> None:
    assert cut("ferries, prisoners, and a summit", listed=True) == ["ferries", "prisoners", "a summit"]


def test_splitting_finds_no_agenda_where_none_is_opened() -> None:
    assert agenda(Span(0, 22, "The road, long, is shut")) == ()
