"""`onrecord ledger`: demands, agreements, access, contacts, instruments and more as tables with their evidence."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.columns import line, title
from onrecord.cli.forms import UNNAMED, LedgerForm, Output, chosen, emit, shown
from onrecord.cli.inputs import Actors, AsJson, Files, Published, Sources, Store, spare
from onrecord.present.phrases import count

if TYPE_CHECKING:
    from onrecord.present.grounds import Ground


class Kind(StrEnum):
    """What can be asked for: the views of `onrecord.present.views` that are ledgers."""

    demands = "demands"
    pledges = "pledges"
    agreements = "agreements"
    access = "access"
    conditions = "conditions"
    humanitarian = "humanitarian"
    calendar = "calendar"
    process = "process"
    toolkit = "toolkit"
    accountability = "accountability"


def ledger(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=f"One of {', '.join(Kind)}.")],
    files: Files = None,
    store: Store = None,
    published: Published = None,
    actors: Actors = None,
    on: Annotated[
        str | None, typer.Option(help="Count the days of access episodes up to this date, YYYY-MM-DD.")
    ] = None,
    as_json: AsJson = False,
    form: Annotated[
        LedgerForm | None,
        typer.Option("--format", "-f", help=f"One of {', '.join(LedgerForm)}; hxl for conditions; {UNNAMED}."),
    ] = None,
    output: Output = None,
) -> None:
    """Print a ledger over reports: who asks, promises, blocks or lacks what, since when, on whose word.

    Every row ends with the words it stands on. Exit code 1 where there is no row, or a report could not be read.
    """
    from onrecord.ingest.document import iso_date

    on = None if on is None else iso_date(on)
    form = chosen(form, output, LedgerForm, as_json=as_json)
    spare(files or [], output)
    sources = Sources(files or [], store, published, actors=actors)
    rows = _rows(kind, sources, on)
    if form is not LedgerForm.terminal:
        emit(form, kind, rows, sources.reports, on, output)
    else:
        with shown(output):
            for row in rows:
                _show(row)
    sources.finish()
    if not rows:
        typer.echo(f"nothing for the ledger of {kind} in {count(len(sources.reports), 'report')}", err=True)
        raise typer.Exit(1)


def _rows(kind: Kind, sources: Sources, on: str | None) -> tuple[Any, ...]:
    from onrecord.present.views import get

    return get(kind).make(sources.reports, on)


def _show(row: Any) -> None:
    """A row as its head and one line a field, one for each answer or step; what is empty or unknown is left out."""
    head = [_value(getattr(row, name)) for name in _HEAD if getattr(row, name, None)]
    title(" · ".join([row.first, *head] if _is_contact(row) else head))
    for name in row.__slots__:
        value = getattr(row, name)
        if (
            name in _HEAD
            or name == "grounds"
            or value in (None, (), "", False)
            or (name == "first" and _is_contact(row))
        ):
            continue
        label = name.replace("_", " ")
        if isinstance(value, tuple) and hasattr(value[0], "grounds"):
            for one in value:
                line(f"{label}: {_value(one, ' · ')}", 2)
        else:
            line(f"{label}: {_value(value)}", 2)
    if getattr(row, "answers", None) == ():
        line("no answer found", 2)
    for ground in row.grounds:
        if not any(ground.doc == other.doc and ground != other and ground.span in other.span for other in row.grounds):
            line(_ground(ground), 4)


_HEAD = (
    "route", "name", "kind", "place", "track", "institution", "instrument", "act", "state", "severity", "who", "whom",
)  # fmt: skip


def _is_contact(row: Any) -> bool:
    return hasattr(row, "agenda") and row.first is not None


def _value(value: Any, between: str = " ") -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_value, value))
    if value is True:
        return "yes"
    if hasattr(value, "__slots__") and not isinstance(value, str):
        parts = (getattr(value, name) for name in value.__slots__ if name != "grounds")
        return between.join(_value(part) for part in parts if part)
    return str(value)


def _ground(ground: "Ground") -> str:
    when = f", {ground.published}" if ground.published else ""
    return f"[{ground.doc}{when}, {ground.span.start}-{ground.span.end}] {ground.span.text}"
