"""Phrases of a table, found in a text: only those are tried of which every plain word stands in it.

A table holds hundreds of phrases, a paragraph has the words of two or three. One pattern of them all would try each
at every word; what is found is the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Phrase:
    """One phrase: its `pattern` without word bounds around it, its longest plain word, the others (see `_plain`)."""

    pattern: str
    longest: bytes
    others: tuple[bytes, ...]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern; most phrases are never met, so each is compiled when it is."""
        return re.compile(rf"\b(?:{self.pattern})\b", re.IGNORECASE)


_ANY = r"(?:\s+[\w’'-]+){0,7}?"
"""What "~" stands for: up to seven words, or none."""


class Phrases:
    """Phrases written as words; `special` gives the pattern of a word that stands for others, else null."""

    def __init__(self, told: Iterable[str], special: Callable[[str], str | None]) -> None:
        found = [_phrase(one.split(), special) for one in told]
        self._phrases = sorted(found, key=lambda one: len(one.pattern), reverse=True)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of a phrase, from left to right, not overlapping; of those that begin together the longest."""
        low = _plain(text)
        likely = [one for one in self._phrases if one.longest in low]
        present = [one.compiled for one in likely if all(word in low for word in one.others)]
        at = 0
        while found := _first(present, text, at):
            yield found
            at = found.end()


def _first(patterns: Iterable[re.Pattern[str]], text: str, at: int) -> re.Match[str] | None:
    matches = (found for pattern in patterns if (found := pattern.search(text, at)) is not None)
    return min(matches, key=lambda found: found.start(), default=None)


def _plain(text: str) -> bytes:
    """Words in lower case with one mark for every letter beyond ASCII: enough to rule phrases out, and fast."""
    return text.casefold().encode("ascii", "replace")


def _phrase(words: list[str], special: Callable[[str], str | None]) -> Phrase:
    parts = [(word, special(word)) for word in words]
    plain = sorted((_plain(word) for word, pattern in parts if pattern is None and word != "~"), key=len, reverse=True)
    whole = "".join(
        _ANY if word == "~" else rf"\s+{re.escape(word) if pattern is None else pattern}" for word, pattern in parts
    ).removeprefix(r"\s+")
    return Phrase(whole, plain[0] if plain else b"", tuple(plain[1:]))
