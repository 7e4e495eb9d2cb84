"""Event drafts to events: actors, place and day linked, each under the statement it stands on."""

from onrecord.codebook.plover import TYPES, intensity
from onrecord.extract.drafts import EventDraft
from onrecord.link.linkers import Linkers, distinct
from onrecord.link.voices import Voices
from onrecord.model import Actor, Event, Statement
from onrecord.model.ids import record_id
from onrecord.model.vocabulary import Status


def link_events(drafts: tuple[EventDraft, ...], linkers: Linkers, voices: Voices) -> tuple[Event, ...]:
    """One event a draft, in the drafts' order."""
    return tuple(_event(draft, linkers, voices) for draft in drafts)


def _event(draft: EventDraft, linkers: Linkers, voices: Voices) -> Event:
    statement = voices.around(draft.anchor)
    voice = statement.speaker if statement else None
    audience = statement.addressees if statement else ()
    actors = linkers.all_actors(draft.actors, voice, audience)
    recipients = linkers.all_actors(draft.recipients, voice, audience)
    document = linkers.layers.document.id
    return Event(
        id=record_id("event", document, (draft.anchor,), draft.event, draft.mode or ""),
        doc=document,
        event=draft.event,
        mode=draft.mode,
        contexts=draft.contexts,
        quad=TYPES[draft.event].quad,
        intensity=intensity(draft.event, draft.mode),
        actors=_with_speaker(draft, actors, voice),
        recipients=recipients,
        anchor=draft.anchor,
        evidence=draft.evidence,
        where=linkers.place(draft.where),
        when=linkers.time(draft.when),
        status=_status(draft, statement),
        negated=draft.negated,
        statement=statement.id if statement else None,
        detail=draft.detail,
        coded_by=draft.coded_by,
    )


def _with_speaker(draft: EventDraft, actors: tuple[Actor, ...], voice: Actor | None) -> tuple[Actor, ...]:
    """The actors, with the speaker where the act is his own: unnamed, or done in his country's name."""
    if voice is None or not draft.performative:
        return actors
    own = any(set(actor.country) & set(voice.country) for actor in actors)
    return distinct([*actors, voice]) if own or draft.implied_actor else actors


def _status(draft: EventDraft, statement: Statement | None) -> Status:
    """Alleged where the act happened only on a speaker's word; a speaker's own act of speech is asserted."""
    if draft.status == "asserted" and statement is not None and not draft.performative:
        return "alleged"
    return draft.status
