"""Reports to the terminal, a pipe, a file or a folder, in any format of the registry."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

from onrecord.errors import Code, InputError
from onrecord.export.options import Options
from onrecord.export.registry import Exporter, FolderExporter, get
from onrecord.model import Report
from onrecord.present.phrases import count, listing


def render(reports: Iterable[Report], format: str, output: Path | None, options: Options) -> None:
    """Write `reports` in a format to standard output, or to `output`: a file, or a folder of tables for CSV.

    An output without a suffix, and one that is a folder already, is a folder if the format can fill one. What was
    written is said on standard error. Raises InputError (OR-E052, OR-E053).
    """
    exporter = get(format)
    if output is None:
        _to_stdout(exporter, reports, options)
        return
    try:
        if isinstance(exporter, FolderExporter) and _is_folder(output):
            counts = exporter.write_folder(reports, output, options)
            told = listing(f"{name} ({count(rows, 'record')})" for name, rows in counts.items())
            typer.echo(f"wrote {output}: {told}", err=True)
        else:
            written = _to_file(exporter, reports, output, options)
            typer.echo(f"wrote {output}: {count(written, 'report')}", err=True)
    except OSError as error:
        raise InputError(Code.E053, target=output, reason=error.strerror or error) from error


def _is_folder(output: Path) -> bool:
    return output.is_dir() or not output.suffix


def _to_stdout(exporter: Exporter, reports: Iterable[Report], options: Options) -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        # the contract is UTF-8 with exact line ends, whatever the locale of the shell says
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    exporter.write(reports, sys.stdout, options)


def _to_file(exporter: Exporter, reports: Iterable[Report], output: Path, options: Options) -> int:
    counter = _Counter(reports)
    with whole(output) as out:
        exporter.write(counter, out, options)
    return counter.seen


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A file that takes its place only when it is complete: a failed run leaves the old one as it was."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class _Counter:
    """Reports as they pass, counted."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = reports
        self.seen = 0

    def __iter__(self) -> Iterator[Report]:
        for report in self._reports:
            self.seen += 1
            yield report
