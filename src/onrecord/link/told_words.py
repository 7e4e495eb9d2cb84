"""The words of the text that the tagger points at: a noun phrase to be linked, or a run of words as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.annotate.speech_signs import Kind
from onrecord.model import Span

FAINT = 0.03
"""Least share of a word that belongs to a run."""
_LINKS = frozenset(["of", "in", "for", "at", "the", "and", "to", "on", "-"])
_HEADS = frozenset(["NOUN", "PROPN", "PRON"])
_WITHIN = ("compound", "amod", "det", "poss", "nummod", "nmod")

type Word = tuple[int, int, str]
"""A word of the text: the numbers of its paragraph and of its token there, and how it is written."""
type Masses = dict[Word, float]
"""Share of each word pointed at."""


class Words(dict[int, Word | None]):
    """The words of one document by the code points in them, looked up when first asked for.

    Many statements point at the same words, each at dozens: a dictionary answers without a call.
    """

    def __init__(self, layers: Layers) -> None:
        super().__init__()
        self.layers = layers
        self._pointings: dict[int, Pointing] = {}  # by the ids of readings, which they keep

    def pointing(self, reading: SpeechReading) -> Pointing:
        """What a statement points at in these words; the same for all who ask."""
        found = self._pointings.get(id(reading))
        if found is None:
            found = self._pointings[id(reading)] = Pointing(reading, self)
        return found

    def __missing__(self, offset: int) -> Word | None:
        paragraph = self.layers.paragraph_at(offset)
        token = None if paragraph is None else paragraph.token_at(offset)
        word = None if paragraph is None or token is None else (paragraph.index, token.i, token.text)
        self[offset] = word
        return word


class Pointing:
    """What one statement points at in the words of its document."""

    def __init__(self, reading: SpeechReading, words: Words) -> None:
        self.reading, self._words = reading, words
        self._masses: dict[Kind, Masses] = {}
        self._phrases: dict[Kind, tuple[Span, float]] = {}

    def phrase(self, kind: Kind, least: float) -> Span | None:
        """The noun phrase that the statement points at with this share or more; None where it points at none."""
        pointed = self.pointed(kind, least)
        return None if pointed is None else pointed[0]

    def pointed(self, kind: Kind, least: float) -> tuple[Span, float] | None:
        """The same with its share."""
        masses = self._pointed(kind, least)
        if not masses:
            return None
        if kind not in self._phrases:
            by_word = _by_word(masses)
            number, at, _ = max(masses, key=lambda word: (by_word[word[2]], masses[word]))
            paragraph = self._words.layers.paragraphs[number]
            tokens = noun_phrase(_head(paragraph.words[at]))
            self._phrases[kind] = paragraph.span(tokens), _share(tokens, number, by_word, masses)
        words, share = self._phrases[kind]
        return (words, share) if share >= least else None

    def run(self, kind: Kind, least: float) -> Span | None:
        """The run of words in one paragraph pointed at with this share or more; None without one."""
        masses = self._pointed(kind, least)
        if not masses:
            return None
        number, first, _ = max(masses, key=masses.__getitem__)
        last = first
        paragraph = self._words.layers.paragraphs[number]
        shares = {at: mass for (there, at, _), mass in masses.items() if there == number}
        while first > 0 and _goes_on(paragraph.parse, shares, first - 1, first - 2):
            first -= 1
        while last + 1 < len(paragraph.parse) and _goes_on(paragraph.parse, shares, last + 1, last + 2):
            last += 1
        words = paragraph.parse[first : last + 1]
        return paragraph.span(words) if _share(words, number, _by_word(masses), masses) >= least else None

    def _pointed(self, kind: Kind, least: float) -> Masses:
        """The words that the statement points at; none where too much of it falls on nothing in sight."""
        if self.reading.nobody(kind) > 1 - least:
            return {}
        if kind not in self._masses:
            masses, words = self._masses.setdefault(kind, {}), self._words
            for start, share in self.reading.pointed(kind):
                if (word := words[start]) is not None:
                    masses[word] = masses.get(word, 0.0) + share
        return self._masses[kind]


def _by_word(masses: Masses) -> dict[str, float]:
    """Shares by word: what falls on a name wherever it stands tells of one and the same."""
    found: dict[str, float] = {}
    for (_, _, word), mass in masses.items():
        found[word] = found.get(word, 0.0) + mass
    return found


def _share(tokens: Tokens, number: int, by_word: Mapping[str, float], masses: Masses) -> float:
    """What falls on tokens of a paragraph, and on the same words elsewhere."""
    pointed = {word for there, at, word in masses if there == number and tokens.start <= at < tokens.end}
    return sum(by_word[word] for word in pointed)


def names(reading: SpeechReading, kind: Kind, named: Intervals) -> Iterator[tuple[Entity, float]]:
    """The names that a statement points at, each with the share that falls on one of its word pieces."""
    held = named.by_offset
    for start, share in reading.pointed(kind):
        if (entity := held[start]) is not None:
            yield entity, share


def likeliest_names(
    reading: SpeechReading, kind: Kind, named: Intervals, *, most: int, least: float
) -> list[tuple[tuple[int, int], float]]:
    """The names that a statement points at most, each place (code points) with what falls on it, `least` or more."""
    shares: dict[tuple[int, int], float] = {}
    for entity, share in names(reading, kind, named):
        at = entity.start, entity.end
        shares[at] = shares.get(at, 0.0) + share
    ranked = sorted(shares.items(), key=lambda one: -one[1])[:most]
    return [(at, share) for at, share in ranked if share >= least]


def _goes_on(words: Doc, shares: Mapping[int, float], at: int, beyond: int) -> bool:
    """Whether a word belongs to the run beside it: pointed at itself, or a small word before one that is."""
    if shares.get(at, 0.0) >= FAINT:
        return True
    return words[at].lower_ in _LINKS and 0 <= beyond < len(words) and shares.get(beyond, 0.0) >= FAINT


def _head(token: Token) -> Token:
    """The head of the smallest noun phrase around a word."""
    head = token
    while (head.pos_ not in _HEADS or head.dep_ == "compound") and head.dep_ in _WITHIN and head.head.i != head.i:
        head = head.head
    return head
