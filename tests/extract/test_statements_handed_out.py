"""Texts handed out in somebody's name."""

import pytest

from onrecord.reader import load

READER = load()
BODY = "The pass has been shut for a month. Nobody has asked the shepherds."


@pytest.mark.parametrize(
    "head",
    [
        "Open the pass! Statement by Ada Lind, mayor of Selm",
        "Selm, Orlesk – Statement by Ada Lind, mayor of Selm:",
        "PRESS OFFICE\n\nThe Mayor of Selm, Ada Lind, has issued the following statement:",
    ],
)
def test_handed_out_behind_a_title_or_an_announcement(head: str) -> None:
    bodies = [s for s in READER.read(f"{head}\n\n{BODY}").statements if s.parent is None]
    assert [(s.kind, s.content[0].text) for s in bodies] == [("direct", BODY)]
    assert bodies[0].speaker is not None and bodies[0].speaker.name == "Ada Lind"


def test_handed_out_is_no_line_of_a_report_that_leads_up_to_a_quotation() -> None:
    text = 'The mayor of Selm has issued the following statement:\n\n"The pass has been shut for a month."'
    assert [s.content[0].text for s in READER.read(text).statements] == ['"The pass has been shut for a month."']


@pytest.mark.parametrize("day", ["3 May 1994", "Tuesday, May 3", "May 3, 1994"])
def test_handed_out_on_a_day_is_nobody_s_by_that_name(day: str) -> None:
    read = READER.read(f"Salt Board of Orlesk\n\nCommuniqué of {day}\n\n{BODY}", publisher="Salt Board of Orlesk")
    named = [s.speaker.mention.text for s in read.statements if s.speaker and s.speaker.mention and s.parent is None]
    assert not [name for name in named if name in day]
