"""Names that the words beside them call a state, a province or the like: "Niger State", "the state of Washington"."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.resources.places_gazetteer import DIVISION, gazetteer

type Area = Literal["", "division", "district", "town"]
"""What a text calls a place; a dateline calls it a town."""

_SMALL = ("district", "county", "raion")
_WORDS = "province region oblast governorate district prefecture county raion state"
_AREAS = "(?P<area>" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _WORDS.split()) + ")"
_AFTER = re.compile(rf" {_AREAS}\b(?! of\b)(?! (?:Department|department|television|TV|media|radio|news agency)\b)")
_BEFORE = re.compile(rf"\b{_AREAS} of $")
_WITHIN = re.compile(rf"\b{_AREAS}\b")
_STATE_AFTER = re.compile(
    r" (?:State(?! (?:Department|Duma|Council|Secretary|TV|Security|Bank|Television|Great)\b)|state)\b(?! of\b)"
)


def area(text: str, start: int, end: int) -> Area:
    """What the words of a place name, or those beside it, call the place; "" where they do not tell."""
    found = (
        _AFTER.match(text, end) or _WITHIN.search(text, start, end) or _BEFORE.search(text, max(start - 20, 0), start)
    )
    if found is None:
        return ""
    return "district" if found["area"].lower() in _SMALL else "division"


def is_division(text: str, start: int, end: int, country: str) -> bool:
    """Whether the name of a state or its capital is told as a division's: Nigeria's Niger State, Washington state.

    `country` is the state's code: a division of its own that bears its name ("the state of Mexico") tells nothing,
    and a small "state" after a country's name is no part of it ("Niger state television").
    """
    after = _STATE_AFTER.match(text, end)
    before = _BEFORE.search(text, max(start - 20, 0), start)
    if after is None and before is None:
        return False
    found = gazetteer().named(text[start:end])
    if found is None:
        return False
    records = gazetteer().records
    named = [int(n) for n, how in zip(found.numbers, found.how, strict=True) if how == 0]
    divisions = [number for number in named if records["kind"][number] == DIVISION]
    if after is not None and after.group() == " state" and any(gazetteer().kind(n) == "country" for n in named):
        return False
    seat = not any(gazetteer().kind(n) == "country" for n in named)
    return any(seat or country not in gazetteer().countries(number) for number in divisions)
