"""Text and overlapping spans to properly nested pieces, by boundary events.

Statements become wrappers that open and close; all other spans only cut the text into leaves, each of which knows
the records that stand on it. A wrapper that would cross another is closed and opened again, so that split,
nested and overlapping spans all give well-formed markup.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Wrap:
    """A span that wraps its words: characters `start` to `end` (end exclusive) of record `record`.

    Of two wrappers around the same words the one of smaller `depth` is the outer one.
    """

    start: int
    end: int
    record: str
    depth: int = 0


BEHIND = 5


@dataclass(frozen=True, slots=True)
class Touch:
    """A span that marks its words: `style` names how (empty: it only cuts), a lower `rank` is the more telling.

    Ranks below `BEHIND` come before the wrappers around the same words, the others after them.
    """

    start: int
    end: int
    record: str
    style: str
    rank: int


@dataclass(frozen=True, slots=True)
class Open:
    """A wrapper opens; `first` is False where it goes on after a cut."""

    wrap: Wrap
    first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost wrapper closes."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Characters between two boundaries; `records` that stand on them, the most telling first."""

    start: int
    end: int
    text: str
    styles: tuple[str, ...]
    records: tuple[str, ...]


type Piece = Open | Close | Leaf


def weave(text: str, start: int, end: int, wraps: Iterable[Wrap], touches: Iterable[Touch]) -> Iterator[Piece]:
    """The pieces of `text[start:end]`, in order; their leaves together are exactly these characters."""
    inside = [wrap for wrap in wraps if wrap.start < end and start < wrap.end and wrap.start < wrap.end]
    marks = [touch for touch in touches if touch.start < end and start < touch.end and touch.start < touch.end]
    cuts = sorted(_cuts(start, end, [*inside, *marks]))
    stack: list[Wrap] = []
    opened: set[Wrap] = set()
    for here, there in pairwise(cuts):
        due = [wrap for wrap in inside if wrap.start <= here < wrap.end]
        keep = _common(stack, due)
        yield from (Close() for _ in stack[keep:])
        fresh = [wrap for wrap in _outermost_first(due) if wrap not in stack[:keep]]
        for wrap in fresh:
            yield Open(wrap, wrap not in opened and wrap.start >= start)
            opened.add(wrap)
        stack = [*stack[:keep], *fresh]
        yield _leaf(text, here, there, stack, marks)
    yield from (Close() for _ in stack)


def _cuts(start: int, end: int, spans: Iterable[Wrap | Touch]) -> set[int]:
    places = {place for span in spans for place in (span.start, span.end)}
    return {start, end, *(place for place in places if start < place < end)}


def _outermost_first(wraps: list[Wrap]) -> list[Wrap]:
    return sorted(wraps, key=lambda wrap: (wrap.start, -wrap.end, wrap.depth))


def _common(stack: list[Wrap], due: list[Wrap]) -> int:
    """How many wrappers from the outside can stay open."""
    wanted = set(due)
    return next((place for place, wrap in enumerate(stack) if wrap not in wanted), len(stack))


def _leaf(text: str, here: int, there: int, stack: list[Wrap], marks: list[Touch]) -> Leaf:
    on = [touch for touch in marks if touch.start <= here and there <= touch.end]
    ranked = sorted(on, key=lambda touch: (touch.rank, touch.end - touch.start, touch.record))
    records = [
        *(touch.record for touch in ranked if touch.rank < BEHIND),
        *(wrap.record for wrap in reversed(stack)),
        *(touch.record for touch in ranked if touch.rank >= BEHIND),
    ]
    styles = sorted({touch.style for touch in on if touch.style})
    return Leaf(here, there, text[here:there], tuple(styles), tuple(dict.fromkeys(records)))
