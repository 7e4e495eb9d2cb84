"""Whose meeting it is: a sitting told without the body that sits, and a sitting that somebody asked for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.event_owners import with_owners
from onrecord.link.linkers import Linkers, carried
from onrecord.link.sides import ONLOOKERS
from onrecord.model import Actor, Event

REACH = 600
"""How far from a sitting its body or whoever asked for it is told, in characters."""


def with_bodies(events: Sequence[Event]) -> list[Event]:
    """The events in their order; sittings of nobody named with the body that acted last before them."""
    seated: list[Event] = []
    for event in events:
        sits = event.event == "CONSULT" and event.mode == "multilateral" and not event.actors
        body = _body(event, seated) if sits else ()
        seated.append(replace(event, actors=body) if body else event)
    return seated


def _body(event: Event, before: Sequence[Event]) -> tuple[Actor, ...]:
    """The organisation that acted last before a sitting: none that only reports or helps."""
    near = [e for e in before if event.anchor.start - e.anchor.start <= REACH]
    bodies = ([a for a in (*e.actors, *e.recipients) if _may_sit(a)] for e in reversed(near))
    return next(((carried(found[0]),) for found in bodies if found), ())


def _may_sit(actor: Actor) -> bool:
    return actor.kind == "organization" and actor.id is not None and actor.sector not in ONLOOKERS


def asked_to_sit(event: Event, events: Sequence[Event], linkers: Linkers) -> Event:
    """A request for a sitting with the body that sat, where its clause names nobody who was asked."""
    if event.event != "REQUEST" or event.mode != "meet" or event.recipients:
        return event
    sat = [e for e in events if e.event == "CONSULT" and e.mode == "multilateral" and e.actors]
    near = [e for e in sat if abs(e.anchor.start - event.anchor.start) <= REACH]
    best = min(near, key=lambda e: abs(e.anchor.start - event.anchor.start), default=None)
    bodies = [] if best is None else [a for a in best.actors if a.kind == "organization"]
    asked = with_owners("REQUEST", "meet", tuple(bodies), linkers)
    return replace(event, recipients=tuple(map(carried, asked)))
