"""A statement as one of the readings finds it, before readings are merged and nested. Offsets are the document's."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model.vocabulary import Act, Channel

type Bounds = tuple[int, int]
type Reading = Literal["quotation", "clause", "source phrase", "noun", "turn", "signature", "carried", "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Content, who and by which word; `verb` is the cue's lemma, `zone` the quotation it is told in (-1: none).

    `sure` marks a rule's finding whose words leave little doubt (a finite verb with "that", "called on X to").
    `modal` marks one whose verb stands under "would", "will", "should", "could": not reported as said.
    `verbatim`: the source's own words though no marks stand around them. `channel` where the layout tells it.
    `carries` marks a statement whose speaker the words around it do not name: the one before goes on.
    """

    content: tuple[Bounds, ...]
    source: Bounds | None = None
    cue: Bounds | None = None
    verb: str = ""
    reading: Reading
    zone: int = -1
    act: Act = "speech"
    negated: bool = False
    whole: bool = True
    carries: bool = False
    sure: bool = False
    modal: bool = False
    addressees: tuple[Bounds, ...] = ()
    verbatim: bool = False
    channel: Channel = "unknown"
    found_by: Literal["rules", "model", "both"] = "rules"
    score: float = 1.0

    @property
    def announced(self) -> bool:
        """Whether it is a point of a list whose source the line before the list names."""
        return self.reading == "clause" and self.carries and self.sure

    @property
    def informed(self) -> Bounds | None:
        """Who was told it by nobody named: "they were assured that …"; None with a source, or where he follows."""
        before = self.source is None and self.cue is not None and bool(self.addressees)
        return self.addressees[0] if before and self.addressees[0][1] <= (self.cue or (0, 0))[0] else None

    @property
    def hull(self) -> Bounds:
        """From the first to the last character of the content."""
        if len(self.content) == 1:
            return self.content[0]
        return min(c[0] for c in self.content), max(c[1] for c in self.content)


ALIKE = 0.5
"""Least share of characters in common (`iou`) for two findings to be of the same statement."""


def shared(a: Bounds, b: Bounds) -> int:
    """Number of characters that both have."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Iterable[Bounds], b: Iterable[Bounds]) -> float:
    """Intersection over union of two contents, in characters."""
    first, second = tuple(a), tuple(b)
    both = sum(shared(x, y) for x in first for y in second)
    total = sum(x[1] - x[0] for x in first) + sum(y[1] - y[0] for y in second)
    return both / (total - both) if both else 0.0


_BLOCK = 256
"""Characters of one block of a `Shelf`: about a sentence or two."""


class Shelf[Item: Hashable]:
    """Things by place: those near some words are found in time that does not grow with the number of all others."""

    def __init__(self) -> None:
        self._blocks: dict[int, dict[Item, int]] = {}  # the things of each block, with their numbers
        self._count = 0

    def add(self, item: Item, *places: Bounds) -> None:
        """Put a thing where it has its words."""
        for start, end in places:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                self._blocks.setdefault(block, {}).setdefault(item, self._count)
        self._count += 1

    def near(self, *places: Bounds) -> list[Item]:
        """At least all things that share characters with these places, each once, in the order in which they came."""
        found: dict[Item, int] = {}
        for start, end in places:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                found |= self._blocks.get(block, {})
        return sorted(found, key=found.__getitem__)
