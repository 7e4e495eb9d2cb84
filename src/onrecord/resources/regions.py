"""Disputed, breakaway and special regions, corridors, crossings, straits: names, claims, where they lie."""

import functools

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.names import fold
from onrecord.resources.tables import Table, read

TABLE = "regions"


class Region(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A region. `claimed_by` are country codes; `administered_by` is prose with dates.

    `lat`, `lon` are WGS84 degrees with `precision_km`; `bbox` is west, south, east, north.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    claimed_by: tuple[str, ...] = ()
    administered_by: str = ""
    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    bbox: tuple[float, float, float, float] | None = None
    geometry_source: str = ""
    notes: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases, those of every side."""
        return (self.name, *self.aliases)


@functools.cache
def table() -> Table[Region]:
    """The table with its note."""
    return read(TABLE, Region)


def all() -> tuple[Region, ...]:
    """Every region, in table order."""
    return table().rows


@functools.cache
def _ids() -> dict[str, Region]:
    return {row.id: row for row in all()}


@functools.cache
def _names() -> dict[str, tuple[Region, ...]]:
    return by_folded(all(), lambda r: r.names)


def by_id(ident: str) -> Region | None:
    """The region with this id."""
    return _ids().get(ident)


def by_name(name: str) -> tuple[Region, ...]:
    """The regions that go by `name`."""
    return _names().get(fold(name), ())
