"""Sentences of a text by its punctuation alone: enough to tell what a copy repeats, without a parser."""

import re
from collections.abc import Iterator

from onrecord.model import Span

_END = re.compile(r"(?<=[.!?][\"”’)])\s+(?=[\"“‘(A-Z])|(?<=[a-z0-9)][.!?])\s+(?=[\"“‘(A-Z])|\n+")


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence that holds anything."""
    start = 0
    for found in _END.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, in order."""
    for start, end in bounds(text):
        yield text[start:end]


def sentence_at(text: str, span: Span) -> str:
    """The words of the sentences that a span reaches into."""
    found = [(start, end) for start, end in bounds(text) if start < span.end and span.start < end]
    return text[found[0][0] : found[-1][1]] if found else ""
