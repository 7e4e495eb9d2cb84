"""Armed groups: rebels, militias, private military companies, and armies that reporting names as actors."""

import functools

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.names import fold
from onrecord.resources.tables import Table, read

TABLE = "groups"


class Group(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An armed group. `country` is where it is based, "" where in several; `sector` is PLOVER's.

    `checked` is False for rows taken from an older dictionary, whose names are often generic: match them only
    in full and in their own letter case.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    type: str = ""
    sector: str = ""
    active_from: str = ""
    active_to: str = ""
    checked: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@functools.cache
def table() -> Table[Group]:
    """The table with its note."""
    return read(TABLE, Group)


def all() -> tuple[Group, ...]:
    """Every group, in table order."""
    return table().rows


@functools.cache
def _ids() -> dict[str, Group]:
    return {row.id: row for row in all()}


@functools.cache
def _names() -> dict[str, tuple[Group, ...]]:
    return by_folded(all(), lambda g: g.names)


def by_id(ident: str) -> Group | None:
    """The group with this id."""
    return _ids().get(ident)


def by_name(name: str) -> tuple[Group, ...]:
    """The groups that go by `name`."""
    return _names().get(fold(name), ())
