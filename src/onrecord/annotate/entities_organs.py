"""Organs of bodies whose name another body's organ bears alone: "the OAS Permanent Council" is not the OSCE's."""

from collections.abc import Sequence

from onrecord.annotate.layers import Entity, Layers
from onrecord.resources import organizations

_JOINTS = frozenset({" ", "’s ", "'s ", " of the ", " of "})


def with_organs(layers: Layers, named: Sequence[Entity]) -> tuple[Entity, ...]:
    """Entities in text order, where an organ stands beside a body that is not its own the two as one unlisted name."""
    kept: list[Entity] = []
    for entity in named:
        if kept and _foreign_organ(layers, kept[-1], entity):
            kept[-1] = Entity(kept[-1].start, entity.end, "ORG", "rule")
        else:
            kept.append(entity)
    return tuple(kept)


def _foreign_organ(layers: Layers, first: Entity, second: Entity) -> bool:
    joint = layers.text[first.end : second.start]
    if joint not in _JOINTS or not (first.label == second.label == "ORG"):
        return False
    body, organ = (second, first) if joint.startswith(" of") else (first, second)
    whole, part = _listed(body), _listed(organ)
    if whole is None or part is None:
        return False
    own = {whole.name, whole.acronym} - {""}
    return part.name != layers.text[organ.start : organ.end] and not any(
        f" {word} " in f" {part.name} " for word in own
    )


def _listed(entity: Entity) -> organizations.Organization | None:
    return next((found for key in entity.keys if (found := organizations.by_id(key)) is not None), None)
