import pytest
from msgspec.structs import replace

from onrecord.model import Report
from onrecord.model.vocabulary import Status
from onrecord.present import dossier
from onrecord.present.card import cards
from onrecord.present.entry import Entry
from onrecord.present.outline import Section, contents, outline, provenance, walk
from tests.present import sample
from tests.present.sample import REPORT


def _lines(report: Report) -> list[Entry]:
    return [entry for section in outline(dossier(report)) for entry in walk(section.entries)]


def _section(report: Report, key: str) -> Section:
    return next(section for section in outline(dossier(report)) if section.key == key)


@pytest.mark.parametrize("status", ["alleged", "planned", "demanded", "hypothetical", "denied"])
def test_outline_marks_every_line_of_what_is_not_asserted(status: Status) -> None:
    events = tuple(replace(event, status=status) for event in REPORT.events)
    conditions = tuple(replace(one, status=status) for one in REPORT.conditions)
    report = Report.of((sample.DOCUMENT, *REPORT.statements, *events, *conditions))
    ids = {event.id for event in events} | {condition.id for condition in conditions}
    sections = [one for one in outline(dossier(report)) if one.key != "unresolved"]  # open words claim nothing
    lines = [line for section in sections for line in walk(section.entries)]
    shown = [line for line in lines if ids & set(line.records)]
    assert {record for line in shown for record in line.records} >= ids
    assert all(status in line.marks for line in shown)


def test_outline_leaves_empty_sections_out() -> None:
    assert outline(dossier(sample.EMPTY)) == ()
    assert all(section.entries for section in outline(dossier(REPORT)))


def test_outline_says_on_whose_word_every_deed_and_condition_stands() -> None:
    for key in ("deeds", "conditions"):
        for entry in _section(REPORT, key).entries:
            assert any(note.startswith("on the ") and " word" in note for note in entry.notes), entry


def test_outline_tells_the_actors_own_word_from_the_reports() -> None:
    notes = {entry.records[0]: entry.notes[-1] for entry in _section(REPORT, "deeds").entries}
    assert notes[sample.DEMO.id] == "on the report’s own word"
    assert notes[sample.NOT_SENT.id] == "on the actor’s own word"


def test_outline_repeats_circumstances_only_where_they_change() -> None:
    office = next(e for e in _section(REPORT, "speakers").entries if e.head.startswith("Office of the Foreign"))
    assert [line.notes for line in office.inside] == [("readout",), ()]


def test_outline_knows_which_statements_their_insides_show() -> None:
    office = next(e for e in _section(REPORT, "speakers").entries if e.head.startswith("Office of the Foreign"))
    assert office.inside[1].carried > 0.6
    assert office.inside[0].carried < 0.6


def test_outline_leads_back_to_known_records_only() -> None:
    known = {record.id for record in REPORT.records()}
    lines = _lines(REPORT)
    assert lines
    assert all(set(line.records) <= known for line in lines)


def test_outline_counts_in_words() -> None:
    assert contents(dossier(REPORT)) == "15 statements by 8 speakers, 14 events, 3 conditions and 1 agreement"
    assert contents(dossier(sample.EMPTY)) == "no records"
    one = Report.of((sample.DOCUMENT, sample.TOLD))
    assert contents(dossier(one)) == "1 statement by 1 speaker"


def test_outline_says_how_the_date_is_known() -> None:
    assert provenance(dossier(REPORT))[-1] == "published 2031-05-14 (as given)"
    assert provenance(dossier(sample.EMPTY)) == ("publication date unknown",)


def test_card_for_every_record_with_its_words_and_grounds() -> None:
    found = {card.record: card for card in cards(REPORT)}
    assert set(found) == {record.id for record in REPORT.records()} - {sample.DOC}
    facts = dict(found[sample.SENT.id].facts)
    assert facts["stands"].startswith("on the word of Teodor Marek, according to")
    assert facts["coded by"] == "mobilize-sample, score 1.00, on “sending”"
    assert found[sample.SENT.id].marks == ("alleged",)
    assert dict(found[sample.MENTIONS[3].id].facts)["is"].endswith("not found on the map")


def test_outline_does_not_tell_of_a_denial_where_something_was_not_said() -> None:
    silent = tuple(replace(one, negated=True) for one in REPORT.statements)
    report = Report.of((sample.DOCUMENT, *silent))
    marks = {mark for line in _lines(report) for mark in line.marks} | {m for card in cards(report) for m in card.marks}
    assert "not said" in marks and not any("denied" in mark for mark in marks)
