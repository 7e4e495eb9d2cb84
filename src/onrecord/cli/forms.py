"""The forms in which a view can be had: for people, JSON, CSV, one HTML page, and what else a view offers."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from enum import StrEnum
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.inputs import print_json
from onrecord.cli.rendering import whole
from onrecord.errors import Code, InputError

if TYPE_CHECKING:
    from onrecord.model import Report
    from onrecord.present.views import View


class Form(StrEnum):
    """Forms of every view."""

    terminal = "terminal"
    json = "json"
    csv = "csv"
    html = "html"


class LedgerForm(StrEnum):
    """Forms of a ledger; hxl is CSV with HXL hashtags, for conditions."""

    terminal = "terminal"
    json = "json"
    csv = "csv"
    html = "html"
    hxl = "hxl"


class TimelineForm(StrEnum):
    """Forms of the timeline; svg is the picture alone."""

    terminal = "terminal"
    json = "json"
    csv = "csv"
    html = "html"
    svg = "svg"


NAMED = {
    ".json": "json",
    ".jsonl": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".md": "md",
    ".xlsx": "xlsx",
    ".jsonld": "annotations",
}
"""The form that the name of an output asks for."""
OTHERS = frozenset({".xlsx", ".xls", ".ods", ".svg", ".tsv", ".xml", ".yaml", ".yml", ".pdf", ".docx", ".parquet"})
"""Names that ask for a form, where no form goes by them."""
UNNAMED = "without it what --output is called (.json, .csv, .html …), else terminal"


def chosen[F: StrEnum](form: F | None, output: Path | None, forms: type[F], *, as_json: bool = False) -> F:
    """The form asked for: by `--json`, by `--format`, by the name of the output, else the first.

    Raises InputError (OR-E052) for an output whose name asks for a form that there is not.
    """
    if as_json:
        return forms("json")
    if form is not None:
        return form
    suffix = output.suffix.lower() if output is not None else ""
    named = NAMED.get(suffix, suffix[1:] if suffix in OTHERS else "")
    if not named:
        return next(iter(forms))
    try:
        return forms(named)
    except ValueError:
        raise InputError(Code.E052, format=named, formats=", ".join(forms)) from None


@contextmanager
def shown(output: Path | None) -> Iterator[None]:
    """What is printed within goes to the terminal or, in the same form, to a file."""
    if output is None:
        yield
        return
    text = StringIO(newline="")
    with redirect_stdout(text):
        yield
    write([text.getvalue()], output)


Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead.")]


def emit(
    form: str, name: str, rows: tuple[Any, ...], reports: "Sequence[Report]", on: str | None, output: Path | None
) -> None:
    """Print the rows of the view `name` in any form but that for people, or write them to `output`.

    Raises InputError (OR-E053) where it cannot be written, OR-E063 for a form that this view does not have.
    """
    from onrecord.present.views import get

    view = replace(get(name), make=lambda _reports, _on: rows)
    if form == "json" and output is None:
        print_json(rows)
        return
    if form == "json" and output is not None and output.suffix.lower() == ".json":
        import msgspec

        from onrecord.export.json_array import array

        write(array(msgspec.json.encode(row).decode("utf-8") for row in rows), output)
        return
    write(_pieces(form, view, rows, reports, on), output)


def _pieces(
    form: str, view: "View", rows: tuple[Any, ...], reports: "Sequence[Report]", on: str | None
) -> Iterable[str]:
    import msgspec

    if form == "json":
        return (msgspec.json.encode(row).decode("utf-8") + "\n" for row in rows)
    if form == "html":
        from onrecord.export.view_page import page

        return page(reports, [view], on)
    if form == "svg":
        from onrecord.export.view_page import timeline_svg

        return (timeline_svg(reports, on), "\n")
    if form == "hxl":
        return _hxl(view, rows)
    from onrecord.export.view_rows import columns, row

    return _csv(columns(view), map(row, rows))


def _hxl(view: "View", rows: tuple[Any, ...]) -> list[str]:
    from onrecord.export.hxl import write_hxl
    from onrecord.present.ledgers import ConditionRow

    if view.row is not ConditionRow:
        raise InputError(Code.E063, form="hxl", view=view.name, views="conditions, humanitarian")
    return _written(lambda out: write_hxl(rows, out))


def _csv(names: Sequence[str], rows: Iterable[dict[str, Any]]) -> list[str]:
    def fill(out: Any) -> None:
        writer = csv.DictWriter(out, names, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)

    return _written(fill)


def _written(fill: Callable[[Any], object]) -> list[str]:
    out = StringIO(newline="")
    fill(out)
    return [out.getvalue()]


def table(rows: "Iterable[dict[str, Any]]", names: Sequence[str], output: Path | None) -> None:
    """Rows that are no view as CSV."""
    write(_csv(names, rows), output)


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Text to standard output, or to a file that takes its place only once it is complete."""
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        for piece in pieces:
            sys.stdout.write(piece)
        return
    try:
        with whole(output) as out:
            out.writelines(pieces)
    except OSError as error:
        raise InputError(Code.E053, target=output, reason=error.strerror or error) from error
    typer.echo(f"wrote {output}", err=True)
