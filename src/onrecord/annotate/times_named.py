"""Dates inside names, and names that are dates.

"The September 11 attacks" tell of 2001 in any year, "the 26 July Movement" and "the October Revolution" tell no day;
"Easter" and "GMT" are nobody's names.
"""

from __future__ import annotations

import functools
import re

import msgspec

from onrecord.annotate.times_tokens import encode
from onrecord.resources.lexicon import typed

_DAY = re.compile(r"day m=(?P<month>\d+) d=(?P<day>\d+)$")
_BARE = re.compile(r"(?:month m=\d+|season s=\w+|holiday d=\S+|moving|weekday w=\d)$")
"""Forms of months, seasons, feasts and weekdays that stand for themselves, which may begin the name of an event."""
_FEAST_OF_A_STATE = "holiday d=11-4TH"
_STATE = re.compile(r"\b(?:U\.S\.|US|United States|Americans?|Washington)(?!\w)")
_TIME_NAMES = frozenset(["HOLIDAY", "MOVING", "ZONE"])
_BESIDE = frozenset(["YEAR", "WEEKDAY", "DAYNUM"])
_LONGEST = 40
_KNOWN = re.compile(r"(?:\b[Tt]he |['’]s |\b[A-Z][a-z]+ )$")
"""What stands before a name that is known: "the", an owner, or who did it."""
_NEXT = re.compile(r"[ -](?P<words>[A-Za-z]+(?: [a-z]+)?)")


class _Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    date: str
    words: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    events: tuple[_Event, ...]
    names: frozenset[str]
    bodies: frozenset[str]
    eras: frozenset[str]


def named(text: str, start: int, end: int, form: str) -> str:
    """The form of a time without a year, `start`–`end`, that is part of a name; the form itself for others.

    A feast that two states have on days of their own is theirs whom the text speaks of, else open.
    """
    if form.startswith(_FEAST_OF_A_STATE) and (_STATE.search(text) is None or "Canad" in text):
        return "moving state=1"
    if _BARE.match(form) is not None:
        after = _NEXT.match(text, end)
        return "named" if after is not None and after["words"].partition(" ")[0] in _file().eras else form
    day = _DAY.match(form)
    after = _NEXT.match(text, end) if day is not None else None
    if day is None or after is None:
        return form
    words = after["words"]
    first = words.partition(" ")[0]
    month, number = int(day["month"]), int(day["day"])
    known = _KNOWN.search(text, max(start - 12, 0), start) is not None
    for word in (words, first) if known else ():
        year = _events().get((month, number, word.lower()))
        if year is not None:
            return f"event y={year} m={month} d={number}"
    return "named" if first in _file().names or first in _file().bodies else form


@functools.lru_cache(10_000)
def names_time(name: str) -> bool:
    """Whether a name is that of a feast or a time zone, and nobody's: "Nowruz", "Eid al-Fitr 2022", "GMT"."""
    terms = [term.values.keys() for term in encode(name).terms] if len(name) <= _LONGEST else []
    told = [bool(values & _TIME_NAMES) for values in terms]
    return any(told) and all(time or values & _BESIDE for time, values in zip(told, terms, strict=True))


@functools.cache
def _file() -> _File:
    return typed("times/named.yaml", _File)


@functools.cache
def _events() -> dict[tuple[int, int, str], int]:
    """The year of each event by month, day and the word that names it."""
    found = {}
    for event in _file().events:
        year, month, day = (int(part) for part in event.date.split("-"))
        found.update({(month, day, word): year for word in event.words})
    return found
