"""Modes of acts of words, by what they ask for or were done for."""

import pytest

from tests.extract.test_event_learned import drafts

BEFORE = "Kestonia shelled Darvia. Darvia accused it of war. "


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The Darvian minister received the Kestonian envoy on Monday at the latter's request.", "meet"),
        ("The Kestonian and Darvian premiers spoke by telephone at the request of Moldra.", "meet"),
        ("Kestonian troops pulled back at the request of the Darvian army.", "change"),
        ("Darvia asked Kestonia to convene the river board.", "meet"),
        ("Darvia asked Kestonia to clear the ford.", "yield"),
        ("Darvia asked Kestonia to lend a pontoon bridge.", "assist"),
        ("Darvia asked Kestonia to answer the letter.", "change"),
    ],
)
def test_what_is_asked_for_tells_the_mode(sentence: str, mode: str) -> None:
    assert mode in [d.mode for d in drafts(BEFORE + sentence) if d.event == "REQUEST"]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The meeting of the premiers of Darvia and Kestonia, due on Friday, was called off.", None),
        ("The premiers of Darvia and Kestonia met on Friday and called for calm.", None),
        ("The premiers of Darvia and Kestonia spoke by telephone on Friday.", "phone"),
    ],
)
def test_what_is_called_off_or_called_for_was_no_call(sentence: str, mode: str | None) -> None:
    assert mode in [d.mode for d in drafts(BEFORE + sentence) if d.event == "CONSULT"]


def test_what_is_made_at_a_place_that_is_struck_is_no_weapon() -> None:
    found = drafts(BEFORE + "Darvian aircraft launched an air strike against a chemical plant in Kestonia.")
    assert [d.mode for d in found if d.event == "ASSAULT" and d.anchor.start > len(BEFORE)] == ["aerial"]


def test_a_chemical_attack_is_one() -> None:
    found = drafts(BEFORE + "Darvian troops launched a chemical attack on a Kestonian village.")
    assert "unconventional" in [d.mode for d in found if d.event == "ASSAULT"]
