"""Whether a route is closed to some only: "shut to lorries", "barred trawlers from it", "closed except to buses"."""

import re
from functools import lru_cache

from onrecord.model import Condition
from onrecord.resources.cues import lowered

_EXCEPT = re.compile(
    r"\b(?:closed|shut|sealed|barred|blocked|off limits|out of bounds)\b[^.;:]{0,40}?"
    r"\b(?:except(?:ing)?|apart from|save|other than|but) (?!\w+ (?:hours?|days?|weeks?)\b)(?:for |to |by )?\w"
)
_TO_SOME = re.compile(
    r"\b(?:impassable|unusable|inaccessible|unsafe|closed|shut|sealed off|sealed|barred|blocked|off limits|"
    r"out of bounds) (to|for) (.+)"
)
_FROM = re.compile(r"\b(?:barr?ed|barring|bars?|banned|banning|bans?|excluded|excludes?|kept) (.+?) (?:from|out of)\b")
_KEPT = re.compile(
    r"\bonly (?:\w+ ){1,6}(?:is|are|was|were) (?:being )?(?:kept out|barred|held back|turned (?:back|away))\b"
)
_ANY = re.compile(
    r"(?:all|any|every|everybody|everyone|anybody|anyone|no|none|nobody|ordinary|normal|commercial traffic|traffic|"
    r"civilian traffic|them|him|her|us|me|the public|through traffic|the outside)\b|"
    r"(?:motor|road|civilian|commercial) traffic\b"
)
"""Who is kept out where nobody passes any more."""


def to_some_only(one: Condition) -> bool:
    """Whether words close a route to some, so that others still pass; where they name all, nobody does."""
    return _some_only(lowered(one.evidence.text), bool(one.restricted))


@lru_cache(50_000)
def _some_only(words: str, named: bool) -> bool:
    if _EXCEPT.search(words) or _KEPT.search(words):
        return True
    if (found := _TO_SOME.search(words)) is not None:
        return (found[1] == "to" or (named and _LONG.match(found[2]) is None)) and _some(found[2])
    found = _FROM.search(words)
    return found is not None and _some(found[1])


_LONG = re.compile(r"(?:[\w-]+ ){0,4}(?:minutes?|hours?|days?|weeks?|months?|years?|good|now|repairs?)\b")
"""How long or why something is closed "for"."""


def _some(whom: str) -> bool:
    return _ANY.match(whom.removeprefix("the ")) is None
