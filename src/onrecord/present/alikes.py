"""Texts to be found again by others that are alike, without holding each against each.

Two texts of which the cosine (`wording.alike`) reaches a bound share one of the rarest words of each: enough of them
that the rest alone could not reach it. Only those that do are compared. The method is the prefix filter of
Bayardo, Ma and Srikant (2007), "Scaling up all pairs similarity search".
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from typing import Self

from onrecord.present.wording import closeness, profile


class Alikes[K]:
    """Texts with what they stand for; `texts` are all that will be asked for or added, so that rarity is known."""

    def __init__(self, texts: Iterable[str], bound: float) -> None:
        self._bound = bound
        self._often = Counter(word for text in texts for word in profile(text)[0])
        self._by_word: dict[str, list[int]] = {}
        self._added: list[tuple[tuple[dict[str, float], float], K]] = []

    def fresh(self) -> Self:
        """Another one in which nothing stands yet, with the same rarity of words."""
        made = copy(self)
        made._by_word, made._added = {}, []
        return made

    def add(self, text: str, value: K) -> None:
        """Let a text be found."""
        for word in self._rarest(text):
            self._by_word.setdefault(word, []).append(len(self._added))
        self._added.append((profile(text), value))

    def found(self, text: str) -> Iterator[K]:
        """The values of all texts that are alike, in the order in which they were added."""
        near = {at for word in self._rarest(text) for at in self._by_word.get(word, ())}
        own = profile(text)
        for at in sorted(near):
            other, value = self._added[at]
            if closeness(other, own) >= self._bound:
                yield value

    def _rarest(self, text: str) -> list[str]:
        """The rarest words, until the others could not reach the bound any more."""
        weights, rest = profile(text)
        needed = self._bound**2 * rest
        kept = []
        for word in sorted(weights, key=lambda word: (self._often[word], word)):
            if rest < needed - 1e-9:
                break
            kept.append(word)
            rest -= weights[word] ** 2
        return kept
