"""To whom something is asked or promised that the clause turns to nobody: whoever hears it, or tells of it."""

from __future__ import annotations

import dataclasses
import re

from msgspec.structs import replace

from onrecord.extract.drafts import EventDraft, TakenUp
from onrecord.link.linkers import carried, distinct, states_of
from onrecord.link.voices_of import principal
from onrecord.model import Actor, Event, Statement
from onrecord.model.vocabulary import CONTACTS

_TO_HIM = re.compile(r"\b(?:protest|complain|apologi|regret|sorry|object)", re.IGNORECASE)
TO_ONE = frozenset(["REQUEST", "AGREE", "CONCEDE", "THREATEN"])
"""Acts of words that are turned to whom the words are said, where these are said to somebody alone."""


def told_to(draft: EventDraft, recipients: tuple[Actor, ...], told: Statement | None) -> tuple[Actor, ...]:
    """The recipients of what is asked or promised to somebody's face: whom the words are said to, with the state for
    which he hears them, where the clause names nobody, or only those whom a promise would serve ("had agreed to let
    nurses see the prisoners")."""
    if told is None or told.channel not in CONTACTS or not (draft.event in TO_ONE or _to_him(draft)):
        return recipients
    mentions = [a.mention for a in told.addressees]
    if not mentions or any(m is not None and any(m in part for part in told.content) for m in mentions):
        return recipients
    served = draft.event == "AGREE" and all(r.kind in ("people", "group", "unknown") for r in recipients)
    if not served and recipients:
        return recipients
    states = [state for a in told.addressees if a.kind == "person" and (state := principal(a, None)) is not None]
    return distinct([replace(a, mention=None) for a in (*told.addressees, *states)])


def _to_him(draft: EventDraft) -> bool:
    """Whether somebody protests or says sorry, and by that alone to whom he talks to."""
    return draft.event in ("ACCUSE", "SUPPORT") and _TO_HIM.search(draft.anchor.text) is not None


def asking(draft: EventDraft, event: Event) -> EventDraft:
    """A draft of whose recipients none is left, as one whose clause names nobody: "Berlin offered Germany's help"."""
    lost = draft.takes_up is None and draft.recipients and not event.recipients and draft.event in TO_ONE
    return dataclasses.replace(draft, takes_up=TakenUp(kind="content")) if lost else draft


def own_asked(draft: EventDraft, event: Event) -> EventDraft:
    """A draft of what is asked of the asker's own state alone, as turned to nobody else: "Peru must act", says Peru's
    premier."""
    own = draft.event == "REQUEST" and draft.recipients and not event.recipients
    return dataclasses.replace(draft, to_nobody=True) if own else draft


def claimed(event: Event, statement: Statement | None) -> Event:
    """A promise that names nobody but things, with the state on whose word another gave it: "Peru said Ecuador had
    agreed to dredge the canal"."""
    voice = statement.speaker if statement is not None else None
    own = {state for actor in event.actors for state in states_of(actor)}
    if event.event != "AGREE" or statement is None or voice is None or len(own) != 1 or own & states_of(voice):
        return event
    if any(r.kind != "unknown" or r.resolved_by != "unresolved" for r in event.recipients):
        return event
    whose = voice if voice.kind in ("state", "government") else principal(voice, None)
    if whose is None or whose.kind == "organization" or not any(event.anchor in part for part in statement.content):
        return event
    return replace(event, recipients=(*event.recipients, carried(whose)))
