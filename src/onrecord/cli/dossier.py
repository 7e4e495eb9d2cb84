"""`onrecord dossier`: the situation on a topic, from any number of reports."""

import gc
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.columns import line, width
from onrecord.cli.forms import UNNAMED, chosen
from onrecord.cli.inputs import Actors, Files, Published, Store, spare, tell_notes
from onrecord.cli.rendering import whole
from onrecord.errors import Code, InputError, StoreError
from onrecord.export.screen import safe
from onrecord.present.phrases import count

if TYPE_CHECKING:
    from onrecord.model import Report
    from onrecord.model.fingerprint import Fingerprint
    from onrecord.present.signs import Signs
    from onrecord.present.situation import Situation
    from onrecord.store import EvidenceBase


class Form(StrEnum):
    """How a situation can be written."""

    terminal = "terminal"
    md = "md"
    html = "html"
    json = "json"


def dossier(
    files: Files = None,
    store: Store = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(help="Words that name the topic (repeat for other names of it); without it, everything."),
    ] = None,
    since: Annotated[str | None, typer.Option("--from", help="Reports published on or after, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Reports published on or before, YYYY-MM-DD.")] = None,
    on: Annotated[str | None, typer.Option(help="Count days up to this date; without it, to the last report.")] = None,
    published: Published = None,
    actors: Actors = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    form: Annotated[Form | None, typer.Option("--format", "-f", help=f"One of {', '.join(Form)}; {UNNAMED}.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead.")] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Lines of a section at most, those most reports tell; 0 for all; json has all.")
    ] = 40,
) -> None:
    """Write the situation on a topic: summary, open questions, timeline, contacts, positions and every ledger.

    Copies of one text count once, corrected reports are set aside, and every line names its reports and their words.
    A correction is heeded whenever it was published. Exit code 1 where no report is about the topic.
    """
    from onrecord.ingest.document import iso_date
    from onrecord.present.situation import situation
    from onrecord.present.situation.topic import beginnings

    gc.disable()  # a command of a few seconds makes millions of small values and lets go of none before it ends
    since, until, on = (None if day is None else iso_date(day) for day in (since, until, on))
    topics = beginnings(topic or ())
    if topic and not topics:
        raise InputError(Code.E060, topic=" ".join(topic))
    form = chosen(form, output, Form, as_json=as_json)
    spare(files or [], output)
    sources = Material(files or [], store, published, topics, actors)
    reports = sources.chosen(since, until)
    if not reports:
        typer.echo(f"onrecord: {_nothing(sources.seen, topic or [], since, until)}", err=True)
        raise typer.Exit(1)
    found = situation(
        reports, topic or (), since=since, until=until, on=on, fingerprints=sources.fingerprints, signs=sources.signs
    )
    _write(found, form, output, limit or None)
    sources.finish()


class Material:
    """The reports of a situation: those of files, and those of a store that have the words of a topic."""

    def __init__(
        self,
        files: list[str],
        store: str | None,
        published: str | None,
        topics: tuple[tuple[str, ...], ...],
        actors: Path | None = None,
    ) -> None:
        from onrecord.cli.inputs import Sources, own_table, tell_unused

        if actors is not None and not files and own_table(actors) is not None:
            tell_unused(actors)
        given = bool(files) or store is None
        self._files = Sources(files, None, published, actors=actors, apart=True) if given else None
        self._topics = topics
        self._store = store
        self.seen = 0
        self.fingerprints: dict[str, Fingerprint] = {}
        self.signs: dict[str, Signs] = {}

    def chosen(self, since: str | None, until: str | None) -> "list[Report]":
        """What they tell about the topics in the period, each report once."""
        from onrecord.present.situation.topic import chosen

        found = chosen(self._all(), self._topics, since, until)
        tell_notes([report for report in found if report.document.id in self.signs])
        return list({report.document.id: report for report in found}.values())

    def _all(self) -> "Iterator[Report]":
        from onrecord.cli.inputs import opened
        from onrecord.present.situation.topic import NOTICES

        if self._files is not None:
            self.seen += len(self._files.reports)
            yield from self._files.reports
        if self._store is not None:
            with opened(self._store) as base:
                self.seen += base.counts()["document"]
                self.fingerprints = base.fingerprints()
                yield from self._with_signs(
                    base, base.reports(telling=(*self._topics, *NOTICES) if self._topics else ())
                )

    def _with_signs(self, base: "EvidenceBase", reports: "Iterable[Report]") -> "Iterator[Report]":
        """The reports of a store, with the signs of their texts: those that it has kept, else new ones to be kept."""
        from onrecord.present.situation import kept

        stored, fresh = base.derived(kept.KIND, kept.version()), {}
        for report in reports:
            doc = report.document.id
            found = kept.unpacked(stored.get(doc, ""))
            if found is None:
                found = kept.signs(report.document)
                fresh[doc] = kept.packed(found)
            self.signs[doc] = found
            yield report
        with suppress(StoreError):  # a store that may only be read is read as it is
            base.keep(kept.KIND, kept.version(), fresh)

    def finish(self) -> None:
        """End the command as the files did."""
        if self._files is not None:
            self._files.finish()


def _nothing(seen: int, topic: list[str], since: str | None, until: str | None) -> str:
    """Why there is no dossier, and what to do about it."""
    if not seen:
        return "the store is empty. Put reports into it with: onrecord read FILES… --store STORE"
    period = f" published {f'from {since} ' if since else ''}{f'to {until}' if until else ''}".rstrip()
    told = f"none of {seen} reports{period if since or until else ''}"
    if topic:
        words = " or ".join(repr(one) for one in topic)
        return f"{told} is about {words}. Use fewer words, another name of it, or a longer period; try: onrecord search"
    return f"{told}: give a longer period (reports without a publication date are in none)"


def _write(found: "Situation", form: Form, output: Path | None, limit: int | None) -> None:
    if output is None:
        if form is Form.terminal:
            _print(found, limit)
        else:
            for piece in _pieces(found, form, limit):
                sys.stdout.write(piece)
        return
    try:
        with whole(output) as out:
            out.writelines(_pieces(found, form, limit))
    except OSError as error:
        raise InputError(Code.E053, target=output, reason=error.strerror or error) from error
    typer.echo(f"wrote {output}: {count(found.reports, 'report')}", err=True)


def _pieces(found: "Situation", form: Form, limit: int | None) -> "Iterable[str]":
    from onrecord.export import situation as formats

    if form is Form.html:
        return formats.html(found, limit)
    if form is Form.json:
        return (formats.json(found), "\n")
    if form is Form.md:
        return (f"{row}\n" for row in formats.markdown(found, limit))
    return (f"{' ' * indent}{row}\n" for indent, row in formats.terminal(found, limit))


def _print(found: "Situation", limit: int | None) -> None:
    from onrecord.export.situation import terminal

    for indent, row in terminal(found, limit):
        if not indent and row:
            for piece in textwrap.wrap(safe(row), width()):
                typer.secho(piece, bold=True)
        elif row:
            line(row, indent)
        else:
            typer.echo()
