"""Telephone calls that the report tells of and the codebook missed or read by halves, as events.

A contact knows both sides, also where they stand in two sentences ("In a phone call, Reyes said …").
"""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.annotate.phrases import clause_head, clause_span
from onrecord.codebook.plover import TYPES, intensity
from onrecord.link.contacts import Contact
from onrecord.link.linkers import Linkers, identity, states_of
from onrecord.link.voices import Voices
from onrecord.model import CodedBy, Event, Span
from onrecord.model.ids import record_id

CODED_BY = CodedBy(model="contacts", score=0.75)
"""No rule of the codebook fired: the search for contacts (`link/contacts.py`) found the call."""


def with_calls(
    events: Sequence[Event], calls: Sequence[Contact], linkers: Linkers, voices: Voices
) -> tuple[Event, ...]:
    """The events with one for each call: the codebook's with both parties, else a new one in its place.

    "Called X to discuss the road" is no demand: what the codebook made of the word "called" is left out.
    """
    found = [_of_the_two(event, calls) for event in events]
    for call in calls:
        word = _word(linkers.layers, call.start) if call.channel == "phone call" else None
        if word is None:
            continue
        found = [e for e in found if not (e.event == "REQUEST" and e.anchor.overlap(word) and word.text == "called")]
        told = [n for n, e in enumerate(found) if _tells(e, word, call)]
        if told:
            found[told[0]] = _both_sides(found[told[0]], call)
        elif (event := _event(word, call, linkers, voices)) is not None:
            found.append(event)
    return tuple(sorted(found, key=lambda event: (event.anchor.start, event.anchor.end, event.id)))


def _of_the_two(event: Event, calls: Sequence[Contact]) -> Event:
    """A contact of unnamed several ("a call between their foreign ministers") with the two whom its own clause, or else
    every contact of the report, tells of."""
    if event.event != "CONSULT" or event.mode not in (None, "phone") or event.recipients or not _unnamed(event, calls):
        return event
    own = [call for call in calls if event.evidence.start <= call.start < event.evidence.end]
    pairs = {tuple(identity(party) for party in call.parties): call.parties for call in own or calls}
    parties = next(iter(pairs.values()), ()) if len(pairs) == 1 else ()
    persons = len(parties) == 2 and all(party.kind == "person" for party in parties)
    return replace(event, actors=parties) if persons and (own or event.mode == "phone") else event


def _unnamed(event: Event, calls: Sequence[Contact]) -> bool:
    """Whether the actors are several without names, or states and officials of the contacts themselves."""
    known = {party.name for call in calls for party in call.parties}
    states = {state for call in calls for party in call.parties for state in states_of(party)}
    vague = [
        a
        for a in event.actors
        if a.name not in known and not (a.kind in ("state", "government") and states_of(a) & states)
    ]
    plural = all(a.id is None or a.id.startswith("local:") for a in vague) and all(a.kind != "person" for a in vague)
    return plural and bool(vague or any(a.name not in known for a in event.actors))


def _tells(event: Event, word: Span, call: Contact) -> bool:
    """Whether an event is this call: told in the same clause, or a call of the same parties anywhere."""
    if event.event != "CONSULT":
        return False
    parties = {party.name for party in call.parties}
    return event.evidence.overlap(word) > 0 or (
        event.mode == "phone" and parties <= {actor.name for actor in (*event.actors, *event.recipients)}
    )


def _both_sides(event: Event, call: Contact) -> Event:
    """A call has two actors and nobody to whom it is done."""
    named = {actor.name for actor in event.actors}
    if event.mode != "phone" or len(event.actors) >= len(call.parties) or not named <= {p.name for p in call.parties}:
        return event
    return replace(event, actors=call.parties, recipients=())


def _event(word: Span, call: Contact, linkers: Linkers, voices: Voices) -> Event | None:
    paragraph = linkers.layers.paragraph_at(word.start)
    tokens = None if paragraph is None else paragraph.tokens(word)
    if paragraph is None or tokens is None:
        return None
    document, statement = linkers.layers.document.id, voices.around(word)
    return Event(
        id=record_id("event", document, (word,), "CONSULT", "phone"),
        doc=document,
        event="CONSULT",
        mode="phone",
        quad=TYPES["CONSULT"].quad,
        intensity=intensity("CONSULT", "phone"),
        actors=call.parties,
        anchor=word,
        evidence=paragraph.span(clause_span(clause_head(tokens.root))),
        when=linkers.time(call.when),
        statement=statement.id if statement else None,
        coded_by=CODED_BY,
    )


def _word(layers: Layers, start: int) -> Span | None:
    """The word that begins at `start`."""
    paragraph = layers.paragraph_at(start)
    if paragraph is None:
        return None
    token = next((t for t in paragraph.words if paragraph.start + t.idx == start), None)
    return None if token is None else layers.span(start, start + len(token))
