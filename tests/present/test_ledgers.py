"""Ledgers over one and many reports: rows, answers, day counts, contested states, evidence."""

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Condition, Document, Report, Span, Time
from onrecord.model.ids import record_id
from onrecord.present import ledgers
from onrecord.present.ledgers.entries import entries
from tests.present import sample


def later(day: str, doc: str, *records: Any) -> Report:
    """A report of another day with records of the sample, under their own document."""
    document = replace(sample.DOCUMENT, id=doc, published=day)
    moved = [replace(r, doc=doc, id=f"{r.id}-{doc}") for r in records]
    return Report.of((document, *moved))


def test_ledgers_a_demand_has_who_whom_what_and_by_when() -> None:
    row = next(row for row in ledgers.demands([sample.REPORT]) if row.whom)
    assert (row.who, row.whom) == (("Ada Lindqvist",), ("Karsunia",))
    assert row.what == "reopen the Harbour Road" and row.by_when == "without delay"
    assert row.word == "on the word of Ivo Brandt"
    assert row.answers == ()


def test_ledgers_the_same_demand_again_is_one_row_with_both_dates_and_both_documents() -> None:
    again = later("2031-05-20", "doc-b", sample.REOPEN)
    rows = [row for row in ledgers.demands([again, sample.REPORT]) if row.whom == ("Karsunia",)]
    assert len(rows) == 1
    assert (rows[0].first, rows[0].last) == ("2031-05-14", "2031-05-20")
    assert {ground.doc for ground in rows[0].grounds} == {sample.DOC, "doc-b"}


def test_ledgers_a_demand_of_somebody_else_is_noted_as_repeated_by() -> None:
    other = replace(sample.REOPEN, actors=(sample.REYES,))
    row = next(r for r in ledgers.demands([sample.REPORT, later("2031-05-20", "doc-b", other)]) if r.whom)
    assert row.repeated_by == ("Johan Reyes",)


@pytest.mark.parametrize(
    ("event", "status", "negated", "outcome"),
    [("RETREAT", "asserted", False, "met"), ("AGREE", "planned", False, "accepted"),
     ("REJECT", "asserted", False, "rejected"), ("RETREAT", "asserted", True, "unmet")],
)  # fmt: skip
def test_ledgers_a_later_act_of_the_addressee_answers(event: str, status: Any, negated: bool, outcome: str) -> None:
    act = replace(sample.ACCESS, event=event, status=status, negated=negated, statement=None)
    row = next(r for r in ledgers.demands([sample.REPORT, later("2031-05-20", "doc-b", act)]) if r.whom)
    assert [(answer.outcome, answer.day) for answer in row.answers] == [(outcome, "2031-05-20")]
    assert all(ground.doc == "doc-b" for ground in row.answers[0].grounds)


def test_ledgers_what_came_before_the_demand_or_stands_in_it_is_no_answer() -> None:
    before = later("2031-05-01", "doc-b", replace(sample.ACCESS, status="asserted", statement=None))
    assert next(r for r in ledgers.demands([sample.REPORT, before]) if r.whom).answers == ()
    inside = replace(sample.ACCESS, status="asserted")
    report = Report.of((sample.DOCUMENT, sample.READOUT, sample.REOPEN, inside))
    assert ledgers.demands([report])[0].answers == ()


def test_ledgers_a_pledge_is_told_on_the_word_of_its_reporter() -> None:
    announced, row = ledgers.pledges([sample.REPORT])
    assert announced.what.startswith("the men would be freed") and announced.status == "planned"
    assert row.who == ("Ada Lindqvist", "Teodor Marek")
    assert row.word == "on the word of Ivo Brandt" and row.what.startswith("meet in Halden")


def test_ledgers_the_day_of_a_deadline_is_not_the_day_of_the_demand() -> None:
    deadline = sample.at("by June 1")
    when = Time(mention=sample.at("June 1"), type="DATE", start="2031-06-01", end="2031-06-01", basis="explicit")
    detail = replace(sample.GUARANTEE.detail, deadline=deadline)
    event = replace(sample.GUARANTEE, when=when, detail=detail, statement=None)
    (entry,) = entries([Report.of((sample.DOCUMENT, event))], ("REQUEST",))
    assert entry.day == "2031-05-14" and entry.due == "2031-06-01"


def test_ledgers_an_agreement_knows_who_is_accused_of_breaking_it() -> None:
    (row,) = ledgers.agreements([sample.REPORT])
    assert (row.name, row.date) == ("Tamary Protocol", "2029-03-03")
    assert [(b.accuser, b.accused) for b in row.breaches] == [(("Teodor Marek",), ("Veldoria",))]
    assert row.invoked_by == ("Teodor Marek",)


@pytest.mark.parametrize(("on", "days"), [(None, 22), ("2031-05-14", 22), ("2031-04-22", 0), ("2031-04-01", None)])
def test_ledgers_access_counts_days_from_the_last_possible_first_day(on: str | None, days: int | None) -> None:
    (row,) = ledgers.access([sample.REPORT], on)
    assert (row.route, row.state, row.since_to) == ("Harbour Road", "closed", "2031-04-22")
    assert row.days_least == days and row.days_most is None
    assert row.restricted == ("persons", "goods", "vehicles")
    assert not row.contested


def test_ledgers_contested_states_stay_side_by_side() -> None:
    words = sample.at("the road “remains open to humanitarian traffic.”")
    is_open = Condition(
        id=record_id("condition", sample.DOC, (words,)), doc=sample.DOC, kind="access", place=sample.CLOSED.place,
        state="open", evidence=words, status="alleged", statement=sample.NOTED.id,
    )  # fmt: skip
    rows = ledgers.access([Report.of([*sample.REPORT.records(), is_open])])
    assert {(row.state, row.contested) for row in rows} == {("closed", True), ("open", True)}
    assert {row.word for row in rows} == {
        "on the word of Ada Lindqvist",
        "on the word of Teodor Marek, according to Office of the Foreign Minister of Karsunia",
    }


def test_ledgers_humanitarian_leaves_access_out_and_keeps_feared_apart() -> None:
    assert {row.kind for row in ledgers.conditions([sample.REPORT])} == {"access", "shortage"}
    rows = ledgers.humanitarian([sample.REPORT])
    assert [(row.status, row.severity) for row in rows] == [("hypothetical", "critical"), ("alleged", None)]
    assert rows[1].cause == "Harbour Road closed"


@pytest.mark.parametrize("make", [ledgers.demands, ledgers.pledges, ledgers.agreements, ledgers.access,
                                  ledgers.conditions, ledgers.humanitarian])  # fmt: skip
def test_ledgers_rest_on_words_and_not_on_the_order_of_reports(make: Any) -> None:
    other = later("2031-05-20", "doc-b", *(r for r in sample.REPORT.records() if not isinstance(r, Document)))
    rows = make([sample.REPORT, other])
    assert rows and rows == make([other, sample.REPORT])
    for row in rows:
        assert row.grounds
        assert all(isinstance(g.span, Span) and g.span.grounded_in(sample.TEXT) for g in row.grounds)
    assert make([]) == () == make([sample.EMPTY])
