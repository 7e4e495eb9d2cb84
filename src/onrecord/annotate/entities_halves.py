"""Lands of two halves: in a report that names South Korea "the South" is that state and "the North" the other one, and
"North and South Korea" are two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.annotate.layers import Entity, Layers
from onrecord.resources import countries

_OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}
_HALF = "|".join(_OPPOSITE)
_SHORT = re.compile(rf"\b[Tt]he ({_HALF})(?=['’]s\b|[ ,.;:?!)\"”—–-])(?![ -](?:[A-Z]|of\b|[a-z]+(?:ern|ward)))")
_JOINED = re.compile(rf"\b({_HALF}) (?:and|or) (?=({_HALF}) ([A-Z][a-z]+)\b)")


def halves(layers: Layers, named: Iterable[Entity]) -> list[Entity]:
    """The mentions of such states by their half alone; none where the text names no state of two halves."""
    text = layers.text
    lands: dict[str, int] = {}
    for entity in named:
        half, _, land = text[entity.start : entity.end].partition(" ")
        if half in _OPPOSITE and land and _key(half, land) in entity.keys and _key(_OPPOSITE[half], land):
            lands.setdefault(land, entity.start)
    if len(lands) != 1:
        return []
    ((land, first),) = lands.items()
    return sorted([*_joined(text), *_short(text, land, first)], key=lambda e: e.start)


def _joined(text: str) -> Iterator[Entity]:
    for match in _JOINED.finditer(text):
        if key := _key(match[1], match[3]):
            yield Entity(*match.span(1), "GPE", "rule", (key,))


def _short(text: str, land: str, first: int) -> Iterator[Entity]:
    """The halves told as such, from the first full name on."""
    for match in _SHORT.finditer(text, first):
        if key := _key(match[1], land):
            yield Entity(*match.span(1), "GPE", "rule", (key,))


def _key(half: str, land: str) -> str | None:
    found = countries.by_name(f"{half} {land}")
    return f"country:{found[0].code}" if len(found) == 1 else None
