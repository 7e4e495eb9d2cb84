"""Whether a record names whom a reading of an article names: leniently, by the words that tell a name."""

import re
from collections.abc import Sequence

from onrecord.model import Actor
from onrecord.resources import countries
from onrecord.resources.names import fold

_IDLE = frozenset({"the", "of", "for", "a"})
ALIKE = 0.5
"""Names are the same from this share of common words on, or where their last word is the same."""


def name_words(name: str | None) -> list[str]:
    """The telling words of a name in their order, in small letters without accents."""
    return [word for word in re.findall(r"[^\W_]+", fold(name or "")) if word not in _IDLE]


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names share their last word or half of their words."""
    a, b = name_words(one), name_words(other)
    if not (a and b):
        return False
    return a[-1] == b[-1] or len(set(a) & set(b)) >= ALIKE * len(set(a) | set(b))


def names_of(actors: Sequence[Actor]) -> list[str]:
    """The names of actors; for a state or its government also that of its country."""
    names: list[str] = []
    for actor in actors:
        names += [actor.name] if actor.name else []
        if actor.kind in ("state", "government"):
            names += [known.name for code in actor.country if (known := countries.by_code(code))]
    return names


def covers(labels: Sequence[str], actors: Sequence[Actor]) -> bool:
    """Whether each of the names is among those of the actors."""
    got = names_of(actors)
    return all(any(same_name(label, name) for name in got) for label in labels)
