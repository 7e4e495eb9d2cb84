"""How names of persons are written and compared: which words count, which letter case, who can be one person."""

from __future__ import annotations

import re

from onrecord.resources.names import fold

_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_NUMERAL = re.compile(r"[IVX]{1,5}")
_NICKNAME = re.compile(r"""["“'‘][^"”'’]+["”'’] """)


def name_words(name: str) -> list[str]:
    """The words of a name, without a nickname and what follows a family's name ("Jr")."""
    name = _NICKNAME.sub("", name)
    words = [w for w in name.split() if w.casefold() not in _SUFFIXES]
    return words if len(words) > 1 else name.split()  # "Olaf IV": a monarch's number is part of his name


def spelled(words: list[str]) -> str:
    """A name in the letter case of names ("MS VALE:" names Vale)."""
    return " ".join(
        w.title() if w.isupper() and len(w) > 2 and "." not in w and _NUMERAL.fullmatch(w) is None else w for w in words
    )


def compatible(one: list[str], other: list[str]) -> bool:
    """Whether two names with the same last word can be one person's: first names agree or one is an initial."""
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = fold(one[0]).rstrip("."), fold(other[0]).rstrip(".")
    if first == second or set(map(fold, one)) >= set(map(fold, other)) or set(map(fold, other)) >= set(map(fold, one)):
        return True
    return min(len(first), len(second)) == 1 and first[0] == second[0]
