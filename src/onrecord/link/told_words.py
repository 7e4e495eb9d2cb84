"""The words of the text that the tagger points at: a noun phrase to be linked, or a run of words as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.annotate.speech_signs import Kind
from onrecord.model import Span

FAINT = 0.03
"""Least share of a word that belongs to a run."""
_LINKS = frozenset(["of", "in", "for", "at", "the", "and", "to", "on", "-"])
_HEADS = frozenset(["NOUN", "PROPN", "PRON"])
_WITHIN = ("compound", "amod", "det", "poss", "nummod", "nmod")

type Masses = dict[tuple[int, int], float]
"""Share of each word pointed at, by the numbers of its paragraph and of its token there."""


def phrase(reading: SpeechReading, kind: Kind, layers: Layers, least: float) -> Span | None:
    """The noun phrase that a statement points at with this share or more; None where it points at none."""
    masses = _masses(reading, kind, layers, least)
    if not masses:
        return None
    by_word = _by_word(masses, layers)
    number, at = max(masses, key=lambda key: (by_word[_word(key, layers)], masses[key]))
    paragraph = layers.paragraphs[number]
    words = noun_phrase(_head(paragraph.parse[at]))
    return paragraph.span(words) if _share(words, number, masses, by_word) >= least else None


def run(reading: SpeechReading, kind: Kind, layers: Layers, least: float) -> Span | None:
    """The run of words in one paragraph that a statement points at with this share or more; None without one."""
    masses = _masses(reading, kind, layers, least)
    if not masses:
        return None
    by_word = _by_word(masses, layers)
    number, first = max(masses, key=masses.__getitem__)
    last = first
    paragraph = layers.paragraphs[number]
    shares = [masses.get((number, token.i), 0.0) for token in paragraph.parse]
    while first > 0 and _goes_on(paragraph.parse, shares, first - 1, first - 2):
        first -= 1
    while last + 1 < len(shares) and _goes_on(paragraph.parse, shares, last + 1, last + 2):
        last += 1
    words = paragraph.parse[first : last + 1]
    return paragraph.span(words) if _share(words, number, masses, by_word) >= least else None


def _word(key: tuple[int, int], layers: Layers) -> str:
    return layers.paragraphs[key[0]].parse[key[1]].text


def _by_word(masses: Masses, layers: Layers) -> dict[str, float]:
    """Shares by word: what falls on a name wherever it stands tells of one and the same."""
    found: dict[str, float] = {}
    for key, mass in masses.items():
        word = _word(key, layers)
        found[word] = found.get(word, 0.0) + mass
    return found


def _share(words: Words, number: int, masses: Masses, by_word: dict[str, float]) -> float:
    """What falls on words, and on the same words elsewhere."""
    pointed = {token.text for token in words if masses.get((number, token.i), 0.0) > 0}
    return sum(by_word[word] for word in pointed)


def names(reading: SpeechReading, kind: Kind, named: Intervals) -> Iterator[tuple[Entity, float]]:
    """The names that a statement points at, each with the share that falls on one of its word pieces."""
    for start, share in reading.pointed(kind):
        for entity in named.within(start, start + 1):
            yield entity, share


def _goes_on(words: Doc, shares: Sequence[float], at: int, beyond: int) -> bool:
    """Whether a word belongs to the run beside it: pointed at itself, or a small word before one that is."""
    if shares[at] >= FAINT:
        return True
    return words[at].lower_ in _LINKS and 0 <= beyond < len(words) and shares[beyond] >= FAINT


def _masses(reading: SpeechReading, kind: Kind, layers: Layers, least: float) -> Masses:
    """The words that a statement points at; none where too much of it falls on nothing in sight."""
    masses: Masses = {}
    if reading.nobody(kind) > 1 - least:
        return masses
    paragraph: Paragraph | None = None
    for start, share in reading.pointed(kind):
        if paragraph is None or not paragraph.start <= start < paragraph.end:  # most stand in one
            paragraph = layers.paragraph_at(start)
        word = None if paragraph is None else paragraph.token_at(start)
        if paragraph is not None and word is not None:
            key = paragraph.index, word.i
            masses[key] = masses.get(key, 0.0) + share
    return masses


def _head(token: Token) -> Token:
    """The head of the smallest noun phrase around a word."""
    head = token
    while (head.pos_ not in _HEADS or head.dep_ == "compound") and head.dep_ in _WITHIN and head.head.i != head.i:
        head = head.head
    return head
