"""The measure of whole articles, on a reading and a report made for the purpose."""

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.evaluation.articles import Sheet, hold
from onrecord.evaluation.articles_names import covers, same_name
from onrecord.model import Actor, CodedBy, Document, Event, Report, Span, Statement

TEXT = "The minister said: “Ada Lind urged Karsun to open the road.”"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def place(words: str) -> dict[str, Any]:
    return {"start": span(words).start, "end": span(words).end, "text": words}


def gold() -> dict[str, Any]:
    outer = {"id": "S1", "kind": "direct", "content": [place("“Ada Lind urged Karsun to open the road.”")],
             "parent": None, "speaker": None, "addressees": [], "channel": "statement"}  # fmt: skip
    inner = {"id": "S1a", "kind": "indirect", "content": [place("Karsun to open the road")], "parent": "S1",
             "speaker": "Ada Lind", "addressees": ["Karsun"], "channel": "unknown"}  # fmt: skip
    event = {"id": "E1", "event": "REQUEST", "mode": "yield", "actors": ["Ada Lind"], "recipients": ["Karsun"],
             "anchor": place("urged"), "evidence": place("Ada Lind urged Karsun to open the road"),
             "source_statement": "S1", "status": "asserted"}  # fmt: skip
    return {"statements": [outer, inner], "events": [event], "conditions": [], "agreements": [], "times": []}


def report() -> Report:
    lind, karsun = Actor(name="Ada Lind", kind="person"), Actor(name="Karsun", kind="state")
    outer = Statement(
        id="a", doc="d", kind="direct", content=(span("Ada Lind urged Karsun to open the road"),), channel="statement"
    )
    inner = Statement(id="b", doc="d", kind="indirect", content=(span("Karsun to open the road"),), parent="a",
                      cue=span("urged"), speaker=lind, addressees=(karsun,))  # fmt: skip
    event = Event(id="e", doc="d", event="REQUEST", mode="yield", quad=3, intensity=-1, actors=(lind,),
                  recipients=(karsun,),
                  anchor=span("urged"), evidence=span("urged Karsun to open the road"), statement="a",
                  coded_by=CodedBy(rule="r"))  # fmt: skip
    return Report(
        document=Document(id="d", sha256="", version="0", text=TEXT), statements=(outer, inner), events=(event,)
    )


def held(found: Report) -> Sheet:
    sheet = Sheet()
    hold(gold(), TEXT, found, sheet)
    return sheet


def test_articles_all_right_scores_one() -> None:
    assert held(report()).result()["all"] == 1.0 and held(report()).wrong == []


def test_articles_each_field_is_held_alone() -> None:
    found = report()
    wrong = replace(found.statements[1], speaker=None, channel="meeting", parent=None)
    sheet = held(Report(document=found.document, statements=(found.statements[0], wrong), events=found.events))
    assert sorted(line.partition(":")[0] for line in sheet.wrong) == ["channel", "nesting", "speaker"]


def test_articles_records_that_no_line_asks_for_are_told_apart() -> None:
    found = report()
    more = replace(found.events[0], id="f", event="THREATEN")
    sheet = held(Report(document=found.document, statements=found.statements, events=(*found.events, more)))
    assert sheet.result()["all"] == 1.0
    assert (sheet.result()["events wanted"], sheet.result()["statements wanted"]) == (0.5, 1.0)
    assert sheet.wrong == ["beyond the reading: event THREATEN yield asserted 'urged' by r"]


def test_articles_a_missing_record_misses_its_fields() -> None:
    found = report()
    sheet = held(Report(document=found.document, statements=found.statements, events=()))
    assert sheet.asked["event recipients"] == 1 and sheet.found["event recipients"] == 0
    assert sheet.asked.total() == held(found).asked.total()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("the Prime Minister's Office", "Office of the Prime Minister", True), ("Lind", "Ada Lind", True),
     ("Karsun", "Ilmar", False), ("", "", False), ("Ada Lind", None, False)],
)  # fmt: skip
def test_articles_names(one: str, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_articles_a_government_covers_its_state() -> None:
    assert covers(["Armenia"], [Actor(name="Yerevan", kind="government", country=("ARM",))])
    assert not covers(["Armenia", "Russia"], [Actor(name="Yerevan", kind="government", country=("ARM",))])
