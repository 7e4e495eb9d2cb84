"""POLECAT: the 40 tab-separated columns of the public PLOVER data set, and the spans that it has no room for.

One row an event; several values in a cell are joined with "; ". Event Date is the first possible day of the event,
else the day of publication. Columns that none of our tables can fill (Correlates of War codes, encyclopedia ids)
stay empty. The sidecar, `spans.jsonl`, carries for each Event ID what the format leaves out: the words with their
offsets, the status, whose word it stands on, who coded it, and the nearest CAMEO code.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

import msgspec

from onrecord.codebook.cross_walk import cameo_code
from onrecord.export.cells import Row, number
from onrecord.export.options import Options
from onrecord.model import Actor, Event, Report, Span
from onrecord.present.mentioned import mentioned
from onrecord.present.phrases import flat

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
GEONAMES = "geonames:"
EVENTS, SPANS = "events.tsv", "spans.jsonl"


def rows(report: Report) -> Iterator[Row]:
    """The events of a report, each with every column, in text order."""
    story = _story(report)
    for event in report.events:
        # a cell on one line: the format knows no quoting
        yield {column: flat(value) for column, value in (_event(event, report) | story).items()}


def sidecar(report: Report) -> Iterator[dict[str, Any]]:
    """For each event: its words with offsets into the document's text, and what the format leaves out."""
    for event in report.events:
        yield {
            "Event ID": event.id,
            "doc": event.doc,
            "anchor": event.anchor,
            "evidence": event.evidence,
            "mentions": event.mentions,
            "actors": _mentions(event.actors),
            "recipients": _mentions(event.recipients),
            "where": event.where.mention if event.where else None,
            "when": event.when.mention if event.when else None,
            "status": event.status,
            "negated": event.negated,
            "statement": event.statement,
            "detail": event.detail,
            "coded_by": event.coded_by,
            "cameo": cameo_code(event),
        }


def _event(event: Event, report: Report) -> Row:
    document, place = report.document, event.where
    day = event.when.start if event.when else None
    identity = (place.id or "") if place else ""
    return dict.fromkeys(COLUMNS, "") | {
        "Event ID": event.id,
        "Event Date": day or document.published or "",
        "Event Type": event.event,
        "Event Mode": event.mode or "",
        "Intensity": number(event.intensity),
        "Quad Code": QUADS[event.quad],
        "Contexts": "; ".join(event.contexts),
        **_side("Actor", event.actors),
        **_side("Recipient", event.recipients),
        "Placename": (place.name or "") if place else "",
        "Country": "; ".join(place.country) if place else "",
        "Latitude": number(place.lat) if place else "",
        "Longitude": number(place.lon) if place else "",
        "GeoNames ID": identity.removeprefix(GEONAMES) if identity.startswith(GEONAMES) else "",
        "Raw Placename": place.mention.text if place else "",
        "Feature Type": (place.kind or "") if place else "",
        "Source": document.publisher or "",
        "Publication Date": document.published or "",
        "Language": document.language or "",
        "Version": document.version,
    }


def _side(side: str, actors: tuple[Actor, ...]) -> Row:
    def joined(value: Callable[[Actor], str | None]) -> str:
        return "; ".join(value(actor) or "" for actor in actors)

    sectors = [actor.sector or "" for actor in actors]
    return {
        f"{side} Name": joined(lambda a: a.name),
        f"{side} Country": joined(lambda a: "/".join(a.country)),
        f"Primary {side} Sector": next((s for s in sectors if s), ""),
        f"{side} Sectors": "; ".join(sectors),
        f"{side} Title": joined(lambda a: a.office),
        f"{side} Name Raw": joined(lambda a: a.mention.text if a.mention else ""),
    }


def _story(report: Report) -> Row:
    """Everybody and every place that the report names, each once."""
    actors = [m.actor for m in mentioned(report) if m.actor is not None and m.actor.name]
    people = dict.fromkeys(a.name or "" for a in actors if a.kind == "person")
    bodies = dict.fromkeys(a.name or "" for a in actors if a.kind in ("organization", "government", "office"))
    places = dict.fromkeys(m.place.name for m in report.mentions if m.place is not None and m.place.name)
    return {
        "Story People": "; ".join(people),
        "Story Organizations": "; ".join(bodies),
        "Story Locations": "; ".join(places),
    }


def _mentions(actors: tuple[Actor, ...]) -> list[Span | None]:
    return [actor.mention for actor in actors]


class Polecat:
    """POLECAT's table in one stream, or the table and its sidecar in a folder."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """The table alone, with a header."""
        writer = _writer(out)
        for report in reports:
            writer.writerows(rows(report))

    def write_folder(self, reports: Iterable[Report], folder: Path, options: Options) -> dict[str, int]:
        """`events.tsv` and `spans.jsonl` in `folder`, made where absent; records written to each."""
        folder.mkdir(parents=True, exist_ok=True)
        count = 0
        with (folder / EVENTS).open("w", encoding="utf-8", newline="") as table, (folder / SPANS).open("wb") as spans:
            writer = _writer(table)
            for report in reports:
                writer.writerows(rows(report))
                for beside in sidecar(report):
                    spans.write(msgspec.json.encode(beside) + b"\n")
                    count += 1
        return {EVENTS: count, SPANS: count}


def _writer(out: TextIO) -> "csv.DictWriter[str]":
    writer = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writeheader()
    return writer


EXPORTER = Polecat()
