"""`onrecord read`: reports in, their record out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.batch import Batch
from onrecord.cli.forms import OTHERS
from onrecord.cli.inputs import Actors, AsJson, own_table, spare

if TYPE_CHECKING:
    from onrecord.model import Report

SOURCES = typer.Argument(
    metavar="FILES…", help="Text, HTML or JSON Lines files, folders of them, or - for standard input."
)
PUBLISHED = typer.Option(help="Publication date of the reports, YYYY-MM-DD; without it relative dates stay unresolved.")
FORMAT = typer.Option(
    "--format",
    "-f",
    help="terminal, jsonl, json (one array), csv, html, polecat or annotations; without it what --output is called"
    " (.jsonl, .json, .csv, .html, .jsonld), else terminal.",
)
OUTPUT = typer.Option("--output", "-o", help="Write here instead: a file, or for csv and polecat a folder of tables.")
STORE = typer.Option(help="Also keep the reports in this evidence base: a file, or a database URL.")
FULL = typer.Option("--full", help="Print everything said, however long (terminal).")
TEXT = typer.Option("--with-text", help="Put the document's text into its record (jsonl, annotations).")
WORKERS = typer.Option(min=1, help="Processes that read side by side; the output does not depend on it.")
BY_SUFFIX = {
    ".jsonl": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".jsonld": "annotations",
}
"""The format that the name of an output asks for."""


def read(
    files: Annotated[list[str], SOURCES],
    published: Annotated[str | None, PUBLISHED] = None,
    actors: Actors = None,
    as_json: AsJson = False,
    output_format: Annotated[str | None, FORMAT] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    store: Annotated[str | None, STORE] = None,
    full: Annotated[bool, FULL] = False,
    with_text: Annotated[bool, TEXT] = False,
    workers: Annotated[int, WORKERS] = 1,
) -> None:
    """Read reports and print who said and did what, to whom, where, when, and on whose word.

    A report that cannot be read is named on standard error with what to do about it; the rest goes on, and the
    exit code is 1 (2 where nothing could be read).
    """
    from onrecord.cli.rendering import render
    from onrecord.export.options import Options
    from onrecord.export.registry import get
    from onrecord.ingest.sources import documents

    output_format = "jsonl" if as_json else output_format or _named(output)
    get(output_format)  # an unknown format must not cost a reading first
    spare(files, output)
    batch = Batch(documents(files, published), workers, own_table(actors))
    reports: Iterable[Report] = batch if store is None else kept(batch, store)
    render(reports, output_format, output, Options(full=full, text=with_text))
    batch.finish()


def _named(output: Path | None) -> str:
    """The format that an output's name asks for, be it one that there is or not; the terminal's for other names."""
    suffix = output.suffix.lower() if output is not None else ""
    return BY_SUFFIX.get(suffix) or (suffix[1:] if suffix in OTHERS else "terminal")


def kept(reports: "Iterable[Report]", url: str) -> "Iterator[Report]":
    """The reports, each stored as it passes; what the store did is told on standard error."""
    from onrecord.present.situation import kept as signs
    from onrecord.store import EvidenceBase

    with EvidenceBase.open(url) as store:
        for report in reports:
            done = store.add(report)
            if done != "unchanged":
                store.keep(signs.KIND, signs.version(), signs.of(report.document))
            typer.echo(f"{report.document.id}: {done}", err=True)
            yield report
