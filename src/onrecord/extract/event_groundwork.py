"""What coding the events of a document begins with, before the tagger has read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from spacy.tokens import Span as Tokens

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.event_names import officials_of
from onrecord.extract.matching import Match, matches

type Matched = tuple[tuple[Tokens, list[list[Match]]], ...]
"""The sentences of a paragraph with the rules that hold in each, whoever the parties are."""


@dataclass(frozen=True, slots=True)
class Groundwork:
    """The rules of `book` that hold in each paragraph, and who holds an office."""

    book: CompiledCodebook
    matched: tuple[Matched, ...]
    officials: frozenset[str]

    @classmethod
    def of(cls, layers: Layers, book: CompiledCodebook) -> Self:
        """Without the tagger's layers."""
        return cls(book, tuple(_matched(p, book) for p in layers.paragraphs), officials_of(layers, book))


def _matched(paragraph: Paragraph, book: CompiledCodebook) -> Matched:
    return tuple((sentence, list(matches(sentence, book))) for sentence in paragraph.parse.sents)
