"""Text and overlapping spans to properly nested pieces, by boundary events.

Statements become wrappers that open and close; all other spans only cut the text into leaves, each of which knows
the records that stand on it. A wrapper that would cross another is closed and opened again, so that split,
nested and overlapping spans all give well-formed markup.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
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
MOST = 16
"""Records that a leaf names at most: nobody asks for more of the same words."""


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
    """The pieces of `text[start:end]`, in order; their leaves together are exactly these characters.

    Takes time in the number of boundaries times how many spans lie over one another, not times how many there are.
    """
    inside = [wrap for wrap in wraps if wrap.start < end and start < wrap.end and wrap.start < wrap.end]
    marks = [touch for touch in touches if touch.start < end and start < touch.end and touch.start < touch.end]
    wrapping = _Sweep(inside, lambda wrap: (wrap.start, -wrap.end, wrap.depth))
    marking = _Sweep(marks, lambda touch: (touch.rank, touch.end - touch.start, touch.start))
    stack: list[Wrap] = []
    opened: set[int] = set()
    for here, there in pairwise(sorted(_cuts(start, end, [*inside, *marks]))):
        due = wrapping.over(here)
        keep = _common(stack, due)
        yield from (Close() for _ in stack[keep:])
        for wrap in due[keep:]:
            yield Open(wrap, id(wrap) not in opened and wrap.start >= start)
            opened.add(id(wrap))
        stack = due
        yield _leaf(text, here, there, stack, marking.over(here))
    yield from (Close() for _ in stack)


class _Sweep[S: (Wrap, Touch)]:
    """Spans met from left to right: those that lie over a place, in the order of a key, for places that only grow."""

    def __init__(self, spans: Iterable[S], key: Callable[[S], tuple[int, ...]]) -> None:
        self._coming: list[S] = sorted(spans, key=lambda span: -span.start)
        self._key: Callable[[S], tuple[int, ...]] = key
        self._open: list[S] = []

    def over(self, place: int) -> list[S]:
        """The spans that begin at or before `place` and end after it."""
        self._open = [span for span in self._open if span.end > place]
        while self._coming and self._coming[-1].start <= place:
            insort(self._open, self._coming.pop(), key=self._key)
        return self._open


def _cuts(start: int, end: int, spans: Iterable[Wrap | Touch]) -> set[int]:
    places = {place for span in spans for place in (span.start, span.end)}
    return {start, end, *(place for place in places if start < place < end)}


def _common(stack: list[Wrap], due: list[Wrap]) -> int:
    """How many wrappers from the outside can stay open."""
    return next(
        (n for n, (old, new) in enumerate(zip(stack, due, strict=False)) if old is not new), min(len(stack), len(due))
    )


def _leaf(text: str, here: int, there: int, stack: list[Wrap], on: list[Touch]) -> Leaf:
    behind = bisect_left(on, BEHIND, key=lambda touch: touch.rank)
    records = (
        *(touch.record for touch in on[:behind]),
        *(wrap.record for wrap in reversed(stack)),
        *(touch.record for touch in on[behind : behind + MOST]),
    )
    styles = sorted({touch.style for touch in on[:behind] if touch.style})
    return Leaf(here, there, text[here:there], tuple(styles), tuple(dict.fromkeys(records))[:MOST])
