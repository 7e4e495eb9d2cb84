"""Time expressions on the calendar."""

import functools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotate.layers import Layers, TimeExpression
from onrecord.link.times_bounds import bounded
from onrecord.link.times_calendar import count_of, moved
from onrecord.link.times_form import NO_DATE, OUT_OF_RANGE, Narrative, Resolved, Unresolved
from onrecord.link.times_nth import begun, nth
from onrecord.link.times_resolve import resolve
from onrecord.model import Span, Time
from onrecord.model.vocabulary import TimeBasis


class TimeLinker:
    """Resolves the time expressions of one document against its publication date and its narrative."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        published = layers.document.published
        self._published = date.fromisoformat(published[:10]) if published else None

    @functools.cached_property
    def _times(self) -> tuple[Time, ...]:
        return tuple(self._resolved())

    def time(self, span: Span) -> Time | None:
        """The time that the words of `span` tell (the first expression in it); None where none does."""
        index = self._first_in(span)
        return None if index is None else self._times[index]

    def _first_in(self, span: Span) -> int | None:
        """The number of the first expression that shares a character with `span`; expressions do not overlap."""
        expressions = self._layers.times
        index = bisect_right(expressions, span.start, key=lambda e: e.end)
        return index if index < len(expressions) and expressions[index].start < span.end else None

    def mentions(self) -> Iterator[Time]:
        """Every time expression of the text, in text order."""
        yield from self._times

    def since(self, span: Span, said_on: date | None = None) -> Time | None:
        """When that began which has lasted since, or for, the time that `span` tells; None where it tells none.

        A duration is counted back from `said_on`, the day it was said on, else from the publication date: `start`
        and `end` are then the first and the last possible day of the beginning, null where it is open. So "for
        more than 30 days" has an `end` 30 days back and no `start`; without any day it stays unresolved.
        """
        if (counted := nth(span.text)) is not None:
            return self._nth(span, *counted, said_on or self._published, told=said_on is not None)
        index = self._first_in(span)
        if index is None:
            return None
        expression, time = self._layers.times[index], self._times[index]
        if expression.type != "DURATION" or not expression.form.startswith("dur "):
            return time
        anchor = said_on or self._published
        if anchor is None:
            return Time(mention=time.mention, type=time.type, value=time.value, reason=NO_DATE)
        try:
            start, end = _beginning(expression.form, anchor)
        except (ValueError, OverflowError):
            return Time(mention=time.mention, type=time.type, value=time.value, reason=OUT_OF_RANGE)
        if start is None and end is None:
            return Time(
                mention=time.mention, type=time.type, value=time.value, reason="how long is not told in days or more"
            )
        return Time(
            mention=time.mention,
            type=time.type,
            value=time.value,
            start=start.isoformat() if start else None,
            end=end.isoformat() if end else None,
            basis="document" if said_on else "publication date",
        )

    def _nth(self, span: Span, count: int, unit: str, day: date | None, *, told: bool) -> Time:
        """Since when that is which is in its `count`th day, week or month on `day`."""
        value = f"P{count}{unit}"
        if day is None:
            return Time(mention=span, type="DURATION", value=value, reason=NO_DATE)
        try:
            start, end = begun(count, unit, day)
        except (ValueError, OverflowError):
            return Time(mention=span, type="DURATION", value=value, reason=OUT_OF_RANGE)
        basis: TimeBasis = "document" if told else "publication date"
        return Time(
            mention=span, type="DURATION", value=value, start=start.isoformat(), end=end.isoformat(), basis=basis
        )

    def _resolved(self) -> Iterator[Time]:
        narrative = Narrative()
        for expression in self._layers.times:
            mention = self._layers.span(expression.start, expression.end)
            try:
                found = resolve(expression.form, expression.tense, self._published, narrative)
            except Unresolved as unresolved:
                yield Time(mention=mention, type=expression.type, value=unresolved.value, reason=unresolved.reason)
                continue
            if expression.form != "yearago":  # a comparison leaves the narrative where it is
                narrative = _told(narrative, expression, found)
            yield _time(mention, expression, found)


def _time(mention: Span, expression: TimeExpression, found: Resolved) -> Time:
    return Time(
        mention=mention,
        type=expression.type,
        value=found.value,
        start=found.start.isoformat() if found.start else None,
        end=found.end.isoformat() if found.end else None,
        basis=found.basis,
    )


_TELLING = frozenset({"DATE", "TIME"})
_COUNTED = ("ago ", "hence ", "shift ")
_SEASONS = ("-WI", "-SP", "-SU", "-FA")


def _told(narrative: Narrative, expression: TimeExpression, found: Resolved) -> Narrative:
    """The narrative after `found` has been told."""
    value = found.value or ""
    if " mod=" in expression.form and expression.form.startswith(_COUNTED):
        return narrative  # "more than a week ago" tells no day that another could follow
    if expression.type not in _TELLING or found.start is None or not value[:4].isdigit():
        return narrative
    if value[4:6] == "-Q":
        return replace(narrative, quarter=(found.start.year, int(value[6])), year=found.start.year)
    if len(value) >= 10:
        return replace(narrative, day=found.start, month=found.start, year=found.start.year)
    if len(value) == 7 and value[5:].isdigit():
        return replace(narrative, month=found.start, year=found.start.year)
    if len(value) == 4 or value[4:] in _SEASONS:
        return replace(narrative, year=found.start.year)
    return narrative


def _beginning(form: str, anchor: date) -> tuple[date | None, date | None]:
    """First and last possible day of what has lasted for the duration `form` on the day `anchor`."""
    details = dict(word.split("=", 1) for word in form.split(" ")[1:])
    unit, mod = details.get("u", ""), details.get("mod", "")
    count = count_of(details.get("n", "X"))
    if unit in ("", "S", "MIN", "H"):
        return None, None
    if count is None:
        return None, moved(anchor, unit, -2)
    if mod:
        start, end = bounded(anchor, unit, count, -1, mod)
        return start, None if mod == "less" else end
    return moved(anchor, unit, -count - 1) + timedelta(days=1), moved(anchor, unit, -count)
