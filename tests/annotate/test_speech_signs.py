"""What the tagger is told of statements: their places, what rules said, and how they stand to each other."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

import numpy as np
import pytest

from onrecord.annotate.speech_signs import (
    CHANNELS,
    DISTANCES,
    FACTS,
    PLACE_SIGNS,
    WORDS,
    Bounds,
    Sheet,
    Telling,
    inputs,
)
from onrecord.model.vocabulary import Channel

NOTHING: tuple[tuple[Bounds, ...], ...] = ((),) * len(WORDS)


@pytest.fixture
def sheet() -> Sheet:
    """Position 0 is nothing; then ten pieces of four characters, five in each of two paragraphs."""
    starts = np.array([-1, *range(0, 40, 4)])
    return Sheet(starts, np.where(starts < 0, -1, starts + 4), np.array([0, *[1] * 5, *[2] * 5]))


def told(
    content: Bounds,
    cue: Bounds | None = None,
    channel: str = "unknown",
    words: Mapping[str, Bounds] = MappingProxyType({}),
) -> Telling:
    groups = tuple((words[name],) if name in words else () for name in WORDS)
    return Telling(content, cue, None, "indirect", "speech", channel, "none", False, False, False, False, groups)


def test_channels_are_those_of_the_contract() -> None:
    assert sorted(CHANNELS) == sorted(get_args(Channel.__value__))


def test_spans_become_positions(sheet: Sheet) -> None:
    given = inputs(sheet, [told((8, 16), cue=(4, 8))])
    assert given.roles.tolist() == [[3, 4, 2, 0]]


def test_a_span_beyond_the_document_is_nothing(sheet: Sheet) -> None:
    assert inputs(sheet, [told((90, 99), cue=(80, 84))]).roles.tolist() == [[0, 0, 0, 0]]


def test_facts_name_the_channel_that_rules_told(sheet: Sheet) -> None:
    plain, letter = inputs(sheet, [told((0, 8)), told((8, 16), channel="letter")]).facts
    assert len(letter) == FACTS
    assert np.flatnonzero(plain[: len(CHANNELS)]).tolist() == [CHANNELS.index("unknown")]
    assert np.flatnonzero(letter[: len(CHANNELS)]).tolist() == [CHANNELS.index("letter")]


@pytest.mark.parametrize("number", range(len(WORDS)))
def test_words_of_rules_are_marked_where_they_stand(sheet: Sheet, number: int) -> None:
    places = inputs(sheet, [told((0, 8), words={WORDS[number]: (20, 28)})]).places
    assert places.shape == (1, 11, PLACE_SIGNS)
    assert np.flatnonzero(places[0, :, DISTANCES + number]).tolist() == [6, 7]


def test_places_tell_what_is_before_within_and_behind(sheet: Sheet) -> None:
    before, within, behind = (
        np.flatnonzero(row > 0).tolist() for row in inputs(sheet, [told((8, 16))]).places[0].T[[1, 2, 0]]
    )
    assert (before, within, behind) == ([1, 2], [3, 4], [5, 6, 7, 8, 9, 10])


def test_a_pair_tells_which_statement_stands_in_which(sheet: Sheet) -> None:
    outer_to_inner, inner_to_outer = 2, 3
    pairs = inputs(sheet, [told((0, 40)), told((8, 16))]).pairs
    assert pairs[0, 1, outer_to_inner] == 1.0 and pairs[0, 1, inner_to_outer] == 0.0
    assert pairs[1, 0, outer_to_inner] == 0.0 and pairs[1, 0, inner_to_outer] == 1.0
