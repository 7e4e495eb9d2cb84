"""One statement cut into the points it makes, by its own words: lists on an agenda, causes, further clauses."""

import re

from onrecord.model import Span

AGENDA = re.compile(
    r"\b(?:discuss(?:ed|ing|ion of)?|exchang(?:ed|ing) (?:ideas|views|opinions)(?: on| about| regarding)?|talked about|"
    r"touch(?:ed|ing) (?:up)?on|review(?:ed|ing)|address(?:ed|ing)|spoke (?:about|of)|focus(?:ed|ing) on|covered|"
    r"considered|conferred on|dealt with|agenda (?:was|were|included))\s+"
    r"(?:(?:the |a (?:range|number) of )?(?:issues?|matters?|questions?|topics?)"
    r"(?: of| related to| concerning|, including)?\s+)?",
    re.IGNORECASE,
)
"""Words that open a list of what was on the table."""
_CAUSE = re.compile(
    r",?\s*\b(?:(?:resulting|stemming|arising) from|(?:that|which) (?:has|have|had) been caused (?:by|due to)|"
    r"caused by|due to|because of|as a result of|owing to|brought about by)\s+",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\bMr|\bDr|\bSt|\bLt)(?<!\bMrs|\bGen|\bSen|\bCol)[.;!?][”’\"']?\s+(?=[A-Z“‘\"'])|"
    r",?\s+and\s+(?=(?:that|the two|the sides|both|he|she|they|it)\b)|"
    r",?\s+(?:and|while)\s+(?=(?:\w+ly\s+)?\w{3,}ed\s+(?:the|a|an|that|its|his|her|their|for|on|with|to|any|all|what|(?-i:[A-Z])\w*)\b))",
    re.IGNORECASE,
)
_TRIM = " \n\t“”\"'‘’.,;:—–-"


def opens_agenda(cue: Span) -> bool:
    """Whether words that report a statement say that what follows was on the table."""
    return AGENDA.search(f"{cue.text} ") is not None


def pieces(span: Span, *, listed: bool = False) -> tuple[Span, ...]:
    """The points of one stretch of words, in text order; the stretch itself, trimmed, where it makes one only.

    `listed`: the words before it said that it is a list of what was on the table.
    """
    found: list[Span] = _listed(span) if listed else []
    if listed:
        return tuple(one for one in map(trimmed, found) if one.text)
    for clause in _cut(span, _FURTHER):
        agenda = AGENDA.search(clause.text)
        if agenda is not None:
            found += _listed(_part(clause, agenda.end(), len(clause.text)))
        else:
            found += _cut(clause, _CAUSE)
    return tuple(one for one in map(trimmed, found) if one.text)


def agenda(span: Span) -> tuple[Span, ...]:
    """What a stretch of words names as discussed; empty where it opens no such list."""
    opened = AGENDA.search(span.text)
    return () if opened is None else pieces(span)


def trimmed(span: Span) -> Span:
    """The span without quotation marks, stops, "and" and "that" around it; a quotation within stays closed."""
    text = span.text
    lead = re.match(rf"[{re.escape(_TRIM)}]*(?:(?:and|that)\s+)?[{re.escape(_TRIM)}]*", text)
    start = lead.end() if lead else 0
    body = re.sub(rf"[{re.escape(_TRIM)}]*(?:\s(?:and|that|while))?[{re.escape(_TRIM)}]*$", "", text)
    end = max(start, len(body))
    if text.count("“", start, end) > text.count("”", start, end) and (closed := text.find("”", end)) >= 0:
        end = closed + 1  # a quotation that opens within stays closed
    return _part(span, start, end)


def _listed(span: Span) -> list[Span]:
    """A list "A, B, and C" or "A, B and C" by its items; two things joined by "and" stay one."""
    items = _cut(span, re.compile(r"[,;]\s+(?:and\s+|as well as\s+)?|\s+as well as\s+"))
    if len(items) < 2 or re.search(r"[,;]\s+(?:and|as well as)\s+", span.text):
        return items
    last = _cut(items[-1], re.compile(r"\s+and\s+"))
    return [*items[:-1], *(last if len(last) == 2 else [items[-1]])]


def _cut(span: Span, at: re.Pattern[str]) -> list[Span]:
    parts, start = [], 0
    for found in at.finditer(span.text):
        parts.append(_part(span, start, found.start()))
        start = found.end()
    parts.append(_part(span, start, len(span.text)))
    return [part for part in parts if part.text.strip(_TRIM)]


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.text[start:end])
