"""A run over many documents: those that cannot be read are told, the rest goes on."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.model import Document, Report
    from onrecord.resources.user_table import UserTable


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

        for report in load(self._actors).pipe(self._good(), workers=self._workers):
            self._clear()
            if any(found.code == "OR-W006" for found in report.document.diagnostics):
                self.failed += 1
                typer.echo(f"onrecord: {report.document.uri}: {report.document.diagnostics[-1].message}", err=True)
            else:
                self.read += 1
            yield report
            if sys.stderr.isatty() and self.read > 1:  # seen while the next one is read, and gone before it is shown
                self._told = f"{self.read} reports read"
                typer.echo(f"\r{self._told}", err=True, nl=False)
        self._clear()

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
