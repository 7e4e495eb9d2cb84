"""Conditions told once, in full, and only where they are states of affairs."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def told(reader: Reader, text: str) -> tuple[Condition, ...]:
    return reader.read(text, published="2024-05-02").conditions


def access(reader: Reader, text: str) -> list[tuple[str | None, str, bool]]:
    return [(c.state, c.status, c.negated) for c in told(reader, text) if c.kind == "access"]


def test_evidence_of_one_word_is_its_clause(reader: Reader) -> None:
    found = told(reader, "OSTREL, May 2 - The clinic at Varn has no serum, its matron said on Thursday.")
    assert [c.evidence.text for c in found if c.kind == "shortage"] == ["The clinic at Varn has no serum"]


def test_a_relative_clause_is_told_with_its_noun(reader: Reader) -> None:
    found = told(reader, "OSTREL, May 2 - The mayor spoke of a landslide that killed six herders near Varn on Monday.")
    assert [c.evidence.text for c in found if c.kind == "casualties"] == [
        "a landslide that killed six herders near Varn on Monday"
    ]


def test_a_quotation_in_the_evidence_has_both_marks(reader: Reader) -> None:
    found = told(reader, "The minister said the Karsa bridge was “fully open”.")
    assert [c.evidence.text for c in found if c.kind == "access"] == ["the Karsa bridge was “fully open”"]


def test_two_readers_tell_one_state_once(reader: Reader) -> None:
    text = "OSTREL, May 2 - Some 70 minibuses were stranded at the Karsa crossing on Thursday, their drivers said."
    assert [c.kind for c in told(reader, text)] == ["access"]


@pytest.mark.parametrize(
    "text",
    [
        "The Karsa road has been cut since Monday. The envoy pressed Ostria to reopen the Karsa road.",
        "The treaty obliges both states to keep the Karsa tunnel open at all hours.",
        "We will send the lorries home once the Karsa tunnel is open.",
        "The talks, he said, will not resume until the Karsa gate opens.",
    ],
)
def test_a_duty_a_demand_and_what_is_to_come_open_no_road(reader: Reader, text: str) -> None:
    assert "open" not in {state for state, _, _ in access(reader, text)}


def test_a_road_that_is_open_stays_told(reader: Reader) -> None:
    assert ("open", "asserted", False) in access(reader, "The Karsa tunnel has been open to lorries since Monday.")


def test_what_is_undertaken_is_planned(reader: Reader) -> None:
    assert ("open", "planned", False) in access(
        reader, "Ostria agreed to reopen the Karsa tunnel to lorries by Friday."
    )


def test_a_siege_so_called_is_not_asked_for(reader: Reader) -> None:
    found = access(reader, "The minister called the closure of the Karsa road a siege, and asked for nothing.")
    assert found
    assert all(status == "asserted" for _, status, _ in found)


@pytest.mark.parametrize("asked", ["Is the Karsa crossing closed?", "Has the Karsa road been blocked?"])
def test_a_question_closes_nothing(reader: Reader, asked: str) -> None:
    assert access(reader, asked) == []


def test_a_closure_of_a_year_that_is_gone_is_history(reader: Reader) -> None:
    assert access(reader, "In 2009 the Karsa crossing was shut for nine weeks.") == []
    assert access(reader, "The Karsa crossing has been closed for nine weeks.") == [("blocked", "asserted", False)]


def test_a_counted_day_tells_since_when(reader: Reader) -> None:
    (one,) = told(reader, "OSTREL, May 2 - The Karsa bridge stayed closed for a fourth consecutive day on Thursday.")
    assert one.since is not None
    assert one.since.end == "2024-04-29"


def test_reports_denied_are_denied(reader: Reader) -> None:
    found = told(reader, "Police denied reports that a herder had been killed at Varn on Sunday.")
    assert {(c.kind, c.status) for c in found} == {("casualties", "denied")}


def test_no_shop_is_an_open_road(reader: Reader) -> None:
    assert access(reader, "The envoy said his government had opened a cold store in Varn.") == []


def test_whose_word_it_is_stands_outside_the_evidence(reader: Reader) -> None:
    found = told(reader, "According to the harbour master, the Karsa strait has been shut to tugs since Tuesday.")
    assert [c.evidence.text for c in found] == ["the Karsa strait has been shut to tugs since Tuesday"]


def test_how_it_was_before_a_closure_is_no_state_now(reader: Reader) -> None:
    text = "The Karsa gate is shut. Until the strike, coaches crossed the river at Karsa each hour."
    assert [c.evidence.text for c in told(reader, text)] == ["The Karsa gate is shut"]


def test_what_dockers_refuse_to_load_opens_no_port(reader: Reader) -> None:
    assert "open" not in {state for state, _, _ in access(reader, "Karsa dock hands refuse to unload Ostrian cargo.")}
