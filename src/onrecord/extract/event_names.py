"""The names of a document as events need them: who holds an office, and the label of each word's name."""

from __future__ import annotations

from spacy.tokens import Span as Tokens

from onrecord.annotate.layers import EntityLabel, Layers, Paragraph
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.words import Words
from onrecord.extract.wording import has


def officials_of(layers: Layers, book: CompiledCodebook) -> frozenset[str]:
    """The family names of persons whom a document gives an office ("Foreign Minister Ada Lindqvist")."""
    offices = book.classes["office"]
    found: set[str] = set()
    for entity in layers.entities:
        paragraph = layers.paragraph_at(entity.start) if entity.label == "PERSON" else None
        words = None if paragraph is None else paragraph.tokens(layers.span(entity.start, entity.end))
        if words is not None and _in_office(words, offices):
            found.add(words[-1].text)
    return frozenset(found)


def _in_office(name: Tokens, offices: Words) -> bool:
    head = name.root
    around = [
        *head.lefts,
        *(c for c in head.rights if c.dep_ == "appos"),
        *([head.head] if head.dep_ == "appos" else []),
    ]
    return any(has(offices, word) for word in around)


def labels(layers: Layers, paragraph: Paragraph) -> dict[int, EntityLabel]:
    """The label of the name that each token of a paragraph belongs to."""
    labels: dict[int, EntityLabel] = {}
    for entity in layers.entities_over(paragraph.start, paragraph.end):
        tokens = paragraph.tokens(layers.span(entity.start, entity.end))
        labels.update((token.i, entity.label) for token in tokens or ())
    return labels
