"""To whom a letter is written: its salutation, or the compliments of a note, for all that its author says in it."""

import pytest

from onrecord.model import Report
from onrecord.reader import Reader

NOTE = (
    "EMBASSY OF KELLAND\n\nNo. 12/4\n\nThe Embassy of Kelland presents its compliments to the Ministry of Foreign "
    "Affairs of Morvia and has the honour to state the following.\n\nA cutter of Morvia fired on a trawler. The "
    "Embassy demands that the crew be let go.\n\nThe Embassy avails itself of this opportunity to renew its "
    "assurances.\n\nLenk, 6 May 1988"
)
LETTER = (
    "PERMANENT MISSION OF KELLAND\n\n3 June 1997\n\n{called}\n\nI ask that the Council be convened.\n\n"
    "(Signed) Oren Tasker\nPermanent Representative"
)


def heard(report: Report) -> list[list[str]]:
    return [[a.name or (a.mention.text if a.mention else "") for a in s.addressees] for s in report.statements]


def test_letters_a_note_is_written_to_whom_it_pays_its_compliments(reader: Reader) -> None:
    report = reader.read(NOTE)
    assert heard(report) == [["Ministry of Foreign Affairs of Morvia"]] * len(report.statements)
    assert len(report.statements) > 1


@pytest.mark.parametrize("called", ["Mr. President,", "Madam Chairperson,"])
def test_letters_are_written_to_whom_the_salutation_calls(reader: Reader, called: str) -> None:
    report = reader.read(LETTER.format(called=called))
    assert heard(report)[0] == [called.rstrip(",")]


def test_letters_without_a_salutation_are_written_to_nobody(reader: Reader) -> None:
    assert not any(heard(reader.read(LETTER.format(called="Read out in the Council."))))
