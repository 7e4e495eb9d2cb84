"""`onrecord positions`: who stands where on what."""

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.columns import line, title
from onrecord.cli.forms import UNNAMED, Form, Output, chosen, emit, shown
from onrecord.cli.inputs import Actors, AsJson, Files, Published, Sources, Store, spare
from onrecord.present.phrases import count

if TYPE_CHECKING:
    from onrecord.present.positions import Position


def positions(
    files: Files = None,
    store: Store = None,
    published: Published = None,
    actors: Actors = None,
    issue: Annotated[
        list[str] | None, typer.Option(help="An issue by its words (repeat for more); without it issues are found.")
    ] = None,
    as_json: AsJson = False,
    form: Annotated[Form | None, typer.Option("--format", "-f", help=f"One of {', '.join(Form)}; {UNNAMED}.")] = None,
    output: Output = None,
) -> None:
    """Print each side's stance on each issue, when it was taken, what it was before, and the words behind it.

    Exit code 1 where no stance was found.
    """
    from onrecord.present.positions import positions as taken

    form = chosen(form, output, Form, as_json=as_json)
    spare(files or [], output)
    sources = Sources(files or [], store, published, actors=actors)
    found = taken(sources.reports, issue or ())
    if form is not Form.terminal:
        emit(form, "positions", found, sources.reports, None, output)
    else:
        with shown(output):
            for name, rows in groupby(found, key=lambda row: row.issue):
                title(name)
                for row in rows:
                    _show(row)
    sources.finish()
    if not found:
        typer.echo(f"no position was found in {count(len(sources.reports), 'report')}", err=True)
        raise typer.Exit(1)


def _show(row: "Position") -> None:
    days = " to ".join(dict.fromkeys(day for day in (row.first, row.last) if day))
    before = f", before: {row.before}" if row.before else ""
    speakers = ", ".join(who for who in row.by if who != row.side)
    line(f"{row.side} {row.stance} ({days or 'undated'}{before}){f' · {speakers}' if speakers else ''}")
    for words in row.words:
        line(f"- {words}", 4)
