"""Who speaks at a public meeting that a local paper reports, and what the paper was told elsewhere."""

import pytest

from onrecord.link import told_how
from onrecord.reader import Reader

LEAD = (
    "Anger over kiln smoke\n\nSome seventy neighbours packed the village hall last Tuesday to talk about the kiln.\n\n"
)


@pytest.fixture(autouse=True)
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tagger tells nothing."""
    monkeypatch.setattr(told_how, "readings_of", lambda statements, _layers: [None] * len(statements))


def channel(reader: Reader, text: str, words: str) -> str:
    (found,) = [s for s in reader.read(text).statements if s.content[0].text.startswith(words)]
    return found.channel


@pytest.mark.parametrize(
    ("told", "words", "expected"),
    [
        ("Potter Liv Dahl said that her roses had turned black.", "that her roses", "speech"),
        ("“My roses are black,” shouted Liv Dahl, who makes pots.", "“My roses", "speech"),
        ("Potter Liv Dahl told merchants that her roses had turned black.", "that her roses", "speech"),
        ("Potter Liv Dahl said afterwards that her roses had turned black.", "that her roses", "unknown"),
        ("Owner Per Hale told the Orsby Herald that he would sweep the flue. Potter Liv Dahl said that her roses had "
         "turned black.", "that her roses", "unknown"),
    ],
)  # fmt: skip
def test_town_meetings_whoever_speaks_there_makes_a_speech(
    reader: Reader, told: str, words: str, expected: str
) -> None:
    assert channel(reader, LEAD + told, words) == expected


def test_town_meetings_quiet_village_has_none(reader: Reader) -> None:
    text = "Anger over kiln smoke\n\nThe kiln smokes again.\n\nPotter Liv Dahl said that her roses had turned black."
    assert channel(reader, text, "that her roses") == "unknown"
