"""What a network makes of each word as one that tells something: of which type, as what told, and of whom or what.

Acts of politics are read so (types of events, which point at actor and recipient) and conditions (states of affairs,
which point at place, time and the rest). The network read the document once, so asking about a word costs nothing more.
Offsets are code points of the document, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from onrecord.annotate.statement_model import by_word, shares_of_arcs
from onrecord.annotate.statement_tags import Floats, Ints
from onrecord.annotate.statement_windows import Window

NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a network tells of a word: `types`, the first NONE, the `sides` it points at with arcs of a `width` and a
    bias [sides, buckets] by their length, and `statuses`, if any."""

    types: tuple[str, ...]
    sides: tuple[str, ...]
    width: int
    distance: Floats
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What it says of one window: [L, types] log shares, [L, 2 * width * sides] projections of arcs, and [L, statuses]
    log shares where it tells any."""

    window: Window
    types: Floats
    arcs: Floats
    statuses: Floats | None = None


@dataclass(frozen=True)
class WordReading:
    """One word: `shares` of the types in 0-1, which sum to 1, and by `masses` at whom or what it points."""

    start: int
    shares: dict[str, float]
    _answers: Answers
    _position: int
    _scheme: Scheme
    _pointing: dict[str, Floats] = field(default_factory=dict)

    @property
    def told(self) -> float:
        """How likely the word tells anything at all, in 0-1."""
        return 1.0 - self.shares[NONE]

    @cached_property
    def best(self) -> tuple[str, float]:
        """The likeliest type and its share."""
        return max(((t, s) for t, s in self.shares.items() if t != NONE), key=lambda pair: pair[1])

    @cached_property
    def statuses(self) -> dict[str, float]:
        """Shares of the statuses in 0-1, which sum to 1; none where the network tells none."""
        if self._answers.statuses is None:
            return {}
        shares = np.exp(self._answers.statuses[self._position]).tolist()
        return dict(zip(self._scheme.statuses, shares, strict=True))

    def masses(self, side: str, starts: Sequence[int] | Ints) -> tuple[list[float], float]:
        """(share with which it points at each word, share of nothing in sight); `starts` are where the words begin, in
        text order, each reaching to the next."""
        return by_word(self._shares(side), self._answers.window.starts, starts), self.nothing(side)

    def nothing(self, side: str) -> float:
        """The share with which it points at nothing in sight, in 0-1."""
        return float(self._shares(side)[0])

    def _shares(self, side: str) -> Floats:
        if side not in self._pointing:
            kind, span = self._scheme.sides.index(side), (self._position, self._position + 1)
            place, bias = (kind, self._scheme.width), self._scheme.distance[kind]
            self._pointing[side] = shares_of_arcs(self._answers.arcs, self._answers.window, span, place, bias)
        return self._pointing[side]


class WordReadings:
    """The words of one document as a network read them."""

    def __init__(self, answers: Sequence[Answers], scheme: Scheme) -> None:
        self._answers, self._scheme = tuple(answers), scheme
        starts, self._windows, self._positions = _places(self._answers)
        self._starts: list[int] = starts.tolist()
        self._words: dict[int, WordReading] = {}

    def at(self, start: int) -> WordReading | None:
        """The word that begins at a code point; None where the network did not read it."""
        low = bisect_left(self._starts, start)
        return self._word(low) if low < len(self._starts) and self._starts[low] == start else None

    def telling(self, start: int, end: int, least: float) -> Iterator[WordReading]:
        """Words, or pieces of words, from `start` to before `end` that tell something with this share or more."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for number in np.flatnonzero(self._shares[low:high] >= least):
            yield self._word(low + int(number))

    def _word(self, number: int) -> WordReading:
        """The word of a number, made once: what it points at is kept with it."""
        if number not in self._words:
            self._words[number] = self._made(number)
        return self._words[number]

    def _made(self, number: int) -> WordReading:
        answers, position = self._answers[self._windows[number]], int(self._positions[number])
        shares = dict(zip(self._scheme.types, np.exp(answers.types[position]).tolist(), strict=True))
        return WordReading(self._starts[number], shares, answers, position, self._scheme)

    @cached_property
    def _shares(self) -> Floats:
        """How likely each word tells anything."""
        each = [self._answers[n].types[p, 0] for n, p in zip(self._windows, self._positions, strict=True)]
        return np.asarray(1 - np.exp(np.array(each, dtype=np.float32)), dtype=np.float32)


def _places(answers: Sequence[Answers]) -> tuple[Ints, Ints, Ints]:
    """Where each word that is a window's own starts, its window and its position there, in text order."""
    own = [np.flatnonzero(a.window.starts[a.window.context :] >= 0) + a.window.context for a in answers]
    none = np.zeros(0, dtype=np.int64)
    starts = np.concatenate([none, *(a.window.starts[at] for a, at in zip(answers, own, strict=True))])
    windows = np.concatenate([none, *(np.full(len(at), number) for number, at in enumerate(own))])
    positions = np.concatenate([none, *own])
    order = np.lexsort((positions, windows, starts))
    return starts[order], windows[order], positions[order]
