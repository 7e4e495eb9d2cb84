"""What the tagger is told of a document's statements before it reads how each was made: places, and what rules said.

Arrays only, so that training and reading see the same. Positions count the word pieces of the whole document, position
0 being "nothing"; offsets are code points, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from onrecord.annotate.statement_tags import Floats
from onrecord.annotate.statement_windows import Ints, Window

if TYPE_CHECKING:  # the training environment's Python cannot read that module
    from onrecord.model.vocabulary import Channel

Bounds = tuple[int, int]
Voice = Literal["person", "body", "unnamed", "none"]
Kind = Literal["addressee", "speaker", "office", "state"]
"""What a statement points at: words for its audience, and for its speaker's name, office and state."""

CHANNELS: tuple[Channel, ...] = (
    "unknown", "statement", "readout", "phone call", "meeting", "speech", "interview", "press briefing",
    "broadcast", "social media", "letter", "report",
)  # fmt: skip
POINTED: tuple[Kind, ...] = ("addressee", "speaker", "office", "state")
VOICES: tuple[Voice, ...] = ("person", "body", "unnamed", "none")
KINDS, ACTS = ("direct", "indirect", "mixed"), ("speech", "thought", "intention")
WORDS = ("mention", "name", "audience", "audience_name", "office")
"""Words that rules gave a statement: its speaker, his name wherever it stands, the same of its audience, his office."""
FACTS = len(CHANNELS) + len(VOICES) + len(KINDS) + len(ACTS) + 4
DISTANCES = 7
PAIR_SIGNS, PLACE_SIGNS = 6, DISTANCES + len(WORDS)


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as rules read it: its first content, and what they made of channel, speaker and audience.

    `words` are code points, one tuple of spans for each of `WORDS`."""

    content: Bounds
    cue: Bounds | None
    source: Bounds | None
    kind: str
    act: str
    channel: str
    voice: Voice
    heard: bool
    nested: bool
    has_office: bool
    has_state: bool
    words: tuple[tuple[Bounds, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """A document's positions: code points where each begins and ends (-1: a mark of the network), and its paragraph."""

    starts: Ints
    ends: Ints
    paragraphs: Ints

    def part(self, positions: Ints) -> Sheet:
        """Some of the positions."""
        return Sheet(self.starts[positions], self.ends[positions], self.paragraphs[positions])

    def at(self, span: Bounds | None) -> int:
        """The first position that shares characters with a span; 0 for none."""
        return 0 if span is None else self.within(span)[0]

    def within(self, span: Bounds) -> Bounds:
        """Positions [first, last + 1) of a span that begins in this document; (0, 1) where it does not."""
        starts, ends = self._bounds
        touched = self._touched(span)
        first = touched[0] if touched else 0
        inside = (at for at in reversed(touched) if starts[at] >= span[0] and ends[at] <= span[1])
        return first, next(inside, first) + 1

    def covered(self, span: Bounds) -> list[int]:
        """The positions of which at least half lies in a span."""
        starts, ends = self._bounds
        shared = ((at, min(ends[at], span[1]) - max(starts[at], span[0])) for at in self._touched(span))
        return [at for at, length in shared if 2 * length >= ends[at] - starts[at]]

    def _touched(self, span: Bounds) -> list[int]:
        """The positions that share characters with a span."""
        starts = self._bounds[0]
        low, high = bisect_right(self._reached[1], span[0]), bisect_left(self._reached[0], span[1])
        return [at for at in range(low, high) if starts[at] >= 0]

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Begins and ends as plain numbers: a span touches so few positions that arrays of them cost more."""
        return self.starts.tolist(), self.ends.tolist()

    @cached_property
    def _reached(self) -> tuple[list[int], list[int]]:
        """The furthest begin and end up to each position: in order, whatever marks stand between."""
        return np.maximum.accumulate(self.starts).tolist(), np.maximum.accumulate(self.ends).tolist()


def own_positions(windows: Sequence[Window]) -> list[Ints]:
    """Of each window the positions that are its own, not its neighbour's; together the document's, led by "nothing"."""
    return [np.arange(w.context if number else 0, len(w.tokens)) for number, w in enumerate(windows)]


def sheet(windows: Sequence[Window], paragraph_starts: Sequence[int]) -> Sheet:
    """The document's positions of all its windows; paragraphs are told by the code points at which they begin."""
    kept = own_positions(windows)
    starts, ends = (
        np.concatenate([getattr(w, name)[own] for w, own in zip(windows, kept, strict=True)])
        for name in ("starts", "ends")
    )
    reached = np.maximum.accumulate(starts)
    return Sheet(starts, ends, np.searchsorted(np.asarray(paragraph_starts), reached, side="right"))


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network is given of A statements in N positions: where each begins, ends, has its cue, its source;
    what rules said [A, FACTS]; how they stand to each other [A, A, PAIR_SIGNS], to words [A, N, PLACE_SIGNS]."""

    roles: Ints
    facts: Floats
    pairs: Floats
    places: Floats


def inputs(sheet: Sheet, tellings: Sequence[Telling]) -> Inputs:
    """Those of statements in text order."""
    spans = np.array([sheet.within(t.content) for t in tellings], dtype=np.int64).reshape(-1, 2)
    roles = [[a, b - 1, sheet.at(t.cue), sheet.at(t.source)] for (a, b), t in zip(spans, tellings, strict=True)]
    places = np.zeros((len(tellings), len(sheet.starts), PLACE_SIGNS), dtype=np.float32)
    places[:, :, :DISTANCES] = _places(spans, sheet.paragraphs)
    known: dict[tuple[Bounds, ...], Ints] = {}  # one person's words are those of most of his statements
    for row, telling in zip(places, tellings, strict=True):
        for number, group in enumerate(telling.words):
            if group not in known:
                known[group] = np.array([at for span in group for at in sheet.covered(span)], dtype=np.int64)
            row[known[group], DISTANCES + number] = 1.0
    facts = np.stack([_facts(t) for t in tellings])
    return Inputs(np.array(roles, dtype=np.int64), facts, _pairs(spans, sheet.paragraphs), places)


def _facts(telling: Telling) -> Floats:
    chosen = [
        *(telling.channel == c for c in CHANNELS),
        *(telling.voice == v for v in VOICES),
        *(telling.kind == k for k in KINDS),
        *(telling.act == a for a in ACTS),
        telling.heard, telling.nested, telling.has_office, telling.has_state,
    ]  # fmt: skip
    return np.array(chosen, dtype=np.float32)


def _places(spans: Ints, paragraphs: Ints) -> Floats:
    """How far before or behind a statement each position stands, in pieces and paragraphs, and how deep in the text."""
    start, end = spans[:, :1], spans[:, 1:]
    at = np.arange(len(paragraphs))[None]
    between = paragraphs[None] - paragraphs[spans[:, 0]][:, None]
    signs = (
        _log(at - end + 1),
        _log(start - at),
        (at >= start) & (at < end),
        at == 0,
        _log(at),
        _log(between),
        _log(-between),
    )
    found = np.empty((len(spans), len(paragraphs), len(signs)), dtype=np.float32)
    for number, sign in enumerate(signs):
        found[:, :, number] = sign
    found[:, 0] = np.arange(len(signs)) == 3  # of "nothing", that alone is told
    return found


def _pairs(spans: Ints, paragraphs: Ints) -> Floats:
    """The same of statement and statement, and which stands in which."""
    start, end = spans[:, 0], spans[:, 1]
    number = np.arange(len(spans))
    after = number[None] - number[:, None]
    inside = (start[None] >= start[:, None]) & (end[None] <= end[:, None]) & (after != 0)
    between = paragraphs[start][None] - paragraphs[start][:, None]
    signs = (_log(after), _log(-after), inside, inside.T, _log(between), _log(-between))
    return np.stack(signs, -1).astype(np.float32)


def _log(distance: Ints) -> Floats:
    """Of each distance; there are few to take the logarithm of, for many pairs are as far apart."""
    table = np.asarray(np.log1p(np.arange(distance.max(initial=0) + 1)) / 4, dtype=np.float32)
    return table[np.maximum(distance, 0)]
