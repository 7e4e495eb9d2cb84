"""A canonical text as paragraphs to lay out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start` to `end`; `wrapped` says that its line ends are only those of a narrow page."""

    start: int
    end: int
    wrapped: bool


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs that hold anything: between blank lines where there are any, else one a line."""
    gap = _BLANK if _BLANK.search(text.strip()) else _LINE
    start = 0
    for found in gap.finditer(text):
        yield from _block(text, start, found.start())
        start = found.end()
    yield from _block(text, start, len(text))


def _block(text: str, start: int, end: int) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block(start, end, hard_wrapped(text[start:end]))


def hard_wrapped(paragraph: str) -> bool:
    """Whether a paragraph was broken into lines of a fixed width, as old wire copy is."""
    *lines, _last = paragraph.strip().split("\n")
    return len(lines) > 1 and all(45 <= len(line.strip()) <= 100 for line in lines)
