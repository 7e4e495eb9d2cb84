"""Where reported words begin and end by the grammar of their cue."""

import pytest

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements import statements
from onrecord.ingest.document import document


def read(text: str) -> tuple[StatementDraft, ...]:
    return statements(annotation()(parse(document(text))))


def told(text: str) -> list[str]:
    return [" // ".join(part.text for part in s.content) for s in read(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Norvian President Ada Lind has urged her Sundish counterpart to pull troops back from the pass, her "
            "office said on May 13, after a telephone conversation that both sides described in other terms.",
            "Norvian President Ada Lind has urged her Sundish counterpart to pull troops back from the pass",
        ),
        (
            "In her answer, sent on Wednesday, Lind agreed to the joint patrols, he added.",
            "In her answer, sent on Wednesday, Lind agreed to the joint patrols",
        ),
        (
            "Sund's foreign minister pressed his Norvian counterpart by telephone on Thursday to reopen the crossing "
            "to freight, hours before ambassadors met to discuss the row.",
            "his Norvian counterpart by telephone on Thursday to reopen the crossing to freight",
        ),
        (
            "The mediator, Lukas Amrein, has invited the cabinet and the rebels to Geneva on 26 October to discuss the "
            "railway.",
            "the cabinet and the rebels to Geneva on 26 October to discuss the railway",
        ),
        (
            "Sund appealed to both neighbours on Monday, warning a special meeting of the Committee of Officials that "
            "its flour would be gone in six days.",
            "that its flour would be gone in six days",
        ),
        (
            "Norvia's foreign ministry said in a statement that the minister, Per Hald, told his Sundish guest, Ilo "
            "Dar, that the closure was hurting poor people.",
            "that the minister, Per Hald, told his Sundish guest, Ilo Dar, that the closure was hurting poor people",
        ),
        (
            "The envoy accused Sund of breaking the Orrest accord of 9 May 2011, which commits both sides to keep the "
            "bridge open.",
            "Sund of breaking the Orrest accord of 9 May 2011, which commits both sides to keep the bridge open",
        ),
    ],
)
def test_bounds_are_those_of_the_grammar(text: str, words: str) -> None:
    assert words in told(text)


def test_bounds_what_a_talk_was_is_not_what_was_said_of_it() -> None:
    found = told("Lind has left, her office said on May 13, after talks that both sides described in sharp terms.")
    assert not any(words.startswith("that both sides") for words in found)


def test_bounds_fragments_of_another_sentence_are_another_statement() -> None:
    found = told(
        "He stressed that the blame lay with the guards, the ministry said. The two also “exchanged views on the "
        "border, trade and the coming elections.”"
    )
    assert "He stressed that the blame lay with the guards" in found
    assert not any(" // " in words for words in found)


def test_bounds_only_whom_a_speaker_urges_is_spoken_to() -> None:
    (one,) = [s for s in read("The envoy urged the rebels on Monday to lay down their arms.") if s.cue]
    assert [span.text for span in one.addressees] == ["the rebels"]


def test_bounds_whom_an_agency_quoted_as_saying_it_spoke() -> None:
    (one,) = read("“We are ready,” the Rekko agency quoted General Ilo Dar as saying.")
    assert one.source is not None and "Ilo Dar" in one.source.text
    assert [part.text for part in one.content] == ["“We are ready,”"]


@pytest.mark.parametrize("marks", ["“”", "‘’", '""', "''"])
def test_bounds_a_quotation_of_two_sentences_is_whole_in_any_marks(marks: str) -> None:
    first, last = marks[0], marks[1]
    text = f"Lind left early. {first}Both sides have made pledges. Neither side has kept them,{last} she said."
    assert f"{first}Both sides have made pledges. Neither side has kept them,{last}" in told(text)


def test_bounds_quotations_with_a_sentence_between_are_two_statements() -> None:
    text = (
        'Lind shrugged. "We were late, and nobody minded," she said. She denied any part in the raid. '
        '"Anyone with proof may bring it to the court."'
    )
    words = told(text)
    assert '"We were late, and nobody minded,"' in words
    assert '"Anyone with proof may bring it to the court."' in words


def test_bounds_a_quotation_goes_on_behind_who_said_it() -> None:
    text = '"Our doors are open," Lind said. "They may come any day."'
    assert '"Our doors are open," // "They may come any day."' in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sund's customs service denies imposing any limits.", "imposing any limits"),
        ("Lind denied having met the rebels in May.", "having met the rebels in May"),
        (
            "Corin added that the premier had brought up the sunken trawler, an issue on which Lasca's note is silent.",
            "that the premier had brought up the sunken trawler",
        ),
        (
            "It said the king raised the need for a conference, two subjects the palace did not mention.",
            "the king raised the need for a conference",
        ),
        (
            "Corin said the pass was open – a claim that drivers waiting in the queue dispute.",
            "the pass was open",
        ),
        (
            'The state agency quoted Lind as saying on her return to Lasca that "our guests promised to go by May."',
            'that "our guests promised to go by May."',
        ),
        (
            "The agency quoted Lind as telling reporters on Monday that the talks had failed.",
            "that the talks had failed",
        ),
        ("The note said that Lind had protested against a closure told to nobody.", "a closure told to nobody"),
    ],
)
def test_bounds_words_are_those_that_were_said(text: str, words: str) -> None:
    assert words in told(text)


def test_bounds_what_was_said_keeps_matters_of_its_own() -> None:
    text = "Lind said the closure was a matter that hurt farmers and left out the poor."
    assert told(text) == ["the closure was a matter that hurt farmers and left out the poor"]


def test_bounds_who_retells_an_answer_tells_another_statement() -> None:
    text = "Corin answered that the fine was too high, a court clerk told the daily."
    assert told(text) == [
        "Corin answered that the fine was too high",
        "that the fine was too high",
    ]


def test_bounds_a_name_reports_nothing() -> None:
    text = "The mayor asked her deputy, Rustam Saidov, to call off the strike before the feast."
    assert all(s.cue is None or "Said" not in s.cue.text for s in read(text))


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Ilo Dar was quoted by state media as saying that the pass was shut.", "Ilo Dar", "that the pass was shut"),
        ("Ilo Dar was cited by Reuters as saying the pass was shut.", "Ilo Dar", "the pass was shut"),
        ("The pass was shut, state media quoted Ilo Dar, the premier, as saying.", "Ilo Dar", "The pass was shut"),
        ("TASS quoted Ilo Dar, the Sundish premier, as saying that it was shut.", "Ilo Dar", "that it was shut"),
        ("Ilo Dar, quoted by TASS, said that the pass was shut.", "Ilo Dar", "that the pass was shut"),
        ("State media said that Ilo Dar had shut the pass.", "State media", "that Ilo Dar had shut the pass"),
    ],
)
def test_bounds_who_is_quoted_speaks_and_no_agency(text: str, who: str, words: str) -> None:
    (one,) = read(text)
    assert one.source is not None
    assert who in one.source.text
    assert [part.text for part in one.content] == [words]
