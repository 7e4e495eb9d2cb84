"""Names that the tables give to several: which is meant, as far as the rest of the text tells.

What is named without ambiguity speaks for its like: Kinshasa for one Congo, "Rapid Support Forces" for the group behind
RSF. A state speaks for its bodies and armed groups; for a group whose name an organisation has too only where the text
speaks of armed men. Where only one is spoken for, it is meant; else all are kept, with scores.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.annotate.gazetteer import Hit
from onrecord.resources import groups, institutions, organizations, regions

LARGER = ("country:COD", "people:COD", "people:DOM", "country:KOR", "people:GIN", "wikidata:Q7801")
"""Of several with one name, the one that reporting means when nothing else tells: both Congos' larger, the South of
Korea, the people of the Dominican Republic and of Guinea, and for "ICJ" the International Court of Justice."""
ORDER = ("user:", "country:", "body:", "wikidata:", "org:", "people:", "seat:", "group:", "region:")
_ARMED = re.compile(
    r"\b(?:paramilitar(?:y|ies)|militia(?:s|men)?|rebels?|insurgents?|guerrillas?|gunmen|fighters|armed group|"
    r"commander|commanders|warring|frontline|front line|ceasefire with the army)\b",
    re.IGNORECASE,
)
_STATES = ("country", "people", "seat")
_PRIOR, _LARGER_PRIOR = 1.0, 2.0


class Evidence:
    """What a text names without ambiguity, asked which of several readings of a name it speaks for."""

    def __init__(self, hits: Iterable[Hit], text: str) -> None:
        self._text = text
        self._armed: bool | None = None
        self._found: Counter[str] = Counter()
        for hit in hits:
            about = subjects(hit.keys)
            if len(set(about)) == 1:
                self._found.update([about[0]])
                group = groups.by_id(hit.keys[0])
                self._found.update([f"state {group.country}"] if group is not None and group.country else [])

    def settled(self, keys: Iterable[str]) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """The readings that are left, best first, with scores that sum to one; without scores where one is left."""
        ranked = sorted(keys, key=lambda key: (-self._weight(key, ()), key not in LARGER, rank(key)))
        about = subjects(ranked)
        if len(set(about)) == 1:
            return tuple(ranked), ()
        weights = {key: self._weight(key, ranked) for key in ranked}
        spoken_for = {subject for key, subject in zip(ranked, about, strict=True) if weights[key] > 0}
        if len(spoken_for) == 1:
            return tuple(key for key, subject in zip(ranked, about, strict=True) if subject in spoken_for), ()
        shares = {key: weights[key] + (_LARGER_PRIOR if key in LARGER else _PRIOR) for key in ranked}
        ordered = sorted(ranked, key=lambda key: (-shares[key], ranked.index(key)))
        total = sum(shares.values())
        return tuple(ordered), tuple(round(shares[key] / total, 3) for key in ordered)

    def _weight(self, key: str, rivals: Sequence[str]) -> int:
        """How often the text names, in other words, what an entry is about."""
        own = self._found[subjects((key,))[0]]
        if (group := groups.by_id(key)) is not None:
            near = self._found[f"state {group.country}"] if group.country else 0
            civil = any(organizations.by_id(rival) is not None for rival in rivals)
            return own + (near if near and (not civil or self._tells_of_arms()) else 0)
        if (organization := organizations.by_id(key)) is not None and organization.part_of:
            return own + self._found[organization.part_of]
        return own

    def _tells_of_arms(self) -> bool:
        if self._armed is None:
            self._armed = _ARMED.search(self._text) is not None
        return self._armed


def subjects(keys: Sequence[str]) -> list[str]:
    """What entries with one name are about: a country, its people, seat and bodies are of one state.

    So are a group or region that go by the name of that state's body or place: "Israel Defense Forces".
    """
    about = [_subject(key) for key in keys]
    states = {subject for subject in about if subject.startswith("state ")}
    return [_merged(key, subject, states) for key, subject in zip(keys, about, strict=True)]


def _subject(key: str) -> str:
    kind, _, value = key.partition(":")
    if kind in _STATES:
        return f"state {value}"
    if kind == "body" and (body := institutions.by_id(key)) is not None:
        return f"state {body.country}"
    return key


def _merged(key: str, subject: str, states: set[str]) -> str:
    owners: tuple[str, ...] = ()
    if (group := groups.by_id(key)) is not None:
        owners = (group.country,)
    elif (region := regions.by_id(key)) is not None:
        owners = region.claimed_by
    return next((f"state {code}" for code in owners if f"state {code}" in states), subject)


def rank(key: str) -> int:
    """Which kind of entry goes before another where nothing else tells."""
    return next((i for i, kind in enumerate(ORDER) if key.startswith(kind)), len(ORDER))
