"""Lines of views as flat rows: the same columns for every line of a view, ready for CSV and for sheets.

Several values in one cell are joined with " | ". `evidence` holds the words a line stands on, `evidence_offsets` where
they stand (`document:start-end`, Unicode code points, end exclusive), `records` and `documents` the ids behind it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from onrecord.export.cells import several
from onrecord.model import Report, Span
from onrecord.present.grounds import Ground
from onrecord.present.phrases import flat
from onrecord.present.views import View

type Cell = str | int | float
type Row = dict[str, Cell]
EVIDENCE = ("evidence", "evidence_offsets", "records", "documents")


def columns(view: View) -> tuple[str, ...]:
    """The columns of a view."""
    return (*(field.name for field in fields(view.row) if field.name != "grounds"), *EVIDENCE)


def row(line: Any) -> Row:
    """One line of a view as a row."""
    cells: Row = {f.name: cell(getattr(line, f.name)) for f in fields(line) if f.name != "grounds"}
    shown = outer(line.grounds)
    return cells | {
        "evidence": several(flat(ground.span.text) for ground in shown),
        "evidence_offsets": several(f"{g.doc}:{g.span.start}-{g.span.end}" for g in shown),
        "records": several(dict.fromkeys(ground.record for ground in line.grounds)),
        "documents": several(dict.fromkeys(ground.doc for ground in line.grounds)),
    }


def cell(value: Any) -> Cell:
    """A value of a line in one cell: numbers stay numbers, what is unknown is empty."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return value
        case Span():
            return flat(value.text)
        case tuple() | list() | frozenset():
            return several(str(cell(one)) for one in value)
        case _ if is_dataclass(value):
            parts = (str(cell(getattr(value, f.name))) for f in fields(value) if f.name != "grounds")
            return " · ".join(part for part in parts if part)
        case _:
            return str(value)


def outer(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Grounds without those that stand inside others of the same document."""
    kept: list[Ground] = []
    for one in sorted(grounds, key=lambda g: (g.published, g.doc, g.span.start, -g.span.end)):
        if not (kept and kept[-1].doc == one.doc and one.span in kept[-1].span):
            kept.append(one)
    return tuple(kept)


DOCUMENT = ("id", "title", "published", "published_basis", "publisher", "uri", "language", "sha256", "version")
"""Columns of the table of reports."""


def documents(reports: Iterable[Report]) -> Iterator[Row]:
    """The reports behind the views, by publication date and id."""
    ordered = sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id))
    return ({name: getattr(report.document, name) or "" for name in DOCUMENT} for report in ordered)
