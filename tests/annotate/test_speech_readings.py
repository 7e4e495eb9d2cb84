"""What the tagger makes of how a statement was made: channels, audience, speaker, and no reading."""

from dataclasses import replace

import pytest

from onrecord.annotate.attributions import speech
from onrecord.annotate.parse import parse
from onrecord.annotate.speech_readings import SpeechReading, SpeechReadings
from onrecord.annotate.speech_signs import POINTED, WORDS, Bounds, Kind, Telling
from onrecord.ingest.document import document

TEXT = """DREVA, June 4 - Foreign Minister Ilse Korvan told reporters after the meeting that the border would stay open.

In a letter to the ferrymen's union, Mayor Oskar Brandt wrote that the pier would be rebuilt."""


@pytest.fixture(scope="module")
def read() -> SpeechReadings:
    found = speech(parse(document(TEXT)))
    assert found is not None
    return found


def telling(content: str, cue: str, speaker: str) -> Telling:
    """A statement of which rules told the speaker alone."""
    at, by, source = ((TEXT.index(words), TEXT.index(words) + len(words)) for words in (content, cue, speaker))
    words: tuple[tuple[Bounds, ...], ...] = ((source,), (source,), *((),) * (len(WORDS) - 2))
    return Telling(at, by, source, "indirect", "speech", "unknown", "person", False, False, False, False, words)


BORDER = telling("that the border would stay open", "told", "Ilse Korvan")
PIER = telling("that the pier would be rebuilt", "wrote", "Oskar Brandt")


def said(read: SpeechReadings, one: Telling) -> SpeechReading:
    found = dict(zip((BORDER, PIER), read.read([BORDER, PIER]), strict=True))[one]
    assert found is not None
    return found


def test_channels_sum_to_one_and_name_the_occasion(read: SpeechReadings) -> None:
    briefed = said(read, BORDER)
    assert sum(briefed.channels.values()) == pytest.approx(1.0, abs=1e-4)
    assert max(briefed.channels, key=briefed.channels.__getitem__) == "press briefing"
    written = said(read, PIER)
    assert max(written.channels, key=written.channels.__getitem__) == "letter"


def test_a_statement_points_at_whom_it_is_told_to(read: SpeechReadings) -> None:
    told = said(read, BORDER)
    start, share = max(told.pointed("addressee"), key=lambda one: one[1])
    assert start == TEXT.index("reporters") and share > told.nobody("addressee")


@pytest.mark.parametrize("kind", POINTED)
def test_what_is_pointed_at_and_nobody_make_one(read: SpeechReadings, kind: Kind) -> None:
    wrote = said(read, PIER)
    assert sum(share for _, share in wrote.pointed(kind)) + wrote.nobody(kind) == pytest.approx(1.0, abs=0.1)


def test_where_no_word_begins_nothing_was_read(read: SpeechReadings) -> None:
    beyond = replace(PIER, content=(len(TEXT) + 5, len(TEXT) + 9))
    assert read.read([beyond]) == [None]
    assert read.read([]) == []


def test_answers_come_in_the_order_of_the_statements(read: SpeechReadings) -> None:
    asked = [PIER, BORDER]
    wrote, told = read.read(asked)
    assert wrote is not None and told is not None
    assert wrote.channels["letter"] > 0.5 > told.channels["letter"]


def test_the_whole_document_is_in_sight(read: SpeechReadings) -> None:
    assert sight(said(read, PIER)) == (0, len(TEXT))


def test_of_a_long_document_the_part_around_a_statement_is_in_sight() -> None:
    paragraph = "Snow fell on the pass all week and the road to the mill stayed shut.\n\n"
    text = paragraph * 150 + TEXT + "\n\n" + paragraph * 150
    found = speech(parse(document(text)))
    assert found is not None
    at = len(paragraph) * 150
    placed = replace(PIER, content=_moved(PIER.content, at), cue=None, source=None)
    (one,) = found.read([placed])
    assert one is not None
    low, high = sight(one)
    assert 0 < low < at < at + len(TEXT) <= high < len(text)


def sight(one: SpeechReading) -> Bounds:
    """The code points that the network had in sight."""
    return int(one.sheet.starts[one.sheet.starts >= 0].min()), int(one.sheet.ends.max())


def _moved(span: Bounds, by: int) -> Bounds:
    return span[0] + by, span[1] + by
