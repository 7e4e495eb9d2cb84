"""Names of capitals that stand for nobody: of another town ("Paris, Texas"), or in that of a treaty."""

from __future__ import annotations

import re

import numpy as np
from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers
from onrecord.annotate.metonymy import in_treaty, names_agreement
from onrecord.link.bodies_words import is_seat
from onrecord.resources.names import fold
from onrecord.resources.places_gazetteer import COUNTRY, DIVISION, Gazetteer, gazetteer

_HOLDS = re.compile(r", (?:in )?")


class Seats:
    """The capitals that a document names."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._others = other_towns(layers)

    def is_nobody(self, entity: Entity, head: Token) -> bool:
        """Whether a name is an agreement's, a town's in it ("the Vienna Convention"), or another town's."""
        words = self._layers.text[entity.start : entity.end]
        if entity.label == "ORG" and not entity.keys:
            return names_agreement(words)
        if is_seat(entity) and fold(words) in self._others:
            return True
        return (is_seat(entity) or not entity.keys) and entity.label in ("GPE", "ORG", "LOC") and in_treaty(head)

    def is_town(self, entity: Entity) -> bool:
        """Whether the place names hold a seat that the tagger takes for a body ("The Hague")."""
        if not is_seat(entity):
            return False
        toponym = self._layers.toponym_at(entity.end - 1)
        return toponym is not None and toponym.use == "literal"


def other_towns(layers: Layers) -> frozenset[str]:
    """The folded names of capitals that the text says lie elsewhere, by the state or province after a comma."""
    seats = (e for e in layers.entities if is_seat(e))
    return frozenset(fold(layers.text[e.start : e.end]) for e in seats if _held_elsewhere(layers, e))


def _held_elsewhere(layers: Layers, entity: Entity) -> bool:
    comma = _HOLDS.match(layers.text, entity.end)
    area = layers.toponym_at(comma.end()) if comma is not None else None
    if comma is None or area is None or area.start != comma.end():
        return False
    known = gazetteer()
    own = {key.partition(":")[2] for key in entity.keys if key.startswith("seat:")}
    return _holds(known, layers.text[entity.start : entity.end], layers.text[area.start : area.end], own)


def _holds(known: Gazetteer, town: str, area: str, own: set[str]) -> bool:
    """Whether a town of this name lies in an area of that name, and none of them in the capital's own country."""
    towns, areas = known.named(town), known.named(area)
    if towns is None or areas is None:
        return False
    records = known.records
    holders = areas.numbers[np.isin(records["kind"][areas.numbers], (COUNTRY, DIVISION))]
    countries = holders[records["kind"][holders] == COUNTRY]
    in_division = np.isin(records["admin1"][towns.numbers], holders)
    in_country = np.isin(records["country"][towns.numbers], records["country"][countries])
    held = towns.numbers[in_division | in_country]
    return len(held) > 0 and not any(set(known.countries(int(number))) & own for number in held)
