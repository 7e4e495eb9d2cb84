"""Short names: "the Column" in a report that has named the Northern Column is that group, whatever the tagger says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources.institutions import body_noun
from onrecord.resources.trie import alternatives

_LEAST = 3
"""Letters of a last word that can stand for a whole name."""


def short_names(layers: Layers, named: Iterable[Entity]) -> list[Entity]:
    """The mentions of organisations by the last word of their name, after "the", from the full name on.

    Only where one organisation of the text ends in that word. What nouns for bodies name ("the Council") is left to
    them.
    """
    wholes: dict[str, Entity | None] = {}
    held = list(named)
    for entity in held:
        words = layers.text[entity.start : entity.end].split()
        if entity.label != "ORG" or len(words) < 2 or not _is_short(words[-1]):
            continue
        other = wholes.setdefault(words[-1], entity)
        if other is not None and _spelling(layers, other) != _spelling(layers, entity):
            wholes[words[-1]] = None
    unique = {word: entity for word, entity in wholes.items() if entity is not None}
    if not unique:
        return []
    inside = Intervals(held)
    pattern = re.compile(rf"\b[Tt]he ({alternatives(dict.fromkeys(unique, ''))})\b(?! [A-Z])")
    found = []
    for match in pattern.finditer(layers.text):
        start, end = match.span(1)
        whole, around = unique[match[1]], inside.around(start, end)
        alone = around is None or _spelling(layers, around) == match[1].casefold()
        if whole.end <= start and alone:
            found.append(Entity(start, end, "ORG", "rule", whole.keys))
    return found


def _is_short(word: str) -> bool:
    return len(word) > _LEAST and word[0].isupper() and not word.isupper() and word.isalpha() and not body_noun([word])


def _spelling(layers: Layers, entity: Entity) -> str:
    return layers.text[entity.start : entity.end].casefold().removeprefix("the ")
