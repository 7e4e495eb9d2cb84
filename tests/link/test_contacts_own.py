"""What somebody tells in his own words of a contact that he had: how it was said there, and to whom."""

import pytest

from onrecord.link import told_how
from onrecord.model import Statement
from onrecord.reader import Reader

HEAD = "Mayor Erik Lindholm told the Sund Herald: “"


@pytest.fixture(autouse=True)
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tagger, which knows some of these, tells nothing."""
    monkeypatch.setattr(told_how, "readings_of", lambda statements, _layers: [None] * len(statements))


def said(reader: Reader, words: str, of: str) -> Statement:
    """The one statement that begins with those words, in what Erik Lindholm tells."""
    (found,) = [s for s in reader.read(f"{HEAD}{words}”").statements if s.content[0].text.startswith(of)]
    return found


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("I sat down with Minister Ada Rowe on Sunday. She promised that the ferry would sail.", "meeting"),
        ("Minister Ada Rowe received me on Sunday. She promised that the ferry would sail.", "meeting"),
        ("I rang Minister Ada Rowe on Sunday. She promised that the ferry would sail.", "phone call"),
    ],
)
def test_contacts_own_the_other_answers_there(reader: Reader, words: str, channel: str) -> None:
    one = said(reader, words, "that the ferry")
    assert one.channel == channel
    assert [a.name for a in one.addressees] == ["Erik Lindholm"]


def test_contacts_own_what_he_asked_there_he_asked_the_other(reader: Reader) -> None:
    one = said(
        reader, "Minister Ada Rowe received me on Sunday. I explained that the mill had no coal.", "that the mill"
    )
    assert (one.channel, [a.name for a in one.addressees]) == ("meeting", ["Ada Rowe"])


def test_contacts_own_a_meeting_to_come_is_none(reader: Reader) -> None:
    words = "I want to meet Minister Ada Rowe. She promised that the ferry would sail."
    assert said(reader, words, "that the ferry").channel != "meeting"
