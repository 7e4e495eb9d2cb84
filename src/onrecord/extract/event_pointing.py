"""Whom the learned tagger takes for the parties of an act: the noun phrases that a telling word points at."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.word_readings import WordReading

HEADS = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
SMALLEST = 0.9
"""Of noun phrases within each other the smallest is meant that has this share of the largest's mass."""
BESIDE = 0.2
"""Another phrase is meant too ("A and B") where it has this share of the first one's mass."""


def pointed(word: WordReading, side: str, sentence: Tokens, offset: int) -> tuple[list[Token], float]:
    """(heads of the noun phrases that a word points at, share of its pointing that falls on them).

    `offset` is where the sentence's paragraph starts. Nobody, where nobody in sight has the greater share.
    """
    starts = [offset + token.idx for token in sentence]
    masses, nobody = word.masses(side, [*starts, offset + sentence.end_char])
    phrases = sorted(_phrases(sentence, masses), key=lambda p: (-p[1], len(p[2])))
    if not phrases or phrases[0][1] <= nobody:
        return [], nobody
    found: list[tuple[Token, float, set[int]]] = []
    most = phrases[0][1]
    for _, mass, words in phrases:
        if mass < BESIDE * most or any(words & taken for _, _, taken in found):
            continue
        within = [p for p in phrases if p[2] <= words and p[1] >= SMALLEST * mass]
        smallest = min(within, key=lambda p: len(p[2]))
        found.append((_of_the_place(smallest[0]), smallest[1], words))
    return sorted((h for h, _, _ in found), key=lambda h: h.i), min(1.0, sum(m for _, m, _ in found))


def _of_the_place(head: Token) -> Token:
    """Of "the prosecutor's office in Arvonia", where the place is pointed at, the office."""
    preposition = head.head
    if head.dep_ != "pobj" or preposition.lower_ != "in" or preposition.head.pos_ not in HEADS:
        return head
    return preposition.head


def _phrases(sentence: Tokens, masses: Sequence[float]) -> list[tuple[Token, float, set[int]]]:
    """(head, mass, words) of each noun phrase from its left edge to its head."""
    found = []
    for token in sentence:
        if token.pos_ in HEADS or token.tag_ == "PRP$":
            left = min((c.left_edge.i for c in token.lefts if c.dep_ not in ("punct", "cc", "relcl")), default=token.i)
            low = max(left, sentence.start) - sentence.start
            words = set(range(low, token.i - sentence.start + 1))
            found.append((token, sum(masses[i] for i in words), words))
    return found
