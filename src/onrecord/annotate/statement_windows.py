"""How the statement model reads a text: word pieces with their shape, packed into windows of whole paragraphs.

Offsets are Unicode code points of the document, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

CLS, SEP = 101, 102
STOPS = (999, 1012, 1029)  # ! . ?
FEATURES = 18  # six letter shapes by three states of quotation
OPENING, CLOSING = '“„«"', '”»"'
_MARK = re.compile(f"[{OPENING}{CLOSING}]")


class Piece(NamedTuple):
    """One word piece: code points in the document, vocabulary id, and its feature (shape and quotation state)."""

    start: int
    end: int
    token: int
    feature: int


@dataclass(frozen=True, slots=True)
class Window:
    """What the network reads at once: `context` leading pieces belong to the window before and are not tagged."""

    tokens: Ints
    features: Ints
    starts: Ints  # code points; -1 where the position is a mark of the network itself
    ends: Ints
    context: int


def quotation_states(text: str) -> list[int]:
    """For each character of a paragraph: 0 outside double quotation marks, 1 inside, 2 a mark itself."""
    states, inside, done = bytearray(len(text)), False, 0
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        states[done:at] = bytes([inside]) * (at - done)
        states[at] = 2
        inside, done = char in OPENING and not (inside and char in CLOSING), at + 1
    states[done:] = bytes([inside]) * (len(text) - done)
    return list(states)


def shape(word: str, after_space: bool) -> int:
    """0 lower case, 1 Capitalised, 2 CAPITALS, 3 figures, 4 punctuation, 5 punctuation set close to what precedes."""
    if not word.isalnum() and not any(char.isalnum() for char in word):
        return 4 if after_space else 5
    if word[0].isdigit():
        return 3
    if word[0].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 0


def pieces(tokenizer: Tokenizer, text: str, offset: int) -> list[Piece]:
    """Word pieces of one paragraph that starts at code point `offset` of the document."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    states = quotation_states(text)
    found = []
    for token, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        if end > start:
            close = start > 0 and not text[start - 1].isspace()
            feature = 3 * shape(text[start:end], not close) + states[start]
            found.append(Piece(offset + start, offset + end, token, feature))
    return found


def windows(paragraphs: Sequence[Sequence[Piece]], limit: int, context: int) -> list[Window]:
    """Pack consecutive paragraphs into windows of at most `limit` positions.

    Each window but the first begins with the last `context` pieces of the one before.
    """
    made: list[Window] = []
    current: list[Piece | None] = []
    lead = 0
    room = limit - 2
    for paragraph in paragraphs:
        for chunk in chunks(paragraph, room - context - 1):
            if len(current) > lead and len(current) + 1 + len(chunk) > room:
                made.append(window(current, lead))
                current = current[-context:] if context else []
                lead = len(current)
            current = [*current, *([None] if current else []), *chunk]
            lead = lead + 1 if lead and lead == len(current) - len(chunk) - 1 else lead
    if len(current) > lead:
        made.append(window(current, lead))
    return made


def chunks(paragraph: Sequence[Piece], size: int) -> list[Sequence[Piece]]:
    """Cut a paragraph that is too long for a window, where a sentence ends if one does in the second half."""
    cut: list[Sequence[Piece]] = []
    while len(paragraph) > size:
        ends = [i + 1 for i in range(size // 2, size) if sentence_ends(paragraph, i)]
        step = ends[-1] if ends else size
        cut.append(paragraph[:step])
        paragraph = paragraph[step:]
    return [*cut, paragraph] if paragraph else cut


def sentence_ends(paragraph: Sequence[Piece], i: int) -> bool:
    """Whether a sentence ends with piece i: a stop (or a mark after one) before white space and a capital or mark."""
    stop = paragraph[i].token in STOPS or (i > 0 and paragraph[i].feature % 3 == 2 and paragraph[i - 1].token in STOPS)
    if not stop or i + 1 >= len(paragraph) or paragraph[i + 1].start == paragraph[i].end:
        return False
    return paragraph[i + 1].feature // 3 not in (0, 5)


def window(content: Sequence[Piece | None], lead: int) -> Window:
    """The window of these pieces (None: a border between paragraphs) within the marks the network expects."""
    empty = Piece(-1, -1, SEP, 0)
    row = [Piece(-1, -1, CLS, 0), *(piece or empty for piece in content), empty]
    starts, ends, tokens, features = np.ascontiguousarray(np.array(row, dtype=np.int64).T)
    return Window(tokens, features, starts, ends, context=lead + 1)
