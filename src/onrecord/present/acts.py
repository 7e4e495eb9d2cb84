"""An event as a reader meets it: who does what to whom, in which words, on whose word."""

from collections.abc import Iterable

import msgspec

from onrecord.model import Event, EventDetail, Report, Span
from onrecord.model.vocabulary import Status
from onrecord.present.chain import Chains, hearsay
from onrecord.present.dating import Dating, dating
from onrecord.present.placing import Placing, placing
from onrecord.present.voice import Voice, voices


class Particular(msgspec.Struct, frozen=True):
    """One detail of an act, as words of the text: a deadline, a condition, the agreement said to be broken."""

    label: str
    spans: tuple[Span, ...]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `words` is what to show of it; `word` is who vouches for it, outermost voice first.

    `word` leaves out the actor's own voice; `reported` says that the report itself vouches for it. `records` holds
    the event's id first, then the ids of what is folded into it; `spans` all words it stands on, the main ones first.
    """

    records: tuple[str, ...]
    event: str
    mode: str | None
    by: tuple[Voice, ...]
    to: tuple[Voice, ...]
    words: Span
    particulars: tuple[Particular, ...]
    when: Dating | None
    where: Placing | None
    status: Status
    negated: bool
    reported: bool
    word: tuple[Voice, ...]
    spans: tuple[Span, ...]


_NONE = EventDetail()
_PARTICULARS = (
    "deadline", "condition", "commitment", "agreement", "channel", "venue", "agenda",
    "convened_at_request_of", "route", "restricted",
)  # fmt: skip


def acts(report: Report, types: Iterable[str], chains: Chains | None = None) -> tuple[Act, ...]:
    """The acts of these PLOVER types, in text order; `chains` are those of the report's statements, if made before."""
    known, wanted = chains or Chains(report.statements), frozenset(types)
    return tuple(act(event, known) for event in report.events if event.event in wanted)


def act(event: Event, chains: Chains) -> Act:
    """One event as an act; its date is its own, else that of the statement it stands on."""
    by = voices(event.actors)
    words = matter(event.detail) or event.evidence
    particulars = tuple(_particulars(event.detail))
    details = (span for particular in particulars for span in particular.spans)
    return Act(
        records=(event.id,),
        event=event.event,
        mode=event.mode,
        by=by,
        to=voices(event.recipients),
        words=words,
        particulars=particulars,
        when=dating(event.when) or _said_when(event, chains),
        where=placing(event.where),
        status=event.status,
        negated=event.negated,
        reported=event.statement is None,
        word=hearsay(chains.voices(event.statement), by),
        spans=tuple(dict.fromkeys((event.evidence, event.anchor, *event.mentions, words, *details))),
    )


def matter(detail: EventDetail) -> Span | None:
    """What is demanded, promised or alleged, where the event says so."""
    if detail.demand is not None:
        return detail.demand
    return detail.allegation if detail.pledge is None else detail.pledge


def _particulars(detail: EventDetail) -> Iterable[Particular]:
    for name in _PARTICULARS if detail != _NONE else ():
        value: Span | tuple[Span, ...] | None = getattr(detail, name)
        if value:
            spans = value if isinstance(value, tuple) else (value,)
            yield Particular(name.replace("_", " "), spans)


def _said_when(event: Event, chains: Chains) -> Dating | None:
    around = reversed(chains.statements(event.statement))
    return next((dating(statement.when) for statement in around if statement.when is not None), None)
