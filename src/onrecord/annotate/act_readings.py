"""What the learned tagger makes of each word as one that tells an act: of which type, whose, and towards whom.

The tagger reads each document once, for statements and acts together, so asking about a word costs nothing more.
Offsets are code points of the document, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from onrecord.annotate.statement_model import Reading, Settings, act_shares, by_word
from onrecord.annotate.statement_tags import Floats, Ints

NONE = "NONE"
type Side = Literal["actor", "recipient"]


@dataclass(frozen=True)
class WordReading:
    """One word: `shares` of the types in 0-1, which sum to 1, and by `masses` at whom it points."""

    start: int
    shares: dict[str, float]
    _reading: Reading
    _position: int
    _settings: Settings

    @property
    def act(self) -> float:
        """How likely the word tells an act at all, in 0-1."""
        return 1.0 - self.shares[NONE]

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest type of an act and its share."""
        return max(((t, s) for t, s in self.shares.items() if t != NONE), key=lambda pair: pair[1])

    def masses(self, side: Side, starts: Sequence[int]) -> tuple[list[float], float]:
        """(share with which it points at each word, share of nobody in sight); `starts` are where the words begin, in
        text order, each reaching to the next."""
        shares = self._pointing[side]
        return by_word(shares, self._reading.window.starts, starts), float(shares[0])

    @cached_property
    def _pointing(self) -> dict[Side, Floats]:
        return {
            "actor": act_shares(self._reading, self._position, 0, self._settings),
            "recipient": act_shares(self._reading, self._position, 1, self._settings),
        }


class ActReadings:
    """The words of one document as the tagger read them."""

    def __init__(self, readings: Sequence[Reading], settings: Settings) -> None:
        self._readings, self._settings = tuple(readings), settings

    def at(self, start: int) -> WordReading | None:
        """The word that begins at a code point; None where the tagger did not read it."""
        low = int(np.searchsorted(self._starts, start))
        return self._word(low) if low < len(self._starts) and self._starts[low] == start else None

    def telling(self, start: int, end: int, least: float) -> Iterator[WordReading]:
        """Words, or pieces of words, from `start` to before `end` that tell an act with this share or more."""
        low, high = (int(np.searchsorted(self._starts, at)) for at in (start, end))
        for number in np.flatnonzero(self._shares[low:high] >= least):
            yield self._word(low + int(number))

    def _word(self, number: int) -> WordReading:
        reading, position = self._readings[self._windows[number]], int(self._positions[number])
        shares = dict(zip(self._settings.acts, np.exp(reading.acts[position]).tolist(), strict=True))
        return WordReading(int(self._starts[number]), shares, reading, position, self._settings)

    @cached_property
    def _places(self) -> list[tuple[int, int, int]]:
        return sorted(
            (int(start), number, position)
            for number, reading in enumerate(self._readings)
            for position, start in enumerate(reading.window.starts)
            if start >= 0 and position >= reading.window.context
        )

    @cached_property
    def _starts(self) -> Ints:
        return np.array([start for start, _, _ in self._places], dtype=np.int64)

    @cached_property
    def _windows(self) -> Ints:
        return np.array([number for _, number, _ in self._places], dtype=np.int64)

    @cached_property
    def _positions(self) -> Ints:
        return np.array([position for _, _, position in self._places], dtype=np.int64)

    @cached_property
    def _shares(self) -> Floats:
        each = [1 - np.exp(self._readings[n].acts[p, 0]) for _, n, p in self._places]
        return np.array(each, dtype=np.float32)
