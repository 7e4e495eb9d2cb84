"""The names of bodies: the noun that a report goes on with, and the state put to them."""

from __future__ import annotations

import re

from onrecord.link.referents import Polity
from onrecord.resources import countries
from onrecord.resources.institutions import BodyNoun
from onrecord.resources.names import fold

MINISTRY = re.compile(
    r"\b(?:Ministry|Department) (?:of|for) (?:the )?(?P<of_what>[A-Z]\w+(?: (?:and |for )?[A-Z]\w+| of [A-Z]\w+)*)$"
)
"""A ministry named by what it is for."""


def head(noun: BodyNoun) -> str:
    """The word by which a report goes on to speak of a body: "the ministry" of a Ministry of Foreign Affairs."""
    return next((word for word in noun.words if word in ("ministry", "department")), noun.words[-1])


def head_of(words: str) -> str:
    """The word by which a report goes on to speak of a body that no table has."""
    ministry = MINISTRY.search(words)
    return (ministry.group().split()[0] if ministry else words.rsplit(maxsplit=1)[-1]).casefold()


def owned(words: str, polity: Polity) -> str:
    """The words for a state's body with the state in them: "embassy" of Russia's is the "Russian embassy"."""
    country = countries.by_code(polity.codes[0]) if polity.codes else None
    names = (polity.name, *((country.adjective.split(" (")[0], *country.names, *country.demonyms) if country else ()))
    if any(fold(name) in fold(words) for name in names if name):
        return words
    return f"{country.adjective.split(' (')[0]} {words}" if country else f"{polity.name} {words}"
