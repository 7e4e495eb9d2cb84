"""Meetings and journeys that are only agreed on: a promise in a sentence alone, a contact to come in a report."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.argument_heads import several
from onrecord.extract.drafts import EventDraft
from onrecord.extract.event_mode import mode_of
from onrecord.extract.event_selection import Coded
from onrecord.extract.party_words import BODIES
from onrecord.extract.wording import has

THIRD_PARTY = "third-party"
"""The mode of a contact that a mediator makes between others: "is to bring the two ministers together"."""
MEETING = frozenset(["meet", "convene", "reconvene", "confer"])
JOURNEYS = frozenset(["visit", "travel", "fly", "journey"])
"""Verbs for journeys, whatever rule knows them."""
TRAVELS = JOURNEYS | frozenset(["go", "return", "head", "arrive", "come", "tour", "land"])
"""Verbs that tell a journey where the rules for visits know them by their company."""


def meeting_of(coded: Coded, book: CompiledCodebook) -> str | None:
    """The mode of a meeting or journey that is only agreed on; None for all else.

    A promise to receive or host stays one: whoever promises it makes no journey.
    """
    rule, trigger = coded.match.rule, coded.match.trigger
    if coded.coding.event != "AGREE" or coded.coding.status != "planned":
        return None
    if _is_journey(coded):
        return "visit"
    if rule.mode == THIRD_PARTY and trigger.pos_ == "VERB":
        return THIRD_PARTY if coded.arguments.actors else None
    meets = has(book.classes["talks"], trigger) or (trigger.pos_ == "VERB" and trigger.lemma_ in MEETING)
    if rule.event != "CONSULT" and not meets:
        return None
    if trigger.pos_ == "VERB" and not _together(coded):
        return None
    mode = mode_of(coded.match, book) if rule.event == "CONSULT" else None
    return None if mode == "visit" else mode or ""


def _is_journey(coded: Coded) -> bool:
    """Whether somebody is to go somewhere to talk: "is to fly to Ankara", "would visit the camps"."""
    rule, trigger = coded.match.rule, coded.match.trigger
    travels = trigger.pos_ == "VERB" and trigger.lemma_ in JOURNEYS
    known = rule.event == "CONSULT" and rule.mode == "visit" and trigger.lemma_ in TRAVELS
    return (travels or known) and bool(coded.arguments.actors)


def _together(coded: Coded) -> bool:
    """Whether those who are to meet are told as one: "the two will meet", a body; not "he would meet the envoy"."""
    actors, recipients = coded.arguments.actors, coded.arguments.recipients
    if any(a.head.lemma_.lower() in BODIES for a in actors):
        return all(name != "with" for name, _ in syntax.own_arms(coded.match.trigger))
    return not recipients and (len(actors) > 1 or any(several(a) for a in actors))


def scheduled(draft: EventDraft) -> EventDraft:
    """In a report a meeting that is to come is a contact of its own, planned ("the two are due to meet in May")."""
    if draft.meeting is None:
        return draft
    turned = draft.meeting in ("visit", THIRD_PARTY)
    recipients = draft.recipients if turned else ()  # where a body meets it meets nobody
    return replace(draft, event="CONSULT", mode=draft.meeting or None, recipients=recipients)
