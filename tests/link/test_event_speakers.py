"""Who acts in words: not what is told of in between, nor whom a passive bids to act."""

import pytest

from onrecord.reader import load


def actors(text: str, anchor: str) -> list[str | None]:
    found = load().read(text, published="2031-05-14").events
    return [actor.name for event in found if anchor in event.anchor.text for actor in event.actors]


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        (
            "Ilse Roth told the council that four thousand families in the valley relied on the ferry for their food"
            " and asked them to send engineers within a month.",
            "asked",
            "Ilse Roth",
        ),
        (
            "The Kenyan water minister told a visiting Ugandan envoy on Monday that his country could not wait until"
            " the spring for its share, and pressed her to have the gates opened by the first of May.",
            "pressed",
            "Kenyan water minister",
        ),
    ],
)
def test_who_tells_of_others_goes_on_to_ask(words: str, anchor: str, expected: str) -> None:
    assert actors(words, anchor) == [expected]


def test_nobody_is_told_to_have_warned_where_somebody_is_warned() -> None:
    words = "The union's secretary, Osk Rowe, is warned that any person found blocking the port road will be arrested."
    assert actors(f"{words} Kenya closed the port on Monday. Uganda accused Kenya of theft.", "warned") == []


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        (
            "Kenya's foreign ministry sent a note to Uganda on Monday.\n\n"
            "The note demands the release of nine drivers and asks Uganda to reopen the bridge.",
            "demands",
            "Ministry of Foreign Affairs of Kenya",
        ),
        (
            "Kenya closed the bridge. In a letter to Uganda, Foreign Minister Ada Renn accused it of theft.\n\n"
            "The letter demanded the return of nine drivers by noon.",
            "demanded",
            "Ada Renn",
        ),
    ],
)
def test_a_paper_asks_for_whoever_speaks_in_it(words: str, anchor: str, expected: str) -> None:
    assert actors(words, anchor) == [expected]
