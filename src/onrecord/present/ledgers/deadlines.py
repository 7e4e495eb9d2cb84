"""By when something is asked or promised, by a day in its own words or one told right before ("on that day")."""

import re
from datetime import date, timedelta

from onrecord.model import Mention, Report, Span
from onrecord.present.acts import Act
from onrecord.present.basis import Basis
from onrecord.present.mentioned import mentioned

_DUE = re.compile(
    r"\b(?:by|before|within|until|till|no later than|not later than|at the latest|not after|from|starting|on)"
    r" (?:the (?:end|close) of |the |midnight on |noon on |next |this )?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|inside of?|(?:with)?in the (?:next|coming)) (?:the next |a further )?$", re.IGNORECASE
)
_SPAN = re.compile(r"P(?:(?P<days>\d+)D|(?P<weeks>\d+)W|T(?P<hours>\d+)H)")
"""A time that is counted from the day on which it is told: "within ten days"; how long it is."""
_THEN = re.compile(
    r"\b(?:before|by|until|till) then\b|\b(?:on|by|before) (?:that|the same|the said) (?:day|date|deadline)\b",
    re.IGNORECASE,
)
"""What stands for a day told before."""


def deadline(act: Act, report: Report, made: Basis) -> str | None:
    """The ISO day with its words, where the last words of what is asked name one; null where they do not."""
    if act.event not in ("REQUEST", "AGREE", "CONCEDE"):
        return None
    inside = [m for m in mentioned(report) if m.time is not None and m.span in act.words]
    for one in sorted(inside, key=lambda m: m.span, reverse=True):
        day = _day(one)
        ahead = day is not None and day >= (report.document.published or day)
        if ahead and is_due(one.span, act.words):
            return f"{day} (“{one.span.text}”)"
        last = _counted(one, act.words, report.document.published)
        if last is not None:
            return f"{last} (“{one.span.text}”)"
    then = _THEN.search(act.words.text)
    before = None if then is None else _told_before(act.words, then.start(), report, made)
    return None if then is None or before is None else f"{before} (“{then.group()}”)"


def _counted(one: Mention, words: Span, told: str | None) -> str | None:
    """The last day of a time counted from the day of the report: "within ten days"; null for other times."""
    length = None if one.time is None else _SPAN.fullmatch(one.time.value or "")
    if length is None or told is None or not _WITHIN.search(words.text[: one.span.start - words.start]):
        return None
    days = int(length["days"] or 0) + 7 * int(length["weeks"] or 0) + -(-int(length["hours"] or 0) // 24)
    return (date.fromisoformat(told) + timedelta(days=days)).isoformat()


def is_due(time: Span, words: Span) -> bool:
    """Whether a time in some words is told as the one by which, or from which, they are to come true."""
    return _DUE.search(words.text[: time.start - words.start]) is not None


def _told_before(words: Span, at: int, report: Report, made: Basis) -> str | None:
    """The last day told before some words, in their sentence or the one before."""
    passages = made.passages(report)
    number = passages.number(words.start)
    if number is None:
        return None
    first = passages.sentences[max(0, number - 1)].start
    days = [m for m in mentioned(report) if m.time is not None and first <= m.span.start < words.start + at and _day(m)]
    return _day(max(days, key=lambda m: m.span)) if days else None


def _day(one: Mention) -> str | None:
    """The day that a time ends on; null where the text leaves it open."""
    if one.time is None:
        return None
    return one.time.end if one.time.start is not None else None
