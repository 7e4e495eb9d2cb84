"""Reference tables as they come with the package: one compressed file a table, opened when first asked for.

A file holds a note on where its rows come from, and the rows. `onrecord.resources.build` writes them.
"""

import gzip
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import msgspec

from onrecord.errors import Code, ConfigurationError

SUFFIX = ".msgpack.gz"


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Where a table's facts come from: `snapshot` is the ISO date of the newest, `rows` how many there are."""

    table: str
    source: str
    licence: str
    snapshot: str
    rows: int


class Table[Row](msgspec.Struct, frozen=True):
    """A note and its rows."""

    note: Note
    rows: tuple[Row, ...]


def read[Row](name: str, row: type[Row]) -> Table[Row]:
    """The table `name` with rows of type `row`; raises ConfigurationError (OR-E041) where it is missing."""
    try:
        packed = files("onrecord.resources").joinpath(name + SUFFIX).read_bytes()
        return msgspec.msgpack.decode(gzip.decompress(packed), type=Table[row])  # type: ignore[valid-type]
    except (OSError, EOFError, msgspec.DecodeError) as error:
        raise ConfigurationError(Code.E041, model=f"table {name}", reason=error) from error


def write[Row](folder: Path, note: Note, rows: Sequence[Row]) -> Path:
    """Write a table into `folder`; the same rows give the same bytes."""
    path = folder / (note.table + SUFFIX)
    packed = msgspec.msgpack.encode(Table(note, tuple(rows)))
    path.write_bytes(gzip.compress(packed, compresslevel=9, mtime=0))
    return path
