"""Countries: names, demonyms, capitals, and the buildings and streets that stand for governments."""

import functools

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.lexicon import typed
from onrecord.resources.names import fold
from onrecord.resources.tables import Table, read

TABLE = "countries"
PLOVER = {"XKX": "KOS"}
"""ISO's user-assigned codes that PLOVER, and so every record, writes otherwise."""


class Country(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A state, or a government that reporting treats as one. A row endorses no claim or status.

    `code` is PLOVER's (ISO 3166 alpha-3, KOS for Kosovo) and `id` is built from it. `demonyms` are the words
    for its people; `adjective` the one for its things. `capitals` come with their other spellings;
    `metonyms` are buildings, streets and seats that stand for its government.
    """

    id: str
    code: str
    iso3: str
    iso2: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    adjective: str = ""
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    status: str = ""
    notes: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@functools.cache
def table() -> Table[Country]:
    """The table with its note."""
    return read(TABLE, Country)


def all() -> tuple[Country, ...]:
    """Every country, by code."""
    return table().rows


@functools.cache
def _codes() -> dict[str, Country]:
    return {code: country for country in all() for code in (country.code, country.iso3)}


@functools.cache
def _names() -> dict[str, tuple[Country, ...]]:
    return by_folded(all(), lambda c: c.names)


@functools.cache
def _demonyms() -> dict[str, tuple[Country, ...]]:
    return by_folded(all(), lambda c: (*c.demonyms, c.adjective.split(" (")[0]))


@functools.cache
def _seats() -> dict[str, tuple[Country, ...]]:
    return by_folded(all(), lambda c: (*c.capitals, *c.metonyms))


def by_code(code: str) -> Country | None:
    """The country of an ISO 3166 alpha-3 or PLOVER code."""
    return _codes().get(code)


def by_name(name: str) -> tuple[Country, ...]:
    """The countries that go by `name`, whatever its letter case and accents."""
    return _names().get(fold(name), ())


def by_demonym(word: str) -> tuple[Country, ...]:
    """The countries whose people or things are called `word` ("Dominican": two of them)."""
    return _demonyms().get(fold(word), ())


def by_seat(name: str) -> tuple[Country, ...]:
    """The countries whose capital or seat of government is `name` ("Baku", "the Kremlin")."""
    return _seats().get(fold(name), ())


@functools.cache
def state_names() -> dict[str, list[str]]:
    """Other English names under which reporting speaks of states, by code: those of `resources/state_names.yaml`."""
    return typed("state_names.yaml", dict[str, list[str]])


@functools.cache
def regional_adjectives() -> dict[str, str]:
    """Codes of states by the adjectives of their parts: "Catalan" (those of `resources/regional_adjectives.yaml`)."""
    return typed("regional_adjectives.yaml", dict[str, str])
