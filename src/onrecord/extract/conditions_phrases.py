"""Phrases of a table, found in a text: only those are tried of which every plain word stands in it.

A table holds hundreds of phrases, a paragraph has the words of two or three. One pattern of them all would try each
at every word; what is found is the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby


@dataclass(frozen=True)
class Phrase:
    """One phrase of a row: its `pattern` without word bounds around it, its longest plain word, the others."""

    row: int
    pattern: str
    longest: str
    others: frozenset[str]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern; most phrases are never met, so each is compiled when it is."""
        return re.compile(rf"\b(?:{self.pattern})\b", re.IGNORECASE)


_ANY = r"(?:\s+[\w’'-]+){0,7}?"
"""What "~" stands for: up to seven words, or none."""
_WORD = re.compile(r"\w+")


class Phrases[Row]:
    """The phrases of rows, written as words; `special` gives the pattern of a word that stands for others, else null.

    They are kept by their longest word, so that only those are looked at of which a text has it.
    """

    def __init__(self, told: Iterable[tuple[Row, Iterable[str]]], special: Callable[[str], str | None]) -> None:
        self._rows: list[Row] = []
        self._phrases: list[Phrase] = []
        for number, (row, phrases) in enumerate(told):
            self._rows.append(row)
            found = [_phrase(number, one.split(), special) for one in phrases]
            self._phrases += sorted(found, key=lambda one: len(one.pattern), reverse=True)
        self._by_word: dict[str, list[int]] = {}
        for number, phrase in enumerate(self._phrases):
            self._by_word.setdefault(phrase.longest, []).append(number)

    def find(self, text: str) -> Iterator[tuple[Row, re.Match[str]]]:
        """Every place of a phrase, row by row; in a row from left to right, of those that begin together the longest.

        Places of one row do not overlap.
        """
        for number, present in groupby(self._present(_words(text)), key=lambda one: one.row):
            patterns, at = [one.compiled for one in present], 0
            while found := _first(patterns, text, at):
                yield self._rows[number], found
                at = found.end()

    def _present(self, held: set[str]) -> list[Phrase]:
        """The phrases of which a text holds every plain word, in the order of the table."""
        likely = sorted(number for word in self._by_word.keys() & (held | {""}) for number in self._by_word[word])
        return [one for one in map(self._phrases.__getitem__, likely) if one.others <= held]


def _first(patterns: Iterable[re.Pattern[str]], text: str, at: int) -> re.Match[str] | None:
    matches = (found for pattern in patterns if (found := pattern.search(text, at)) is not None)
    return min(matches, key=lambda found: found.start(), default=None)


def _words(text: str) -> set[str]:
    """The words of a text in lower case, cut at every mark: a phrase is bounded by blanks, its words are among them."""
    return set(_WORD.findall(text.casefold()))


def _phrase(row: int, words: list[str], special: Callable[[str], str | None]) -> Phrase:
    parts = [(word, special(word)) for word in words]
    plain = _words(" ".join(word for word, pattern in parts if pattern is None and word != "~"))
    longest = max(sorted(plain), key=len, default="")
    whole = "".join(
        _ANY if word == "~" else rf"\s+{re.escape(word) if pattern is None else pattern}" for word, pattern in parts
    ).removeprefix(r"\s+")
    return Phrase(row, whole, longest, frozenset(plain - {longest}))
