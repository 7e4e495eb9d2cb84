"""Who takes part in a sitting: whoever chairs it, and the delegates who are quoted as speaking there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.event_bodies import asked_to_sit
from onrecord.link.floor import has_office
from onrecord.link.gatherings import ATTENDS, REACH
from onrecord.link.linkers import Linkers, carried, identity
from onrecord.link.sessions import is_delegate
from onrecord.link.sitting_passages import Passage, is_body_name, is_member
from onrecord.model import Actor, Event, Statement

_ASKED_FOR = "consult.session-asked-for"
"""The rule for a session told by the request for it, which names no body."""
BEFORE = 500
"""Code points before a sitting within which its body is named."""


def with_speakers(
    events: Sequence[Event], statements: Sequence[Statement], linkers: Linkers, told: Sequence[Passage]
) -> list[Event]:
    """The events in their order; the sittings of bodies with those who speak there as actors beside the body.

    `told` are the passages in which the document tells of sittings. A delegate speaks at the sitting that was told of
    last before his words; who "chaired the session" chaired that one, and his doing so is no sitting of its own.
    """
    events = [_of_body(event, linkers) for event in events]
    sat = [e for e in events if _sits(e)]
    joined = _with_those_there(events, sat, statements, linkers, told) if sat else events
    return [asked_to_sit(event, joined, linkers) for event in joined]


def _with_those_there(
    events: Sequence[Event],
    sat: Sequence[Event],
    statements: Sequence[Statement],
    linkers: Linkers,
    told: Sequence[Passage],
) -> list[Event]:
    present: dict[str, list[tuple[int, Actor]]] = {}
    chaired: set[str] = set()
    for event in events:
        last = _last(sat, event.anchor.start) if _chairs(event) else None
        if last is not None:
            chaired.add(event.id)
            present.setdefault(last.id, []).extend((event.anchor.start, actor) for actor in event.actors)
    for one in statements:
        at = one.content[0].start
        inside = any(p.start <= at < p.end for p in told)
        last = _last(sat, at) if _there(one, inside, linkers) else None
        if last is not None and one.speaker is not None:
            present.setdefault(last.id, []).append((at, one.speaker))
    kept = [event for event in events if event.id not in chaired]
    return [_joined(e, sorted(present[e.id], key=lambda p: p[0])) if e.id in present else e for e in kept]


def _of_body(event: Event, linkers: Linkers) -> Event:
    """A meeting of those who sit in a body ("envoys to the union met") as the sitting of the body."""
    meets = event.event == "CONSULT" and event.mode in (None, "multilateral") and not event.negated
    if event.coded_by.rule == _ASKED_FOR or (meets and event.mode and event.status == "asserted" and not event.actors):
        return replace(event, actors=_bodies(event, linkers))
    if not meets or event.recipients or len(event.actors) != 1:
        return event
    (actor,) = event.actors
    words = actor.mention.text if actor.mention is not None else ""
    if event.mode is None and actor.kind in ("organization", "unknown") and is_body_name(words):
        return replace(event, mode="multilateral") if event.status == "asserted" else event
    if actor.kind not in ("people", "group") or actor.mention is None or not is_member(words):
        return event
    span = actor.mention
    within = [a for a in linkers.actors.mentions() if a.mention and span.start <= a.mention.start < span.end]
    body = next((a for a in within if a.kind == "organization" and a.resolved_by != "unresolved"), None)
    return event if body is None else replace(event, mode="multilateral", actors=(replace(body, mention=span),))


def _bodies(event: Event, linkers: Linkers) -> tuple[Actor, ...]:
    """The body of a sitting that is told without it: the one named before it in its sentence, else last before it."""
    named = [a for a in linkers.actors.mentions() if a.kind == "organization" and a.mention and is_organ(a)]
    near = [a for a in named if a.mention and 0 < event.anchor.start - a.mention.start <= BEFORE]
    own = [a for a in near if a.mention and a.mention.start >= event.evidence.start]
    if own:
        return (own[0],)
    return (carried(near[-1]),) if near else ()


def is_organ(actor: Actor) -> bool:
    """Whether an organisation is a body that sits, by its name or its kind."""
    return actor.sector == "IGO" or (actor.mention is not None and is_body_name(actor.mention.text))


def _last(sat: Sequence[Event], offset: int) -> Event | None:
    """The sitting told of last before a place, near it."""
    before = [e for e in sat if 0 <= offset - e.anchor.start <= REACH]
    return max(before, key=lambda e: e.anchor.start, default=None)


def _sits(event: Event) -> bool:
    """Whether a body or those who sit in it met, on the report's own word."""
    held = event.event == "CONSULT" and event.mode == "multilateral" and event.status == "asserted"
    return held and not _chairs(event) and any(_is_body(a) for a in event.actors)


def _is_body(actor: Actor) -> bool:
    words = actor.mention.text if actor.mention is not None else actor.name or ""
    return actor.kind in ("organization", "group") or (actor.kind == "unknown" and is_body_name(words))


def _chairs(event: Event) -> bool:
    """Whether an event only tells who chaired or attended a sitting that was told of before."""
    people = bool(event.actors) and all(a.kind == "person" for a in event.actors)
    return event.event == "CONSULT" and people and ATTENDS.search(event.evidence.text) is not None


def _there(one: Statement, inside: bool, linkers: Linkers) -> bool:
    """Whether somebody with a name speaks there for a state or a body.

    `inside` says that the report tells of the sitting there: then its ministers and officials count, and a delegate who
    speaks to the press when it is over was there.
    """
    if one.speaker is None or one.speaker.kind != "person" or not one.speaker.name or one.parent is not None:
        return False
    delegate = is_delegate(one)
    if one.channel == "speech":
        return delegate or (inside and has_office(one.speaker, linkers.layers))
    return one.channel == "press briefing" and inside and delegate


def _joined(event: Event, speakers: Sequence[tuple[int, Actor]]) -> Event:
    """A sitting with those who spoke there, each once, in the order in which they took the floor."""
    seen = {identity(actor) for actor in event.actors}
    added: list[Actor] = []
    for _, speaker in speakers:
        if identity(speaker) not in seen:
            seen.add(identity(speaker))
            added.append(speaker)
    return replace(event, actors=(*event.actors, *added))
