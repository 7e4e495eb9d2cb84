"""By when something is asked or promised, by a day in its own words or one told right before ("on that day")."""

import re

from onrecord.model import Mention, Report, Span
from onrecord.present.acts import Act
from onrecord.present.basis import Basis
from onrecord.present.mentioned import mentioned

_DUE = re.compile(
    r"\b(?:by|before|within|until|till|no later than|not later than|at the latest|not after|from|starting|on)"
    r" (?:the (?:end|close) of |the |midnight on |noon on |next |this )?$",
    re.IGNORECASE,
)
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
    then = _THEN.search(act.words.text)
    before = None if then is None else _told_before(act.words, then.start(), report, made)
    return None if then is None or before is None else f"{before} (“{then.group()}”)"


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
