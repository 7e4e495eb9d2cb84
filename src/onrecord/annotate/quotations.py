"""Quotation marks: where text between them starts and ends.

Marks are read line by line with one stack, so that any depth of nesting costs linear time and no recursion.
What a mark does follows from its shape where it has one (“ ”, « », ‘ ’) and from what stands around it where
it has none (" and '), with the state of the stack deciding what both leave open. Apostrophes are told from
single marks by `annotate.quotation_marks`. After the conventions of English news style: a quotation that runs
over several paragraphs is opened again in each and closed only in the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.annotate.layers import Layers, Quotation
from onrecord.annotate.quotation_marks import Mark, marks_in, opens_line

type MarkKind = Literal["double", "single", "guillemet"]


@dataclass(slots=True)
class _Open:
    """A quotation whose opening mark was read; `end` is set when it is closed or given up."""

    mark: Mark
    order: int
    parent: int | None
    end: int | None = None
    inner_end: int | None = None


def quotations(layers: Layers) -> tuple[Quotation, ...]:
    """The quotations of a document in order of their opening mark, outer before inner."""
    found: list[Quotation] = []
    unfinished: int | None = None
    for start, end in _lines(layers):
        line = _read(layers.text, start, end)
        base = len(found)
        for number, quotation in enumerate(line):
            parent = None if quotation.parent is None else quotation.parent + base
            continues = (
                unfinished if number == 0 and _goes_on(layers.text, quotation, found, unfinished, start) else None
            )
            found.append(replace(quotation, parent=parent, continues=continues))
        unfinished = _unfinished(found, base, end)
    return tuple(found)


def _lines(layers: Layers) -> Iterator[tuple[int, int]]:
    """Start and end of each line: paragraphs that the parser had to cut are one again."""
    start, end = -1, -1
    for paragraph in layers.paragraphs:
        if start >= 0 and not layers.text[end : paragraph.start].strip(" \t\u00a0"):
            end = paragraph.end
            continue
        if start >= 0:
            yield start, end
        start, end = paragraph.start, paragraph.end
    if start >= 0:
        yield start, end


def _goes_on(text: str, quotation: Quotation, found: list[Quotation], last: int | None, start: int) -> bool:
    """Whether `quotation` carries on the one that the line before left open."""
    if last is None or quotation.mark != found[last].mark:
        return False
    return opens_line(text, start, quotation.start)


def _unfinished(found: list[Quotation], base: int, end: int) -> int | None:
    """The outermost quotation of this line that was left open at its end."""
    for index in range(base, len(found)):
        if not found[index].closed and found[index].end == end and found[index].parent is None:
            return index
    return None


def _read(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one line, parents by their place in the list."""
    marks = marks_in(text, start, end)
    closers = sum(1 for mark in marks if mark.kind == "double" and mark.closes and not mark.opens)
    stack = _Stack(text, start, end, closers)
    for mark in marks:
        stack.take(mark)
    return stack.finish()


class _Stack:
    """The marks of one line that are open, innermost last."""

    def __init__(self, text: str, start: int, end: int, closers: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._open: list[_Open] = []
        self._all: list[_Open] = []
        self._count: dict[str, int] = {"double": 0, "single": 0, "guillemet": 0}
        self._closers_ahead = closers

    def take(self, mark: Mark) -> None:
        """Open or close a quotation at `mark`, or pass it by."""
        if mark.kind == "double" and mark.closes and not mark.opens:
            self._closers_ahead -= 1
        if mark.opens and mark.closes:
            self._toggle(mark)
        elif mark.opens:
            self._push(mark)
        elif self._count[mark.kind]:
            self._pop(mark)

    def _toggle(self, mark: Mark) -> None:
        """A mark that may do either: it closes what is open, else it opens."""
        if self._count[mark.kind]:
            self._pop(mark)
        else:
            self._push(mark)

    def _push(self, mark: Mark) -> None:
        if self._interrupts(mark):
            self._give_up(mark.start)
        parent = self._open[-1].order if self._open else None
        item = _Open(mark, len(self._all), parent)
        self._open.append(item)
        self._all.append(item)
        self._count[mark.kind] += 1

    def _interrupts(self, mark: Mark) -> bool:
        """Whether `mark` shows that the quotation around it was never closed.

        A double mark inside another of the same shape nests only while enough closing marks are still to come.
        """
        if not self._open or mark.kind != "double" or self._open[-1].mark.kind != "double":
            return False
        outer = self._open[-1].mark
        if mark.straight != outer.straight:
            return False
        return mark.straight or self._closers_ahead <= self._count["double"]

    def _give_up(self, at: int) -> None:
        """End the innermost open quotation, whose closing mark is missing, before `at`."""
        item = self._open.pop()
        self._count[item.mark.kind] -= 1
        item.end = item.inner_end = len(self._text[item.mark.end : at].rstrip()) + item.mark.end

    def _pop(self, mark: Mark) -> None:
        if mark.kind == "single" and self._open[-1].mark.kind != "single":
            return  # an apostrophe inside an inner quotation of another kind
        while self._open[-1].mark.kind != mark.kind:
            dropped = self._open.pop()
            self._count[dropped.mark.kind] -= 1
        item = self._open.pop()
        self._count[mark.kind] -= 1
        item.end, item.inner_end = mark.end, mark.start

    def finish(self) -> list[Quotation]:
        """What was read; marks left open end with the line, single ones only where they start it."""
        for item in self._open:
            if item.mark.kind != "single" or opens_line(self._text, self._start, item.mark.start):
                item.end = item.inner_end = self._end
        closed = {item.order for item in self._open}
        kept = [item for item in self._all if item.end is not None and item.end > item.mark.end]
        place = {item.order: number for number, item in enumerate(kept)}
        return [self._quotation(item, place, closed) for item in kept]

    def _quotation(self, item: _Open, place: dict[int, int], left_open: set[int]) -> Quotation:
        end, inner_end = item.end or 0, item.inner_end or 0
        parent = item.parent
        while parent is not None and not (parent in place and (self._all[parent].end or 0) >= end):
            parent = self._all[parent].parent
        closed = item.order not in left_open and end != inner_end
        start = item.mark.start
        return Quotation(
            start, end, item.mark.end, max(inner_end, item.mark.end), item.mark.kind,
            parent=None if parent is None else place[parent], closed=closed,
        )  # fmt: skip
