"""Accusations by whose deed it was, by texts torn up, by ultimatums; one accusation is told once."""

import pytest

from onrecord.model import Event
from tests.extract.beside import events_of


def told(text: str, event: str) -> list[Event]:
    return [e for e in events_of(text) if e.event == event]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The envoy of Chad said it was the Kenyan army that had shelled the mill.", "Kenyan army"),
        ("The envoy of Chad said that Kenya had ripped up their treaty.", "Kenya"),
        ("The envoy of Chad said that Kenya had gone back on its promise.", "Kenya"),
    ],
)
def test_events_who_says_whose_wrong_it_was_accuses(text: str, accused: str) -> None:
    (accusation,) = told(text, "ACCUSE")
    assert accused in [r.name or (r.mention.text if r.mention else "") for r in accusation.recipients]
    assert accusation.actors and accusation.mode == "allege"


def test_events_a_paper_that_tells_whose_deed_it_was_accuses_nobody() -> None:
    assert told("It was the Kenyan army that shelled the mill.", "ACCUSE") == []


def test_events_an_accusation_of_a_breach_is_one() -> None:
    assert len(told("Chad says Kenya is to blame for the breach of the armistice.", "ACCUSE")) == 1


@pytest.mark.parametrize("what", ["until Monday to clear the track", "48 hours to reopen the pumps"])
def test_events_ultimatums_threaten(what: str) -> None:
    (threat,) = told(f"Kenya gave the rebels {what}.", "THREATEN")
    assert threat.status == "asserted"
