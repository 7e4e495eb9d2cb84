"""PLOVER 0.8 as data: event types with quad class and score, modes, contexts, sectors.

Source: PLOVER manual, draft 0.8 (Open Event Data Alliance, 2021); where it contradicts itself, see
`docs/codebook.md`.
"""

from dataclasses import dataclass
from importlib.resources import files

import msgspec


class _Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    quad: int
    recipient: str
    score: float
    definition: str
    modes: dict[str, float] = {}


class _Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    types: tuple[_Type, ...]
    contexts: tuple[str, ...]
    sectors: dict[str, str]


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type: `modes` maps each mode to its score; `recipient` is "required" or "optional"."""

    name: str
    quad: int
    recipient: str
    score: float
    definition: str
    modes: dict[str, float]


def _load() -> _Ontology:
    return msgspec.yaml.decode(files(__package__).joinpath("plover.yaml").read_bytes(), type=_Ontology)


_ontology = _load()

TYPES: dict[str, EventType] = {
    t.name: EventType(t.name, t.quad, t.recipient, t.score, t.definition, t.modes) for t in _ontology.types
}
CONTEXTS: frozenset[str] = frozenset(_ontology.contexts)
SECTORS: dict[str, str] = _ontology.sectors
VERBAL = frozenset(name for name, kind in TYPES.items() if kind.quad in (1, 3)) - {"CONSULT"}
"""Types of acts that are said; who meets or calls somebody does something beside."""
DEEDS = frozenset(name for name, kind in TYPES.items() if kind.quad in (2, 4))
"""Types of acts that are done."""


def intensity(event: str, mode: str | None) -> float:
    """PLOVER's score of a type with a mode, −10 to 10; the type's own where the mode is None."""
    return TYPES[event].score if mode is None else TYPES[event].modes[mode]
