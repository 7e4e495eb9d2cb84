"""Wire copies and near-duplicates: the reports that were made from the same text are one telling."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

import msgspec

from onrecord.model import Document
from onrecord.model.fingerprint import Fingerprint, fingerprint, shared

COPIED = 0.6
"""From this part of its words on, a report that stands in another one is a telling of it."""
_DAYS = 21
"""A copy appears within so many days of the first."""
_PROBES = 32
"""Hashes by which a text is looked up; two texts with half their words in common share some of them."""
_UNKNOWN = 10**7
"""The day of a report of unknown date: after all others."""
_LIKELY = 0.5
"""Part of the probes which two tellings are expected to share from which on they are compared."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A document with the sketch of its text; empty where the text is not known."""

    head: Document
    runs: Fingerprint

    @property
    def place(self) -> tuple[str, str]:
        """Sort key: by publication date (unknown last), then id."""
        return self.head.published or "9999", self.head.id


class Kin(msgspec.Struct, frozen=True):
    """An earlier telling that a document was made from; `share` is the part (0–1) of the smaller text in the other."""

    doc: str
    share: float


def sketch(document: Document) -> Sketch:
    """The sketch of a document that brings its text."""
    return Sketch(document, fingerprint(document.text or ""))


def tellings(sketches: Sequence[Sketch]) -> dict[str, Kin]:
    """For each document that repeats an earlier one, the first one whose text it shares; others are left out."""
    first = _First()
    found: dict[str, Kin] = {}
    for one in sorted(sketches, key=lambda sketch: sketch.place):
        hashes = frozenset(one.runs)
        kin = _kin(one, hashes, first)
        if kin is None:
            first.add(one, hashes)
        else:
            found[one.head.id] = kin
    return found


class _First:
    """First tellings by their hashes, in the order of their days."""

    def __init__(self) -> None:
        self.known: list[tuple[Sketch, frozenset[int]]] = []
        self.lengths: list[int] = []
        self._days: list[int] = []
        self._probes: dict[int, list[int]] = defaultdict(list)

    def add(self, one: Sketch, hashes: frozenset[int]) -> None:
        """Let a text be found; it must not be earlier than those added before."""
        at, probes = len(self.known), self._probes
        for probe in one.runs[:_PROBES]:
            probes[probe].append(at)
        self.known.append((one, hashes))
        self._days.append(_day(one))
        self.lengths.append(len(one.runs))

    def sharing(self, one: Sketch) -> list[tuple[int, int]]:
        """The numbers of the texts of the days before that share most probes with one, with how many they share."""
        first, probes = bisect_left(self._days, _day(one) - _DAYS), self._probes
        known = [at for at in map(probes.get, one.runs[:_PROBES]) if at is not None and at[-1] >= first]
        near = [at if at[0] >= first else at[bisect_left(at, first) :] for at in known]
        seen = Counter(chain.from_iterable(near))
        least = max(seen.values(), default=0) * _LIKELY
        return [(at, times) for at, times in seen.items() if times >= least]


def _day(one: Sketch) -> int:
    """The day of publication; one that is far from all others where it is unknown."""
    return _UNKNOWN if one.head.published is None else ordinal(one.head.published)


def _kin(one: Sketch, hashes: frozenset[int], first: _First) -> Kin | None:
    best, doc, own = COPIED, "", len(one.runs)
    needed: dict[int, float] = {}
    for at, times in first.sharing(one):
        length = first.lengths[at]
        least = needed.get(length)
        if least is None:
            least = needed[length] = _expected(own, length) * _LIKELY
        if times < least:
            continue
        other, others = first.known[at]
        if own <= _PROBES and length <= _PROBES:  # all hashes are probes
            share = times / (own if own < length else length)
        else:
            share = max(shared(one.runs, other.runs, hashes, others))
        if share > best or (share == best and other.head.id > doc):
            best, doc = share, other.head.id
    return Kin(doc, best) if doc else None


def _expected(one: int, other: int) -> float:
    """How many probes a text of so many hashes shares with one that can be a telling of it: fewer if it is longer."""
    short, long = min(one, other), max(one, other)
    return COPIED * min(short, _PROBES) * short / long


@lru_cache(20_000)
def ordinal(day: str) -> int:
    """An ISO date as a number of days."""
    return date.fromisoformat(day).toordinal()
