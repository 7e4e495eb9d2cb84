"""Views as one self-contained page: a table a view, the timeline as a picture, the texts that every line stands on.

Nothing is loaded from anywhere; the page's content security policy names its own style and script by their digests.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from onrecord.export.html import digest, environment, part, printable
from onrecord.export.html_view import address
from onrecord.export.timeline_svg import picture
from onrecord.export.view_rows import cell, outer
from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.present.calendar import calendar
from onrecord.present.chronology import chronology
from onrecord.present.grounds import Ground
from onrecord.present.phrases import count, flat, shortened
from onrecord.present.readouts import Comparison
from onrecord.present.views import View
from onrecord.version import __version__


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report on the page: its number (null where it is not on the page), where they stand, what they say."""

    number: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; `key` is its element id."""

    key: str
    cells: tuple[str, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One table with a heading; `svg` is a picture above it."""

    key: str
    title: str
    about: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    svg: Markup | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text between two ends of words that lines stand on; `start` is null for one that none touches."""

    start: int | None
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One report on the page."""

    number: int
    title: str
    notes: tuple[str, ...]
    uri: str | None
    pieces: tuple[Piece, ...]


def page(reports: Sequence[Report], views: Sequence[View], on: str | None = None) -> Iterator[str]:
    """The page of these views; days are counted to `on` (ISO date), else to the last publication date."""
    ordered = _ordered(reports)
    numbers = {report.document.id: number for number, report in enumerate(ordered, 1)}
    made = [(view, view.make(reports, on)) for view in views]
    keys: dict[object, str] = {}
    for view, rows in made:
        for number, row in enumerate(rows, 1):
            keys.setdefault(row, f"{view.name}-{number}")
    sections = [_section(view, rows, numbers, keys) for view, rows in made]
    if any(view.name == "timeline" for view in views):
        svg = _timeline(reports, on, keys)
        sections = [_with(s, svg) if s.key == "timeline" else s for s in sections]
    grounds = [ground for _, rows in made for row in rows for ground in row.grounds]
    title = views[0].title if len(views) == 1 else "Views"
    return _rendered(title, sections, ordered, grounds)


def comparison_page(found: Comparison, reports: Sequence[Report]) -> Iterator[str]:
    """Two accounts of one contact side by side."""
    ordered = _ordered(reports)
    numbers = {report.document.id: number for number, report in enumerate(ordered, 1)}
    first, second = (side.label for side in found.sides)
    lines = []
    grounds: list[Ground] = []
    for number, cells in enumerate(comparison_rows(found), 1):
        mine = [Ground("", point.doc, span, point.statement or "") for point in cells.points for span in point.spans]
        grounds += mine
        lines.append(
            Line(f"point-{number}", (cells.kind, cells.first, cells.second, cells.differs), _words(mine, numbers))
        )
    about = "what both say, what one alone says, and how they differ"
    section = Section("comparison", "Two accounts", about, ("said by", first, second, "difference"), tuple(lines))
    return _rendered(f"{first} and {second}", [section], ordered, grounds)


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One point: `kind` says who tells it ("both", "both, differently" or a side's label); each side's words; how they
    differ."""

    kind: str
    first: str
    second: str
    differs: str
    points: tuple[Any, ...]


def comparison_rows(found: Comparison) -> Iterator[ComparisonRow]:
    """The points of a comparison: shared ones first, then those of the first and of the second side alone."""
    label = {side.side: side.label for side in found.sides}
    for shared in found.both:
        differs = "; ".join(
            f"{label[one.side]} {_DIFFERENCES[one.kind]}{' ' + ', '.join(one.who) if one.who else ''}"
            for one in shared.differences
        )
        kind = "both, differently" if differs else "both"
        yield ComparisonRow(kind, _said(shared.first), _said(shared.second), differs, (shared.first, shared.second))
    for point in found.only[0]:
        yield ComparisonRow(found.sides[0].label, _said(point), "", "", (point,))
    for point in found.only[1]:
        yield ComparisonRow(found.sides[1].label, "", _said(point), "", (point,))


_DIFFERENCES = {
    "stronger": "says it in stronger words", "blames": "blames", "denies": "denies it", "counts": "counts",
}  # fmt: skip


def _said(point: Any) -> str:
    return " / ".join(flat(span.text) for span in point.spans)


def timeline_svg(reports: Sequence[Report], on: str | None = None) -> str:
    """The picture alone, as a file of its own; its marks lead nowhere."""
    return _picture(reports, on, lambda _: "#")


def _timeline(reports: Sequence[Report], on: str | None, keys: dict[object, str]) -> Markup | None:
    svg = _picture(reports, on, lambda row: f"#{keys.get(row, 'timeline')}")
    return Markup(svg) if svg else None  # noqa: S704  (made by us, every word of a report in it escaped)


def _picture(reports: Sequence[Report], on: str | None, link: Any) -> str:
    routes, pacts = ledgers.access(reports, on), ledgers.agreements(reports)
    return picture(chronology(reports), calendar(reports), routes, pacts, on, link)


def _section(view: View, rows: Sequence[Any], numbers: dict[str, int], keys: dict[object, str]) -> Section:
    names = [f.name for f in fields(view.row) if f.name not in ("grounds", "record")]
    cells = [[str(cell(getattr(row, name))) for name in names] for row in rows]
    used = [at for at in range(len(names)) if any(line[at] not in ("", "false") for line in cells)]
    lines = [
        Line(
            keys[row] if keys[row].startswith(view.name) else "",
            tuple(line[at] for at in used),
            _words(row.grounds, numbers),
        )
        for row, line in zip(rows, cells, strict=True)
    ]
    columns = tuple(names[at].replace("_", " ") for at in used)
    return Section(view.name, view.title, f"{count(len(rows), 'line')}; each is {view.about}", columns, tuple(lines))


def _with(section: Section, svg: Markup | None) -> Section:
    return Section(section.key, section.title, section.about, section.columns, section.lines, svg)


def _words(grounds: Sequence[Ground], numbers: dict[str, int]) -> tuple[Words, ...]:
    return tuple(Words(numbers.get(g.doc), g.span.start, g.span.end, flat(g.span.text)) for g in outer(grounds))


def _ordered(reports: Sequence[Report]) -> list[Report]:
    return sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id))


def _rendered(
    title: str, sections: Sequence[Section], reports: Sequence[Report], grounds: Sequence[Ground]
) -> Iterator[str]:
    style, script = part("views.css"), part("views.js")
    template = environment().get_template("views.html.j2")
    pieces = template.generate(
        title=title,
        sections=sections,
        texts=[_text(number, report, grounds) for number, report in enumerate(reports, 1)],
        style=Markup(style),  # noqa: S704  (ours, from the package)
        script=Markup(script),  # noqa: S704
        style_digest=digest(style),
        script_digest=digest(script),
        version=__version__,
    )
    return (printable(piece) for piece in pieces)


def _text(number: int, report: Report, grounds: Sequence[Ground]) -> Text:
    head = report.document
    text = head.text or ""
    spans = {(g.span.start, g.span.end) for g in grounds if g.doc == head.id and g.span.end <= len(text)}
    cuts = sorted({0, len(text), *(edge for span in spans for edge in span)})
    covered = sorted(spans)
    pieces, reach, at = [], 0, 0
    for start, end in pairwise(cuts):
        while at < len(covered) and covered[at][0] <= start:
            reach, at = max(reach, covered[at][1]), at + 1
        pieces.append(Piece(start if start < reach else None, end, text[start:end]))
    notes = tuple(note for note in (head.publisher, head.published or "publication date unknown") if note)
    title = head.title or (shortened(text.strip().split("\n")[0], 90) if text.strip() else head.id)
    return Text(number, title, notes, address(head.uri), tuple(pieces))
