"""Copies are counted once, corrections set reports aside, and the order in which reports come changes nothing."""

from itertools import permutations

import pytest

from onrecord.ingest.document import document
from onrecord.model import CodedBy, Event, Report, Span
from onrecord.model.ids import record_id
from onrecord.present.identity import docket
from onrecord.present.identity.corrections import announces

WIRE = (
    "DORNHALL (Meridian Wire) - Keldia closed the Kestrel Pass on Monday, cutting the road to Ailsby. "
    "Some 9,000 people were without fuel, officials said. The foreign minister of Norvany called for talks at once."
)
ADDED = " Residents of Ailsby held a protest at the town hall in the evening."
OWN = "The road to Ailsby has been shut since Monday. A Keldian spokesman blamed repairs on a bridge near the summit."


def report(text: str, uri: str, published: str = "2031-03-04", publisher: str | None = None, title: str = "") -> Report:
    """A report with one event in each sentence."""
    source = document(text, published=published, uri=uri, publisher=publisher, title=title or None)
    events, start = [], 0
    for sentence in text.split(". "):
        span = Span.of(text, start, start + len(sentence))
        start += len(sentence) + 2
        events.append(
            Event(
                id=record_id("event", source.id, (span,)), doc=source.id, event="CONSULT", quad=1, intensity=0.0,
                anchor=span, evidence=span, coded_by=CodedBy(rule="test"),
            )
        )  # fmt: skip
    return Report(document=source, events=tuple(events))


def test_docket_counts_a_wire_copy_once_and_keeps_what_it_adds() -> None:
    first = report(WIRE, "a", publisher="Meridian Wire")
    copy = report(WIRE + ADDED, "b", "2031-03-05", "Northern Courier")
    found = docket([copy, first])
    assert found.telling[copy.document.id] == first.document.id
    assert found.independent([first.document.id, copy.document.id]) == 1
    assert [len(one.events) for one in found.current] == [3, 1]
    assert "protest" in found.current[1].events[0].evidence.text
    assert len(found.all_reports) == 2


def test_docket_keeps_a_sentence_of_a_copy_with_another_number() -> None:
    first, copy = report(WIRE, "a"), report(WIRE.replace("9,000", "900"), "b", "2031-03-05")
    assert [event.evidence.text[:8] for event in docket([first, copy]).current[1].events] == ["Some 900"]


def test_docket_keeps_two_stories_on_one_matter() -> None:
    found = docket([report(WIRE, "a"), report(OWN, "b")])
    assert found.independent([one.document.id for one in found.current]) == 2


def test_docket_sets_aside_what_a_correction_corrects_and_deletes_nothing() -> None:
    wrong = report(WIRE, "a", publisher="Meridian Wire")
    right = report("CORRECTION: " + WIRE.replace("9,000", "900"), "b", "2031-03-06", "Meridian Wire")
    found = docket([wrong, right])
    assert [one.document.id for one in found.current] == [right.document.id]
    assert found.corrected[wrong.document.id].by == right.document.id
    assert len(found.all_reports) == 2


def test_docket_copies_of_a_corrected_report_go_with_it() -> None:
    wrong = report(WIRE, "a", publisher="Meridian Wire")
    copy = report(WIRE + ADDED, "b", "2031-03-05", "Northern Courier")
    right = report("CORRECTION: " + WIRE.replace("9,000", "900"), "c", "2031-03-06", "Meridian Wire")
    found = docket([wrong, copy, right])
    assert set(found.corrected) == {wrong.document.id, copy.document.id}


def test_docket_a_client_does_not_correct_the_agency_it_names() -> None:
    agency = report(WIRE, "a", publisher="Meridian Wire")
    copy = report(WIRE, "b", "2031-03-05", "Northern Courier")
    right = report("CORRECTION: " + WIRE.replace("9,000", "900"), "c", "2031-03-06", "Northern Courier")
    assert set(docket([agency, copy, right]).corrected) == {copy.document.id}


def test_docket_a_later_version_at_the_same_address_takes_its_place() -> None:
    early, late = report(WIRE, "a"), report(WIRE + ADDED, "a", "2031-03-05")
    assert [one.document.id for one in docket([late, early]).current] == [late.document.id]


def test_docket_a_notice_sets_aside_only_what_it_is_about() -> None:
    wrong = report(WIRE, "a", publisher="Meridian Wire")
    notice = report(
        "CORRECTION: A report of March 4 misstated how many people were without fuel; officials gave 900 people",
        "b", "2031-03-06", "Meridian Wire",
    )  # fmt: skip
    found = docket([wrong, notice])
    assert not found.corrected[wrong.document.id].whole
    kept = next(one for one in found.current if one.document.id == wrong.document.id)
    assert [event.evidence.text.split()[0] for event in kept.events] == ["DORNHALL", "The"]


def test_docket_does_not_depend_on_order_or_repetition() -> None:
    reports = [
        report(WIRE, "a", publisher="Meridian Wire"),
        report(WIRE + ADDED, "b", "2031-03-05", "Northern Courier"),
        report(OWN, "c", "2031-03-05"),
        report("CORRECTION: " + WIRE.replace("9,000", "900"), "d", "2031-03-06", "Meridian Wire"),
    ]
    expected = docket(reports)
    for order in permutations(reports):
        assert docket([*order, order[0]]) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("CORRECTION: Pass closed", "Keldia closed the pass.", True),
        ("Pass closed", "(Corrects figure in paragraph 2)\n\nKeldia closed the pass.", True),
        ("Corrected: Pass closed", "Keldia closed the pass.", True),
        ("Pass closed", "Keldia closed the pass.\n\nThis story has been corrected to give the right date.", True),
        ("Pass closed", "Keldia closed it.\n\nAn earlier version of this article misstated the date.", True),
        ("Correctional officers strike in Dornhall", "Guards walked out.", False),
        ("Minister corrects course", "Corrections to the border line were discussed.", False),
        ("Talks", "“We must correct this,” the minister said.", False),
    ],
)
def test_corrections_are_known_by_what_they_say_of_themselves(title: str, text: str, expected: bool) -> None:
    assert announces(document(text, title=title)) is expected
