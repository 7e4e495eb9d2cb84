"""Condition drafts to conditions: place, since and cause linked, each under the statement it stands on."""

import re
from datetime import date

from msgspec.structs import replace

from onrecord.extract.drafts import ConditionDraft
from onrecord.link.linkers import Linkers
from onrecord.link.voices import Voices
from onrecord.model import Condition, Event, Place, Span, Statement, Time
from onrecord.model.ids import record_id


def link_conditions(
    drafts: tuple[ConditionDraft, ...], events: tuple[Event, ...], linkers: Linkers, voices: Voices
) -> tuple[Condition, ...]:
    """One condition a draft, in the drafts' order."""
    found = _placed(tuple(_condition(draft, events, linkers, voices) for draft in drafts))
    return tuple(
        replace(condition, cause=_cause(draft, condition, events, found))
        for draft, condition in zip(drafts, found, strict=True)
    )


def _condition(draft: ConditionDraft, events: tuple[Event, ...], linkers: Linkers, voices: Voices) -> Condition:
    statement = voices.around(draft.evidence)
    document = linkers.layers.document.id
    return Condition(
        id=record_id("condition", document, (draft.evidence,), draft.kind),
        doc=document,
        kind=draft.kind,
        place=_place(draft.place, linkers) or _unnamed(draft, linkers),
        state=draft.state,
        severity=draft.severity,
        sectors=draft.sectors,
        restricted=tuple(span.text for span in draft.restricted),
        affected=None if draft.affected is None else draft.affected.text,
        since=_since(draft, statement, events, linkers),
        quantity=None if draft.quantity is None else draft.quantity.text,
        evidence=draft.evidence,
        status=draft.status,
        negated=draft.negated,
        statement=statement.id if statement else None,
    )


def _place(words: Span | None, linkers: Linkers) -> Place | None:
    """The place of the words; where they name it in other letters than elsewhere ("the Lachin corridor"), that one."""
    if words is None or (place := linkers.place(words)) is not None:
        return None if words is None else place
    folded = words.text.casefold()
    named = [p for p in linkers.places.mentions() if p.mention.text.casefold() in folded and " " in p.mention.text]
    return max(named, key=lambda p: (len(p.mention.text), -p.mention.start), default=None)


def _unnamed(draft: ConditionDraft, linkers: Linkers) -> Place | None:
    """A route that is on no map, or that the text calls by its kind only ("the road"): a place by its words alone.

    "The road" has the name of the one road that the text names ("the Semera-Abala road"); it is on no map either.
    """
    if draft.kind != "access" or draft.place is None:
        return None
    words = _BARE_ROUTE.fullmatch(draft.place.text)
    if words is None:
        return Place(mention=draft.place)
    named = re.findall(rf"\b((?:[A-Z][\w’'-]+ )+{words[1].lower()})\b", linkers.layers.text)
    names = dict.fromkeys(
        name.removeprefix("The ") for name in named if name.casefold() != f"the {words[1]}".casefold()
    )
    return Place(mention=draft.place, name=next(iter(names)) if len(names) == 1 else None)


_BARE_ROUTE = re.compile(
    r"(?:the |that |this )?(road|corridor|crossing|highway|route|bridge|pass|channel|strait|lane)", re.I
)
_CARRIED = frozenset({"humanitarian", "shortage"})


def _placed(found: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Needs told without a place have that of the others of their kind, where these all have one and the same."""
    places: dict[str, dict[str, Place]] = {}
    for condition in found:
        if condition.place is not None and condition.kind in _CARRIED:
            places.setdefault(condition.kind, {}).setdefault(
                condition.place.id or condition.place.mention.text, condition.place
            )
    return tuple(
        replace(c, place=next(iter(places[c.kind].values())))
        if c.place is None and len(places.get(c.kind, {})) == 1
        else c
        for c in found
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


def _names_route(words: str, closure: Condition) -> bool:
    place = closure.place
    return place is not None and any(
        name is not None and name.casefold() in words.casefold() for name in (place.name, place.mention.text)
    )
