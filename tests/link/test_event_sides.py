"""Whom acts of words concern that are turned to nobody who is named."""

import pytest

from onrecord.model import Event
from onrecord.reader import Reader

DISPUTE = (
    "\n\nPeru says that Ecuador shelled a Peruvian post in May. Ecuador accuses Peru of sheltering smugglers. "
    "Peru denied it. Peru and Ecuador have quarrelled over the valley since March."
)
ABROAD = "\n\nSudan accused Chad of arming rebels. Chad denied it and accused Sudan of bombing a well. "
DIGEST = (
    ABROAD + "Kenya thanked Uganda for its help. Uganda opened a school in Rwanda. Kenya warned Rwanda of a drought."
)


def countries(event: Event) -> list[str]:
    return sorted({code for actor in event.recipients for code in actor.country})


def first(reader: Reader, text: str, kind: str) -> Event:
    return next(e for e in reader.read(text, published="2022-06-03").events if e.event == kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ecuador demanded the return of four fishing boats on Monday.", "REQUEST"),
        ("Ecuador's foreign minister protested on Monday against the seizure of the boats.", "ACCUSE"),
        ("Ecuador ruled out any compensation for the boats.", "REJECT"),
        ("Ecuador offered on Monday to pay for the boats.", "AGREE"),
    ],
)
def test_event_sides_what_one_of_two_says_to_nobody_is_for_the_other(reader: Reader, text: str, kind: str) -> None:
    event = first(reader, text + DISPUTE, kind)
    assert countries(event) == ["PER"]
    assert [actor.resolved_by for actor in event.recipients] == ["carried"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Students demanded an inquiry on Monday.", "REQUEST"),
        ("Ecuadorean students demanded an inquiry on Monday.", "REQUEST"),
        ("Ecuador called on Monday for an emergency session.", "REQUEST"),
        ("Ecuador's prosecutor general has opened an investigation.", "ACCUSE"),
        ("Ecuador ordered an investigation on Monday.", "ACCUSE"),
        ("Ecuador accepted the invitation on Monday.", "AGREE"),
        ("Ecuador appealed on Monday for help with its harbour.", "REQUEST"),
        ("Ecuador asked for a loan for its harbour.", "REQUEST"),
        ("Ecuador blamed the rise in fish prices.", "ACCUSE"),
        ("Ecuador promised to find the smugglers.", "AGREE"),
        ("Ecuador must lead the fight against cholera, Ecuador's health minister said.", "REQUEST"),
        ("Ecuador's president had ordered the crews on Monday to stay in port.", "REQUEST"),
        ("The foreign ministers of Peru and Ecuador agreed to meet again in June.", "AGREE"),
    ],
)
def test_event_sides_not_what_a_people_its_courts_or_both_together_do(reader: Reader, text: str, kind: str) -> None:
    assert [code for code in countries(first(reader, text + DISPUTE, kind)) if code in ("PER", "ECU")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile offered on Monday to host talks.",
        "Chile offered on Monday to send observers to the border.",
        "Chile's foreign minister appealed on Monday for a truce.",
        "Chile offered a field hospital on Monday.",
    ],
)
def test_event_sides_what_a_third_offers_or_asks_for_is_for_both(reader: Reader, text: str) -> None:
    events = reader.read(text + DISPUTE, published="2022-06-03").events
    event = next(e for e in events if e.event in ("AGREE", "REQUEST"))
    assert countries(event) == ["ECU", "PER"]


def test_event_sides_a_mediator_is_not_answered_as_whoever_spoke_before_him(reader: Reader) -> None:
    text = "Ecuador asked Chile for help on Sunday. Chile offered on Monday to mediate."
    assert countries(first(reader, text + DISPUTE, "AGREE")) == ["ECU", "PER"]


def test_event_sides_where_no_two_stand_out_the_opponent_of_most_acts_counts(reader: Reader) -> None:
    event = first(reader, "Sudan demanded the return of its helicopters on Monday." + DIGEST, "REQUEST")
    assert countries(event) == ["TCD"]


def test_event_sides_a_deal_of_a_third_is_no_offer_to_both(reader: Reader) -> None:
    event = first(reader, "The president said a deal was reached with Bolivia in July." + DISPUTE, "SUPPORT")
    assert not {"PER", "ECU"} & set(countries(event))
