"""Names as reports vary them: “Veldoria” and “Veldorians” have one root, a person that of the surname."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.model import Actor, Report
from onrecord.present.mentioned import mentioned
from onrecord.present.wording import bare

_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ](?<!\w[A-ZÀ-ÖØ-Þ])[\w’'-]+")
"""A word with a capital. What begins with a letter is found in half the time of what begins with a word's edge."""
_ENDINGS = ("ians", "ian", "ans", "ese", "ish", "ean", "an", "ia", "is", "i", "a", "s", "y", "e")
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december the a an in on at by it its he she they his her their we our this that
    these those after before while when but and or if as for from with both two minister ministry president prime
    foreign spokesman spokeswoman spokesperson envoy ambassador secretary government office statement reuters
    council""".split()
)
"""Capitalised words that name nobody."""
_OF_SEVERAL = frozenset(
    """united union south north east west southern northern eastern western new central democratic people's people’s
    republic kingdom saint equatorial great upper lower free""".split()
)
"""With what the names of several states, or of bodies, begin: by such a word alone none of them is known."""


_NOBODY = frozenset({""})


@lru_cache(100_000)
def root(word: str) -> str:
    """A name without the endings that make a state's name an adjective or a plural; at least four letters stay."""
    low = bare(word.casefold())
    while ending := next((e for e in _ENDINGS if low.endswith(e) and len(low) - len(e) >= 4), None):
        low = low[: -len(ending)]
    return low


@lru_cache(100_000)
def roots(text: str) -> frozenset[str]:
    """The roots of all capitalised words of a text but those that name nobody."""
    return frozenset(map(_naming, _CAPITALISED.findall(text))) - _NOBODY


@lru_cache(100_000)
def _naming(word: str) -> str:
    """The root of a capitalised word; empty for one that names nobody."""
    word = bare(word)
    return "" if word.casefold() in _CALENDAR else root(word)


def leading(state: str) -> str | None:
    """The root of the word by which a state is known again, the first of its name; null for "South", "United"."""
    word = next(iter(state.split()), "")
    return None if word.casefold() in _OF_SEVERAL and word != state else root(word)


def of_actor(actor: Actor) -> frozenset[str]:
    """The roots by which an actor is known again: a person's surname, every word of another's name, country codes."""
    name = actor.name or ("" if actor.mention is None else actor.mention.text)
    return _of_name(name, actor.kind == "person", actor.country)


@lru_cache(100_000)
def _of_name(name: str, person: bool, country: tuple[str, ...]) -> frozenset[str]:
    words = _CAPITALISED.findall(name)
    if person and words:
        words = words[-1:]
    named = {root(word) for word in words if word.casefold() not in _CALENDAR}
    return frozenset(named | {code.casefold() for code in country})


class Allegiances:
    """For which state each person speaks, told by any of the reports: “Veldorian Foreign Minister Ada Lindqvist”."""

    def __init__(self, reports: Sequence[Report]) -> None:
        states = {found for report in reports for found in _states(report)}
        votes: dict[str, Counter[str]] = {}
        for report in reports:
            for person, state in _beside(report, states):
                if person in states:
                    continue
                votes.setdefault(person, Counter())[state] += 1
        self._state = {
            person: min(counts, key=lambda state: (-counts[state], state)) for person, counts in votes.items()
        }

    def of(self, actors: Iterable[Actor]) -> frozenset[str]:
        """The roots of actors with those of the states they stand for."""
        found = frozenset().union(*map(of_actor, actors))
        return self.with_states(found) if found else found

    def with_states(self, names: frozenset[str]) -> frozenset[str]:
        """Roots with those of the states for which the named persons stand."""
        states = [self._state[name] for name in names if name in self._state]
        return names.union(states) if states else names


def _states(report: Report) -> set[str]:
    found = set()
    for mention in mentioned(report):
        if mention.actor is not None and mention.actor.kind == "state" and mention.actor.name:
            found.add(leading(mention.actor.name))
    return {one for one in found if one}


def _beside(report: Report, states: set[str]) -> Iterable[tuple[str, str]]:
    """Each person with the state whose name or adjective stands in the words right before, or after “of”."""
    text = report.document.text or ""
    for mention in mentioned(report):
        actor = mention.actor
        if actor is None or actor.kind != "person" or not actor.name:
            continue
        person = of_actor(actor)
        span = mention.span
        near = _near(text[max(0, span.start - 60) : span.start], span.text, text[span.end : span.end + 40])
        state = next((name for name in near if name in states and name not in person), None)
        if state is not None:
            yield from ((name, state) for name in sorted(person))


_END = re.compile(r"[.,;:“”()\n]")
_PARTING = re.compile(r"\b(?:told|called|met|urged|and|with|that|to|by)\b")
"""Words that part the names before them from a person's own."""
_OF = re.compile(r",? (?:of|from) (?:the )?([A-ZÀ-Þ][\w-]+)")


@lru_cache(100_000)
def _near(before: str, name: str, after: str) -> tuple[str, ...]:
    """The roots of the names right before a name and in it, and after “of”."""
    before = _END.split(before)[-1]
    before = _PARTING.split(before + name)[-1]
    of = _OF.match(after)
    return (*map(root, _CAPITALISED.findall(before)), *((root(of[1]),) if of else ()))
