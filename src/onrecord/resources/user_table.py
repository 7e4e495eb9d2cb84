"""A user's own table of actors (CSV), which overrides the tables that come with OnRecord.

Columns: `name` (required), `aliases` (several with "|"), `country` (ISO 3166 alpha-3 or PLOVER's KOS, IGO …,
several with "|"), `sector` (a PLOVER sector), `kind` (an actor kind), `id`. The header row names them in any order.
A name or alias is one actor's: given to two it would be settled by which line comes first. An alias that holds a comma
or semicolon ends with "|" where it is the only one, so that nobody's list is taken for one name.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
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
    source: str = ""
    """The name of the file."""
    digest: str = ""
    """The first half of its SHA-256, as hexadecimal: which table decided, for the records."""
    _keys: dict[str, UserActor] = field(init=False, repr=False)
    _names: dict[str, UserActor] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", {row.key: row for row in self.rows})
        object.__setattr__(self, "_names", {_alike(name): row for row in self.rows for name in row.names})

    def by_key(self, key: str) -> UserActor | None:
        """The actor with this key."""
        return self._keys.get(key)

    def by_name(self, name: str) -> UserActor | None:
        """The actor whose name or alias this is."""
        return self._names.get(_alike(name))


def read_user_table(path: str | Path) -> UserTable:
    """The table in a CSV file.

    Raises InputError: OR-E001 where the file cannot be read, OR-E005 with the line where it is not UTF-8, OR-E020 with
    the line and the remedy where a row is malformed.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(Code.E001, source=path, reason=error.strerror or error) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"line {content.count(b'\n', 0, error.start) + 1}: {error.reason}"
        raise InputError(Code.E005, source=path, reason=reason) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _malformed(path, line, "it holds a NUL character", "Save the table as plain text in UTF-8.")
    rows = tuple(_rows(text, path))
    if not rows:
        raise _malformed(path, 2, "there is no actor below the header", "Give each actor a line.")
    return UserTable(rows, path.name, hashlib.sha256(content).hexdigest()[:32])


def _rows(text: str, path: Path) -> Iterator[UserActor]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    taken: dict[tuple[str, str], int] = {}
    done = 0
    try:
        reader.fieldnames = _header(reader.fieldnames or (), path)
        done = reader.line_num
        for row in reader:
            actor = _actor(row, path, reader.line_num)
            for what, value in (("id", actor.id), *(("name", key) for key in dict.fromkeys(map(_alike, actor.names)))):
                if (what, value) in taken:
                    raise _repeated(path, reader.line_num, actor, what, value, taken[what, value])
                taken[what, value] = reader.line_num
            done = reader.line_num
            yield actor
    except csv.Error as error:
        line = _first_filled(text, done)
        remedy = "Close each quotation mark; quote cells with commas, and double the quotation marks in them."
        raise _malformed(path, line, str(error), remedy) from error


def _first_filled(text: str, done: int) -> int:
    """The number of the first line behind the `done` ones that is not empty: where a row begins that never ends."""
    lines = text.splitlines()[done:]
    return done + 1 + next((spot for spot, line in enumerate(lines) if line.strip()), 0)


def _header(columns: Iterable[str | None], path: Path) -> list[str]:
    """The columns; raises InputError (OR-E020) where one is unknown or there twice, or there are no names."""
    header = [(column or "").strip() for column in columns]
    if "name" not in header and (mark := _separator(header)):
        reason = f"the columns are parted by {mark}, not by commas"
        raise _malformed(path, 1, reason, 'Part the cells with commas; cells with commas in them stand in "…".')
    if "name" not in header:
        remedy = f"Name the columns in line 1, with commas between them: {', '.join(COLUMNS)}."
        raise _malformed(path, 1, "there is no column 'name'", remedy)
    if unknown := [column for column in header if column not in COLUMNS]:
        raise _malformed(path, 1, f"unknown column {unknown[0]!r}", f"The columns are: {', '.join(COLUMNS)}.")
    if twice := [column for spot, column in enumerate(header) if column in header[:spot]]:
        raise _malformed(path, 1, f"the column {twice[0]!r} is there twice", "Give each column once; several with '|'.")
    return header


_SEPARATORS = {"\t": "tabs", ";": "semicolons", "|": "bars"}


def _separator(header: list[str]) -> str:
    """What parts the columns of a header that is one cell, in words; empty where nothing known does."""
    cells = header[0] if len(header) == 1 else ""
    return next(
        (words for mark, words in _SEPARATORS.items() if "name" in map(str.strip, cells.split(mark)) and mark in cells),
        "",
    )


def _alike(name: str) -> str:
    """Names that are matched alike: acronyms letter by letter, others in any case."""
    return name if name.isupper() else name.casefold()


def _repeated(path: Path, line: int, actor: UserActor, what: str, value: str, first: int) -> InputError:
    """The complaint about an id or a name that an earlier line has."""
    if what == "id":
        remedy = "Put its other names into 'aliases' of one row, or give the rows ids of their own."
        return _malformed(path, line, f"{value!r} is in line {first} already", remedy)
    name = next(name for name in actor.names if _alike(name) == value)
    remedy = "Leave it to one of the two: a name can be only one actor's."
    return _malformed(path, line, f"the name {name!r} is in line {first} already", remedy)


def _malformed(path: Path, line: int, reason: str, remedy: str) -> InputError:
    return InputError(Code.E020, source=path, line=line, reason=reason, remedy=remedy)


def _actor(row: dict[str, str | None], path: Path, line: int) -> UserActor:
    if None in row or any(value is None for value in row.values()):
        raise _malformed(path, line, "it has more or fewer cells than the header", "Give every column a cell.")
    cell = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if not cell["name"]:
        raise _malformed(path, line, "the name is empty", "Fill in 'name', or delete the line.")
    aliases = _aliases(cell["aliases"], path, line)
    for name in (cell["name"], *aliases):
        if not any(map(str.isalnum, name)):
            raise _malformed(path, line, f"{name!r} is no name", "Write names with letters or digits.")
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
        aliases=aliases,
        country=country,
        sector=cell["sector"] or None,
        kind=msgspec.convert(cell["kind"] or "unknown", UserKind),
    )


def _aliases(cell: str, path: Path, line: int) -> tuple[str, ...]:
    """The aliases of a cell; raises InputError (OR-E020) where they seem to be parted by something else than "|"."""
    if "|" not in cell and (mark := next((mark for mark in ",;" if mark in cell), None)) is not None:
        remedy = f"Part aliases with '|'; if {cell!r} is one name, write it with '|' at its end."
        raise _malformed(path, line, f"the aliases hold {mark!r} and no '|'", remedy)
    return tuple(part.strip() for part in cell.split("|") if part.strip())
