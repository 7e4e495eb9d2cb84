"""The timeline as a picture: SVG with a lane for routes, contacts, acts, statements and conditions.

A mark stands on its day, a bar on the days between which it lies; an open end fades where only one bound is known.
Full marks are asserted, hollow ones alleged, planned, demanded or feared, crossed ones denied. Every mark has its words
as a title and leads to its line on the page. What is earlier than the rest by far stands in a gutter on the left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from onrecord.present.chronology import Dated
from onrecord.present.ledgers.agreements import AgreementRow
from onrecord.present.ledgers.episodes import Episode
from onrecord.present.meetings import Meeting
from onrecord.present.phrases import shortened

WIDTH, LEFT, RIGHT, GUTTER = 1200, 110, 16, 96
"""Units of the picture: its width, room for the names of lanes, margin, room for what is far earlier."""
ROW, HEAD, GLYPH = 18, 34, 5.6
"""Height of a row and of the scale; mean width of a letter of a label."""
ROWS = 14
"""Rows of a lane; what does not fit is counted."""
LABEL = 34
"""Letters of a label."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_INK, _QUIET, _LINE, _PAPER = "#1c1d20", "#595d66", "#d9d7d0", "#ffffff"
_TONES = {"access": "#a3274f", "contact": "#1b5a96", "event": "#95510b", "statement": "#4a5160",
          "condition": "#6a3d9a", "agreement": "#2b6a2c"}  # fmt: skip
_LANES = {"access": "Access", "contact": "Contacts", "event": "Acts", "statement": "Statements",
          "condition": "Conditions", "agreement": "Agreements"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark: `first` and `last` are ordinals of days (null: that side is open), `href` where it leads."""

    lane: str
    first: int | None
    last: int | None
    label: str
    title: str
    firm: bool
    denied: bool
    href: str

    @property
    def day(self) -> int:
        """Where it stands: its first known day."""
        return self.first or self.last or 0


def picture(
    dated: Sequence[Dated], contacts: Sequence[Meeting], routes: Sequence[Episode], pacts: Sequence[AgreementRow],
    on: str | None, link: Callable[[object], str],
) -> str:  # fmt: skip
    """The SVG of views over the same reports; empty where nothing has a date. `link` tells where a line is shown."""
    lanes_of_their_own = (*(one.grounds for one in contacts), *(one.grounds for one in routes))
    shown = {ground.record for grounds in lanes_of_their_own for ground in grounds}
    records = _of_records([one for one in dated if one.record not in shown], link)
    marks = [*_of_routes(routes, on, link), *_of_contacts(contacts, link), *records, *_of_pacts(pacts, link)]
    if not marks:
        return ""
    scale = _Scale(marks)
    lanes = [(name, _stacked([m for m in marks if m.lane == name], scale)) for name in _LANES]
    lanes = [(name, stack) for name, stack in lanes if stack.rows]
    height = HEAD + sum(ROW * len(stack.rows) + 14 for _, stack in lanes) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="timeline-title" font-family="system-ui, sans-serif" font-size="11">',
        f'<title id="timeline-title">Timeline: {len(marks)} dated lines, '
        f"{scale.iso(scale.first)} to {scale.iso(scale.last)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>',
        *_axis(scale, height),
    ]
    top = float(HEAD)
    for name, stack in lanes:
        parts += _lane(name, stack, scale, top)
        top += ROW * len(stack.rows) + 14
    return "\n".join([*parts, "</svg>"])


class _Scale:
    """Days as places on the picture."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        days = sorted(day for mark in marks for day in (mark.first, mark.last) if day is not None)
        middle = days[len(days) // 4 : len(days) - len(days) // 4] or days
        reach = max(45, 2 * (middle[-1] - middle[0]))
        near = [day for day in days if middle[0] - reach <= day <= middle[-1] + reach]
        self.first, self.last = near[0], max(near[-1], near[0] + 6)
        self.early = days[0] < self.first
        self._start = LEFT + (GUTTER if self.early else 0)
        self._unit = (WIDTH - RIGHT - self._start - 24) / (self.last - self.first + 1)

    def x(self, day: int) -> float:
        """The left edge of a day; in the gutter for one that is far earlier."""
        if day < self.first:
            return LEFT + 8.0
        return self._start + (min(day, self.last + 1) - self.first) * self._unit

    @property
    def unit(self) -> float:
        """The width of a day."""
        return self._unit

    @property
    def start(self) -> float:
        """Where the first day begins."""
        return float(self._start)

    @staticmethod
    def iso(day: int) -> str:
        """An ordinal as an ISO date."""
        return date.fromordinal(day).isoformat()

    def ticks(self) -> Iterator[tuple[int, str]]:
        """Days to name below the scale: days, Mondays, months or years, as many as have room."""
        span = self.last - self.first
        day = date.fromordinal(self.first)
        if span <= 16:
            yield from ((self.first + n, _short(day + timedelta(days=n))) for n in range(span + 1))
        elif span <= 120:
            monday = self.first + (7 - day.weekday()) % 7
            yield from ((n, _short(date.fromordinal(n))) for n in range(monday, self.last + 1, 7))
        elif span <= 1100:
            yield from (
                (n, f"{_MONTHS[date.fromordinal(n).month - 1]} {date.fromordinal(n).year}") for n in self._months()
            )
        else:
            years = range(day.year + 1, date.fromordinal(self.last).year + 1)
            step = max(1, len(years) // 12)
            yield from ((date(year, 1, 1).toordinal(), str(year)) for year in years[::step])

    def _months(self) -> Iterator[int]:
        found = [n for n in range(self.first, self.last + 1) if date.fromordinal(n).day == 1]
        return iter(found[:: max(1, len(found) // 12)])


@dataclass(frozen=True, slots=True)
class _Stack:
    """The rows of a lane, and how many marks had no room."""

    rows: tuple[tuple[Mark, ...], ...]
    more: int


def _stacked(marks: Sequence[Mark], scale: _Scale) -> _Stack:
    rows: list[list[Mark]] = []
    ends: list[float] = []
    more = 0
    for mark in sorted(marks, key=lambda m: (m.day, m.last or 0, m.label)):
        at, end = scale.x(mark.day), _end(mark, scale)
        begin = at - _room(mark) if _flipped(mark, scale) else at - (30 if mark.first is None else 0)
        free = next((n for n, taken in enumerate(ends) if taken <= begin - 4), None)
        if free is None and len(rows) < ROWS:
            rows.append([])
            ends.append(0.0)
            free = len(rows) - 1
        if free is None:
            more += 1
            continue
        rows[free].append(mark)
        ends[free] = end
    return _Stack(tuple(map(tuple, rows)), more)


def _room(mark: Mark) -> float:
    return GLYPH * len(shortened(mark.label, LABEL)) + 14


def _end(mark: Mark, scale: _Scale) -> float:
    """Where a mark with its label ends."""
    at = scale.x(mark.day)
    bar = scale.x(mark.last + 1) if mark.first is not None and mark.last is not None and mark.last > mark.first else at
    return bar if _flipped(mark, scale) else max(bar, at) + _room(mark) + 6


def _flipped(mark: Mark, scale: _Scale) -> bool:
    """Whether the label stands before the mark, because there is no room behind it."""
    return scale.x(mark.last or mark.day) + _room(mark) > WIDTH - RIGHT and scale.x(mark.day) - _room(mark) > LEFT


def _axis(scale: _Scale, height: float) -> Iterator[str]:
    yield f'<line x1="{LEFT}" y1="{HEAD - 8}" x2="{WIDTH - RIGHT}" y2="{HEAD - 8}" stroke="{_LINE}"/>'
    if scale.early:
        yield f'<text x="{LEFT + 4}" y="{HEAD - 14}" fill="{_QUIET}">earlier</text>'
        yield (
            f'<line x1="{scale.start - 8:.1f}" y1="{HEAD - 14}" x2="{scale.start - 8:.1f}" y2="{height - 6}" '
            f'stroke="{_LINE}" stroke-dasharray="2 3"/>'
        )
    for day, name in scale.ticks():
        x = scale.x(day)
        yield f'<line x1="{x:.1f}" y1="{HEAD - 12}" x2="{x:.1f}" y2="{height - 6}" stroke="{_LINE}"/>'
        yield f'<text x="{x + 2:.1f}" y="{HEAD - 14}" fill="{_QUIET}">{escape(name)}</text>'


def _lane(name: str, stack: _Stack, scale: _Scale, top: float) -> Iterator[str]:
    yield f'<g><text x="8" y="{top + 12:.1f}" font-weight="600" fill="{_TONES[name]}">{_LANES[name]}</text>'
    if stack.more:
        yield f'<text x="8" y="{top + 26:.1f}" fill="{_QUIET}">and {stack.more} more</text>'
    for number, row in enumerate(stack.rows):
        for mark in row:
            yield from _mark(mark, scale, top + ROW * number + 8)
    bottom = top + ROW * len(stack.rows) + 6
    yield f'<line x1="8" y1="{bottom:.1f}" x2="{WIDTH - RIGHT}" y2="{bottom:.1f}" stroke="{_LINE}"/></g>'


def _mark(mark: Mark, scale: _Scale, y: float) -> Iterator[str]:
    tone = _TONES[mark.lane]
    fill = tone if mark.firm else _PAPER
    dash = "" if mark.firm else ' stroke-dasharray="3 2"'
    x, end = scale.x(mark.day), scale.x((mark.last or mark.day) + 1)
    yield f'<a href="{escape(mark.href)}"><title>{escape(mark.title)}</title>'
    if mark.first is None:
        yield f'<path d="M{x - 26:.1f} {y:.1f}h20" stroke="{tone}" stroke-dasharray="2 3"/>'
    if mark.first is not None and (mark.last is None or mark.last > mark.first):
        reach = end if mark.last is not None else min(x + 40, WIDTH - RIGHT)
        yield (
            f'<rect x="{x:.1f}" y="{y - 4:.1f}" width="{max(6.0, reach - x):.1f}" height="8" rx="2" fill="{fill}" '
            f'stroke="{tone}"{dash} fill-opacity="{0.75 if mark.last is not None else 0.35}"/>'
        )
        after = reach
    else:
        centre = x + min(scale.unit, 12) / 2
        yield f'<circle cx="{centre:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="{tone}" stroke-width="1.5"{dash}/>'
        after = centre + 4
    if mark.denied:
        yield f'<path d="M{x - 3:.1f} {y - 5:.1f}l12 10m0 -10l-12 10" stroke="{_INK}" stroke-width="1.2"/>'
    label = escape(shortened(mark.label, LABEL))
    if _flipped(mark, scale):
        yield f'<text x="{x - 6:.1f}" y="{y + 4:.1f}" text-anchor="end" fill="{_INK}">{label}</text></a>'
    elif after + _room(mark) > WIDTH:  # a bar almost across the picture leaves room on neither side
        yield (
            f'<text x="{WIDTH - RIGHT}" y="{y + 4:.1f}" text-anchor="end" fill="{_INK}" stroke="{_PAPER}" '
            f'stroke-width="3" paint-order="stroke">{label}</text></a>'
        )
    else:
        yield f'<text x="{after + 4:.1f}" y="{y + 4:.1f}" fill="{_INK}">{label}</text></a>'


def _of_routes(routes: Sequence[Episode], on: str | None, link: Callable[[object], str]) -> Iterator[Mark]:
    """Each episode from its beginning to the last day on which it was told."""
    for one in routes:
        begun = one.since_to or one.since_from or one.first
        if begun is None:
            continue
        last = max(filter(None, (one.last, begun)))
        who = one.side or "reports"
        days = f", {one.days_least} days at least" if one.days_least is not None and on else ""
        yield Mark(
            lane="access", first=_day(begun), last=_day(last), label=f"{one.route} {one.state} ({who})",
            title=f"{one.route}: {one.state}, {one.word or 'on the reports’ own word'}"
            f"{', contested' if one.contested else ''}{days}",
            firm=one.status == "asserted" and not one.contested, denied=one.status == "denied", href=link(one),
        )  # fmt: skip


def _of_contacts(contacts: Sequence[Meeting], link: Callable[[object], str]) -> Iterator[Mark]:
    for one in contacts:
        if one.first is None and one.last is None:
            continue
        first, last = (_day(one.first), _day(one.last)) if one.dated else (None, _day(one.last))
        yield Mark(
            lane="contact", first=first, last=last, label=f"{one.kind}: {', '.join(one.sides) or 'parties not told'}",
            title=f"{one.first or '?'} {one.kind} {one.state}: {', '.join(one.parties)}",
            firm=one.state == "held", denied=one.state == "cancelled", href=link(one),
        )  # fmt: skip


def _of_records(dated: Sequence[Dated], link: Callable[[object], str]) -> Iterator[Mark]:
    """Records with a calendar date that have no lane of their own."""
    for one in dated:
        if (one.first is None and one.last is None) or one.kind == "agreement":
            continue
        yield Mark(
            lane=one.kind, first=_day(one.first), last=_day(one.last), label=one.what or one.words,
            title=f"{one.when or one.first or one.last}: {one.what}: {one.words} {one.word}".strip(),
            firm=one.status == "asserted", denied=one.status == "denied" or one.negated, href=link(one),
        )  # fmt: skip


def _of_pacts(pacts: Sequence[AgreementRow], link: Callable[[object], str]) -> Iterator[Mark]:
    for one in pacts:
        if one.date is not None:
            yield Mark(
                lane="agreement", first=_day(one.date), last=_day(one.date, end=True), label=one.name,
                title=f"{one.date}: {one.name}", firm=True, denied=False, href=link(one),
            )  # fmt: skip


def _short(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _day(iso: str | None, *, end: bool = False) -> int | None:
    """An ISO date as an ordinal; of a month or a year alone the first day, or with `end` the last."""
    if iso is None:
        return None
    year, month, day = (int(part) for part in (*iso.split("-"), "0", "0")[:3])
    if day:
        return date(year, month, day).toordinal()
    first = date(year, month or 1, 1)
    after = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return after.toordinal() - 1 if end else first.toordinal()
