"""Spans: the characters of a document that a record points at."""

from collections.abc import Iterable
from typing import Self

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters `start` to `end` (Unicode code points, end exclusive) of a document's canonical text.

    `text[start:end] == span.text` holds for every span of every record.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` from `start` to `end`; raises ValueError where these are not inside it."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}–{end} lies outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """Number of characters that both spans share."""
        start = self.start if self.start > other.start else other.start
        end = self.end if self.end < other.end else other.end
        return end - start if end > start else 0

    def grounded_in(self, text: str) -> bool:
        """Whether this span says what stands at its place in `text`."""
        return 0 <= self.start <= self.end <= len(text) and text[self.start : self.end] == self.text


def hull(text: str, spans: Iterable[Span]) -> Span:
    """The shortest span of `text` that covers all `spans` (at least one)."""
    parts = tuple(spans)
    return Span.of(text, min(s.start for s in parts), max(s.end for s in parts))
