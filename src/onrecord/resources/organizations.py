"""Intergovernmental organisations, their organs and missions, courts, humanitarian and rights groups."""

import functools

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.names import fold
from onrecord.resources.tables import Table, read

TABLE = "organizations"


class Organization(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An organisation. `part_of` is the id of the organisation whose organ, agency or mission it is.

    `codes` are PLOVER's codes for actors without a state (IGO, UNO, EUR, NGO); `members` ISO codes, undated
    and given for a few only.
    """

    id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    type: str = ""
    codes: tuple[str, ...] = ()
    sector: str = ""
    part_of: str = ""
    members: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name, the acronym and the aliases."""
        return (self.name, *((self.acronym,) if self.acronym else ()), *self.aliases)


@functools.cache
def table() -> Table[Organization]:
    """The table with its note."""
    return read(TABLE, Organization)


def all() -> tuple[Organization, ...]:
    """Every organisation, in table order."""
    return table().rows


@functools.cache
def _ids() -> dict[str, Organization]:
    return {row.id: row for row in all()}


@functools.cache
def _names() -> dict[str, tuple[Organization, ...]]:
    return by_folded(all(), lambda o: o.names)


@functools.cache
def _parts() -> dict[str, tuple[Organization, ...]]:
    parts: dict[str, list[Organization]] = {}
    for row in all():
        parts.setdefault(row.part_of, []).append(row)
    return {parent: tuple(rows) for parent, rows in parts.items()}


def by_id(ident: str) -> Organization | None:
    """The organisation with this id."""
    return _ids().get(ident)


def by_name(name: str) -> tuple[Organization, ...]:
    """The organisations that go by `name`: several where an acronym is shared."""
    return _names().get(fold(name), ())


def parts(ident: str) -> tuple[Organization, ...]:
    """The organs, agencies and missions of the organisation with this id."""
    return _parts().get(ident, ())
