"""A run over many documents: those that cannot be read are told, the rest goes on."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.model import Document, Report
    from onrecord.resources.user_table import UserTable


LONG = 40
"""Paragraphs from which a report takes seconds to read."""
STEP = 8


class Batch:
    """The reports of a run, its bad documents told on standard error as they come."""

    def __init__(
        self, sources: "Iterator[Document | InputError]", workers: int, actors: "UserTable | None" = None
    ) -> None:
        self._sources = sources
        self._workers = workers
        self._actors = actors
        self.read = 0
        self.failed = 0
        self._told = ""

    def __iter__(self) -> "Iterator[Report]":
        from onrecord.reader import load

        reader = load(self._actors)
        reader.progress = self._within if sys.stderr.isatty() else None
        for report in reader.pipe(self._good(), workers=self._workers):
            self._clear()
            if any(found.code == "OR-W006" for found in report.document.diagnostics):
                self.failed += 1
                typer.echo(f"onrecord: {report.document.uri}: {report.document.diagnostics[-1].message}", err=True)
            else:
                self.read += 1
            yield report
            if sys.stderr.isatty() and self.read > 1:  # seen while the next one is read, and gone before it is shown
                self._tell(f"{self.read} reports read")
        self._clear()

    def _within(self, done: int, paragraphs: int) -> None:
        """Tell how far the reading of one long report has come."""
        if paragraphs >= LONG and (done % STEP == 0 or done == paragraphs):
            told = f"{self.read} reports read, " if self.read > 1 else ""
            after = ", linking what they say" if done == paragraphs else ""
            self._tell(f"{told}{done} of {paragraphs} paragraphs parsed{after}")

    def _tell(self, words: str) -> None:
        blanks = " " * (len(self._told) - len(words))
        typer.echo(f"\r{words}{blanks}", err=True, nl=False)
        self._told = words + blanks

    def _clear(self) -> None:
        if self._told:
            typer.echo(f"\r{' ' * len(self._told)}\r", err=True, nl=False)
            self._told = ""

    def _good(self) -> "Iterator[Document]":
        from onrecord.reader import settle

        settled = self._workers > 1  # each worker reads for itself
        for source in self._sources:
            if self.read and not settled:
                settle()
                settled = True
            if isinstance(source, InputError):
                self.failed += 1
                self._clear()
                typer.echo(f"onrecord: {source}", err=True)
            else:
                yield source

    def finish(self) -> None:
        """End the command with the exit code that tells how it went."""
        if self.failed:
            typer.echo(f"onrecord: {self.read} read, {self.failed} not", err=True)
            raise typer.Exit(1 if self.read else 2)
