"""`onrecord export`: all views as a workbook, a folder of tables or a page; records as annotations."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.forms import chosen, write
from onrecord.cli.inputs import Actors, Files, Published, Sources, Store, spare
from onrecord.errors import Code, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Report
    from onrecord.present.views import View


class Bundle(StrEnum):
    """What can be written."""

    xlsx = "xlsx"
    csv = "csv"
    html = "html"
    annotations = "annotations"


def export(
    files: Files = None,
    store: Store = None,
    published: Published = None,
    actors: Actors = None,
    form: Annotated[
        Bundle | None,
        typer.Option(
            "--format",
            "-f",
            help=f"One of {', '.join(Bundle)}; without it what --output is called (.html, .jsonld), else xlsx.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write here: a file, or for csv a folder. Needed for xlsx and csv."),
    ] = None,
    view: Annotated[
        list[str] | None, typer.Option(help="Only this view (repeat for more); without it, every view.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="Count days up to this date, YYYY-MM-DD.")] = None,
) -> None:
    """Write every view as a workbook with a sheet each, CSV files or one page; or records as W3C Web Annotations.

    Annotations hold the complete records and texts and can be given to any view in place of reports.
    Exit code 1 where some reports could not be read.
    """
    from onrecord.ingest.document import iso_date
    from onrecord.present.views import VIEWS, get

    views = tuple(map(get, view)) if view else VIEWS
    on = None if on is None else iso_date(on)
    form = chosen(form, output, Bundle)
    if output is None and form in (Bundle.xlsx, Bundle.csv):
        raise typer.BadParameter(f"give --output for {form}")
    spare(files or [], output)
    sources = Sources(files or [], store, published, actors=actors)
    _write(form, sources.reports, views, on, output)
    sources.finish()


def _write(
    form: Bundle, reports: "Sequence[Report]", views: "Sequence[View]", on: str | None, output: Path | None
) -> None:
    if form is Bundle.html:
        from onrecord.export.view_page import page

        write(page(reports, views, on), output)
    elif form is Bundle.annotations:
        from io import StringIO

        from onrecord.export.annotations import EXPORTER
        from onrecord.export.options import Options

        out = StringIO(newline="")
        EXPORTER.write(reports, out, Options(text=True))
        write([out.getvalue()], output)
    elif output is not None:
        _files(form, reports, views, on, output)


def _files(form: Bundle, reports: "Sequence[Report]", views: "Sequence[View]", on: str | None, output: Path) -> None:
    from onrecord.export.bundle import workbook, write_csv

    try:
        if form is Bundle.csv:
            counts = write_csv(reports, output, on, views)
            told = ", ".join(f"{name} ({rows})" for name, rows in counts.items())
            typer.echo(f"wrote {output}: {told}", err=True)
        else:
            output.write_bytes(workbook(reports, on, views))
            typer.echo(f"wrote {output}", err=True)
    except OSError as error:
        raise InputError(Code.E053, target=output, reason=error.strerror or error) from error
