"""What the tagger's statements are cleared of; all names are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


def test_repair_who_was_told_is_an_addressee_and_no_source(reader: Reader) -> None:
    report = reader.read("Residents were told that the bill had doubled. Mayor Ada Lind said that she was sorry.")
    told = by_cue(report, "told")
    assert [c.text for c in told.content] == ["that the bill had doubled"] and told.speaker is None


def test_repair_whom_somebody_told_is_no_part_of_what_was_told(reader: Reader) -> None:
    report = reader.read(
        "Veldorian Foreign Minister Ada Lind told her Karsunian counterpart Teodor Marek in a phone call that "
        "the closure of the road had left the enclave without fuel."
    )
    assert [c.text for c in by_cue(report, "told").content] == [
        "that the closure of the road had left the enclave without fuel"
    ]


def test_repair_what_is_quoted_at_a_price_is_no_statement(reader: Reader) -> None:
    text = "The hotel's pianist played through. Sugar was quoted at 3.28 cents."
    report = reader.read(text)
    assert all(part.start < part.end for s in report.statements for part in s.content)
    assert not report.statements


def test_repair_one_who_wants_no_name_said_nothing_by_it(reader: Reader) -> None:
    report = reader.read("An officer, who asked not to be named, said that the road was mined.")
    assert [s.cue.text for s in report.statements if s.cue] == ["said"]


def test_repair_the_hour_of_a_live_blog_is_nobodys_words(reader: Reader) -> None:
    report = reader.read("14.20 Defence Minister Hugo Salim has told parliament that order will be restored.")
    speaker = by_cue(report, "told").speaker
    assert speaker is not None and speaker.mention is not None and speaker.mention.text.startswith("Defence")


def test_repair_what_is_yet_to_be_said_inside_a_statement_is_none(reader: Reader) -> None:
    report = reader.read("Premier Karel Dubin said that both governments would ask the commission to send observers.")
    assert len(report.statements) == 1


@pytest.mark.parametrize("label", ["JOURNALIST (Torvel Daily)", "JOURNALIST"])
def test_transcripts_a_label_may_have_brackets(reader: Reader, label: str) -> None:
    report = reader.read(
        f"MR REUSS: Good morning.\n\n{label}: Will the ambassador go?\n\nMR REUSS: Not yet.\n\n{label}: Why?\n\n"
        "MR REUSS: I cannot say."
    )
    assert len(report.statements) == 5


def test_repair_nobody_speaks_by_the_town_of_a_dateline(reader: Reader) -> None:
    report = reader.read("TORVELLE: Pilgrims slept on the quay in Torvelle on Friday. No ferry came.")
    assert not report.statements


def test_repair_a_quotation_goes_on_between_marks_of_the_old_wires(reader: Reader) -> None:
    report = reader.read(
        "``The ferry will sail again,'' said Mara Lind, a spokeswoman for the port of Torvelle. ``But nobody can tell "
        "when that will be.''"
    )
    (said,) = [s for s in report.statements if s.parent is None]
    assert len(said.content) == 2 and said.content[1].text.startswith("``But nobody")
