"""What the tagger makes of how a statement was made: channels, audience, speaker, and no reading."""

from typing import get_args

import pytest

from onrecord.annotate.attributions import speech
from onrecord.annotate.parse import parse
from onrecord.annotate.speech_readings import Kind, SpeechReading, SpeechReadings
from onrecord.ingest.document import document

TEXT = """DREVA, June 4 - Foreign Minister Ilse Korvan told reporters after the meeting that the border would stay open.

In a letter to the ferrymen's union, Mayor Oskar Brandt wrote that the pier would be rebuilt."""


@pytest.fixture(scope="module")
def read() -> SpeechReadings:
    found = speech(parse(document(TEXT)))
    assert found is not None
    return found


def said(read: SpeechReadings, *words: str) -> SpeechReading:
    found = read.of([TEXT.index(w) for w in words])
    assert found is not None
    return found


def test_channels_sum_to_one_and_name_the_occasion(read: SpeechReadings) -> None:
    briefed = said(read, "that the border", "told")
    assert sum(briefed.channels.values()) == pytest.approx(1.0, abs=1e-4)
    assert max(briefed.channels, key=briefed.channels.__getitem__) == "press briefing"
    written = said(read, "that the pier", "wrote")
    assert max(written.channels, key=written.channels.__getitem__) == "letter"


def test_a_statement_points_at_whom_it_is_told_to(read: SpeechReadings) -> None:
    starts = [TEXT.index(w) for w in ("Foreign", "told", "reporters", "after", "that the border")]
    told = said(read, "that the border", "told")
    masses = told.masses("addressee", starts)
    assert max(range(5), key=masses.__getitem__) == 2
    assert masses[2] > told.nobody("addressee")


@pytest.mark.parametrize("kind", get_args(Kind.__value__))
def test_masses_and_nobody_make_one(read: SpeechReadings, kind: Kind) -> None:
    wrote = said(read, "that the pier", "wrote")
    assert sum(wrote.masses(kind, [0, len(TEXT)])) + wrote.nobody(kind) == pytest.approx(1.0, abs=0.02)


def test_where_no_word_begins_nothing_was_read(read: SpeechReadings) -> None:
    assert read.of([TEXT.index("reporters") + 1]) is None
    assert read.of([len(TEXT) + 5]) is None
    assert read.of([]) is None


def test_the_bounds_are_what_the_tagger_had_in_sight(read: SpeechReadings) -> None:
    assert said(read, "told").bounds == (0, len(TEXT))
