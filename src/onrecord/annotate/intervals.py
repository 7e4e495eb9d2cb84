"""Spans that do not overlap, asked for by place."""

from bisect import bisect_right
from collections.abc import Callable, Iterable

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from onrecord.annotate.layers import Entity


def tokens_between(doc: Doc, start: int, end: int) -> Tokens:
    """The tokens of `doc` that touch the characters `start`–`end`, by binary search (a span of them)."""
    first, last = _token_at(doc, start), _token_at(doc, max(end - 1, start))
    return Tokens(doc, first, min(last + 1, len(doc)))


def _token_at(doc: Doc, offset: int) -> int:
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= offset:
            low = middle
        else:
            high = middle - 1
    return low


class Intervals:
    """Entities that do not overlap, found by binary search."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = sorted(entities, key=lambda e: (e.start, -e.end))
        self._starts = [e.start for e in self._entities]

    def around(self, start: int, end: int) -> Entity | None:
        """The entity that holds all of `start`–`end`."""
        entity = self.at(start)
        return entity if entity is not None and end <= entity.end else None

    def at(self, offset: int) -> Entity | None:
        """The entity that holds the character at `offset`."""
        spot = bisect_right(self._starts, offset) - 1
        if spot < 0 or self._entities[spot].end <= offset:
            return None
        return self._entities[spot]

    def sweep(self, start: int, end: int) -> Callable[[int], Entity | None]:
        """As `at`, for offsets of `start`–`end` that are asked for in ascending order."""
        ahead = iter(self.within(start, end))
        current = next(ahead, None)

        def at(offset: int) -> Entity | None:
            nonlocal current
            while current is not None and current.end <= offset:
                current = next(ahead, None)
            return current if current is not None and current.start <= offset else None

        return at

    def within(self, start: int, end: int) -> list[Entity]:
        """The entities that overlap `start`–`end`, in text order."""
        spot = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while spot < len(self._entities) and self._starts[spot] < end:
            if self._entities[spot].end > start:
                found.append(self._entities[spot])
            spot += 1
        return found


def layered(length: int, *ranked: Iterable[Entity]) -> tuple[Entity, ...]:
    """One layer out of several over `length` characters: where two overlap, the one of the earlier layer stays."""
    taken = bytearray(length)
    kept = []
    for entities in ranked:
        for entity in entities:
            if not any(taken[entity.start : entity.end]):
                kept.append(entity)
                taken[entity.start : entity.end] = b"\x01" * (entity.end - entity.start)
    return tuple(sorted(kept, key=lambda e: e.start))
