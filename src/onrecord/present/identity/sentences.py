"""Sentences of a text by its punctuation alone: enough to tell what a copy repeats, without a parser."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model import Span

_END = re.compile(r"\s(?:(?:(?<=[.!?][\"”’)]\s)|(?<=[a-z0-9)%\"”’][.!?]\s))\s*(?=[\"“‘(A-Z])|(?<=\n)\n*)")
"""White space behind a full stop and before a capital, or the end of a line; it begins with what is searched for."""
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Gov|Sen|Rep|Rev|Hon|St|Mt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec)\.$"
)
"""Short forms before a name or a number, whose stop ends no sentence."""


_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ’' /-]*[A-ZÀ-Þ](?:, [A-Z][^—–\n]{0,30}?)??"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?)?"
    r"(?: ?\([^()\n]{2,30}\))? ?(?:—|–|--| - ) ?(?=[A-ZÀ-Þ“\"])"
)
"""Where and when a report was filed, before its first sentence: "TARN, 4 May (Agency) — "."""


def _dateline(text: str) -> int:
    """Where the first sentence begins, behind a dateline."""
    found = _DATELINE.match(text)
    return 0 if found is None else found.end()


@lru_cache(20_000)
def bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence that holds anything."""
    made, start = [], _dateline(text)
    for found in _END.finditer(text):
        if _SHORT.search(text, max(0, found.start() - 8), found.start()) and "\n" not in found.group():
            continue
        if text[start : found.start()].strip():
            made.append((start, found.start()))
        start = found.end()
    if text[start:].strip():
        made.append((start, len(text)))
    return tuple(made)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, in order."""
    for start, end in bounds(text):
        yield text[start:end]


def sentence_at(text: str, span: Span) -> str:
    """The words of the sentences that a span reaches into."""
    found = [(start, end) for start, end in bounds(text) if start < span.end and span.start < end]
    return text[found[0][0] : found[-1][1]] if found else ""
