"""A paragraph as the statement rules see it: its tokens, each in the innermost quotation that holds it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph, Quotation

REPORT = -1
"""The zone of the report's own voice: no quotation."""

_FINAL = frozenset({".", "!", "?", "...", "…"})


@dataclass(frozen=True, slots=True)
class View:
    """One paragraph: `zones[i]` is the index of the innermost quotation around token i (REPORT for none).

    `marks[i]` tells quotation marks; `sentences[i]` is the number of the token's sentence within its zone.
    """

    paragraph: Paragraph
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    zones: tuple[int, ...]
    marks: tuple[bool, ...]
    sentences: tuple[int, ...]
    _known: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)

    def start(self, token: int) -> int:
        """Document offset at which token number `token` starts."""
        return self.paragraph.start + self.paragraph.parse[token].idx

    def end(self, token: int) -> int:
        """Document offset at which token number `token` ends."""
        found = self.paragraph.parse[token]
        return self.paragraph.start + found.idx + len(found)

    def within(self, token: int, zone: int) -> bool:
        """Whether a token stands in `zone` or in a quotation inside it."""
        at = self.zones[token]
        if zone in (at, REPORT):
            return True
        while at != REPORT and self.quotations[at].start > self.quotations[zone].start:
            at = self.parent(at)
        return at == zone

    def parent(self, zone: int) -> int:
        """The zone around a quotation."""
        parent = self.quotations[zone].parent
        return REPORT if parent is None else parent

    def sentence(self, token: int) -> tuple[int, int]:
        """First token and one past the last of the sentence of `token`, as its zone has it; found once a sentence."""
        if token in self._known:
            return self._known[token]
        zone, number = self.zones[token], self.sentences[token]
        first = last = token
        while first > 0 and self._same(first - 1, zone, number):
            first -= 1
        while last + 1 < len(self.zones) and self._same(last + 1, zone, number):
            last += 1
        for other in range(first, last + 1):
            if self.zones[other] == zone and self.sentences[other] == number:
                self._known[other] = first, last + 1
        return first, last + 1

    def _same(self, token: int, zone: int, number: int) -> bool:
        """Whether a token is of this zone's sentence, or of a quotation that stands in it."""
        if self.zones[token] == zone:
            return self.sentences[token] == number
        return self.within(token, zone)


def views(layers: Layers) -> Iterator[View]:
    """The views of all paragraphs, in order. Linear in tokens and quotations together."""
    sweep = _Sweep(layers.quotations)
    for paragraph in layers.paragraphs:
        if sweep.is_bare(paragraph.start, paragraph.end):
            zones, marks = [REPORT] * len(paragraph.parse), [False] * len(paragraph.parse)
        else:
            at = [sweep.at(paragraph.start + token.idx, len(token)) for token in paragraph.parse]
            zones, marks = [zone for zone, _ in at], [mark for _, mark in at]
        yield View(
            paragraph,
            tuple(paragraph.parse),
            layers.quotations,
            tuple(zones),
            tuple(marks),
            tuple(_sentences(paragraph, zones, marks)),
        )


class _Sweep:
    """Walks text and quotations together, holding the quotations that are open."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        self._all = quotations
        self._next = 0
        self._open: list[int] = []

    def is_bare(self, start: int, end: int) -> bool:
        """Whether no quotation reaches into the characters `start`–`end`, which lie before those asked for next."""
        while self._open and self._all[self._open[-1]].end <= start:
            self._open.pop()
        return not self._open and (self._next == len(self._all) or self._all[self._next].start >= end)

    def at(self, start: int, length: int) -> tuple[int, bool]:
        """The innermost quotation whose inside holds the characters from `start`; whether they are one of its marks."""
        while self._open and self._all[self._open[-1]].end <= start:
            self._open.pop()
        while self._next < len(self._all) and self._all[self._next].start < start + length:
            self._open.append(self._next)
            self._next += 1
        while self._open and self._all[self._open[-1]].end <= start:
            self._open.pop()
        if not self._open:
            return REPORT, False
        inner = self._all[self._open[-1]]
        if inner.inner_start <= start < inner.inner_end:
            return self._open[-1], False
        return (REPORT if inner.parent is None else inner.parent), True


def _sentences(paragraph: Paragraph, zones: list[int], marks: list[bool]) -> Iterator[int]:
    """Numbers the sentences of each zone: a new one after final punctuation of that zone.

    The parser's own sentences are not used: it breaks them inside quotations and joins them across.
    """
    number: dict[int, int] = {}
    ended: set[int] = set()
    for index, token in enumerate(paragraph.parse):
        zone = zones[index]
        if zone in ended and (_opens_quotation(zones, index) if marks[index] else not token.is_punct):
            ended.discard(zone)
            number[zone] = number.get(zone, 0) + 1
        yield number.setdefault(zone, 0)
        if token.text in _FINAL or (zone == REPORT and marks[index] and _closes_sentence(paragraph, index)):
            ended.add(zone)


def _opens_quotation(zones: list[int], index: int) -> bool:
    """Whether the mark at `index` is an opening one: what follows stands deeper."""
    return index + 1 < len(zones) and zones[index + 1] > zones[index]


def _closes_sentence(paragraph: Paragraph, index: int) -> bool:
    """Whether a closing mark follows a full stop and the next word starts a sentence: “… so.” The …"""
    parse = paragraph.parse
    if index == 0 or index + 1 >= len(parse) or parse[index - 1].text not in (".", "!", "?", "…", "..."):
        return False
    following = parse[index + 1]
    if parse[index - 1].text == ".":
        return following.text[:1].isupper() or not following.text[:1].isalpha()
    return following.text[:1].isupper() and following.is_sent_start is True


def trimmed(view: View, first: int, last: int, least: int = 3) -> tuple[int, int] | None:
    """The run without punctuation at its ends; None where it has fewer than `least` tokens."""
    while first < last and view.tokens[first].is_punct and not view.marks[first]:
        first += 1
    while last > first and view.tokens[last - 1].is_punct and not view.marks[last - 1]:
        last -= 1
    return (first, last) if last - first >= least else None
