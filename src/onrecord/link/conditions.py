"""Condition drafts to conditions: place, since and cause linked, each under the statement it stands on."""

from onrecord.extract.drafts import ConditionDraft
from onrecord.link.linkers import Linkers
from onrecord.link.voices import Voices
from onrecord.model import Condition, Event
from onrecord.model.ids import record_id


def link_conditions(
    drafts: tuple[ConditionDraft, ...], events: tuple[Event, ...], linkers: Linkers, voices: Voices
) -> tuple[Condition, ...]:
    """One condition a draft, in the drafts' order."""
    return tuple(_condition(draft, events, linkers, voices) for draft in drafts)


def _condition(
    draft: ConditionDraft, events: tuple[Event, ...], linkers: Linkers, voices: Voices
) -> Condition:
    statement = voices.around(draft.evidence)
    document = linkers.layers.document.id
    return Condition(
        id=record_id("condition", document, (draft.evidence,), draft.kind),
        doc=document,
        kind=draft.kind,
        place=linkers.place(draft.place),
        state=draft.state,
        severity=draft.severity,
        sectors=draft.sectors,
        restricted=tuple(span.text for span in draft.restricted),
        affected=None if draft.affected is None else draft.affected.text,
        since=linkers.time(draft.since),
        quantity=None if draft.quantity is None else draft.quantity.text,
        cause=_cause(draft, events),
        evidence=draft.evidence,
        status=draft.status,
        negated=draft.negated,
        statement=statement.id if statement else None,
    )


def _cause(draft: ConditionDraft, events: tuple[Event, ...]) -> str | None:
    """The event whose anchor stands in the words that name the cause."""
    if draft.cause is None:
        return None
    return next((event.id for event in events if draft.cause.overlap(event.anchor)), None)
