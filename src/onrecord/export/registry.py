"""Formats by name. Other packages add theirs through the entry-point group `onrecord.exporters`.

An entry point names an object with `write(reports, out, options)`; a built-in name cannot be taken over.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO, cast, runtime_checkable

from onrecord.errors import Code, InputError
from onrecord.export.options import Options
from onrecord.model import Report

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

ENTRY_POINTS = "onrecord.exporters"
_BUILT_IN = {
    "terminal": "onrecord.export.terminal",
    "jsonl": "onrecord.export.jsonl",
    "csv": "onrecord.export.tables",
    "html": "onrecord.export.html",
    "polecat": "onrecord.export.polecat",
    "annotations": "onrecord.export.annotations",
    "json": "onrecord.export.json_array",
}
"""Modules that carry an `EXPORTER`; loaded on use, so that one format does not pay for another."""


class Exporter(Protocol):
    """One format: reports in, characters out, in the order of the reports."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Write all `reports` to `out` as one whole."""


@runtime_checkable
class FolderExporter(Protocol):
    """A format that can also write several files into a folder."""

    def write_folder(self, reports: Iterable[Report], folder: Path, options: Options) -> dict[str, int]:
        """Write the files; give the number of records in each, by file name."""


def names() -> tuple[str, ...]:
    """The formats there are: the built-in ones, then those of other packages by name."""
    others = sorted({point.name for point in _points()} - _BUILT_IN.keys())
    return (*_BUILT_IN, *others)


def get(name: str) -> Exporter:
    """The format of this name; raises InputError (OR-E052) for one that does not exist."""
    if name in _BUILT_IN:
        return cast("Exporter", import_module(_BUILT_IN[name]).EXPORTER)
    for point in _points():
        if point.name == name:
            return cast("Exporter", point.load())
    raise InputError(Code.E052, format=name, formats=", ".join(names()))


def _points() -> "EntryPoints":
    """What other packages offer; asked for seldom, and slow to import."""
    from importlib.metadata import entry_points  # noqa: PLC0415

    return entry_points(group=ENTRY_POINTS)
