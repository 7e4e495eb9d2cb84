"""Which reports are about one matter: an answer, a road or a surname told in one holds in the others, elsewhere not.

Two reports go together if most of the names of the shorter are in the other and not much more than a year lies between
them; whatever is linked by others so is one matter. A crisis told day by day is one, however long it goes on; a store
of all that was published in a year is many.
"""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter

import msgspec

from onrecord.model import Report
from onrecord.present.identity.names import root, roots
from onrecord.present.wording import bare

ALIKE = 0.4
"""Part of the names of the report with fewer of them that the other names too."""
WITHIN = 400
"""Days between two reports of one matter of which no other lies between them."""
_FEW = 9
"""Who names fewer tells too little to be told apart: such a report goes where most of its names are."""
_SHARED = 3
"""Names that two reports must share at least to be alike."""
_COMMON = 60
"""Matters, at most, that a name may be told in to bring a report near them; in a large store "Union" is in hundreds."""
_NEAR = 40
"""Reports of a matter, the latest ones, with which a further one is compared."""
_NAME = re.compile(r"(?<=[a-zß-ÿ,’'] )[“\"]?([A-ZÀ-Þ](?<!\w[A-ZÀ-Þ])[\w’-]+)")
"""A capitalised word that begins no sentence: what is so written in any of the reports is a name in all of them."""


class _Told(msgspec.Struct, frozen=True):
    """A report by its number, with the names in it and its day (days since year 1; null where it has none)."""

    at: int
    names: frozenset[str]
    day: int | None


_BY_NUMBER = attrgetter("at")


def matters(reports: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """The reports of each matter, in the order in which they are given (which should be that of days)."""
    told = _told(reports)
    dated = any(one.day is not None for one in told)
    linked = _linked([one for one in told if one.day is not None or not dated])
    groups = [group for group in linked if len(group) > 1 or len(group[0].names) >= _FEW]
    placed = {one.at for group in groups for one in group}
    shelves = _Shelves(groups)
    for one in told:
        if one.at not in placed:
            shelves.put(one)
    whole = sorted(sorted(one.at for one in group) for group in groups)
    return tuple(tuple(reports[at] for at in group) for group in whole)


def _told(reports: Sequence[Report]) -> list[_Told]:
    texts = [f"{report.document.title or ''}\n{report.document.text or ''}" for report in reports]
    capitals = [roots(text) for text in texts]  # without days of the week, titles and the like
    known = frozenset(root(bare(word)) for word in frozenset().union(*map(_NAME.findall, texts)))
    days = [report.document.published for report in reports]
    return [
        _Told(at, words & known, None if day is None else date.fromisoformat(day).toordinal())
        for at, (words, day) in enumerate(zip(capitals, days, strict=True))
    ]


def _linked(told: Sequence[_Told]) -> list[list[_Told]]:
    """Groups of which each report is alike to another one."""
    groups: dict[int, list[_Told]] = {}
    naming: dict[str, set[int]] = {}  # groups by the names in them
    for one in told:
        near = (naming[name] for name in one.names if name in naming)
        shared = Counter(chain.from_iterable(found for found in near if len(found) <= _COMMON))
        homes = sorted(at for at, count in shared.items() if count >= _SHARED and _alike_any(one, groups[at]))
        first = homes[0] if homes else one.at
        for other in homes[1:]:
            moved = groups.pop(other)
            for name in {name for each in moved for name in each.names}:
                naming[name].discard(other)
                naming[name].add(first)
            for each in moved:  # few as a rule, and the group that they come to is long
                insort(groups[first], each, key=_BY_NUMBER)
        groups.setdefault(first, []).append(one)
        for name in one.names:
            naming.setdefault(name, set()).add(first)
    return list(groups.values())


def _alike_any(one: _Told, group: Sequence[_Told]) -> bool:
    names, day, many = one.names, one.day, len(one.names)
    for other in reversed(group[-_NEAR:]):
        if day is not None and other.day is not None and abs(day - other.day) > WITHIN:
            continue
        shared, theirs = len(names & other.names), len(other.names)
        if shared >= _SHARED and shared >= ALIKE * (many if many < theirs else theirs):
            return True
    return False


class _Shelves:
    """Groups to which reports are added one by one: those that name little, or have no day."""

    def __init__(self, groups: list[list[_Told]]) -> None:
        self._groups = groups
        self._naming: dict[str, set[int]] = {}  # groups by the names in them
        self._days: list[tuple[int, int]] = []  # days, with the group of each, in order
        for at, group in enumerate(groups):
            for one in group:
                self._note(one, at)

    def put(self, one: _Told) -> None:
        """Add a report where most of its names are, of those places where the day nearest to its own is; else apart."""
        home = self._sharing(one)
        home = self._nearest(one) if home is None and len(one.names) < _FEW else home
        if home is None:
            home = len(self._groups)
            self._groups.append([])
        self._groups[home].append(one)
        self._note(one, home)

    def _note(self, one: _Told, at: int) -> None:
        for name in one.names:
            self._naming.setdefault(name, set()).add(at)
        if one.day is not None:
            insort(self._days, (one.day, at))

    def _sharing(self, one: _Told) -> int | None:
        """The group that shares most names with a report which may join it: alike to it or, with few names, near it."""
        shared = Counter(chain.from_iterable(self._naming.get(name, ()) for name in one.names))
        by_count: dict[int, list[int]] = {}
        for at, count in shared.items():
            by_count.setdefault(count, []).append(at)
        for count in sorted(by_count, reverse=True):
            near = [(_apart(one, self._groups[at]), at) for at in by_count[count]]
            if len(one.names) < _FEW:
                near = [(apart, at) for apart, at in near if apart <= WITHIN]
            else:
                near = [(apart, at) for apart, at in near if _alike_any(one, self._groups[at])]
            if near:
                return min(near)[1]
        return None

    def _nearest(self, one: _Told) -> int | None:
        """The group with the report published nearest to a day, the first of several; of no day the first of all."""
        if one.day is None or not self._days:
            return 0 if self._groups else None
        spot = bisect_left(self._days, (one.day, -1))
        around = [abs(day - one.day) for day, _ in self._days[max(0, spot - 1) : spot + 1]]
        if min(around) > WITHIN:
            return None
        days = (one.day - min(around), one.day + min(around))
        return min(at for day in days for at in self._on(day))

    def _on(self, day: int) -> Iterator[int]:
        for spot in range(bisect_left(self._days, (day, -1)), len(self._days)):
            if self._days[spot][0] != day:
                return
            yield self._days[spot][1]


def _apart(one: _Told, group: Sequence[_Told]) -> int:
    days = [each.day for each in group if each.day is not None]
    return 0 if one.day is None else min((abs(one.day - day) for day in days), default=0)
