"""Warnings threaten where those who warn would do it, and only foretell where nobody means to."""

import pytest

from onrecord.reader import load
from tests.extract.beside import BESIDE, events_of


def told(text: str) -> set[str]:
    return {e.event for e in events_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya warned that it would shut the port of Lamu.",
        "Kenya warned Somalia that its trawlers would be sunk.",
        "The minister of Kenya warned that Nairobi could expel the traders.",
        "The army of Kenya warned the rebels that they would pay.",
    ],
)
def test_events_who_warns_of_his_own_deed_threatens(text: str) -> None:
    assert "THREATEN" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The relief agency of Kenya warned that 900 herders could lose their goats.",
        "The minister of Kenya warned that wards might have to be shut by June.",
        "The minister of Kenya warned that the wells were dry.",
        "Nurses in Kenya cautioned that measles could spread to the coast.",
    ],
)
def test_events_who_warns_of_what_may_befall_threatens_nobody(text: str) -> None:
    assert "THREATEN" not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A diplomat of Kenya spoke on condition that his name be withheld.", "CONSULT"),
        ("An official of Kenya, asking not to be quoted, praised the plan.", "REQUEST"),
        ("The envoy of Kenya told Somalia that it had boats enough.", "REQUEST"),
        ('"We will pay in the end," the minister of Kenya said.', "THREATEN"),
        ("Chad sent Kenya a note. Kenya has not replied.", "REJECT"),
    ],
)
def test_events_what_is_said_to_the_press_or_told_as_a_fact_is_no_act(text: str, event: str) -> None:
    assert event not in told(text)


def test_events_who_keeps_a_road_shut_on_a_condition_refuses_whoever_must_act() -> None:
    text = "The envoy of Kenya said the border would stay shut until Somalia freed the crew."
    found = load().read(f"{BESIDE}\n\n{text}", published="2024-05-10").events
    (refusal,) = [e for e in found if e.event == "REJECT"]
    assert (refusal.mode, [r.name for r in refusal.recipients]) == ("yield", ["Somalia"])


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad proposed to send observers.", "AGREE"),
        ("Chad proposed that Somalia withdraw its boats.", "REQUEST"),
        ("Chad claimed that Somalia had armed the pirates.", "ACCUSE"),
    ],
)
def test_events_what_is_proposed_and_claimed(text: str, event: str) -> None:
    assert event in told(text)


def test_events_a_claim_that_blames_nobody_is_no_accusation() -> None:
    assert "ACCUSE" not in told("Chad claimed that Somalia had agreed to dredge the port.")


def test_events_whoever_is_to_do_what_is_warned_of_is_not_warned() -> None:
    text = "The envoy of Kenya urged Somalia to wait. He warned that Kenya would take every step it needed."
    found = load().read(f"{BESIDE}\n\n{text}", published="2024-05-10").events
    (threat,) = [e for e in found if e.event == "THREATEN"]
    assert "Kenya" not in [r.name for r in threat.recipients]
