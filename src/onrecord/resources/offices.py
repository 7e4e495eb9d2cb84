"""Offices and who held them when.

A tenure's blank `end` means "open on the day of the snapshot", never "in office today".
"""

import functools
from collections.abc import Sequence

import msgspec

from onrecord.resources.names import fold, skeleton, slug
from onrecord.resources.tables import Table, read

TABLE = "offices"
NAMES = "offices_names"


class Tenure(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One person in one office. `country` is a country code, "" for organisations and de facto authorities,
    which `jurisdiction` names. Dates are ISO, as precise as known (YYYY, YYYY-MM, YYYY-MM-DD), "" unknown.
    """

    person: str
    wikidata: str
    country: str
    jurisdiction: str
    office: str
    role: str
    start: str
    end: str
    snapshot: str

    @property
    def person_id(self) -> str:
        """A stable id of the person: the Wikidata item, else name and country."""
        if self.wikidata:
            return f"wikidata:{self.wikidata}"
        return f"person:{slug(self.person)}-{slug(self.country or self.jurisdiction)}"

    @property
    def seat(self) -> str:
        """What the office is an office of: the country's code, else the jurisdiction."""
        return self.country or self.jurisdiction

    def began_by(self, day: str) -> bool:
        """Whether the tenure had surely begun on `day` (an ISO date)."""
        return bool(self.start) and last_day(self.start) <= day

    def holds_on(self, day: str) -> bool:
        """Whether the tenure surely covers `day`: begun by then, and ended later or open at a later snapshot."""
        return self.began_by(day) and day <= (first_day(self.end) if self.end else self.snapshot)

    def may_hold_on(self, day: str) -> bool:
        """Whether the tenure may cover `day`: dates known only by year or month, or open at the snapshot."""
        return (not self.start or first_day(self.start) <= day) and (not self.end or day <= last_day(self.end))


def first_day(date: str) -> str:
    """The first day of a date known by year, month or day."""
    return (date + "-01-01"[len(date) - 4 :]) if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day (31 for any month: it only serves comparison) of a date known by year, month or day."""
    return (date + "-12-31"[len(date) - 4 :]) if len(date) < 10 else date


@functools.cache
def table() -> Table[Tenure]:
    """The table with its note."""
    return read(TABLE, Tenure)


def all() -> tuple[Tenure, ...]:
    """Every tenure, in table order."""
    return table().rows


class Spellings(msgspec.Struct, frozen=True):
    """Which rows of the table a name leads to: a folded full name, a last name, a last name's skeleton."""

    full: dict[str, tuple[int, ...]]
    last: dict[str, tuple[int, ...]]
    skeleton: dict[str, tuple[int, ...]]


def spellings(rows: Sequence[Tenure]) -> Spellings:
    """The look-up by name, made when the table is built: folding 37,000 names takes longer than reading them."""
    full: dict[str, list[int]] = {}
    last: dict[str, list[int]] = {}
    bones: dict[str, list[int]] = {}
    for spot, tenure in enumerate(rows):
        family = tenure.person.rpartition(" ")[2]
        for found, name in ((full, fold(tenure.person)), (last, fold(family)), (bones, skeleton(family))):
            found.setdefault(name, []).append(spot)
    done = [{name: tuple(spots) for name, spots in sorted(found.items())} for found in (full, last, bones)]
    return Spellings(*done)


@functools.cache
def _spelled() -> Spellings:
    return read(NAMES, Spellings).rows[0]


def _tenures(spots: tuple[int, ...]) -> tuple[Tenure, ...]:
    rows = all() if spots else ()
    return tuple(rows[spot] for spot in spots)


@functools.cache
def _seats() -> dict[str, tuple[Tenure, ...]]:
    seats: dict[str, list[Tenure]] = {}
    for tenure in all():
        seats.setdefault(tenure.seat, []).append(tenure)
    return {seat: tuple(rows) for seat, rows in seats.items()}


def by_person(name: str) -> tuple[Tenure, ...]:
    """The tenures of everybody with this full name."""
    return _tenures(_spelled().full.get(fold(name), ()))


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _spelled().full)


def begins_name(word: str) -> bool:
    """Whether some full name of the table begins with this word."""
    return fold(word) in _first_words()


def ends_name(word: str) -> bool:
    """Whether some full name of the table ends with this word, in whatever case."""
    return word[:1].isupper() and fold(word) in _spelled().last


def is_full_name(name: str) -> bool:
    """Whether somebody of the table has this full name of two words or more."""
    return " " in name and fold(name) in _spelled().full


def by_last_name(name: str) -> tuple[Tenure, ...]:
    """The tenures of everybody whose full name ends with this word."""
    return _tenures(_spelled().last.get(fold(name), ()))


def by_last_skeleton(name: str) -> tuple[Tenure, ...]:
    """The tenures of everybody whose last name may be a spelling of the last word of `name`."""
    return _tenures(_spelled().skeleton.get(skeleton(name.rpartition(" ")[2]), ()))


def of(seat: str) -> tuple[Tenure, ...]:
    """The tenures in the offices of a country (by code) or of another jurisdiction (by name)."""
    return _seats().get(seat, ())
