"""Whose the governor of a province or the mayor of a town is: the state that the place names put it in."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from onrecord.link.referents import Polity
from onrecord.resources.places_gazetteer import gazetteer
from onrecord.resources.roles import Role, lexicon

AREAS = frozenset(
    "oblast region regional regions province provincial prefecture district governorate raion city town municipal "
    "county state territory krai okrug".split()
)
"""Words beside the name of a place that call it a part of a state."""
_KINDS = frozenset(["division", "district", "special region", "capital", "town"])
_LARGER = 5
"""How many times as many people the largest namesake must have, where no word of the text tells which is meant."""
_DWARFED = 30
"""How many times smaller a namesake in a state that the text names may be: London in Kentucky is not meant."""
_LEAST = 20_000
"""People of the smallest place that is believed without the text naming its state."""
_LARGE_DIVISION = 300_000
"""People of the smallest division whose name alone tells whose member or governor somebody is."""

_GREAT = 1_000_000
"""People of a division that is known by its name anywhere."""
_TOWN = 5_000
"""People of the smallest place that is believed where the maps have no other of its name."""


def holder(words: Sequence[str], tells_of: Callable[[str], bool]) -> Polity | None:
    """The state of the place that the words of a title name ("Donetsk regional governor", "Mayor of Kharkiv").

    Where several states have such a place, the one that the text also names; else the one with the largest by far.
    """
    name = _place(words)
    sizes = dict(_sizes(name)) if name else {}
    largest = max(sizes.values(), default=0)
    told = [code for code, size in sizes.items() if tells_of(code) and size * _DWARFED >= largest]
    if len(told) == 1:
        return Polity.of(told[0])
    ranked = sorted(((size, code) for code, size in sizes.items()), reverse=True)
    if told or not ranked or ranked[0][0] < _LEAST or (ranked[1:] and ranked[0][0] < _LARGER * ranked[1][0]):
        return None
    return Polity.of(ranked[0][1])


def is_sure(name: str, code: str, tells_of: Callable[[str], bool]) -> bool:
    """Whether the state a place was put in is beyond doubt: the text names it, or no other has a rival namesake."""
    if tells_of(code):
        return True
    sizes = dict(_sizes(name))
    others = max((size for other, size in sizes.items() if other != code), default=0)
    own = sizes.get(code, 0)
    return not others or (own >= _LEAST and own >= _LARGER * others)


@functools.lru_cache(maxsize=256)
def great_division(name: str) -> str | None:
    """The code of the state with a division of this name in which a million live, where no other has one near as large.

    No such name is an invented state's, and what it has of a government is not a state's.
    """
    known = gazetteer()
    found = known.named(name)
    sizes: dict[str, int] = {}
    for number in map(int, found.numbers if found is not None else ()):
        if known.kind(number) == "division":
            for code in known.countries(number):
                sizes[code] = max(sizes.get(code, 0), int(known.records["population"][number]))
    ranked = sorted(((size, code) for code, size in sizes.items()), reverse=True)
    if not ranked or ranked[0][0] < _GREAT or (ranked[1:] and ranked[0][0] < _LARGER * ranked[1][0]):
        return None
    return ranked[0][1]


def only_state(name: str) -> str | None:
    """The code of the one state that has places of this name, one of them a town of some thousands."""
    sizes = _sizes(name)
    return sizes[0][0] if len(sizes) == 1 and sizes[0][1] >= _TOWN else None


@functools.lru_cache(maxsize=256)
def is_division(name: str) -> bool:
    """Whether the place names hold a large part of a state of this name: "Vermont", "Bavaria"."""
    known = gazetteer()
    found = known.named(name)
    numbers = [int(number) for number in found.numbers] if found is not None else []
    return any(known.kind(n) == "division" and int(known.records["population"][n]) >= _LARGE_DIVISION for n in numbers)


def is_a_place(name: str) -> bool:
    """Whether the place names hold a town or division of this name."""
    return bool(_sizes(name))


def _place(words: Sequence[str]) -> str:
    """The last capitalised words that are no title and no word for an area."""
    runs: list[list[str]] = [[]]
    for word in words:
        lower = word.casefold()
        if word[:1].isupper() and lower not in AREAS and (lower,) not in lexicon().titles:
            runs[-1].append(word)
        elif word != "-" or not runs[-1]:
            runs.append([])
    return " ".join(next((run for run in reversed(runs) if run), []))


@functools.lru_cache(maxsize=1024)
def _sizes(name: str) -> tuple[tuple[str, int], ...]:
    """The states with a place of this name, and the people of the largest in each."""
    known = gazetteer()
    found = known.named(name)
    sizes: dict[str, int] = {}
    for number in found.numbers if found is not None else ():
        if known.kind(int(number)) in _KINDS:
            for code in known.countries(int(number)):
                sizes[code] = max(sizes.get(code, 0), int(known.records["population"][int(number)]))
    return tuple(sizes.items())


LOCAL = frozenset(["governor", "police", "judge", "legislator", "official"])
"""Roles of those who may serve in a town or province."""


def is_holder(role: Role, preposition: str) -> bool:
    """Whether a role beside a name that no text or table tells to be a state's may make it one.

    No place somebody only governs or serves in: "Belgorod Region Governor X", "the police chief in Loben".
    """
    return role.role not in LOCAL and preposition not in ("in", "at")
