"""What the learned coder of relations reads: a sentence with its two parties marked.

The same words are made in training and in use, so this module imports nothing of the package. Offsets are code
points of the sentence, end exclusive.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

LABELS = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The types told apart; CONCEDE and RETREAT are one (YIELD), as in the evaluation."""

CLS, SEP, LIMIT = 101, 102, 160
MARKS = {"S": (1, 2), "T": (3, 4)}
"""Vocabulary ids of the marks before and after actor (S) and recipient (T): ids that the vocabulary never uses."""

Range = tuple[int, int]


def pieces(sentence: str, source: Sequence[Range], target: Sequence[Range]) -> list[tuple[str, str]]:
    """The sentence cut at its parties: ("", words) for plain words, ("S" or "T", words) for a party.

    Where parties overlap, the one inside keeps its words and splits the other.
    """
    owner = [""] * len(sentence)
    for mark, ranges in sorted((("S", source), ("T", target)), key=lambda m: -sum(e - s for s, e in m[1])):
        for start, end in ranges:
            owner[start:end] = [mark] * (end - start)
    cuts = [0, *(i for i in range(1, len(owner)) if owner[i] != owner[i - 1]), len(owner)]
    return [(owner[a], sentence[a:b]) for a, b in itertools.pairwise(cuts) if b > a]


def short(parts: Sequence[tuple[str, str]], words: int = 14) -> list[tuple[str, str]]:
    """The cut sentence with at most so many words left before its first party and after its last one."""
    found = list(parts)
    if found and not found[0][0]:
        found[0] = ("", " ".join(found[0][1].split(" ")[-words:]))
    if found and not found[-1][0]:
        found[-1] = ("", " ".join(found[-1][1].split(" ")[:words]))
    return found


def token_ids(parts: Sequence[tuple[str, Sequence[int]]]) -> list[int]:
    """Vocabulary ids with the marks around the parties; too long a sentence loses words far from both parties."""
    plain = sum(len(ids) for mark, ids in parts if not mark)
    marked = sum(len(ids) + 2 for mark, ids in parts if mark)
    room = max(LIMIT - 2 - marked, 20)
    row = [CLS]
    for index, (mark, ids) in enumerate(parts):
        if mark:
            row += [MARKS[mark][0], *ids, MARKS[mark][1]]
        else:
            share = len(ids) if plain <= room else max(4, len(ids) * room // plain)
            row += _kept(list(ids), share, first=index == 0, last=index == len(parts) - 1)
    row = row[: LIMIT * 2 - 1]
    return [*row, SEP]


def _kept(ids: list[int], share: int, *, first: bool, last: bool) -> list[int]:
    """At most `share` of the ids: those next to a party."""
    if len(ids) <= share:
        return ids
    if first:
        return ids[-share:]
    if last:
        return ids[:share]
    half = share // 2
    return [*ids[:half], *ids[len(ids) - (share - half) :]]
