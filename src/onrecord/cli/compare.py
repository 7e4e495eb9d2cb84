"""`onrecord compare`: two accounts of one contact, side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from onrecord.cli.columns import beside, line, title
from onrecord.cli.forms import UNNAMED, Form, Output, chosen, shown, table, write
from onrecord.cli.inputs import Actors, AsJson, Published, Sources, spare

if TYPE_CHECKING:
    from onrecord.present.points import Point
    from onrecord.present.readouts import Comparison, Difference, Shared


def compare(
    files: Annotated[
        list[str], typer.Argument(metavar="A [B]", help="One report that holds two accounts, or two reports.")
    ],
    published: Published = None,
    actors: Actors = None,
    as_json: AsJson = False,
    form: Annotated[Form | None, typer.Option("--format", "-f", help=f"One of {', '.join(Form)}; {UNNAMED}.")] = None,
    output: Output = None,
) -> None:
    """Hold two governments' accounts of one call or meeting against each other, point by point.

    Exit code 1 where no two accounts of one contact were found, 2 where a report could not be read.
    """
    from onrecord.present.readouts import compare as compared

    form = chosen(form, output, Form, as_json=as_json)
    spare(files, output)
    sources = Sources(files, published=published, actors=actors, apart=True)
    if sources.failed:
        raise typer.Exit(2)  # which was told; one account of two that were given is not held against itself
    if len(sources.reports) not in (1, 2):
        raise typer.BadParameter(f"one or two reports are compared, not {len(sources.reports)}")
    found = compared(sources.reports)
    if found is None:
        typer.echo("no two accounts of one contact were found; give both readouts as two files", err=True)
        raise typer.Exit(1)
    if form is Form.terminal:
        with shown(output):
            _show(found)
    else:
        _emit(form, found, sources, output)


def _emit(form: Form, found: "Comparison", sources: Sources, output: Path | None) -> None:
    from onrecord.export.view_page import comparison_page, comparison_rows

    if form is Form.html:
        write(comparison_page(found, sources.reports), output)
    elif form is Form.json:
        write([msgspec.json.encode(found).decode("utf-8"), "\n"], output)
    else:
        first, second = (side.label for side in found.sides)
        names = ("said by", f"first: {first}", f"second: {second}", "difference")
        rows = (dict(zip(names, (r.kind, r.first, r.second, r.differs), strict=True)) for r in comparison_rows(found))
        table(rows, names, output)


def _show(found: "Comparison") -> None:
    if found.told_as is not None:
        line(found.told_as.text)
    first, second = found.sides
    alike = [shared for shared in found.both if not shared.differences]
    differing = [shared for shared in found.both if shared.differences]
    title(f"Said by both: {len(alike)}")
    beside(first.label, second.label)
    _both(alike, found)
    if differing:
        title(f"Said differently: {len(differing)}")
        _both(differing, found)
    for account, points in zip(found.sides, found.only, strict=True):
        title(f"Only {account.label}: {len(points)}")
        for point in points:
            line(f"- {_words(point)}")


def _both(told: "Sequence[Shared]", found: "Comparison") -> None:
    for shared in told:
        typer.echo()
        beside(_words(shared.first), _words(shared.second))
        for difference in shared.differences:
            line(f"differs: {_difference(difference, found)}", 2)


def _words(point: "Point") -> str:
    return " / ".join(span.text for span in point.spans)


def _difference(one: "Difference", found: "Comparison") -> str:
    label = next(account.label for account in found.sides if account.side == one.side)
    told = {"stronger": "says it in stronger words", "blames": "blames", "denies": "denies it", "counts": "counts"}
    return " ".join(filter(None, (label, told[one.kind], ", ".join(one.who))))
