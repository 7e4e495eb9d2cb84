"""The noun phrases that a word points at in the eyes of a network: parties of an act, parts of a condition."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.word_readings import WordReading

HEADS = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
SMALLEST = 0.9
"""Of noun phrases within each other the smallest is meant that has this share of the largest's mass."""
BESIDE = 0.2
"""Another phrase is meant too ("A and B") where it has this share of the first one's mass."""


class Nouns:
    """The noun phrases of a sentence, at which its words may point; `offset` is where its paragraph starts."""

    def __init__(self, sentence: Tokens, offset: int) -> None:
        self._starts = np.array([*(offset + token.idx for token in sentence), offset + sentence.end_char])
        self.phrases = list(_phrases(sentence))
        """The head of each, and its words from the sentence's first."""

    def masses(self, word: WordReading, side: str) -> tuple[list[float], float]:
        """(share of a word's pointing that falls on each phrase, share of nobody in sight)."""
        masses, nobody = word.masses(side, self._starts)
        return [sum(masses[words.start : words.stop]) for _, words in self.phrases], nobody

    def pointed(self, word: WordReading, side: str) -> tuple[list[Token], float]:
        """(heads of the noun phrases that a word points at, share of its pointing that falls on them).

        Nobody, where nobody in sight has the greater share.
        """
        masses, nobody = self.masses(word, side)
        phrases = [(head, mass, words) for (head, words), mass in zip(self.phrases, masses, strict=True)]
        phrases.sort(key=lambda p: (-p[1], len(p[2])))
        if not phrases or phrases[0][1] <= nobody:
            return [], nobody
        found: list[tuple[Token, float, range]] = []
        most = phrases[0][1]
        for _, mass, words in phrases:
            if mass < BESIDE * most:
                break
            if any(overlap(words, taken) for _, _, taken in found):
                continue
            within = [p for p in phrases if _contains(words, p[2]) and p[1] >= SMALLEST * mass]
            smallest = min(within, key=lambda p: len(p[2]))
            found.append((_of_the_place(smallest[0]), smallest[1], words))
        return sorted((h for h, _, _ in found), key=lambda h: h.i), min(1.0, sum(m for _, m, _ in found))


def overlap(words: range, others: range) -> bool:
    """Whether two runs of words have any in common."""
    return words.start < others.stop and others.start < words.stop


def _contains(words: range, others: range) -> bool:
    return words.start <= others.start and others.stop <= words.stop


def _of_the_place(head: Token) -> Token:
    """Of "the prosecutor's office in Arvonia", where the place is pointed at, the office."""
    preposition = head.head
    if head.dep_ != "pobj" or preposition.lower_ != "in" or preposition.head.pos_ not in HEADS:
        return head
    return preposition.head


def _phrases(sentence: Tokens) -> Iterator[tuple[Token, range]]:
    """(head, words from the sentence's first) of each noun phrase from its left edge to its head."""
    for number, token in enumerate(sentence):
        if token.pos_ in HEADS or token.tag_ == "PRP$":
            left = min((c.left_edge.i for c in token.lefts if c.dep_ not in ("punct", "cc", "relcl")), default=token.i)
            yield token, range(max(left - sentence.start, 0), number + 1)
