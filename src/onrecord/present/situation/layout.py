"""A situation as sections of entries, for any format to lay out: what is said here is said alike everywhere."""

from collections.abc import Callable, Sequence

import msgspec

from onrecord.model import Span
from onrecord.present.grounds import Ground
from onrecord.present.phrases import count, flat, listing, marks, quoted
from onrecord.present.positions import Position
from onrecord.present.situation.happenings import Happening
from onrecord.present.situation.line import Line
from onrecord.present.situation.situation import Situation
from onrecord.present.situation.sources import Source
from onrecord.present.situation.tables import Row


class Quote(msgspec.Struct, frozen=True):
    """Words of a source: its number, code points of its text (end exclusive), the words."""

    source: int
    start: int
    end: int
    words: str


class Entry(msgspec.Struct, frozen=True):
    """One line: `text`, further `notes`, numbers of the sources behind it, and the words it stands on."""

    text: str
    notes: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A heading with its entries; `left_out` is how many more there are than are shown."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    left_out: int = 0


_TITLES = {
    "access": "Access", "agreements": "Agreements and commitments", "demands": "Demands", "pledges": "Promises",
    "humanitarian": "Humanitarian conditions", "conditions": "Other conditions",
}  # fmt: skip


class Layout:
    """Sections of a situation, each with at most `limit` entries (null: all), those that most tellings stand behind.

    Of the words that an entry stands on, the first `quotes` are given (null: all).
    """

    def __init__(self, found: Situation, limit: int | None = None, quotes: int | None = None) -> None:
        self._found, self._limit, self._most = found, limit, quotes
        self._numbers = {source.doc: source.number for source in found.sources}

    def sections(self) -> tuple[Section, ...]:
        """Every section that holds anything, in the order an analyst asks."""
        found = self._found
        contacts = [one for one in found.happenings if one.kind == "contact"]
        sections = [
            self._section("summary", "In short", found.summary, self._line, lambda one: len(one.sources)),
            self._section("questions", "Contested and open", found.questions, self._question, _no_order),
            self._section("timeline", "In date order", found.happenings, self._happening, lambda one: one.tellings),
            self._section("contacts", "Contacts", contacts, self._happening, lambda one: one.tellings),
            self._section("positions", "Positions", found.positions, self._position, lambda one: len(one.grounds)),
            *(
                self._section(
                    t.name, _TITLES.get(t.name, t.name.capitalize()), t.rows, self._row, lambda row: row.tellings
                )
                for t in found.ledgers
            ),
            Section("sources", "Sources", tuple(map(_source, found.sources))),
        ]
        return tuple(section for section in sections if section.entries)

    def _section[T](
        self, key: str, title: str, rows: Sequence[T], entry: Callable[[T], Entry], worth: Callable[[T], int]
    ) -> Section:
        kept = list(range(len(rows)))
        if self._limit is not None and len(rows) > self._limit:
            kept = sorted(sorted(kept, key=lambda n: (-worth(rows[n]), n))[: self._limit])
        return Section(key, title, tuple(entry(rows[n]) for n in kept), len(rows) - len(kept))

    def _line(self, one: Line) -> Entry:
        return Entry(one.text, (), one.sources, self._quotes(one.grounds))

    def _question(self, one: Line) -> Entry:
        return Entry(f"{one.about}: {one.text}", (), one.sources, self._quotes(one.grounds))

    def _happening(self, one: Happening) -> Entry:
        noted = "".join(f" [{mark}]" for mark in marks(one.status, one.negated))
        told = f"told {count(one.tellings, 'time')} independently" if one.tellings > 1 else ""
        notes = (quoted(one.words), one.word, told, *one.differences)
        text = f"{one.days or 'undated'}  {one.what}{noted}"
        return Entry(text, tuple(note for note in notes if note), one.sources, self._quotes(one.grounds))

    def _position(self, one: Position) -> Entry:
        days = " to ".join(dict.fromkeys(day for day in (one.first, one.last) if day)) or "undated"
        before = f"before: {one.before}" if one.before else ""
        speakers = listing(who for who in one.by if who != one.side)
        notes = tuple(note for note in (days, before, speakers) if note)
        numbers = sorted({self._numbers[g.doc] for g in one.grounds if g.doc in self._numbers})
        return Entry(f"{one.issue}: {one.side} {one.stance}", notes, tuple(numbers), self._quotes(one.grounds))

    def _row(self, one: Row) -> Entry:
        return Entry(one.head, tuple(f"{k}: {v}" for k, v in one.fields), one.sources, self._quotes(one.grounds))

    def _quotes(self, grounds: Sequence[Ground]) -> tuple[Quote, ...]:
        """The words, without those that stand inside longer ones of the same source."""
        told: dict[int, list[Span]] = {}  # by the numbers of sources
        for ground in grounds:
            if (number := self._numbers.get(ground.doc)) is not None:
                told.setdefault(number, []).append(ground.span)
        found: list[Quote] = []
        for number in sorted(told):
            if self._most is not None and len(found) >= self._most:
                break  # no word of later sources is shown
            outer = _outermost(told[number])
            found += [Quote(number, span.start, span.end, flat(span.text)) for span in outer]
        return tuple(found[: self._most])


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Spans of one text in its order, without those inside longer ones."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not (kept and span in kept[-1]):
            kept.append(span)
    return kept


def _no_order(_: object) -> int:
    return 0


def headline(found: Situation) -> str:
    """What the situation is about."""
    return listing(found.topic) or "All topics"


def coverage(found: Situation) -> tuple[str, ...]:
    """What the situation is told from, in numbers and dates."""
    days = [source.published for source in found.sources if source.published]
    span = f"published {' to '.join(dict.fromkeys((min(days), max(days))))}" if days else "publication dates unknown"
    of = f" by {count(len(found.outlets), 'outlet')}" if found.outlets else ""
    copies = found.reports - found.corrected - found.tellings
    parts = [
        f"{count(found.reports, 'report')}{of}, {span}",
        f"{count(found.tellings, 'telling')}"
        + (f" ({count(copies, 'copy', 'copies')} counted once)" if copies else ""),
    ]
    if found.corrected:
        parts.append(f"{count(found.corrected, 'report')} set aside by corrections")
    if found.on:
        parts.append(f"days counted to {found.on}")
    return tuple(parts)


def _source(one: Source) -> Entry:
    notes = (
        one.publisher or "",
        one.published or "publication date unknown",
        one.uri or "",
        f"repeats [{one.copy_of}]" if one.copy_of else "",
        f"corrected by [{one.corrected_by}]" if one.corrected_by else "",
    )
    return Entry(f"[{one.number}] {one.title}", tuple(note for note in notes if note))
