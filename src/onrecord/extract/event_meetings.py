"""Meetings that are only agreed on: a promise in a sentence alone, a contact to come in a report."""

from __future__ import annotations

from dataclasses import replace

from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.argument_heads import several
from onrecord.extract.drafts import EventDraft
from onrecord.extract.event_mode import mode_of
from onrecord.extract.event_selection import Coded
from onrecord.extract.wording import has

BODIES = frozenset(["commission", "committee", "council", "assembly", "group", "panel", "conference", "board", "forum"])
"""Heads of bodies that meet by themselves."""


def meeting_of(coded: Coded, book: CompiledCodebook) -> str | None:
    """The mode of a meeting that is only agreed on; None for visits, which one side promises, and all else."""
    rule, meets = coded.match.rule, has(book.classes["talks"], coded.match.trigger)
    if coded.coding.event != "AGREE" or coded.coding.status != "planned" or not (rule.event == "CONSULT" or meets):
        return None
    if coded.match.trigger.pos_ == "VERB" and not _together(coded):
        return None
    mode = mode_of(coded.match, book) if rule.event == "CONSULT" else None
    return None if mode == "visit" else mode or ""


def _together(coded: Coded) -> bool:
    """Whether those who are to meet are told as one: "the two will meet", a body; not "he would meet the envoy"."""
    actors, recipients = coded.arguments.actors, coded.arguments.recipients
    body = any(a.head.lemma_.lower() in BODIES for a in actors)
    return not recipients and (len(actors) > 1 or body or any(several(a) for a in actors))


def scheduled(draft: EventDraft) -> EventDraft:
    """In a report a meeting that is to come is a contact of its own, planned ("the two are due to meet in May")."""
    return draft if draft.meeting is None else replace(draft, event="CONSULT", mode=draft.meeting or None)
