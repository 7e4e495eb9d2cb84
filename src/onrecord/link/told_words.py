"""The words of the text that the tagger points at: a noun phrase to be linked, or a run of words as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.speech_readings import Kind, SpeechReading
from onrecord.model import Span

FAINT = 0.03
"""Least share of a word that belongs to a run."""
_LINKS = frozenset(["of", "in", "for", "at", "the", "and", "to", "on", "-"])
_HEADS = frozenset(["NOUN", "PROPN", "PRON"])
_WITHIN = ("compound", "amod", "det", "poss", "nummod", "nmod")

type Word = tuple[Paragraph, Token]


def phrase(reading: SpeechReading, kind: Kind, layers: Layers, least: float) -> Span | None:
    """The noun phrase that a statement points at with this share or more; None where it points at none."""
    words, masses = _masses(reading, kind, layers, least)
    if not words:
        return None
    paragraph, token = words[max(range(len(words)), key=masses.__getitem__)]
    span = paragraph.span(noun_phrase(_head(token)))
    inside = (m for (p, t), m in zip(words, masses, strict=True) if span.start <= p.start + t.idx < span.end)
    return span if sum(inside) >= least else None


def run(reading: SpeechReading, kind: Kind, layers: Layers, least: float) -> Span | None:
    """The run of words in one paragraph that a statement points at with this share or more; None without one."""
    words, masses = _masses(reading, kind, layers, least)
    if not words:
        return None
    first = last = max(range(len(words)), key=masses.__getitem__)
    while first > 0 and _goes_on(words, masses, first - 1, first - 2):
        first -= 1
    while last + 1 < len(words) and _goes_on(words, masses, last + 1, last + 2):
        last += 1
    if sum(masses[first : last + 1]) < least or words[first][0] is not words[last][0]:
        return None
    paragraph, doc = words[first][0], words[first][1].doc
    return paragraph.span(doc[words[first][1].i : words[last][1].i + 1])


def _goes_on(words: Sequence[Word], masses: Sequence[float], at: int, beyond: int) -> bool:
    """Whether a word belongs to the run beside it: pointed at itself, or a small word before one that is."""
    if masses[at] >= FAINT:
        return True
    return words[at][1].lower_ in _LINKS and 0 <= beyond < len(words) and masses[beyond] >= FAINT


def _masses(reading: SpeechReading, kind: Kind, layers: Layers, least: float) -> tuple[list[Word], list[float]]:
    """The words in the tagger's sight and the share of each; none where too much of it falls on nothing in sight."""
    if reading.nobody(kind) > 1 - least:
        return [], []
    low, high = reading.bounds
    paragraphs = [p for p in layers.paragraphs if p.start < high and low < p.end]
    words = [(p, token) for p in paragraphs for token in p.parse if low <= p.start + token.idx < high]
    return words, reading.masses(kind, [*(p.start + token.idx for p, token in words), high])[:-1]


def _head(token: Token) -> Token:
    """The head of the smallest noun phrase around a word."""
    head = token
    while (head.pos_ not in _HEADS or head.dep_ == "compound") and head.dep_ in _WITHIN and head.head.i != head.i:
        head = head.head
    return head
