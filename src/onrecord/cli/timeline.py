"""`onrecord timeline`: what reports date, in date order."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.columns import line, title
from onrecord.cli.forms import UNNAMED, Output, TimelineForm, chosen, emit, shown
from onrecord.cli.inputs import Actors, AsJson, Files, Published, Sources, Store, spare
from onrecord.present.phrases import count

if TYPE_CHECKING:
    from onrecord.present.chronology import Dated


def timeline(
    files: Files = None,
    store: Store = None,
    published: Published = None,
    actors: Actors = None,
    as_json: AsJson = False,
    form: Annotated[
        TimelineForm | None, typer.Option("--format", "-f", help=f"One of {', '.join(TimelineForm)}; {UNNAMED}.")
    ] = None,
    output: Output = None,
) -> None:
    """Print dated statements, events, conditions and agreements in date order, and how each date is known.

    What has a time but no calendar date comes last, with the reason. Exit code 1 where nothing has a time.
    """
    from onrecord.present.chronology import chronology, undated

    form = chosen(form, output, TimelineForm, as_json=as_json)
    spare(files or [], output)
    sources = Sources(files or [], store, published, actors=actors)
    found = chronology(sources.reports)
    if form is not TimelineForm.terminal:
        emit(form, "timeline", found, sources.reports, None, output)
    else:
        with shown(output):
            _print(found)
        timeless = undated(sources.reports)
        typer.echo(f"{count(timeless, 'record')} {'has' if timeless == 1 else 'have'} no time of their own", err=True)
    sources.finish()
    if not found:
        typer.echo(f"nothing with a time was found in {count(len(sources.reports), 'report')}", err=True)
        raise typer.Exit(1)


def _print(found: "tuple[Dated, ...]") -> None:
    dated = [one for one in found if one.first or one.last]
    for one in dated:
        _show(one, one.when or one.first or "")
    if len(dated) < len(found):
        title("Without a calendar date")
    for one in found[len(dated) :]:
        _show(one, f"{one.when}: {one.reason} ·")


def _show(one: "Dated", when: str) -> None:
    from onrecord.present.phrases import marks

    status = "".join(f"[{mark}] " for mark in marks(one.status, one.negated))
    line(f"{when}  {status}{one.what}")
    words = "" if one.words == one.what else one.words
    line(" · ".join(part for part in (words, one.word, f"date: {one.basis}") if part), 4)
