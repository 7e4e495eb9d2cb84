"""Instruments: what an institution can use in a conflict (missions, mechanisms, sanctions regimes)."""

import functools

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.names import fold
from onrecord.resources.tables import Table, read

TABLE = "instruments"


class Instrument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An instrument of `institution`; `triggered_by` says who can set it off, and how."""

    id: str
    institution: str
    name: str
    established: str = ""
    description: str = ""
    triggered_by: str = ""


@functools.cache
def table() -> Table[Instrument]:
    """The table with its note."""
    return read(TABLE, Instrument)


def all() -> tuple[Instrument, ...]:
    """Every instrument, in table order."""
    return table().rows


@functools.cache
def _names() -> dict[str, tuple[Instrument, ...]]:
    return by_folded(all(), lambda i: (i.name, i.name.split(" (")[0]))


@functools.cache
def _institutions() -> dict[str, tuple[Instrument, ...]]:
    return by_folded(all(), lambda i: (i.institution,))


def by_name(name: str) -> tuple[Instrument, ...]:
    """The instruments that go by `name`."""
    return _names().get(fold(name), ())


def of(institution: str) -> tuple[Instrument, ...]:
    """The instruments of an institution, by the name the table gives it ("OSCE")."""
    return _institutions().get(fold(institution), ())
