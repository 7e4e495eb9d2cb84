from io import StringIO

import pytest
from msgspec.structs import replace

from onrecord.export.options import Options
from onrecord.export.registry import get
from onrecord.model import Actor, Report, Span, Statement
from onrecord.present import dossier
from onrecord.present.acts import Act
from onrecord.present.agreements import agreements
from onrecord.present.chain import Chains, attribution
from onrecord.present.conditions import act_label, conditions
from onrecord.present.contacts import contacts
from onrecord.present.deeds import deeds
from onrecord.present.demands import demands
from onrecord.present.speakers import Said, said, speakers
from onrecord.present.timeline import timeline
from onrecord.present.unresolved import unresolved
from tests.present import sample
from tests.present.sample import DOC, REPORT, TEXT


def test_chain_names_the_voices_from_the_outside_in() -> None:
    voices = Chains(REPORT.statements).voices(sample.VIOLATED.id)
    assert [one.label for one in voices] == ["Office of the Foreign Minister of Karsunia", "Teodor Marek"]
    assert attribution(voices) == (
        "on the word of Teodor Marek, according to Office of the Foreign Minister of Karsunia"
    )


def test_chain_of_the_reports_own_voice_is_empty() -> None:
    assert Chains(REPORT.statements).voices(None) == ()
    assert attribution(()) == ""


def test_chain_ends_at_a_missing_parent_and_in_a_circle() -> None:
    one = Statement(id="one", doc=DOC, kind="direct", content=(Span(0, 1, "P"),), parent="two")
    two = replace(one, id="two", parent="one")
    orphan = replace(one, id="orphan", parent="gone")
    chains = Chains((one, two, orphan))
    assert [found.id for found in chains.statements("one")] == ["two", "one"]
    assert [found.id for found in chains.statements("orphan")] == ["orphan"]
    shown = said(Report(document=sample.DOCUMENT, statements=(one, two, orphan)))
    assert sorted(found.records[0] for found in shown) == ["one", "orphan", "two"]


def test_speakers_hold_every_statement_once_nested_under_its_parent() -> None:
    def ids(found: tuple[Said, ...]) -> list[str]:
        return [record for one in found for record in (*one.records, *ids(one.inside))]

    shown = [record for speaker in speakers(REPORT) for record in ids(speaker.said)]
    assert sorted(shown) == sorted(one.id for one in REPORT.statements)
    brandt = next(speaker for speaker in speakers(REPORT) if speaker.voice.label == "Ivo Brandt")
    assert brandt.said[0].inside[0].records == (sample.CONCERN.id,)


def test_speakers_who_are_only_quoted_are_named_with_who_quotes_them() -> None:
    marek = next(speaker for speaker in speakers(REPORT) if speaker.voice.label == "Teodor Marek")
    assert marek.said == ()
    assert [(voice.label, number) for voice, number in marek.quoted_by] == [
        ("Office of the Foreign Minister of Karsunia", 2)
    ]


@pytest.mark.parametrize("depth", [3, 9, 1200])
def test_speakers_bear_any_depth_of_statements_inside_statements(depth: int) -> None:
    nested = [
        replace(
            sample.TOLD, id=f"s{n:04}", content=(Span.of(TEXT, n // 2, 1900 - n // 3),),
            parent=f"s{n - 1:04}" if n else None, speaker=(sample.LINDQVIST, sample.MAREK)[n % 2],
        )
        for n in range(depth)
    ]  # fmt: skip
    report = Report.of((sample.DOCUMENT, *nested))
    shown, level = 0, speakers(report)[0].said
    while level:
        shown += len(level)
        level = tuple(inner for one in level for inner in one.inside)
    assert shown == depth
    assert len(attribution(Chains(report.statements).voices(nested[-1].id))) < 300
    for name in ("terminal", "html", "csv"):
        get(name).write([report], StringIO(), Options())


def test_speakers_put_speech_before_thought() -> None:
    thought = replace(sample.TOLD, id="thought", act="thought", content=(sample.at("the closure"),), cue=None)
    report = Report.of((sample.DOCUMENT, thought, sample.TOLD))
    assert [one.act for one in speakers(report)[0].said] == ["speech", "thought"]


def test_demands_fold_in_what_is_called_for_and_deeds_leave_it_out() -> None:
    first = demands(REPORT)[0]
    assert first.records == (sample.REOPEN.id, sample.ACCESS.id)
    assert first.words.text == "reopen the Harbour Road"
    assert [(part.label, part.spans[0].text) for part in first.particulars] == [("deadline", "without delay")]
    assert sample.ACCESS.id not in {deed.records[0] for deed in deeds(REPORT)}


def test_demands_name_a_witness_only_where_it_is_not_the_actor() -> None:
    reopen, guarantee = demands(REPORT)
    assert [one.label for one in reopen.word] == ["Ivo Brandt"]
    assert guarantee.word == ()
    assert not guarantee.reported


def test_acts_take_the_date_of_the_statement_they_stand_on() -> None:
    event = replace(sample.REOPEN, statement=sample.TOLD.id)
    found = demands(Report.of((sample.DOCUMENT, sample.TOLD, event)))[0]
    assert found.when is not None
    assert found.when.phrase == "2031-05-13 (“Tuesday”)"


def test_contacts_carry_form_parties_and_agenda() -> None:
    (call,) = contacts(REPORT)
    assert call.form == "phone call"
    assert [one.label for one in call.parties] == ["Ada Lindqvist", "Teodor Marek"]
    assert [span.text for span in call.agenda] == ["the closure of the Harbour Road"]


def test_conditions_count_days_and_name_cause_and_voice() -> None:
    closed, shortage, insulin = conditions(REPORT)
    assert (closed.kind, closed.days) == ("access", 22)
    assert shortage.cause_label == "Harbour Road closed"
    assert [one.label for one in insulin.word] == ["Johan Reyes"]
    assert insulin.status == "hypothetical"


def test_an_act_that_caused_a_condition_is_named_with_its_actor_and_place() -> None:
    closure = replace(sample.REOPEN, anchor=sample.at("closure of"), actors=(sample.KARSUNIA,), where=None)
    assert act_label(closure) == "closure by Karsunia"


@pytest.mark.parametrize("published", [None, "2031-01-01"])
def test_conditions_count_no_days_without_a_later_publication(published: str | None) -> None:
    document = replace(sample.DOCUMENT, published=published)
    (closed,) = conditions(Report.of((document, sample.TOLD, sample.CLOSED)))
    assert closed.days is None


def test_agreements_name_who_is_said_to_have_broken_them() -> None:
    (pact,) = agreements(REPORT)
    assert [act.records[0] for act in pact.breaches] == [sample.BREACH.id]


def test_timeline_is_in_date_order_and_holds_nothing_undated() -> None:
    found = timeline(REPORT)
    assert [one.first for one in found] == sorted(one.first for one in found)
    assert sample.ARREST.id not in {record for one in found for record in one.records}
    assert found[0].what == "Tamary Protocol"


def test_unresolved_says_what_and_why() -> None:
    found = {(one.kind, one.words): one.why for one in unresolved(REPORT)}
    assert found["time", "last week"] == "without a calendar date: the week it counts from is not certain"
    assert found["place", "the Orlo checkpoint"] == "ambiguous: could be Orlo (north) or Orlo (south)"
    assert found["name", "witnesses"] == "not identified"
    assert not any(words in {"Tuesday", "Tamary", "Ada Lindqvist"} for _, words in found)


def test_unresolved_names_a_statement_without_a_speaker() -> None:
    (found,) = unresolved(Report.of((sample.DOCUMENT, replace(sample.ADDED, speaker=None))))
    assert found.kind == "speaker"


def test_dossier_shows_every_event_exactly_once() -> None:
    found = dossier(REPORT)
    sections: tuple[tuple[Act, ...], ...] = (
        found.demands, found.accusations, found.promises, found.refusals, found.support, found.deeds,
        tuple(contact.act for contact in found.contacts),
    )  # fmt: skip
    shown = [record for section in sections for act in section for record in act.records]
    assert sorted(shown) == sorted(event.id for event in REPORT.events)


def test_dossier_is_grounded_throughout() -> None:
    found = dossier(REPORT)
    spans = [span for act in (*found.demands, *found.deeds, *found.accusations) for span in act.spans]
    spans += [span for state in found.conditions for span in state.spans]
    spans += [span for one in found.unresolved for span in one.spans]
    assert len(spans) > 20
    assert all(span.grounded_in(TEXT) for span in spans)


def test_dossier_without_records_says_why() -> None:
    assert dossier(REPORT).nothing is None
    assert "nobody in the text is reported to have said anything" in (dossier(sample.EMPTY).nothing or "")
    blank = Report(document=replace(sample.EMPTY.document, text=" \n"))
    assert "the text is empty" in (dossier(blank).nothing or "")


def test_voice_quotes_the_words_of_one_it_could_not_identify() -> None:
    they = replace(sample.GAS, speaker=Actor(mention=sample.at("witnesses"), name="witnesses"))
    (speaker,) = speakers(Report.of((sample.DOCUMENT, they)))
    assert (speaker.voice.label, speaker.voice.identified) == ("“witnesses”", False)
