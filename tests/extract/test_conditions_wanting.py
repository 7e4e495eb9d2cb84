"""Want, closed services and cleared routes told without the word for a shortage or a closure."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _read(reader: Reader, text: str) -> tuple[Condition, ...]:
    return reader.read(text, published="2034-03-08").conditions


@pytest.mark.parametrize(
    ("text", "kind", "sector"),
    [
        ("Sugar now costs four times what it did in May.", "shortage", "food"),
        ("The price of a sack of flour has reached 70 crowns.", "shortage", "food"),
        ("By noon the last loaves were gone.", "shortage", "food"),
        ("The granaries of the valley hold enough for eleven days.", "shortage", "supplies"),
        ("Melvia reduced deliveries of gas to Dorn by half on Sunday.", "shortage", "energy"),
        ("Families in the suburb are drinking river water.", "shortage", "water"),
        ("Stocks of insulin are expected to be exhausted by Sunday.", "shortage", "health"),
        ("All but two of the town's pharmacies have closed.", "humanitarian", "health"),
        ("The schools in the eastern suburbs are still shut.", "humanitarian", "education"),
        ("Some 300 patients need to be evacuated.", "humanitarian", "health"),
        ("In the camps, 19 per cent of infants are severely malnourished.", "humanitarian", "food"),
        ("Surgeons have begun to operate by candlelight.", "humanitarian", "health"),
        ("Doctors reported 112 cases of measles in the camp.", "humanitarian", "health"),
        ("The taps are dry in the upper town.", "shortage", "water"),
        ("The strike on the relay plunged the port into darkness.", "shortage", "energy"),
        ("Mobile phone coverage in the valley has been down since Sunday.", "shortage", "communications"),
        ("Malnutrition among infants has doubled since May.", "humanitarian", "food"),
        ("Nearly 9,000 pupils are missing lessons.", "humanitarian", "education"),
        ("The mortuary of the hospital has run out of space.", "humanitarian", "health"),
    ],
)
def test_want_told_by_how_people_get_by(reader: Reader, text: str, kind: str, sector: str) -> None:
    found = [one for one in _read(reader, text) if one.kind in (kind, "shortage", "humanitarian")]
    assert len(found) == 1, [(one.kind, one.evidence.text) for one in found]
    assert sector in found[0].sectors


@pytest.mark.parametrize(
    ("text", "state", "since"),
    [
        ("The barricades at the Orm bridge were cleared on Monday.", "open", "2034-03-06"),
        ("Militiamen threw boulders across the Selm road.", "blocked", None),
        ("A convoy of six ambulances was let through the checkpoint on Tuesday.", "open", None),
        ("Soldiers turned back a column of tankers on Tuesday.", "restricted", None),
        ("The first ferry to dock at the port since May carried flour.", "open", None),
        ("Relief flights have landed daily since Monday.", "open", "2034-03-06"),
        ("The Besk airfield is not operational.", "blocked", None),
        ("Rebels took the ridge on Monday and closed the only road into Besk.", "blocked", "2034-03-06"),
        ("The runway at Besk is usable only by light aircraft.", "restricted", None),
        ("The ferry service between Orm and Kell has been suspended.", "blocked", None),
        ("The Orm ferry was closed on Monday.", "blocked", "2034-03-06"),
        ("Two of the five crossing points have reopened.", "open", None),
        ("The blockade was lifted after 47 days.", "open", None),
        ("The checkpoint opens for two hours each morning.", "open", None),
        ("The island can be reached only by helicopter.", "restricted", None),
        ("Fighters have dug trenches across the highway.", "blocked", None),
        ("Goods are not to be admitted until the papers are in order.", "restricted", None),
    ],
)
def test_routes_opened_and_shut_by_what_is_done_on_them(
    reader: Reader, text: str, state: str, since: str | None
) -> None:
    found = [one for one in _read(reader, text) if one.kind == "access"]
    assert [one.state for one in found] == [state]
    assert since is None or (found[0].since is not None and found[0].since.start == since)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A shell struck the yard, wounding a nurse.", "casualties"),
        ("Damage to the waterworks has left the quarter dry.", "damage"),
        ("The number of displaced has risen to 9,300.", "displacement"),
        ("The district hospital is treating 40 people for shrapnel wounds.", "casualties"),
        ("Shots from the far bank wounded one gendarme.", "casualties"),
        ("Officials put the number of missing at 64.", "casualties"),
        ("Villagers took refuge in a monastery.", "displacement"),
    ],
)
def test_harm_told_by_a_participle_or_a_noun(reader: Reader, text: str, kind: str) -> None:
    assert kind in {one.kind for one in _read(reader, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The government cut the road budget.",
        "Both sides removed obstacles to the border treaty.",
        "The tour costs three times what it did last year.",
        "The minister let the deadline through without a word.",
        "He turned away two reporters at the door.",
        "The conference did damage to his reputation.",
        "The museum has closed its exhibition of schools of painting.",
        "Exports of wine were reduced by a third.",
        "The bank will last another century.",
        "Accused of killing the story, the editor resigned.",
        "The parliament sheltered in tradition.",
        "The festival was sold out within hours.",
        "Shares fell below their usual level on Monday.",
        "Investors are hoarding cash.",
        "A wave of criticism met the plan.",
    ],
)
def test_what_only_sounds_like_want(reader: Reader, text: str) -> None:
    assert [(one.kind, one.evidence.text) for one in _read(reader, text)] == []


def test_what_will_stay_shut_is_shut(reader: Reader) -> None:
    (found,) = _read(reader, "The Selm crossing will remain closed until further notice.")
    assert (found.state, found.status) == ("blocked", "asserted")
