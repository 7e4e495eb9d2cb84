"""Heads of states and governments whom a report calls by their last names alone: "Merkel", "President Obama".

A wire's first paragraph, or a single sentence, does not say whose they are. Their state is told where the table of
offices has heads of that name in one state only, or in one of those that the report names. A name that many bear, in
whatever office, or that is a given name as well, is believed with the head's own title alone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from onrecord.link.referents import Referent
from onrecord.resources import offices
from onrecord.resources.given_names import known_names
from onrecord.resources.names import fold
from onrecord.resources.offices import Tenure

HEADS = frozenset(["head_of_state", "head_of_government"])
_MOST = 4
"""Most people of the table, ministers and envoys among them, who bear a last name that needs no title."""
_SHORTEST = 4
"""Letters of the shortest last name that needs none: "May" and "Fox" are other words, too."""
_FAMILY_FIRST = ("CHN", "TWN", "KOR", "PRK")
"""States whose people are called by the first word of their names."""
_BEFORE, _AFTER = 8, 10
"""Years before and after a tenure in which its holder is still told of by last name."""


def head_called(person: Referent, day: str | None, tells_of: Callable[[str], bool]) -> list[Tenure]:
    """The tenures as head of a state or government of whom a last name alone means, where it is of one state.

    They are of several people where a state had two heads of that name. `tells_of`: whether the report names the state
    of this code.
    """
    name = person.name or ""
    if not name or " " in name or person.polity is not None:
        return []
    titles = {post.role.role for post in person.posts} & HEADS
    if any(p.body is not None or p.target is not None or p.role.role not in HEADS | {"leader"} for p in person.posts):
        return []  # "Senate President Rowe"
    heads = _heads(name, day)
    if titles:
        return _of_one_state([t for t in heads if t.role in titles], tells_of)
    found = _of_one_state(heads, tells_of)
    return found if found and (_is_rare(name) or _is_family(name, found[0], tells_of)) else []


def state_governed(name: str, day: str | None, tells_of: Callable[[str], bool]) -> str | None:
    """The code of the state whose government is called by this last name of its head: "the Obama administration"."""
    return next((t.country for t in _of_one_state(_heads(name, day), tells_of)), None) if _is_rare(name) else None


def _heads(name: str, day: str | None) -> list[Tenure]:
    """The tenures of heads that a report of this day may call by a last name."""
    borne = [t for t in offices.by_last_name(name) if t.role in HEADS and t.country]
    return [t for t in borne or _family_first().get(fold(name), ()) if day is None or _told_of(t, day)]


@functools.cache
def _family_first() -> dict[str, tuple[Tenure, ...]]:
    """The heads of states whose people put the family's name first, by that name: "President Xi"."""
    found: dict[str, list[Tenure]] = {}
    for tenure in (t for code in _FAMILY_FIRST for t in offices.of(code) if t.role in HEADS):
        found.setdefault(fold(tenure.person.split()[0]), []).append(tenure)
    return {name: tuple(tenures) for name, tenures in found.items()}


def _is_family(name: str, head: Tenure, tells_of: Callable[[str], bool]) -> bool:
    """Whether a name is the family's of a head, put first, in a report that names his state."""
    return head.country in _FAMILY_FIRST and head.person.split()[0] == name and tells_of(head.country)


def _told_of(tenure: Tenure, day: str) -> bool:
    """Whether a report of this day may still tell of somebody by last name, or does already."""
    year = int(day[:4])
    return int(tenure.start[:4] or 0) - _BEFORE <= year <= int((tenure.end or tenure.snapshot)[:4]) + _AFTER


def _of_one_state(heads: list[Tenure], tells_of: Callable[[str], bool]) -> list[Tenure]:
    """The tenures, where they are of one state, else those of the one of their states that the report names."""
    states = {tenure.country for tenure in heads}
    if len(states) > 1:
        states = {code for code in states if tells_of(code)}
    return [t for t in heads if t.country in states] if len(states) == 1 else []


def _is_rare(name: str) -> bool:
    """Whether a last name is borne by few of the table, and no given name."""
    if len(name) < _SHORTEST or fold(name) in known_names():
        return False
    return 0 < len({t.person_id for t in offices.by_last_name(name)}) <= _MOST
