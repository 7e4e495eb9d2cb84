"""Patterns that disregard case, looked for first in the text in lower case.

A search that compares letters as they are takes a third of the time of one that disregards their case. So it is asked
first whether a text holds a match at all; most texts hold none of most patterns.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

_LOWERED = re.compile(r"\\.|\(\?P|[A-Z]", re.DOTALL)
_LIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that a pattern without regard to case takes for these, though they are not their lower case."""


class Cue:
    """A pattern that disregards case. `search` and `finditer` find what `finder` does, in less time."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def finder(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, re.IGNORECASE)

    @cached_property
    def _quick(self) -> re.Pattern[str] | None:
        """What finds the pattern in a text in lower case; null for one with other capitals than those of English."""
        low = _LOWERED.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], self.pattern)
        return re.compile(low) if _LOWERED.sub("", low) == lowered(_LOWERED.sub("", low)) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        start = self._first(text)
        return None if start is None else self.finder.search(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        start = self._first(text)
        return iter(()) if start is None else self.finder.finditer(text, start)

    def _first(self, text: str) -> int | None:
        """Where the first match begins at the earliest; null where there is none."""
        quick = self._quick
        if quick is None:
            return 0
        found = quick.search(lowered(text))
        return None if found is None else found.start()


class Phrases[K]:
    """Word lists by the words of their phrases: most of many patterns need not be tried where a word is missing.

    A list is a name with phrases as `worded` takes them.
    """

    def __init__(self, lists: Iterable[tuple[K, Iterable[str]]]) -> None:
        self._whole: dict[str, list[tuple[K, frozenset[str]]]] = {}  # by the longest word, with the others
        self._begun: dict[str, list[tuple[K, str]]] = {}  # those of no whole word, by the first letter of a stem
        for name, phrases in lists:
            for words in map(_words, phrases):
                whole = sorted({word for word in words if not word.endswith("*")}, key=lambda word: (-len(word), word))
                if whole:
                    self._whole.setdefault(whole[0], []).append((name, frozenset(whole[1:])))
                elif words:
                    self._begun.setdefault(words[0][:1], []).append((name, words[0].removesuffix("*")))

    def near(self, text: str) -> set[K]:
        """The names of the lists of which the text has all words of a phrase, in whatever order."""
        words = set(_WORD.findall(lowered(text)))
        found = [one for word in words for one in self._whole.get(word, ())]
        names = {name for name, others in found if words.issuperset(others)}
        if self._begun:
            stems = ((word, one) for word in words for one in self._begun.get(word[:1], ()))
            names |= {name for word, (name, stem) in stems if word.startswith(stem)}
        return names


_WORD = re.compile(r"\w+")


def _words(phrase: str) -> list[str]:
    """The words of a phrase of a word list; a star stands behind those of which only the beginning is told."""
    return re.findall(r"\w+\*?", lowered(phrase))


def any_of(phrases: Iterable[str]) -> str:
    """As `worded`, but as a part of a larger pattern, that asks for no ends of words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = (re.escape(one).replace(r"\*", r"\w*").replace(r"\ …\ ", r" (?:[^.;:]{1,48}? )?") for one in ordered)
    return f"(?:{'|'.join(words)})"


def worded(phrases: Iterable[str]) -> Cue:
    """The pattern of any phrase of a word list, as whole words: a star is any ending, "…" some words between."""
    return Cue(rf"\b{any_of(phrases)}\b")


@lru_cache(100_000)
def lowered(text: str) -> str:
    """A text in lower case, letter by letter: as many letters as before."""
    return text.lower() if text.isascii() else text.translate(_LIKE).lower()
