"""Spans that do not overlap, asked for by place."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from onrecord.annotate.layers import Entity


class Intervals:
    """Entities that do not overlap, found by binary search."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = sorted(entities, key=lambda e: (e.start, -e.end))
        self._starts = [e.start for e in self._entities]
        self.by_offset: Mapping[int, Entity | None] = _ByOffset(self)
        """What `at` finds, kept: for those who ask for the same characters again and again."""

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

    def within(self, start: int, end: int) -> list[Entity]:
        """The entities that overlap `start`–`end`, in text order."""
        spot = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while spot < len(self._entities) and self._starts[spot] < end:
            if self._entities[spot].end > start:
                found.append(self._entities[spot])
            spot += 1
        return found


class _ByOffset(dict[int, Entity | None]):
    """Entities by the characters that they hold, each looked for when first asked for."""

    def __init__(self, intervals: Intervals) -> None:
        super().__init__()
        self._intervals = intervals

    def __missing__(self, offset: int) -> Entity | None:
        found = self[offset] = self._intervals.at(offset)
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
