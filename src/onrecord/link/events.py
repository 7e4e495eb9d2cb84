"""Event drafts to events: actors, place and day linked, each on the word it stands on, mentions of one event merged."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.codebook.plover import TYPES, VERBAL, intensity
from onrecord.extract.drafts import EventDraft
from onrecord.link.anonymous import described
from onrecord.link.answers import Told, with_answered
from onrecord.link.event_bodies import with_bodies
from onrecord.link.event_cities import with_states, without_cities, without_places, without_spots
from onrecord.link.event_neighbours import with_neighbour
from onrecord.link.event_owners import with_owners, with_senders
from onrecord.link.event_places import destination, event_place
from onrecord.link.event_promises import asking, claimed, own_asked, told_to
from onrecord.link.event_scene import with_scenes
from onrecord.link.event_sides import Sides
from onrecord.link.event_speakers import spoken
from onrecord.link.event_trade import without_trade
from onrecord.link.events_merge import merged
from onrecord.link.linkers import Linkers, distinct, identity
from onrecord.link.recipient_choice import recipients
from onrecord.link.referents import Polity
from onrecord.link.voices import Voices
from onrecord.model import Actor, Event, Place, Span, Statement, Time
from onrecord.model.ids import record_id
from onrecord.model.vocabulary import Status

MATERIAL = frozenset(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "RETREAT"])
"""Events that happen on the ground, at some place."""
MOVING = frozenset(["ASSAULT", "MOBILIZE"])
"""Of these, those that go somewhere."""
WHOM = frozenset(["of"])
TO = frozenset(["to", "on", "upon"])
"""Prepositions behind which words are turned to somebody."""
VIOLENT = 4
"""PLOVER's quad of material conflict."""
OUTWARD = frozenset(["THREATEN", "REQUEST", "SUPPORT", "AGREE"])
"""Acts of words that those who speak for a state do not turn to this very state."""


def link_events(drafts: tuple[EventDraft, ...], linkers: Linkers, voices: Voices) -> tuple[Event, ...]:
    """The events of a document: one a draft, but for mentions of one event, which become one record.

    An act that is only implied by somebody's words ("Velmar broke the truce") needs that somebody: without a
    statement around it there is no accusation, and no record.
    """
    linked = [(d, event) for d in drafts if (event := _event(d, linkers, voices)) is not None]
    by_id = {event.id: draft for draft, event in linked}
    sides = Sides(linkers)
    whole = list(merged([event for _, event in linked], {event.id for draft, event in linked if draft.known}))
    named = _recipients(whole)
    whole = sides.helped(whole)
    by_id = {event.id: own_asked(by_id[event.id], event) for event in whole}
    told = [Told(e, asking(by_id[e.id], e), voices.around(e.anchor), _paragraph(linkers, e)) for e in whole]
    answered = [claimed(_owned(event, linkers), voices.around(event.anchor)) for event in with_answered(told)]
    answers = _recipients(answered)
    to_nobody = frozenset(event.id for event in answered if by_id[event.id].to_nobody)
    turned = with_bodies(sides.turned(answered, to_nobody))
    chosen = recipients(turned, by_id, named, answers, linkers, voices)
    whose = [e if e.recipients == was.recipients else _owned(e, linkers) for e, was in zip(chosen, turned, strict=True)]
    return without_trade(with_scenes([_written(e, linkers) for e in whose], linkers.layers), linkers.layers)


def _recipients(events: Sequence[Event]) -> dict[str, frozenset[str]]:
    """By id of an event its recipients' identities."""
    return {event.id: frozenset(map(identity, event.recipients)) for event in events}


def _written(event: Event, linkers: Linkers) -> Event:
    """An event whose states, from wherever they were taken over, go by the names that the report uses."""
    names = linkers.actors.stage.names

    def named(actor: Actor) -> Actor:
        if actor.kind != "state" or len(actor.country) != 1 or actor.resolved_by not in ("carried", "coreference"):
            return actor
        return replace(actor, name=names.written(Polity.of(actor.country[0])))

    return replace(event, actors=tuple(map(named, event.actors)), recipients=tuple(map(named, event.recipients)))


def _owned(event: Event, linkers: Linkers) -> Event:
    """An event whose recipients were carried from an act before, with the states of forces among them."""
    if not any(actor.resolved_by == "carried" for actor in event.recipients):
        return event
    return replace(event, recipients=with_owners(event.event, event.mode, event.recipients, linkers, event.actors))


def _paragraph(linkers: Linkers, event: Event) -> int:
    paragraph = linkers.layers.paragraph_at(event.anchor.start)
    return -1 if paragraph is None else paragraph.index


def _event(draft: EventDraft, linkers: Linkers, voices: Voices) -> Event | None:
    statement = voices.around(draft.anchor)
    voice = statement.speaker if statement else None
    if draft.implied_actor and voice is None:
        return None
    audience = statement.addressees if statement else ()
    named = voices.meant(linkers.all_actors(draft.actors, voice, audience))
    actors = spoken(draft, named, statement, voices.told_by(draft.anchor), linkers)
    actors = with_senders(
        draft.event, _with_speaker(draft, without_cities(draft.event, actors, linkers), voice), linkers
    )
    recipients = linkers.all_actors(draft.recipients, voice, audience)
    recipients = told_to(draft, recipients, voices.told_by(draft.anchor))
    recipients = with_states(draft.event, draft.mode, without_places(draft.event, recipients, linkers), linkers)
    recipients = with_owners(draft.event, draft.mode, recipients, linkers, actors)
    recipients = with_neighbour(draft, actors, _foreign(draft, _others(recipients, actors), actors, linkers), linkers)
    if draft.mutual and len(actors) > 1:
        recipients = actors
    alone = draft.mode == "multilateral"  # a body that sits
    if draft.coded_by.model is not None and draft.recipients and not recipients and len(actors) < 2 and not alone:
        return None  # the learned coder tells what one does to another, and there is no other
    if draft.event != "CONSULT" or len(recipients) > 1:  # "is due in Lima on Monday": its government's guest
        recipients = without_spots(recipients, linkers)
    document = linkers.layers.document.id
    return Event(
        id=record_id("event", document, (draft.anchor,), draft.event, draft.mode or ""),
        doc=document,
        event=draft.event,
        mode=draft.mode,
        contexts=draft.contexts,
        quad=TYPES[draft.event].quad,
        intensity=intensity(draft.event, draft.mode),
        actors=_described(linkers, actors),
        recipients=_described(linkers, recipients),
        anchor=draft.anchor,
        evidence=draft.evidence,
        where=_where(draft, linkers),
        when=linkers.time(draft.when) or _said_when(draft, actors, statement),
        status=_status(draft, actors, statement),
        negated=draft.negated,
        statement=statement.id if statement else None,
        detail=draft.detail,
        coded_by=draft.coded_by,
    )


def _described(linkers: Linkers, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The parties, those without a name under the report's own words for them ("a shepherd"), people who are known by
    no more than a noun with whose or what they are ("families of the drowned")."""
    return tuple(
        _whose(linkers, actor) if actor.name else described(linkers.layers, actor) or actor for actor in actors
    )


def _whose(linkers: Linkers, actor: Actor) -> Actor:
    if actor.kind != "people" or actor.resolved_by != "unresolved" or actor.country:
        return actor
    longer = described(linkers.layers, replace(actor, name=None), WHOM)
    more = longer is not None and longer.name is not None and longer.name.startswith(f"{actor.name} of ")
    return longer if more and longer is not None else actor


def _where(draft: EventDraft, linkers: Linkers) -> Place | None:
    """The place of the event itself: the one its clause names, else the likeliest one of its sentence, if likely.

    The second is learned from sentences on violence and what goes with it, and asked only for such events.
    """
    named = linkers.place(draft.where)
    if named is not None or draft.event not in MATERIAL:
        return named
    likeliest = event_place(linkers.layers, draft.anchor)
    if likeliest is None and draft.event in MOVING:
        likeliest = destination(linkers.layers, draft.anchor)
    return linkers.place(likeliest)


def _said_when(draft: EventDraft, actors: tuple[Actor, ...], statement: Statement | None) -> Time | None:
    """When somebody said what does an act of words by being said: "said on Monday that it rejects the plan"."""
    if statement is None or statement.speaker is None or not draft.performative or draft.status != "asserted":
        return None
    said = draft.event in VERBAL and any(draft.anchor in part for part in statement.content)
    dated = statement.when is not None and statement.when.start is not None
    return statement.when if said and dated and _own(actors, statement.speaker) else None


def _others(recipients: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The recipients that are not among the actors: nobody acts upon himself."""
    own = {identity(actor) for actor in actors}
    return tuple(r for r in recipients if identity(r) not in own)


def _foreign(
    draft: EventDraft, recipients: tuple[Actor, ...], actors: tuple[Actor, ...], linkers: Linkers
) -> tuple[Actor, ...]:
    """The recipients of an act of words without the state for which its actor speaks ("warned that London …"), unless
    his very words are turned to it ("the mayor asked the government for a subsidy")."""
    own = {code for actor in actors if actor.sector == "GOV" for code in actor.country}
    if draft.event == "SANCTION" and draft.mode == "withdraw":
        # "expelled two Malian envoys, and Mali recalled its own": not towards these
        return tuple(r for r in recipients if not (own & set(r.country) and r.sector == "GOV"))
    if draft.event not in OUTWARD:
        return recipients
    if len(recipients) == 1 and _turned_to(linkers, recipients[0].mention, draft.anchor):
        return recipients
    return tuple(r for r in recipients if r.kind not in ("state", "government") or not own & set(r.country))


def _turned_to(linkers: Linkers, mention: Span | None, anchor: Span) -> bool:
    """Whether the words for one recipient are the object of the very word that tells the act, or stand behind its
    "to"."""
    words, verb = linkers.layers.tokens(mention), linkers.layers.tokens(anchor)
    if words is None or verb is None or not len(words) or not len(verb):
        return False
    root = words.root
    if root.dep_ == "pobj":
        return root.head.lower_ in TO and root.head.head == verb.root
    return root.dep_ in ("dobj", "dative") and root.head == verb.root


def _with_speaker(draft: EventDraft, actors: tuple[Actor, ...], voice: Actor | None) -> tuple[Actor, ...]:
    """The actors, with the speaker where the act is his own: unnamed, or done in his country's name."""
    if voice is None or not draft.performative:
        return actors
    return distinct([*actors, voice]) if _own(actors, voice) or draft.implied_actor else actors


def _own(actors: tuple[Actor, ...], voice: Actor) -> bool:
    """Whether the speaker is among the actors, or speaks for the same state."""
    same = (identity(a) == identity(voice) or set(a.country) & set(voice.country) for a in actors)
    return any(same) or (voice.state is not None and any(a.state == voice.state for a in actors))


def _status(draft: EventDraft, actors: tuple[Actor, ...], statement: Statement | None) -> Status:
    """Alleged where the act happened only on a speaker's word.

    A speaker's own act of speech is asserted, and so is his or his spokesman's account of his own deed; an act
    told by the cue of a statement ("called on") is the report's own word. What was said is asserted on the account
    that tells it, unless witnesses do: "the ministry said he had refused", but "residents said they were threatened".
    """
    if draft.status != "asserted" or statement is None or draft.implied_actor:
        return draft.status
    if not any(draft.anchor in part for part in statement.content):
        return "asserted"
    if draft.negated and TYPES[draft.event].quad == VIOLENT:
        return "denied"  # "Velmar has closed no crossing", said its spokesman
    judged = draft.event == "ASSAULT"  # "condemned the killing": the deed stays somebody's word
    if statement.cue is not None and statement.cue in draft.evidence and not judged:
        return "asserted"
    voice = statement.speaker
    if voice is None:
        return "alleged"
    if draft.event in VERBAL and voice.kind not in ("people", "group"):
        return "asserted"
    own = _own(actors, voice) or _for_them(draft, actors, voice) or _named_for(draft, actors, voice)
    return "asserted" if own else "alleged"


_STEM = 5
"""Letters that a state's name and its people's share ("Torvania", "Torvanian")."""


def _named_for(draft: EventDraft, actors: tuple[Actor, ...], voice: Actor) -> bool:
    """Whether the voice's words name the same state as an actor's, where no table knows it; peaceful acts only."""
    if TYPES[draft.event].quad > 2 or voice.mention is None:
        return False
    stems = _stems(voice)
    return any(stems & _stems(actor) for actor in actors)


def _stems(actor: Actor) -> set[str]:
    words = actor.mention.text.split() if actor.mention else []
    return {word[:_STEM] for word in words if word[:1].isupper() and len(word) > _STEM}


def _for_them(draft: EventDraft, actors: tuple[Actor, ...], voice: Actor) -> bool:
    """Whether a voice most likely speaks for the actors ("Velmar stands by Ardenia, the ministry said").

    Told of words and of peaceful deeds, where nothing shows that voice and actors stand for two countries;
    violence stays alleged.
    """
    foreign = bool(voice.country) and any(actor.country for actor in actors)
    crowd = any(actor.kind in ("people", "group") for actor in actors) or voice.kind in ("people", "group")
    return TYPES[draft.event].quad != 4 and not foreign and not crowd
