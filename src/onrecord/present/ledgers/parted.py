"""One demand of two: "called on Ardenia to reopen the road and on Karsunia to free the drivers"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.model import Actor, Report, Span
from onrecord.present.acts import Act
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import voice

_SECOND = re.compile(
    r",? (?:and|while) (?:called |calls |calling )?(?:on|upon|asked|urged|told)? ?(?=[A-ZÀ-Þ][\w’' -]+? to \w)"
)
_ALSO = re.compile(r",? and (?:also )?to (?=[a-z]+ \w)")
"""Two things that one promise is of: "promised to look into it and to let a doctor in"."""


def parted(act: Act, report: Report) -> Iterator[Act]:
    """The act, or its parts where its words ask two addressees for two things; deadlines stay with both."""
    if act.event == "AGREE" and (also := _ALSO.search(act.words.text)) is not None:
        first, second = _part(act.words, 0, also.start()), _part(act.words, also.end())
        yield replace(act, words=first, spans=tuple(first if span == act.words else span for span in act.spans))
        yield replace(act, words=second, spans=(second, *act.spans[1:]))
        return
    cut = _SECOND.search(act.words.text) if act.event == "REQUEST" else None
    rest = None if cut is None else _part(act.words, cut.end())
    other = None if rest is None else _opening(report, rest)
    if cut is None or rest is None or other is None:
        yield act
        return
    asked = re.search(r" to (?=\w)", rest.text)
    first, second = _part(act.words, 0, cut.start()), _part(rest, asked.end() if asked else 0)
    yield replace(act, words=first, spans=tuple(first if span == act.words else span for span in act.spans))
    yield replace(act, words=second, to=(voice(other),), spans=(second, *act.spans[1:]))


def _part(words: Span, start: int, end: int | None = None) -> Span:
    text = words.text[start:end]
    return Span(words.start + start, words.start + start + len(text), text)


def _opening(report: Report, words: Span) -> Actor | None:
    """The actor whose name opens the words."""
    near = (m.actor for m in mentioned(report) if m.actor is not None and 0 <= m.span.start - words.start <= 4)
    return next(near, None)
