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
        return self.finder.search(text) if self._is_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        return self.finder.finditer(text) if self._is_in(text) else iter(())

    def _is_in(self, text: str) -> bool:
        quick = self._quick
        return quick is None or quick.search(lowered(text)) is not None


def worded(phrases: Iterable[str]) -> Cue:
    """The pattern of any phrase of a word list, as whole words: a star is any ending, "…" some words between."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = (re.escape(one).replace(r"\*", r"\w*").replace(r"\ …\ ", r" (?:[^.;:]{1,48}? )?") for one in ordered)
    return Cue(rf"\b(?:{'|'.join(words)})\b")


@lru_cache(100_000)
def lowered(text: str) -> str:
    """A text in lower case, letter by letter: as many letters as before."""
    return text.lower() if text.isascii() else text.translate(_LIKE).lower()
