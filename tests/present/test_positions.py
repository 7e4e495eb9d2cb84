"""Stances by issue and side, and their change."""

from msgspec.structs import replace

from onrecord.model import Report
from onrecord.present.affiliation import Affiliations
from onrecord.present.positions import OTHER, positions
from onrecord.present.stances import stances
from tests.present import sample


def test_positions_group_by_agreement_place_and_common_words() -> None:
    rows = {(row.issue, row.side, row.stance) for row in positions([sample.REPORT])}
    assert ("Tamary Protocol", "Karsunia", "accuses") in rows
    assert ("Tamary", "Veldoria", "concerned") in rows
    assert any(side == "Veldoria" and stance == "denies" for _, side, stance in rows)


def test_positions_a_named_issue_leaves_the_others_out() -> None:
    rows = positions([sample.REPORT], ["Harbour Road"])
    assert [(row.side, row.stance, row.by) for row in rows] == [("Veldoria", "demands", ("Ada Lindqvist",))]
    assert positions([sample.REPORT], ["submarine cables"]) == ()


def test_positions_show_what_the_stance_was_before() -> None:
    document = replace(sample.DOCUMENT, id="doc-b", published="2031-05-20")
    turned = replace(sample.REOPEN, event="SUPPORT", doc="doc-b", id="event-b", statement=None)
    rows = positions([Report.of((document, turned)), sample.REPORT], ["Harbour Road"])
    assert [(row.stance, row.before, row.first) for row in rows] == [
        ("demands", None, "2031-05-14"),
        ("supports", "demands", "2031-05-20"),
    ]


def test_positions_stand_on_words_and_one_act_is_told_once() -> None:
    rows = positions([sample.REPORT])
    assert rows and all(g.span.grounded_in(sample.TEXT) for row in rows for g in row.grounds)
    taken = [(one.side, one.stance, one.about) for one in stances(sample.REPORT, {}, Affiliations(sample.REPORT))]
    assert len(taken) == len(set(taken))


def test_positions_what_nothing_else_shares_is_other_matters() -> None:
    lone = replace(sample.GUARANTEE, statement=None)
    report = Report.of((sample.DOCUMENT, replace(lone, detail=replace(lone.detail, demand=sample.at("arrested")))))
    assert [row.issue for row in positions([report])] in ([OTHER], ["detention"])
    assert positions([sample.EMPTY]) == ()
