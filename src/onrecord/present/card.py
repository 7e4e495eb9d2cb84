"""One record with all that is known of it, as labelled facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Actor, Agreement, Condition, Document, Event, Mention, Place, Report, Span, Statement
from onrecord.present.chain import Chains, attribution
from onrecord.present.dating import dating
from onrecord.present.phrases import cue_verb, flat, joined, marks, quoted

type Carded = Statement | Event | Condition | Agreement | Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`kind` is the record's, `title` its name, `facts` label and value; `spans` the words, the main ones first."""

    record: str
    kind: str
    title: str
    marks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]


def cards(report: Report) -> tuple[Card, ...]:
    """A card for every record, in text order."""
    chains = Chains(report.statements)
    return tuple(card(one, chains) for one in report.records() if not isinstance(one, Document))


def card(record: Carded, chains: Chains) -> Card:
    """The card of one record."""
    match record:
        case Statement():
            return _statement(record, chains)
        case Event():
            return _event(record, chains)
        case Condition():
            return _condition(record, chains)
        case Agreement():
            facts = _kept(
                ("date", record.date),
                *(("party", _actor(party)) for party in record.parties),
                *(("obliges to", flat(span.text)) for span in record.obligations),
                ("known as", record.known_id),
            )
            return Card(
                record=record.id, kind="agreement", title=record.name, marks=(), facts=facts,
                spans=(*record.mentions, *record.obligations),
            )  # fmt: skip
        case Mention():
            return _mention(record)


def _statement(one: Statement, chains: Chains) -> Card:
    when = dating(one.when)
    facts = _kept(
        ("who", "not found" if one.speaker is None else _actor(one.speaker)),
        ("how", f"{one.kind}, {one.act}" + ("" if one.cue is None else f", {quoted(flat(one.cue.text))}")),
        *(("to", _actor(actor)) for actor in one.addressees),
        ("channel", None if one.channel == "unknown" else one.channel),
        ("venue", one.venue),
        ("when", None if when is None else when.phrase),
        ("why no date", None if when is None else when.reason),
        ("stands", attribution(chains.voices(one.parent)) or "on the report’s own word"),
        ("words", joined(one.content)),
    )
    speaker = "Speaker not found" if one.speaker is None else _name(one.speaker)
    spans = (*one.content, *(span for span in (one.cue, _mentioned(one.speaker)) if span is not None))
    return Card(
        record=one.id, kind="statement", title=f"{speaker}: {cue_verb(one.cue)}",
        marks=("not said",) if one.negated else (), facts=facts, spans=spans,
    )  # fmt: skip


def _event(one: Event, chains: Chains) -> Card:
    when = dating(one.when)
    coder = one.coded_by.rule or one.coded_by.model or "not said"
    facts = _kept(
        *(("by", _actor(actor)) for actor in one.actors),
        *(("to", _actor(actor)) for actor in one.recipients),
        ("status", ", ".join((one.status, *(marks("asserted", one.negated))))),
        ("stands", attribution(chains.voices(one.statement)) or "on the report’s own word"),
        ("when", None if when is None else when.phrase),
        ("why no date", None if when is None else when.reason),
        ("where", None if one.where is None else _place(one.where)),
        *_details(one),
        ("contexts", ", ".join(one.contexts)),
        ("class", f"quad {one.quad}, intensity {one.intensity:g}"),
        ("coded by", f"{coder}, score {one.coded_by.score:.2f}, on {quoted(flat(one.anchor.text))}"),
        ("words", flat(one.evidence.text)),
    )
    return Card(
        record=one.id, kind="event", title=one.event if one.mode is None else f"{one.event} {one.mode}",
        marks=marks(one.status, one.negated), facts=facts,
        spans=(one.anchor, one.evidence, *one.mentions, *_detail_spans(one)),
    )  # fmt: skip


def _condition(one: Condition, chains: Chains) -> Card:
    since = dating(one.since)
    facts = _kept(
        ("place", None if one.place is None else _place(one.place)),
        ("state", one.state),
        ("severity", one.severity),
        ("sectors", ", ".join(one.sectors)),
        ("restricted", ", ".join(one.restricted)),
        ("affected", one.affected),
        ("quantity", one.quantity),
        ("since", None if since is None else since.phrase),
        ("why no date", None if since is None else since.reason),
        ("status", one.status),
        ("stands", attribution(chains.voices(one.statement)) or "on the report’s own word"),
        ("words", flat(one.evidence.text)),
    )
    return Card(
        record=one.id, kind="condition", title=one.kind, marks=marks(one.status, one.negated), facts=facts,
        spans=(one.evidence,),
    )  # fmt: skip


def _mention(one: Mention) -> Card:
    when = dating(one.time)
    facts = _kept(
        ("is", None if one.actor is None else _actor(one.actor)),
        ("found by", None if one.actor is None else one.actor.resolved_by),
        ("is", None if one.place is None else _place(one.place)),
        ("is", None if when is None else when.days or "no calendar date"),
        ("value", None if one.time is None else one.time.value),
        ("known by", None if one.time is None else one.time.basis),
        ("why no date", None if when is None else when.reason),
    )
    return Card(
        record=one.id, kind=one.kind, title=quoted(flat(one.span.text)), marks=(), facts=facts, spans=(one.span,)
    )


def _details(one: Event) -> Iterator[tuple[str, str]]:
    for name in one.detail.__struct_fields__:
        value: Span | tuple[Span, ...] | None = getattr(one.detail, name)
        for span in value if isinstance(value, tuple) else () if value is None else (value,):
            yield name.replace("_", " "), flat(span.text)


def _detail_spans(one: Event) -> Iterator[Span]:
    for name in one.detail.__struct_fields__:
        value: Span | tuple[Span, ...] | None = getattr(one.detail, name)
        yield from value if isinstance(value, tuple) else () if value is None else (value,)


def _mentioned(actor: Actor | None) -> Span | None:
    return None if actor is None else actor.mention


def _name(actor: Actor) -> str:
    words = "" if actor.mention is None else quoted(flat(actor.mention.text))
    return actor.name or words or "somebody"


def _actor(actor: Actor) -> str:
    known = (_name(actor), actor.office, actor.state or "/".join(actor.country), actor.sector)
    guesses = " or ".join(candidate.name for candidate in actor.candidates)
    open_end = (f"not identified{f' (could be {guesses})' if guesses else ''}",)
    return " · ".join(part for part in (*known, *(open_end if actor.resolved_by == "unresolved" else ())) if part)


def _place(place: Place) -> str:
    where = None if place.lat is None or place.lon is None else f"{place.lat:.3f}, {place.lon:.3f}"
    if place.id is None and where is None:
        where = "not found on the map"
    parts = (place.name or quoted(flat(place.mention.text)), place.kind, "/".join(place.country), where)
    return " · ".join(part for part in parts if part)


def _kept(*facts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)
