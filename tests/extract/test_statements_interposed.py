"""Whose account it is, told between commas or "according to" somebody; all names are invented."""

import pytest

from onrecord.model import Statement
from onrecord.reader import Reader
from tests.finding import by_cue


def words(statement: Statement) -> str:
    return " ".join(part.text for part in statement.content)


@pytest.mark.parametrize(
    ("text", "cue", "told", "inner"),
    [
        (
            "The ministry gave its account. Mr Orla, it goes on, offered a ship and reminded Ms Venn of the dead.",
            "goes on",
            "Mr Orla offered a ship and reminded Ms Venn of the dead",
            "reminded",
        ),
        (
            "She proposed that engineers read the gauges together, it said, and Mr Orla agreed to ask his cabinet.",
            "said",
            "She proposed that engineers read the gauges together and Mr Orla agreed to ask his cabinet",
            "agreed",
        ),
        (
            "Ms Venn refused, the readout said, but pledged that the men would be tried at home.",
            "said",
            "Ms Venn refused but pledged that the men would be tried at home",
            "pledged",
        ),
        (
            "He answered, the office said, that he would consult his generals.",
            "said",
            "He answered that he would consult his generals",
            "answered",
        ),
        (
            "The Premier, according to an aide, replied that his police had let in 600 people.",
            "according",
            "The Premier replied that his police had let in 600 people",
            "replied",
        ),
        (
            "The Premier asked for the release of the survey ship, according to the text.",
            "according",
            "The Premier asked for the release of the survey ship",
            "asked",
        ),
    ],
)
def test_statements_interposed_teller_tells_the_whole_sentence(
    text: str, cue: str, told: str, inner: str, reader: Reader
) -> None:
    report = reader.read(text)
    outer = by_cue(report, cue)
    assert outer.parent is None
    assert words(outer) == told
    assert by_cue(report, inner).parent == outer.id


def test_statements_interposed_teller_is_no_source_of_what_he_tells(reader: Reader) -> None:
    report = reader.read("Orla put the repair at five weeks, the ministry said, and reminded Venn that he owed money.")
    speaker = by_cue(report, "reminded").speaker
    assert speaker is not None and speaker.name == "Orla"


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("The road, she said, is a trap.", "said", "The road is a trap"),
        ("The bridge is open, Mr Orla said, rejecting the charge as premature.", "said", "The bridge is open"),
        ("Some 300 people are stranded, the agency said, as Venn called on both sides to talk.", "said",
         "Some 300 people are stranded"),
        ("NORHAVEN, 3 May — The port is shut, the agency said.", "said", "The port is shut"),
    ],
)  # fmt: skip
def test_statements_interposed_words_of_the_report_stay_its_own(text: str, cue: str, told: str, reader: Reader) -> None:
    assert words(by_cue(reader.read(text), cue)) == told


def test_statements_interposed_phrase_before_is_no_clause(reader: Reader) -> None:
    report = reader.read("According to Orla, the letter proposed joint patrols along the river.")
    assert words(by_cue(report, "According")) == "the letter proposed joint patrols along the river"
