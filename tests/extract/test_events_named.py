"""What somebody calls something: a reproach called false is rejected, a deed called names is reproached."""

import pytest

from tests.extract.test_event_learned import drafts

BEFORE = "Kestonia shelled Darvia. Darvia accused it of war. "


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Kestonian envoy called the charge absurd.", ("REJECT", "called")),
        ("The Kestonian envoy called the charges of the mayor childish.", ("REJECT", "called")),
        ('Kestonia\'s embassy called the complaint "a song for the gallery".', ("REJECT", "called")),
        ("The Kestonian consul called the report a fantasy.", ("REJECT", "called")),
        ("The Kestonian consul called this untrue.", ("REJECT", "called")),
        ('The Kestonian consul described that as "a fabrication".', ("REJECT", "described")),
        ('The Darvian envoy called the delay "hunger as a policy".', ("ACCUSE", "called")),
        ("Darvia invited the Kestonian engineers to inspect the dam.", ("AGREE", "invited")),
        ("The Darvian premier invited the king of Kestonia to send two judges.", ("AGREE", "invited")),
    ],
)
def test_what_is_called_what(sentence: str, act: tuple[str, str]) -> None:
    assert act in [(d.event, d.anchor.text) for d in drafts(BEFORE + sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["The Kestonian envoy called the allegation serious.", "The Kestonian envoy called the charges grave."],
)
def test_a_reproach_that_is_called_serious_is_not_rejected(sentence: str) -> None:
    assert "REJECT" not in [d.event for d in drafts(BEFORE + sentence)]


def test_who_invites_to_hold_back_asks_for_it() -> None:
    found = drafts(f"{BEFORE}Darvia invited Kestonia to withdraw its patrol boats.")
    assert ("REQUEST", "invited") in [(d.event, d.anchor.text) for d in found]
