"""Ledgers that look words up: instruments, alleged abuses, tracks of negotiation, the calendar, whose side."""

import pytest

from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.present.calendar import calendar
from onrecord.present.figures import figures
from onrecord.present.sides import Sides
from onrecord.reader import Reader
from tests.present import crisis_text


@pytest.fixture(scope="module")
def report(reader: Reader) -> Report:
    return reader.read(crisis_text.TEXT, published=crisis_text.PUBLISHED)


def test_toolkit_tells_what_became_of_an_offer_and_by_whom(report: Report) -> None:
    row = next(row for row in ledgers.toolkit([report]) if row.instrument == "observers or monitors")
    assert row.institution == "Littoral Council"
    told = [(use.state, use.by) for use in row.uses]
    assert ("offered", ("Mila Ostrander",)) in told
    assert ("accepted", ("Pell Hodge",)) in told
    assert any(state == "refused" and by == ("Borland",) for state, by in told)


def test_toolkit_knows_sessions_threats_and_calls(report: Report) -> None:
    found = {row.instrument: row for row in ledgers.toolkit([report])}
    assert found["special session"].institution == "Littoral Council"
    assert found["sanctions"].institution == "Union of Inner States"
    assert [(use.state, use.by) for use in found["fact-finding"].uses] == [("called for", ("Pell Hodge",))]


def test_accountability_holds_denial_call_and_inquiry_to_the_accusation(report: Report) -> None:
    (row,) = ledgers.accountability([report])
    assert (row.act, row.place, row.day) == ("killing", "Tarn", "2031-05-12")
    assert row.accusers == ("Pell Hodge",) and "army" in row.accused[0]
    assert [one.by for one in row.calls] == [("Pell Hodge",)]
    assert len(row.denials) == len(row.investigations) == 1
    assert "defence" in row.denials[0].by[0].lower() and "prosecutor" in row.investigations[0].by[0]


def test_process_knows_the_track_its_mediator_and_the_cancelled_summit(report: Report) -> None:
    row = next(row for row in ledgers.process([report]) if set(row.parties) == {"Arvonia", "Borland"})
    assert row.mediators
    assert "summit" in row.formats and "cancelled" in {step.state for step in row.steps}


def test_calendar_has_held_planned_and_cancelled_contacts(report: Report) -> None:
    states = {(one.kind, one.state) for one in calendar([report])}
    assert {("session", "planned"), ("summit", "cancelled"), ("call", "held")} <= states


def test_ledgers_of_words_stand_on_words_of_the_text(report: Report) -> None:
    text = report.document.text or ""
    for rows in (ledgers.toolkit([report]), ledgers.accountability([report]), ledgers.process([report])):
        assert rows
        assert all(ground.span.grounded_in(text) for row in rows for ground in row.grounds)


def test_sides_tell_the_state_of_persons_and_bodies(report: Report) -> None:
    sides = Sides([report])
    hodge = next(s.speaker for s in report.statements if s.speaker and s.speaker.name == "Pell Hodge")
    assert sides.of(hodge) == "Arvonia"


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [("more than 1,200 people fled", 1200, "people fled", "at least"), ("six lorries", 6, "lorries", "exactly"),
     ("a hundred thousand residents", 100_000, "residents", "exactly"), ("nearly 40 per cent", 40, "per cent", "about"),
     ("dozens of homes", 24, "homes", "at least")],
)  # fmt: skip
def test_figures_have_value_unit_and_bound(text: str, value: float, unit: str, bound: str) -> None:
    (one,) = figures(text)
    assert (one.value, one.unit, one.bound) == (value, unit, bound)
    assert one.words in text


@pytest.mark.parametrize("text", ["on 3 February", "in 2031", "February 14", "Tu-154"])
def test_figures_are_no_dates(text: str) -> None:
    assert not list(figures(text))
