"""A user's own table of actors (CSV), which overrides the tables that come with OnRecord.

Columns: `name` (required), `aliases` (several with "|"), `country` (ISO 3166 alpha-3 or PLOVER's KOS, IGO …,
several with "|"), `sector` (a PLOVER sector), `kind` (an actor kind), `id`. The header row names them in any order.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

import msgspec

from onrecord.errors import Code, InputError
from onrecord.resources import countries
from onrecord.resources.names import slug

type UserKind = Literal["person", "office", "government", "state", "organization", "group", "people", "unknown"]

COLUMNS = ("name", "aliases", "country", "sector", "kind", "id")
KINDS: tuple[str, ...] = get_args(UserKind.__value__)
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
NOT_STATES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "HKG", "ESH"])


class UserActor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor of a user's table; `key` is how the names layer refers to it."""

    key: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    sector: str | None = None
    kind: UserKind = "unknown"

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, eq=False)
class UserTable:
    """A user's actors, found by the key that the names layer carries."""

    rows: tuple[UserActor, ...]
    _keys: dict[str, UserActor] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", {row.key: row for row in self.rows})

    def by_key(self, key: str) -> UserActor | None:
        """The actor with this key."""
        return self._keys.get(key)


def read_user_table(path: Path) -> UserTable:
    """The table in a CSV file.

    Raises InputError: OR-E001 where the file cannot be read, OR-E005 where it is not UTF-8, OR-E020 with the
    line and the remedy where a row is malformed.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(Code.E001, source=path, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError(Code.E005, source=path, reason=error) from error
    return UserTable(tuple(_rows(text, path)))


def _rows(text: str, path: Path) -> Iterator[UserActor]:
    reader = csv.DictReader(text.splitlines(), strict=True)
    header = [(column or "").strip() for column in reader.fieldnames or ()]
    if "name" not in header:
        raise _malformed(path, 1, "there is no column 'name'", f"Name the columns in line 1: {', '.join(COLUMNS)}.")
    if unknown := [column for column in header if column not in COLUMNS]:
        raise _malformed(path, 1, f"unknown column {unknown[0]!r}", f"The columns are: {', '.join(COLUMNS)}.")
    reader.fieldnames = header
    seen: dict[str, int] = {}
    try:
        for row in reader:
            actor = _actor(row, path, reader.line_num)
            if actor.id in seen:
                remedy = "Put its other names into 'aliases' of one row, or give the rows ids of their own."
                raise _malformed(path, reader.line_num, f"{actor.id!r} is in line {seen[actor.id]} already", remedy)
            seen[actor.id] = reader.line_num
            yield actor
    except csv.Error as error:
        remedy = "Quote cells with commas, and double the quotation marks in them."
        raise _malformed(path, reader.line_num, str(error), remedy) from error


def _malformed(path: Path, line: int, reason: str, remedy: str) -> InputError:
    return InputError(Code.E020, source=path, line=line, reason=reason, remedy=remedy)


def _actor(row: dict[str, str | None], path: Path, line: int) -> UserActor:
    if None in row or any(value is None for value in row.values()):
        raise _malformed(path, line, "it has more or fewer cells than the header", "Give every column a cell.")
    cell = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if not cell["name"]:
        raise _malformed(path, line, "the name is empty", "Fill in 'name', or delete the line.")
    country = tuple(part.strip() for part in cell["country"].split("|") if part.strip())
    for code in country:
        if countries.by_code(code) is None and code not in NOT_STATES:
            remedy = "Write ISO 3166 alpha-3 codes, several with '|'."
            raise _malformed(path, line, f"{code!r} is no country code", remedy)
    if cell["sector"] and cell["sector"] not in SECTORS:
        remedy = f"The sectors are: {' '.join(sorted(SECTORS))}."
        raise _malformed(path, line, f"{cell['sector']!r} is no PLOVER sector", remedy)
    if cell["kind"] and cell["kind"] not in KINDS:
        raise _malformed(path, line, f"{cell['kind']!r} is no kind of actor", f"The kinds are: {', '.join(KINDS)}.")
    return UserActor(
        key=f"user:{line}",
        id=cell["id"] or f"user:{slug(cell['name'])}",
        name=cell["name"],
        aliases=tuple(part.strip() for part in cell["aliases"].split("|") if part.strip()),
        country=country,
        sector=cell["sector"] or None,
        kind=msgspec.convert(cell["kind"] or "unknown", UserKind),
    )
