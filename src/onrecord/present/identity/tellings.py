"""Wire copies and near-duplicates: the reports that were made from the same text are one telling."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.model import Document
from onrecord.model.fingerprint import Fingerprint, fingerprint, shared

COPIED = 0.6
"""From this part of its words on, a report that stands in another one is a telling of it."""
_DAYS = 21
"""A copy appears within so many days of the first."""
_PROBES = 32
"""Hashes by which a text is looked up; two texts with half their words in common share some of them."""
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


@dataclass(frozen=True, slots=True)
class Kin:
    """An earlier telling that a document was made from; `share` is the part (0–1) of the smaller text in the other."""

    doc: str
    share: float


def sketch(document: Document) -> Sketch:
    """The sketch of a document that brings its text."""
    return Sketch(document, fingerprint(document.text or ""))


def tellings(sketches: Sequence[Sketch]) -> dict[str, Kin]:
    """For each document that repeats an earlier one, the first one whose text it shares; others are left out."""
    first: dict[int, list[tuple[int | None, Sketch]]] = {}
    found: dict[str, Kin] = {}
    for one in sorted(sketches, key=lambda sketch: sketch.place):
        day = None if one.head.published is None else ordinal(one.head.published)
        kin = _kin(one, day, first)
        if kin is not None:
            found[one.head.id] = kin
            continue
        for probe in one.runs[:_PROBES]:
            first.setdefault(probe, []).append((day, one))
    return found


def _kin(one: Sketch, day: int | None, first: dict[int, list[tuple[int | None, Sketch]]]) -> Kin | None:
    seen: Counter[str] = Counter()
    by_id: dict[str, Sketch] = {}
    for probe in one.runs[:_PROBES]:
        for then, other in reversed(first.get(probe, ())):
            if then != day and (then is None or day is None or day - then > _DAYS):
                break
            seen[other.head.id] += 1
            by_id[other.head.id] = other
    scored = [
        (max(shared(one.runs, by_id[doc].runs)), doc)
        for doc, times in seen.items()
        if times >= _expected(one, by_id[doc]) * _LIKELY
    ]
    best = max(scored, key=lambda pair: (pair[0], pair[1]), default=None)
    return Kin(best[1], best[0]) if best is not None and best[0] >= COPIED else None


def _expected(one: Sketch, other: Sketch) -> float:
    """How many probes a text shares with one that has all it takes to be a telling of it: fewer if it is longer."""
    short, long = sorted((len(one.runs), len(other.runs)))
    return COPIED * min(_PROBES, short) * short / long


@lru_cache(20_000)
def ordinal(day: str) -> int:
    """An ISO date as a number of days."""
    return date.fromisoformat(day).toordinal()


def near(one: str | None, other: str | None, days: int) -> bool:
    """Whether two ISO dates lie at most so many days apart; an unknown one is near none that is known."""
    if one is None or other is None:
        return one is None and other is None
    return abs(ordinal(one) - ordinal(other)) <= days


def groups(found: dict[str, Kin], docs: Iterable[str]) -> dict[str, str]:
    """For every document the first telling of its text: itself where it repeats nobody."""
    return {doc: found[doc].doc if doc in found else doc for doc in docs}
