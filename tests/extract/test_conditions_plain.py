"""Conditions in plain words: what came no more, what could not be brought, a closure that is talked about."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _found(reader: Reader, text: str, kind: str) -> list[Condition]:
    return [c for c in reader.read(text, published="2031-06-12").conditions if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The clinic at Lume had no more quinine.", "health"),
        ("No flour has been seen in Lume since 6 June.", "food"),
        ("The orphanage has received no kerosene since Tuesday.", "energy"),
        ("Not a single sack of rice has arrived in Lume.", "food"),
        ("The ration is 200 grams a head.", "food"),
        ("The bread ration stood at 150 grams a day.", "food"),
        ("By Friday the bakeries will be out of flour.", "food"),
        ("The ministry protested against the interruption of gas deliveries.", "energy"),
        ("Power cuts of up to nine hours a day have been reported in Lume.", "energy"),
    ],
)
def test_conditions_want_in_plain_words(reader: Reader, text: str, sector: str) -> None:
    assert any(sector in one.sectors and not one.negated for one in _found(reader, text, "shortage"))


@pytest.mark.parametrize(
    ("text", "kept_out"),
    [
        ("The agency had been unable to move any maize to Lume for 32 days.", "maize"),
        ("Traders could not bring timber, cloth or flour into the valley.", "flour"),
        ("No freight has moved through Sarvan since July 4.", "freight"),
        ("More than 400 trucks have been stuck at the Lume crossing since July 11.", "trucks"),
        ("Monitors counted the vehicles turned away between 5 and 15 May.", "vehicles"),
        ("Her staff were turned back at the gates of the Lume camp.", "staff"),
        ("Diplomats asked them to reopen the road between Mbora and Kilu, closed to lorries since 20 June.", "lorries"),
    ],
)
def test_conditions_what_cannot_pass_in_plain_words(reader: Reader, text: str, kept_out: str) -> None:
    shut = [one for one in _found(reader, text, "access") if one.state in ("blocked", "restricted")]
    assert any(kept_out in kept and not kept.lower().startswith("no ") for one in shut for kept in one.restricted)


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders blamed each other for the closure of the Keld Pass.",
        "Envoys hope to end the closure of the Lume border crossing.",
        "She voiced alarm over the blocking of the Zel Highway.",
        "He lodged an objection to the sealing of the bridge.",
        "Ministers spoke about the shuttered border post at Lume.",
        "The barrier has been down on the other side ever since.",
        "They deplored the closing of the Lume checkpoint.",
        "About 300 trucks are stranded on the far side.",
        "The road is mined and it is closed to lorries.",
        "The railway is old. The line has been cut since 2 May.",
    ],
)
def test_conditions_closures_that_are_talked_about(reader: Reader, text: str) -> None:
    assert any(one.state == "blocked" and one.status == "asserted" for one in _found(reader, text, "access"))


@pytest.mark.parametrize(
    "text",
    [
        "She called for the closure of the border.",
        "Traders fear the closure of the port.",
        "The line of credit has been cut since May.",
        "The editor could not bring the story to the front page.",
        "The barrier to trade has been lowered.",
    ],
)
def test_conditions_no_closure(reader: Reader, text: str) -> None:
    assert not [one for one in _found(reader, text, "access") if one.status == "asserted" and one.state == "blocked"]


@pytest.mark.parametrize(
    "text",
    [
        "Militiamen hacked to death four men at Lume.",
        "Gunmen shot dead two herders near Lume.",
        "“We buried two drivers this week,” he said.",
        "An exchange of fire cost four guards their lives.",
    ],
)
def test_conditions_deaths_in_plain_words(reader: Reader, text: str) -> None:
    assert _found(reader, text, "casualties")


def test_conditions_since_the_day_when_it_was_closed(reader: Reader) -> None:
    text = "Trucks have waited since 11 May, when striking officers closed the only road between Mbora and Kilu."
    (shut,) = (one for one in _found(reader, text, "access") if "closed" in one.evidence.text)
    assert shut.since is not None
    assert shut.since.end == "2031-05-11"
