"""Cities whose names stand for organisations that sit there ("Brussels"), with the words that tell so."""

from __future__ import annotations

import functools
import re

import msgspec

from onrecord.resources.lexicon import typed
from onrecord.resources.names import fold


class _Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    belief: float
    cues: str = ""


class _City(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: str
    state: float
    bodies: list[_Body]


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation in its city: its `id`, the `belief` in it before the text tells, and what tells of it."""

    id: str
    belief: float
    cues: re.Pattern[str] | None


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """A city: the belief in the state's government (0 where it is no capital), and who else sits there."""

    state: float
    bodies: tuple[Sitting, ...]


@functools.cache
def _seats() -> dict[str, Seat]:
    found: dict[str, Seat] = {}
    for city in typed("seats.yaml", list[_City]):
        bodies = tuple(Sitting(id=b.id, belief=b.belief, cues=_pattern(b.cues)) for b in city.bodies)
        found.update({fold(name): Seat(state=city.state, bodies=bodies) for name in city.names.split("|")})
    return found


def _pattern(cues: str) -> re.Pattern[str] | None:
    words = [re.escape(cue.strip()) for cue in cues.split("|") if cue.strip()]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) if words else None


def seat(name: str) -> Seat | None:
    """Who sits in the city of this name, besides a government; None where nobody of the table does."""
    return _seats().get(fold(name))
