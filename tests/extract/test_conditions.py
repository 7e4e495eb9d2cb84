"""Conditions in labelled sentences: what must be found, and what looks like a condition and is none."""

from collections import Counter

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader

POSITIVE = [
    ("The main road to the town has been blocked since Monday.", "access"),
    ("Protesters blocked the highway linking the capital to the coast.", "access"),
    ("The border crossing at Rafah remains closed.", "access"),
    ("The airport was closed to civilian flights for three weeks.", "access"),
    ("Authorities reopened the bridge on Tuesday.", "access"),
    ("The port has been shut for more than two months.", "access"),
    ("The corridor is impassable for trucks.", "access"),
    ("The ongoing blockade of the port has driven up prices.", "access"),
    ("Striking workers blockaded the harbour.", "access"),
    ("Rebels have besieged Aleppo for six months.", "access"),
    ("The army sealed the border with its neighbour.", "access"),
    ("Floodwaters have cut the railway, and the tunnel was closed.", "access"),
    ("Hospitals are facing acute shortages of medicine.", "shortage"),
    ("There is a severe lack of drinking water in the camps.", "shortage"),
    ("The city is running out of fuel.", "shortage"),
    ("Bakeries are running low on flour.", "shortage"),
    ("The strike has led to fuel shortages across the island.", "shortage"),
    ("The enclave is short of food and medicine.", "shortage"),
    ("The siege caused critical shortages of bread and electricity.", "shortage"),
    ("The blockade could cause shortages of food.", "shortage"),
    ("Officials warned of shortages of gas this winter.", "shortage"),
    ("The humanitarian situation in the province is deteriorating.", "humanitarian"),
    ("Aid groups described a dire humanitarian crisis in the valley.", "humanitarian"),
    ("The closure may have humanitarian consequences for thousands.", "humanitarian"),
    ("Famine is spreading in the south.", "humanitarian"),
    ("The war has created a humanitarian catastrophe.", "humanitarian"),
    ("The floods displaced 40,000 people.", "displacement"),
    ("More than 12,000 people have been displaced by the fighting.", "displacement"),
    ("Some 3,000 villagers fled across the river.", "displacement"),
    ("The storm left thousands homeless.", "displacement"),
    ("Police evacuated 500 residents from the valley.", "displacement"),
    ("The blast killed at least 12 people and wounded 40.", "casualties"),
    ("Seven soldiers were killed on Friday.", "casualties"),
    ("Two children died in the shelling.", "casualties"),
    ("The attack left 15 people dead.", "casualties"),
    ("The death toll rose to 240.", "casualties"),
    ("Three journalists were injured by gunfire.", "casualties"),
    ("The earthquake destroyed hundreds of homes.", "damage"),
    ("A missile damaged a power plant near the city.", "damage"),
    ("Two schools were destroyed in the raid.", "damage"),
    ("The village's church was burned and the bridge was damaged.", "damage"),
    ("Fighting continued in the eastern suburbs.", "security"),
    ("Clashes erupted near the border on Sunday.", "security"),
    ("The security situation in the capital remains tense.", "security"),
    ("Violence has escalated in recent weeks.", "security"),
]

NEGATIVE = [
    "Senators blocked the bill on Tuesday.",
    "The veto blocked a resolution that was backed by ten members.",
    "There was no shortage of ideas at the conference.",
    "The team suffers from a lack of confidence.",
    "The film Blockade Runner opened in March.",
    "The striker killed the game with a late goal.",
    "The new law killed off the project.",
    "The deal closed on Friday at 12 dollars a share.",
    "The talks opened in Geneva on Monday.",
    "The minister closed the meeting with thanks.",
    "A shortage of evidence ended the trial.",
    "The company destroyed its rivals in the market last year.",
    "He was short of time.",
    "The goalkeeper blocked the shot.",
    "Humanitarian groups met donors in Oslo.",
    "She fled the question with a smile.",
    "The economy is running out of steam.",
    "The scandal damaged his reputation.",
    "The court opened a case against the bank.",
    "The judge closed the case.",
    "The bank blocked the payment.",
    "The senator died of laughter, he joked.",
    "The party was displaced by a younger rival.",
    "The exhibition continued for two months.",
    "The humanitarian coordinator thanked the government.",
]


def _conditions(reader: Reader, text: str, published: str | None = "2023-01-18") -> tuple[Condition, ...]:
    return reader.read(text, published=published).conditions


@pytest.mark.parametrize(("text", "kind"), POSITIVE, ids=[f"{k}-{i}" for i, (_, k) in enumerate(POSITIVE)])
def test_conditions_found(reader: Reader, text: str, kind: str) -> None:
    found = Counter(c.kind for c in _conditions(reader, text))
    assert kind in found


@pytest.mark.parametrize("text", NEGATIVE)
def test_conditions_not_seen_in_metaphors(reader: Reader, text: str) -> None:
    assert [(c.kind, c.evidence.text) for c in _conditions(reader, text)] == []


def _one(reader: Reader, text: str, kind: str, published: str | None = "2023-01-18") -> Condition:
    (found,) = [c for c in _conditions(reader, text, published) if c.kind == kind]
    return found


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The blockade could cause shortages of food.", "shortage", "hypothetical"),
        ("The siege caused shortages of food.", "shortage", "asserted"),
        ("The army will close the border.", "access", "planned"),
        ("The road has been closed.", "access", "asserted"),
    ],
)
def test_conditions_tell_fact_from_fear(reader: Reader, text: str, kind: str, status: str) -> None:
    assert _one(reader, text, kind).status == status


def test_conditions_negated(reader: Reader) -> None:
    assert _one(reader, "There is no shortage of food in the city.", "shortage").negated
    assert not _one(reader, "There is a shortage of food in the city.", "shortage").negated


def test_conditions_shortage_has_sectors_and_severity(reader: Reader) -> None:
    found = _one(reader, "The siege has created acute shortages of fuel, bread and medicine in the city.", "shortage")
    assert (found.sectors, found.severity) == (("energy", "food", "health"), "acute")


def test_conditions_access_since_is_counted_from_the_report(reader: Reader) -> None:
    found = _one(reader, "The road has been blocked for more than 30 days.", "access", "2023-01-17")
    assert found.since is not None
    assert (found.state, found.since.start, found.since.end) == ("blocked", None, "2022-12-18")


def test_conditions_access_since_without_report_date_is_unresolved(reader: Reader) -> None:
    found = _one(reader, "The road has been blocked for more than 30 days.", "access", None)
    assert found.since is not None
    assert (found.since.end, found.since.basis) == (None, "unresolved")


def test_conditions_access_takes_who_may_pass_from_a_promise_about_the_same_route(reader: Reader) -> None:
    text = (
        "The Karvan corridor has been closed for two weeks. The accord guarantees the security of persons, "
        "vehicles and cargo along the Karvan corridor. It also covers the passage of goods on the Orlo road."
    )
    assert _one(reader, text, "access").restricted == ("persons", "vehicles", "cargo")


def test_conditions_cause_is_the_closure_that_brought_them_about(reader: Reader) -> None:
    text = "The mountain road has been blocked for weeks, creating shortages of food in the valley."
    found = {c.kind: c for c in _conditions(reader, text)}
    assert found["shortage"].cause == found["access"].id


def test_what_has_consequences_is_their_cause(reader: Reader) -> None:
    text = "The closure of the Velik crossing has had severe humanitarian consequences."
    assert _one(reader, text, "humanitarian").cause is not None


def test_conditions_count_the_harmed(reader: Reader) -> None:
    found = _conditions(reader, "The blast killed at least 12 people and wounded 40.")
    assert [c.quantity for c in found if c.kind == "casualties"] == ["at least 12 people", "40"]


def test_conditions_a_bare_route_has_the_name_of_the_only_one_named(reader: Reader) -> None:
    report = reader.read("The Sella-Orun road was closed in May.\n\nThe road has been closed to trucks for six weeks.")
    assert [c.place.name for c in report.conditions if c.place and c.place.mention.text == "The road"] == [
        "Sella-Orun road"
    ]
    two = reader.read(
        "The Sella-Orun road is open, the Arden-Pell road is open.\n\nThe road has been closed for six weeks."
    )
    assert not any(c.place.name for c in two.conditions if c.place and c.place.mention.text == "The road")


def test_conditions_routes_have_their_own_names_and_the_day_on_which_they_were_shut(reader: Reader) -> None:
    text = "The Keld Pass leads to Vessim. The pass was shut to lorries on 9 January. The Ostel bridge is closed."
    found = {c.evidence.text.split()[1]: c for c in _conditions(reader, text) if c.kind == "access"}
    names = {word: c.place.name for word, c in found.items() if c.place is not None}
    assert names == {"pass": "Keld Pass", "Ostel": "Ostel bridge"}
    assert found["pass"].since is not None and found["pass"].since.end == "2023-01-09"
