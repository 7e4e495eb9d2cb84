"""What the views are made of: reports read from files, records kept as JSON Lines, or a store."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from onrecord.cli.batch import Batch
from onrecord.errors import Code, InputError
from onrecord.present.phrases import count

if TYPE_CHECKING:
    from onrecord.model import Report
    from onrecord.model.records import Record
    from onrecord.resources.user_table import UserTable
    from onrecord.store import EvidenceBase

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILES…", help="Reports, or JSON Lines of records made by `onrecord read --with-text`."),
]
Store = Annotated[str | None, typer.Option(help="Take the reports of this evidence base: a file, or a database URL.")]
Published = Annotated[str | None, typer.Option(help="Publication date of the reports, YYYY-MM-DD.")]
Actors = Annotated[
    Path | None,
    typer.Option(help="A table of your own actors (CSV), which overrides ours; records that are there already stay."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


def own_table(path: Path | None) -> "UserTable | None":
    """The user's table of actors; raises InputError (OR-E001, OR-E005, OR-E020) where it cannot be used."""
    if path is None:
        return None
    from onrecord.resources.user_table import read_user_table

    return read_user_table(path)


def tell_unused(actors: Path) -> None:
    """Tell on standard error that no text was read that the user's table could have been used for."""
    told = f"{actors} was not used: only records that are there already were asked for, and they stay as they are"
    typer.echo(f"onrecord: {told}.", err=True)


def spare(files: Sequence[str], output: Path | None) -> None:
    """Raise InputError (OR-E053) where the output would take the place of a report that is to be read, by itself or
    with its folder."""
    if output is None or not output.is_file():
        return
    for name in files:
        if os.path.exists(name) and (output.samefile(name) or _is_read_with(Path(name), output)):  # noqa: PTH110
            raise InputError(Code.E053, target=output, reason="it is one of the reports to be read")


def _is_read_with(folder: Path, output: Path) -> bool:
    """Whether a file is read where its folder is."""
    from onrecord.ingest.sources import SUFFIXES

    return output.suffix.lower() in SUFFIXES and folder.resolve() in output.resolve().parents


class Sources:
    """The reports of a view; `finish` ends the command as `Batch` does where some could not be read.

    Copies of one text add only what they add and corrected reports are set aside, unless they are wanted `apart`.
    """

    def __init__(
        self,
        files: Sequence[str],
        store: str | None = None,
        published: str | None = None,
        *,
        actors: Path | None = None,
        apart: bool = False,
    ) -> None:
        self._batches: list[Batch] = []
        if not files and store is None:
            raise typer.BadParameter("give FILES, or --store")
        self._actors = own_table(actors)
        found = [report for name in files for report in self._of(name, published)]
        found += () if store is None else stored(store)
        if actors is not None and not self._batches:
            tell_unused(actors)
        _tell_tables(found)
        _tell_textless(found)
        tell_notes(found)
        self.reports: tuple[Report, ...] = tuple(found) if apart or len(found) < 2 else _sorted_out(found)
        if not self.reports:
            self.finish()

    def _of(self, name: str, published: str | None) -> "Iterable[Report]":
        from onrecord.ingest.sources import documents

        if (kept := recorded(name)) is not None:
            return kept
        self._batches.append(Batch(documents([name], published), 1, self._actors))
        return self._batches[-1]

    @property
    def failed(self) -> int:
        """How many reports could not be read."""
        return sum(batch.failed for batch in self._batches)

    def finish(self) -> None:
        """End with exit code 1 where some reports could not be read, 2 where none could."""
        if self.failed:
            raise typer.Exit(1 if self.reports else 2)


def _tell_tables(reports: "Sequence[Report]") -> None:
    """Tell on standard error where reports were read with different tables of actors: one name may be two actors."""
    tables = Counter(
        next((note.message for note in report.document.diagnostics if note.code == "OR-W009"), "no table.")
        for report in reports
    )
    if len(tables) > 1:
        told = " ".join(f"{count}: {table}" for table, count in sorted(tables.items()))
        remedy = "One actor may have two ids; read them again with one table."
        typer.echo(f"onrecord: these reports were read with different actor tables. {remedy} {told}", err=True)


def _tell_textless(reports: "Sequence[Report]") -> None:
    """Tell on standard error where copies and corrections cannot be found, which are known by their texts."""
    textless = sum(not report.document.text for report in reports)
    if textless and len(reports) > 1:
        told = f"{count(textless, 'report')} of {len(reports)} came without text"
        remedy = "Copies and corrections are not known without it, and count on their own: read with --with-text"
        typer.echo(f"onrecord: {told}. {remedy}.", err=True)


def tell_notes(reports: "Sequence[Report]") -> None:
    """Tell on standard error of which reports little may be expected: a view shows what is found, not what is not."""
    noted: dict[str, list[str]] = {}
    for report in reports:
        for note in report.document.diagnostics:
            if note.code in _POOR:
                noted.setdefault(f"{note.code}: {note.message}", []).append(report.document.uri or report.document.id)
    for told, names in noted.items():
        typer.echo(f"onrecord: {names[0] if len(names) == 1 else f'{len(names)} reports'}: {told}", err=True)


_POOR = frozenset({"OR-W002", "OR-W008"})
"""Diagnostics of texts that are not English, or were not read whole."""


def _sorted_out(reports: "Sequence[Report]") -> "tuple[Report, ...]":
    """The reports that views are made from; what was done with the others is told on standard error."""
    from onrecord.present.identity import docket

    found = docket(reports)
    copies = sum(doc != first for doc, first in found.telling.items() if doc not in found.corrected)
    aside = sum(one.whole for one in found.corrected.values())
    if copies or aside:
        once = f"{count(copies, 'copy', 'copies')} counted once"
        told = f"{count(len(found.all_reports), 'report')}: {once}, {aside} set aside by corrections"
        typer.echo(f"onrecord: {told}", err=True)
    return found.current


def opened(url: str) -> "EvidenceBase":
    """The evidence base at a file or URL; raises InputError (OR-E001) for a file that is not there."""
    from onrecord.store import EvidenceBase

    path = Path(url.removeprefix("sqlite:///"))
    if ("://" not in url or url.startswith("sqlite:///")) and not os.path.exists(path):  # noqa: PTH110
        raise InputError(Code.E001, source=url, reason="no such store (`onrecord read FILES… --store` makes one)")
    return EvidenceBase.open(url)


def stored(url: str) -> "tuple[Report, ...]":
    """All reports of an evidence base; raises InputError (OR-E001) for a file that is not there."""
    with opened(url) as base:
        return tuple(base.reports())


def recorded(name: str) -> "tuple[Report, ...] | None":
    """The reports in a file of records (JSON Lines, a JSON array, annotations in JSON-LD); None where it holds others.

    Raises InputError (OR-E010) for a line that is no record.
    """
    path = Path(name)
    if path.suffix == ".jsonld" and os.path.isfile(path):  # noqa: PTH113
        from onrecord.export.annotations import reports

        return reports(_text(path), name)
    if path.suffix not in (".jsonl", ".json") or not _has_records(path):
        return None
    text = _text(path)
    return _reports(text if path.suffix == ".jsonl" else _lines(text, name), name)


def _lines(text: str, name: str) -> str:
    """The records of a JSON array, a line each; raises InputError (OR-E010)."""
    try:
        rows = msgspec.json.decode(text, type=list[msgspec.Raw])
    except msgspec.DecodeError as error:
        raise InputError(Code.E010, source=name, line=1, reason=error) from error
    return "\n".join(" ".join(bytes(row).decode("utf-8").split("\n")) for row in rows)


def _has_records(path: Path) -> bool:
    """Whether a file begins with a record; one that cannot be opened or is in another encoding is no such file."""
    try:
        with path.open(encoding="utf-8") as lines:
            return '"record":"document"' in next(lines, "")
    except (OSError, UnicodeDecodeError):
        return False


def _text(path: Path) -> str:
    """The text of a file of records; raises InputError (OR-E001, OR-E005)."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(Code.E001, source=path, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError(Code.E005, source=path, reason=error) from error


def _reports(text: str, name: str) -> "tuple[Report, ...]":
    from onrecord.model import Document, Report
    from onrecord.model.jsonl import decode_lines

    groups: list[list[Record]] = []
    for record in decode_lines(text.split("\n"), name):
        if isinstance(record, Document):
            groups.append([])
        groups[-1].append(record)
    return tuple(Report.of(group) for group in groups)


def print_json(rows: Iterable[Any]) -> None:
    """Each row as one line of JSON."""
    for row in rows:
        typer.echo(msgspec.json.encode(row).decode("utf-8"))
