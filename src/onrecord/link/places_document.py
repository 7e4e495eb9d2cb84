"""The place names of one document: occurrences gathered by name, and which are said to hold which."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from onrecord.annotate.areas import Area, area
from onrecord.annotate.layers import Layers, Toponym
from onrecord.link.places_features import Name
from onrecord.link.places_names import namesakes, with_division
from onrecord.resources.places_gazetteer import Gazetteer
from onrecord.resources.places_names import fold
from onrecord.resources.places_short import meant

_AFTER = re.compile(r", (?:in )?|, ?(?:the )?(?:capital )?|,? in (?:the )?(?:\w+ ){0,2}| \(|\. ?, ")
_BEFORE = re.compile(
    r"['’]s (?:\w+ )?(?:(?:city|town|village|port|suburb|district|capital|province|state)(?: city)? of )?"
    r"| (?:\w+ )?(?:city|town|village|port|suburb|district|capital|province|state)(?: city)?(?: of)? "
)


_DATELINE = re.compile(r"[^\n.!?;]{0,50}?(?:—|--| - | – )")


_AGENCY = re.compile(r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([\w -]{2,30}\)| ?(?:—|--|-|–) )")


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The names of a document with candidates, and for each toponym which name it is an occurrence of, or None."""

    names: list[Name]
    of: list[int | None]


def occurrences(layers: Layers, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> Occurrences:
    """Groups the toponyms by name and by what is said to hold them: "Paris, Texas" is another name than "Paris"."""
    texts = [meant(layers.text, t.start, t.end) for t in toponyms]
    areas = [area(layers.text, t.start, t.end) for t in toponyms]
    places = [
        with_division(found, text, gazetteer) if called else found
        for found, text, called in zip(namesakes(texts, gazetteer), texts, areas, strict=True)
    ]
    held = _held(layers.text, toponyms)
    groups: dict[tuple[Key, Area], list[int]] = defaultdict(list)
    keys: list[Key] = [(fold(texts[i]), tuple(fold(texts[h]) for h in held[i])) for i in range(len(texts))]
    keys = _inherited(keys, layers, toponyms)
    dated = {key for key, toponym in zip(keys, toponyms, strict=True) if not key[1] and _dates(layers, toponym)}
    areas = ["town" if not called and key in dated else called for called, key in zip(areas, keys, strict=True)]
    for i, found in enumerate(places):
        if found is not None:
            groups[keys[i], areas[i]].append(i)
    number = {group: index for index, group in enumerate(groups)}
    of: list[int | None] = [None] * len(toponyms)
    for group, members in groups.items():
        for i in members:
            of[i] = number[group]
    names = []
    for first, *rest in groups.values():
        holders = {of[h] for i in (first, *rest) for h in held[i]} - {None}
        adjective = toponyms[first].use == "adjective"
        known = sorted(holder for holder in holders if holder is not None)
        found = places[first]
        if found is not None:
            start = toponyms[first].start
            names.append(Name(texts[first], found, 1 + len(rest), tuple(known), adjective, start, areas[first]))
    return Occurrences(names, of)


type Key = tuple[str, tuple[str, ...]]


def _inherited(keys: list[Key], layers: Layers, toponyms: tuple[Toponym, ...]) -> list[Key]:
    """The names with what holds them; a bare one has what its report's dateline says ("PARIS, Texas", then "Paris")."""
    told: dict[str, Key] = {}
    for key, toponym in zip(keys, toponyms, strict=True):
        paragraph = layers.paragraph_at(toponym.start) if key[1] and layers.text[toponym.start].isupper() else None
        if paragraph is not None and paragraph.start == toponym.start and _DATELINE.match(layers.text, toponym.end):
            told.setdefault(key[0], key)
    return [key if key[1] else told.get(key[0], key) for key in keys]


def _dates(layers: Layers, toponym: Toponym) -> bool:
    """Whether a name in capitals is the dateline of an agency's report: "WASHINGTON (AP) —"."""
    if not layers.text[toponym.start : toponym.end].isupper():
        return False
    paragraph = layers.paragraph_at(toponym.start)
    opens = paragraph is not None and paragraph.start == toponym.start
    return opens and _AGENCY.match(layers.text, toponym.end) is not None


def _held(text: str, toponyms: tuple[Toponym, ...]) -> list[tuple[int, ...]]:
    """For each toponym those said to hold it: the next ones after a comma, or the one before as owner."""
    held: list[tuple[int, ...]] = [()] * len(toponyms)
    for i in range(len(toponyms) - 1, -1, -1):
        this = toponyms[i]
        if i + 1 < len(toponyms):
            following = toponyms[i + 1]
            if following.start - this.end < 25 and _AFTER.fullmatch(text[this.end : following.start]):
                held[i] = (i + 1, *held[i + 1])[:3]
        if i and not held[i]:
            leading = toponyms[i - 1]
            if this.start - leading.end < 30 and _BEFORE.fullmatch(text[leading.end : this.start]):
                held[i] = (i - 1,)
    return held
