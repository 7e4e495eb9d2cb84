"""Words of the codebook: lemmas, several-word terms and named classes of both.

A list such as `[attack, "cease-fire", "@forces"]` holds lemmas, terms (split at spaces and hyphens, told by
their last word) and the names of classes that the lexicon defines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

ANY = "*"
_SPLIT = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A set of lemmas and terms; `anything` where the list held "*". Empty sets match nothing."""

    single: frozenset[str] = frozenset()
    terms: tuple[tuple[str, ...], ...] = ()
    anything: bool = False
    last: frozenset[str] = field(init=False)
    """The last words of the terms: most tokens are told by them to be none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "last", frozenset(term[-1] for term in self.terms))

    def __bool__(self) -> bool:
        return self.anything or bool(self.single) or bool(self.terms)

    def keys(self) -> Iterator[str]:
        """The last word of every lemma and term, sorted: where a reader finds them in an index."""
        yield from sorted(self.single | self.last)


EMPTY = Words()


class Vocabulary:
    """Reads lists of words over named classes; each class and each list is unfolded once, for rules share them."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._classes = classes
        self._known: dict[tuple[str, ...], Words] = {(): EMPTY}

    def words(self, entries: Iterable[str]) -> Words:
        """The words of a list, its classes unfolded; raises KeyError with the name of an unknown class."""
        key = tuple(entries)
        if key not in self._known:
            self._known[key] = self._of_class(key[0]) if len(key) == 1 and key[0][:1] == "@" else self._joined(key)
        return self._known[key]

    def _of_class(self, entry: str) -> Words:
        return _flat(unfold([entry], self._classes))

    def _joined(self, entries: tuple[str, ...]) -> Words:
        parts = [self.words([entry]) if entry[:1] == "@" else _flat([entry]) for entry in entries]
        return Words(
            frozenset().union(*(part.single for part in parts)),
            tuple(dict.fromkeys(term for part in parts for term in part.terms)),
            any(part.anything for part in parts),
        )


def words(entries: Iterable[str], classes: Mapping[str, Iterable[str]]) -> Words:
    """The words of one list, as `Vocabulary.words`."""
    return Vocabulary(classes).words(entries)


def _flat(entries: Iterable[str]) -> Words:
    """The words of a list without classes."""
    flat = list(entries)
    split = [tuple(p for p in _SPLIT.split(entry) if p) for entry in flat if entry != ANY]
    return Words(
        frozenset(parts[0] for parts in split if len(parts) == 1),
        tuple(dict.fromkeys(parts for parts in split if len(parts) > 1)),
        ANY in flat,
    )


def unfold(entries: Iterable[str], classes: Mapping[str, Iterable[str]], above: tuple[str, ...] = ()) -> Iterator[str]:
    """Entries with every "@class" replaced by its members, however deep."""
    for entry in entries:
        if not entry.startswith("@"):
            yield entry
            continue
        name = entry[1:]
        if name not in classes or name in above:
            raise KeyError(entry)
        yield from unfold(classes[name], classes, (*above, name))
