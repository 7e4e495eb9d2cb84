"""One demand of several: "called on X to open the road and on Y to free the men", "an apology, … and …"."""

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
_NOUNS = re.compile(r"(?:an?|the|its|his|her|their|full|immediate|safe|free) (?:[\w’'-]+ ?){1,8}$", re.IGNORECASE)
_MORE = re.compile(
    r", (?P<one>(?:an?|the|its|his|her|their|full|immediate|safe|free) [^,.;:“”\"]{4,80}),? "
    r"and (?P<two>(?!\w+ed\b)[^,.;:“”\"]{4,120}?)(?=[.;:”\"]|, (?:the|who|which|he|she|it|[A-ZÀ-Þ])|$)"
)
"""Behind the first of several things that one demand is of, named by nouns: ", the release of the crew and access"."""
_FINITE = re.compile(
    r"\b(?:said|says|told|was|were|is|are|has|have|had|will|would|accused|called|demanded|rejected|refused|urged|added|"
    r"warned|asked|announced)\b"
)


def parted(act: Act, report: Report) -> Iterator[Act]:
    """The act, or its parts where its words ask two addressees for two things; deadlines stay with both."""
    if act.event == "AGREE" and (also := _ALSO.search(act.words.text)) is not None:
        first, second = _part(act.words, 0, also.start()), _part(act.words, also.end())
        yield replace(act, words=first, spans=tuple(first if span == act.words else span for span in act.spans))
        yield replace(act, words=second, spans=(second, *act.spans[1:]))
        return
    if act.event == "REQUEST" and (items := _listed(act, report)):
        yield from (replace(act, words=one, spans=(one, *act.spans[1:])) for one in items)
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


def _listed(act: Act, report: Report) -> tuple[Span, ...]:
    """The things that a demand names in a row of nouns, the first of which are its words; empty where it names one."""
    text = report.document.text or ""
    rest = _MORE.match(text, act.words.end)
    if rest is None or not _NOUNS.fullmatch(act.words.text) or _FINITE.search(rest.group()):
        return ()
    return (act.words, *(Span(*rest.span(group), rest[group]) for group in ("one", "two")))


def _part(words: Span, start: int, end: int | None = None) -> Span:
    text = words.text[start:end]
    return Span(words.start + start, words.start + start + len(text), text)


def _opening(report: Report, words: Span) -> Actor | None:
    """The actor whose name opens the words."""
    near = (m.actor for m in mentioned(report) if m.actor is not None and 0 <= m.span.start - words.start <= 4)
    return next(near, None)
