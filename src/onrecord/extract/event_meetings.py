"""Meetings that are only agreed on: a promise in a sentence alone, a contact to come in a report."""

from __future__ import annotations

from dataclasses import replace

from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.drafts import EventDraft
from onrecord.extract.event_mode import mode_of
from onrecord.extract.event_selection import Coded
from onrecord.extract.wording import has


def meeting_of(coded: Coded, book: CompiledCodebook) -> str | None:
    """The mode of a meeting that is only agreed on; None for visits, which one side promises, and all else."""
    rule, meets = coded.match.rule, has(book.classes["talks"], coded.match.trigger)
    if coded.coding.event != "AGREE" or coded.coding.status != "planned" or not (rule.event == "CONSULT" or meets):
        return None
    mode = mode_of(coded.match, book) if rule.event == "CONSULT" else None
    return None if mode == "visit" else mode or ""


def scheduled(draft: EventDraft) -> EventDraft:
    """In a report a meeting that is to come is a contact of its own, planned ("the two are due to meet in May")."""
    return draft if draft.meeting is None else replace(draft, event="CONSULT", mode=draft.meeting or None)
