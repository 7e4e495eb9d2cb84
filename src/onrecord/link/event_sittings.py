"""Who takes part in a sitting: whoever chairs it, and the delegates who are quoted as speaking there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.gatherings import ATTENDS, REACH
from onrecord.link.linkers import identity
from onrecord.link.sessions import is_delegate
from onrecord.model import Actor, Event, Statement


def with_speakers(events: Sequence[Event], statements: Sequence[Statement]) -> list[Event]:
    """The events in their order; the sittings of bodies with the delegates who speak there as actors beside the body.

    A delegate speaks at the sitting that was told of last before his words; who "chaired the session" chaired that one,
    and his doing so is no sitting of its own.
    """
    sat = [e for e in events if _sits(e)]
    if not sat:
        return list(events)
    present: dict[str, list[tuple[int, Actor]]] = {}
    chaired: set[str] = set()
    for event in events:
        last = _last(sat, event.anchor.start) if _chairs(event) else None
        if last is not None:
            chaired.add(event.id)
            present.setdefault(last.id, []).extend((event.anchor.start, actor) for actor in event.actors)
    for one in statements:
        last = _last(sat, one.content[0].start) if _there(one) else None
        if last is not None and one.speaker is not None:
            present.setdefault(last.id, []).append((one.content[0].start, one.speaker))
    kept = [event for event in events if event.id not in chaired]
    return [_joined(e, sorted(present[e.id], key=lambda p: p[0])) if e.id in present else e for e in kept]


def _last(sat: Sequence[Event], offset: int) -> Event | None:
    """The sitting told of last before a place, near it."""
    before = [e for e in sat if 0 <= offset - e.anchor.start <= REACH]
    return max(before, key=lambda e: e.anchor.start, default=None)


def _sits(event: Event) -> bool:
    """Whether a body or those who sit in it met, on the report's own word."""
    held = event.event == "CONSULT" and event.mode == "multilateral" and event.status == "asserted"
    return held and not _chairs(event) and any(a.kind in ("organization", "group") for a in event.actors)


def _chairs(event: Event) -> bool:
    """Whether an event only tells who chaired or attended a sitting that was told of before."""
    people = bool(event.actors) and all(a.kind == "person" for a in event.actors)
    return event.event == "CONSULT" and people and ATTENDS.search(event.evidence.text) is not None


def _there(one: Statement) -> bool:
    """Whether somebody with a name speaks there for a state or a body."""
    named = one.speaker is not None and one.speaker.kind == "person" and bool(one.speaker.name)
    return named and one.channel == "speech" and one.parent is None and is_delegate(one)


def _joined(event: Event, speakers: Sequence[tuple[int, Actor]]) -> Event:
    """A sitting with those who spoke there, each once, in the order in which they took the floor."""
    seen = {identity(actor) for actor in event.actors}
    added: list[Actor] = []
    for _, speaker in speakers:
        if identity(speaker) not in seen:
            seen.add(identity(speaker))
            added.append(speaker)
    return replace(event, actors=(*event.actors, *added))
