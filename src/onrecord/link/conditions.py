"""Condition drafts to conditions: place, since and cause linked, each under the statement it stands on."""

import re
from datetime import date

from msgspec.structs import replace

from onrecord.extract.drafts import ConditionDraft
from onrecord.link.conditions_places import ConditionPlaces
from onrecord.link.linkers import Linkers
from onrecord.link.voices import Voices
from onrecord.model import Condition, Event, Place, Statement, Time
from onrecord.model.ids import record_id

_NONE = re.compile(r"^(?:no|not (?:a|one)(?: single)?|not any|any)\s+", re.IGNORECASE)
"""What says that none passed: "no convoy" is a convoy kept out."""


def link_conditions(
    drafts: tuple[ConditionDraft, ...], events: tuple[Event, ...], linkers: Linkers, voices: Voices
) -> tuple[Condition, ...]:
    """One condition a draft, in the drafts' order."""
    places = ConditionPlaces(linkers).of(drafts)
    found = tuple(
        _condition(draft, place, events, linkers, voices) for draft, place in zip(drafts, places, strict=True)
    )
    return tuple(
        replace(condition, cause=_cause(draft, condition, events, found))
        for draft, condition in zip(drafts, found, strict=True)
    )


def _condition(
    draft: ConditionDraft, place: Place | None, events: tuple[Event, ...], linkers: Linkers, voices: Voices
) -> Condition:
    statement = voices.around(draft.core or draft.evidence)
    document = linkers.layers.document.id
    return Condition(
        id=record_id("condition", document, (draft.evidence,), draft.kind),
        doc=document,
        kind=draft.kind,
        place=place,
        state=draft.state,
        severity=draft.severity,
        sectors=draft.sectors,
        restricted=tuple(dict.fromkeys(_NONE.sub("", span.text) for span in draft.restricted)),
        affected=None if draft.affected is None else draft.affected.text,
        since=_since(draft, statement, events, linkers),
        quantity=None if draft.quantity is None else draft.quantity.text,
        evidence=draft.evidence,
        status=draft.status,
        negated=draft.negated,
        statement=statement.id if statement else None,
    )


def _since(
    draft: ConditionDraft, statement: Statement | None, events: tuple[Event, ...], linkers: Linkers
) -> Time | None:
    if draft.since is None:
        return None
    return linkers.times.since(draft.since, _said_on(statement, events))


def _said_on(statement: Statement | None, events: tuple[Event, ...]) -> date | None:
    """The day of the statement: told of it, or of the gathering that is its venue; None where neither is told."""
    if statement is None:
        return None
    if statement.when is not None and (day := _one_day(statement.when)):
        return day
    if statement.venue is None:
        return None
    days = [_one_day(e.when) for e in events if e.event == "CONSULT" and _held_at(e, statement.venue)]
    return next((day for day in days if day is not None), None)


def _held_at(event: Event, venue: str) -> bool:
    return event.anchor.text.casefold() in venue.casefold()


def _one_day(time: Time | None) -> date | None:
    if time is None or time.start is None or time.start != time.end:
        return None
    return date.fromisoformat(time.start)


def _cause(
    draft: ConditionDraft, condition: Condition, events: tuple[Event, ...], found: tuple[Condition, ...]
) -> str | None:
    """The record that the cause's words tell: an event in them, a closure in them, or that of the route they name."""
    if draft.cause is None:
        return None
    closures = [c for c in found if c.kind == "access" and c.state != "open" and c.id != condition.id]
    told = next((c.id for c in closures if draft.cause.overlap(c.evidence)), None)
    told = told or next((e.id for e in events if draft.cause.overlap(e.anchor)), None)
    return told or next((c.id for c in closures if _names_route(draft.cause.text, c)), None)


def _names_route(told: str, closure: Condition) -> bool:
    place = closure.place
    return place is not None and any(
        name is not None and name.casefold() in told.casefold() for name in (place.name, place.mention.text)
    )
