"""Dates inside names: "the September 11 attacks" tell of 2001 in any year, "the 26 July Movement" tells no day."""

from __future__ import annotations

import functools
import re

import msgspec

from onrecord.resources.lexicon import typed

_DAY = re.compile(r"day m=(?P<month>\d+) d=(?P<day>\d+)$")
_KNOWN = re.compile(r"(?:\b[Tt]he |['’]s |\b[A-Z][a-z]+ )$")
"""What stands before a name that is known: "the", an owner, or who did it."""
_NEXT = re.compile(r"[ -](?P<words>[A-Za-z]+(?: [a-z]+)?)")


class _Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    date: str
    words: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    events: tuple[_Event, ...]
    names: frozenset[str]


def named(text: str, start: int, end: int, form: str) -> str:
    """The form of a day without a year, `start`–`end`, that is part of a name; the form itself for others."""
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
    return "named" if first in _file().names else form


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
