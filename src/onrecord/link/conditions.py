"""Condition drafts to conditions: place, since and cause linked, each under the statement it stands on."""

import re
from datetime import date

from msgspec.structs import replace

from onrecord.annotate.phrases import noun_phrase
from onrecord.extract.conditions_lexicon import words
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


def _place(told: Span | None, linkers: Linkers) -> Place | None:
    """The place of the words; where they name it in other letters than elsewhere ("the Lachin corridor"), that one."""
    if told is None or (place := linkers.place(told)) is not None:
        return None if told is None else place
    folded = told.text.casefold()
    named = [p for p in linkers.places.mentions() if p.mention.text.casefold() in folded and " " in p.mention.text]
    return max(named, key=lambda p: (len(p.mention.text), -p.mention.start), default=None)


def _unnamed(draft: ConditionDraft, linkers: Linkers) -> Place | None:
    """A place that is on no map, in the report's own words: a route, what the condition names, or "in X" beside it.

    "The road" has the name of the one road that the text names ("the Semera-Abala road"); it is on no map either.
    """
    if draft.kind != "access":
        if draft.place is not None:
            return Place(mention=draft.place, name=_own_name(draft.place, linkers.layers.text))
        named = _beside(draft.evidence, linkers)
        return None if named is None else Place(mention=named, name=_ARTICLE.sub("", named.text))
    if draft.place is None:
        return None
    bare = _BARE_ROUTE.fullmatch(draft.place.text)
    if bare is None or bare[1].lower() not in words("routes"):
        return Place(mention=draft.place, name=_own_name(draft.place, linkers.layers.text))
    kind = bare[1].lower()
    form = rf"\b(?:[A-Z][\w’'-]+ )+(?i:{kind})\b"
    found = re.findall(form + (r"|\bPort [A-Z][\w’'-]+\b" if kind == "port" else ""), linkers.layers.text)
    names = {name.removeprefix("The ").casefold(): name.removeprefix("The ") for name in reversed(found)}
    names.pop(kind, None)
    return Place(mention=draft.place, name=next(iter(names.values())) if len(names) == 1 else None)


def _own_name(place: Span, text: str) -> str | None:
    """The name in the words for a route ("the Harrow bridge"), to its end ("the Narrow Sound"); None of other words."""
    more = _MORE_NAME.match(text, place.end)
    name = _ARTICLE.sub("", place.text + (more.group() if more is not None else ""))
    return name if any(word[:1].isupper() for word in name.split()) else None


def _beside(evidence: Span, linkers: Linkers) -> Span | None:
    """The name after "in" or "near" in the clause of a condition, where no table knows it ("in Upper Keld")."""
    paragraph = linkers.layers.paragraph_at(evidence.start)
    tokens = None if paragraph is None else paragraph.tokens(evidence)
    if paragraph is None or tokens is None:
        return None
    for token in tokens:
        noun = next((c for c in token.children if c.dep_ == "pobj"), None) if token.lower_ in _WHERE else None
        if noun is not None and noun.pos_ == "PROPN" and noun.ent_type_ not in ("DATE", "TIME", "PERSON", "EVENT"):
            return paragraph.span(noun.doc[noun_phrase(noun).start : noun.i + 1])
    return None


_BARE_ROUTE = re.compile(r"(?:the |that |this )?([a-z]+)", re.I)
_ARTICLE = re.compile(r"^(?:the|that|this|its|their) ", re.I)
_MORE_NAME = re.compile(r"(?: [A-Z][a-z]+)+(?![\w’'])")
_WHERE = frozenset(["in", "at", "near", "around", "across", "outside", "inside", "throughout"])
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


def _names_route(told: str, closure: Condition) -> bool:
    place = closure.place
    return place is not None and any(
        name is not None and name.casefold() in told.casefold() for name in (place.name, place.mention.text)
    )
