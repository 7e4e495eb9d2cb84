"""The scene of a paragraph: what follows an act on the ground, told without a place, most likely happened there.

"Holm's embassy in Pellham was pelted with fish. Police charged the crowd and arrested 14." Taken over only within a
paragraph, from an act shortly before, where no other place is named in between.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.model import Event

SCENES = frozenset(["ASSAULT", "COERCE", "PROTEST"])
"""Acts that make a scene or belong to one; releases belong to one too."""
REACH = 300
"""How far a scene reaches, in characters."""


def with_scenes(events: Sequence[Event], layers: Layers) -> tuple[Event, ...]:
    """The events in text order; those on the ground without a place have that of the scene that they belong to."""
    done: list[Event] = []
    for event in sorted(events, key=lambda e: e.anchor.start):
        before = done[-1] if done else None
        if before is None or not _one_scene(before, event, layers):
            done.append(event)
        else:
            done.append(replace(event, where=before.where))
    return tuple(done)


def _one_scene(before: Event, event: Event, layers: Layers) -> bool:
    """Whether an act belongs to the scene of the one told before it."""
    if event.where is not None or before.where is None or before.event not in SCENES or before.status != event.status:
        return False
    if event.event not in SCENES and (event.event, event.mode) != ("RETREAT", "release"):
        return False
    if event.anchor.start - before.anchor.start > REACH or event.status not in ("asserted", "alleged"):
        return False
    one, other = (layers.paragraph_at(e.anchor.start) for e in (before, event))
    if one is None or other is None or one.index != other.index:
        return False
    sentence = layers.sentence_at(event.anchor.start)
    end = sentence.end if sentence is not None else event.anchor.end
    named = (t for t in layers.toponyms_in(before.anchor.start + 1, end) if t.use != "adjective")
    return all(t.start == before.where.mention.start for t in named)
