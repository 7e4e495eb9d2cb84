"""Agreements: ceasefires, peace accords, statements and treaties, with their dates and parties."""

import functools

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.names import fold
from onrecord.resources.tables import Table, read

TABLE = "agreements"


class Agreement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An agreement. `date` is an ISO date as precise as known (YYYY, YYYY-MM or YYYY-MM-DD).

    `countries` are the country codes among its parties, `parties` the names of all others (and of regions it
    is about); `obligations` says in our own words what it binds to, "" where we have not said.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    date: str = ""
    countries: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    obligations: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@functools.cache
def table() -> Table[Agreement]:
    """The table with its note."""
    return read(TABLE, Agreement)


def all() -> tuple[Agreement, ...]:
    """Every agreement, in table order."""
    return table().rows


@functools.cache
def _ids() -> dict[str, Agreement]:
    return {row.id: row for row in all()}


@functools.cache
def _names() -> dict[str, tuple[Agreement, ...]]:
    return by_folded(all(), lambda a: a.names)


@functools.cache
def _dates() -> dict[str, tuple[Agreement, ...]]:
    return by_folded(all(), lambda a: (a.date,))


def by_id(ident: str) -> Agreement | None:
    """The agreement with this id."""
    return _ids().get(ident)


def by_name(name: str) -> tuple[Agreement, ...]:
    """The agreements that go by `name`: several where it is generic ("trilateral statement")."""
    return _names().get(fold(name), ())


def may_be_one(one: str, other: str) -> bool:
    """Whether two dates can be one: a month holds its days, a year its months."""
    return one.startswith(other) or other.startswith(one)


def by_date(date: str) -> tuple[Agreement, ...]:
    """The agreements of exactly this date (as the table writes it)."""
    return _dates().get(date, ())
