"""What the report dates, in date order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Report, Span
from onrecord.model.vocabulary import Status
from onrecord.present.acts import Act, act
from onrecord.present.agreements import agreements
from onrecord.present.chain import Chains
from onrecord.present.conditions import conditions
from onrecord.present.contacts import form
from onrecord.present.dating import Dating, dating
from onrecord.present.phrases import verb, who
from onrecord.present.voice import Voice, distinct


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One dated record, with its `status`. `what` names it, `words` are its words where that does not say it all."""

    records: tuple[str, ...]
    kind: Literal["event", "condition", "agreement"]
    days: str
    first: str
    what: str
    words: Span | None
    status: Status
    negated: bool
    word: tuple[Voice, ...]
    spans: tuple[Span, ...]


def timeline(report: Report) -> tuple[Moment, ...]:
    """Everything with a calendar date of its own, earliest first; in text order within a day."""
    found = [*_agreements(report), *_conditions(report), *_events(report)]
    return tuple(sorted(found, key=lambda moment: moment.first))


def _day(when: Dating) -> str:
    return when.start or when.end or ""


def _events(report: Report) -> Iterable[Moment]:
    chains = Chains(report.statements)
    for event in report.events:
        when = dating(event.when)
        if when is None or when.days is None:
            continue
        shown = act(event, chains)
        yield Moment(
            records=(event.id,),
            kind="event",
            days=when.days,
            first=_day(when),
            what=_what(shown),
            words=None if event.event == "CONSULT" else shown.words,
            status=event.status,
            negated=event.negated,
            word=shown.word,
            spans=shown.spans,
        )


def _what(shown: Act) -> str:
    does = verb(shown.event, shown.mode, shown.by)
    if does is not None:
        return " ".join(part for part in (who(shown.by), does, who(shown.to)) if part)
    name = form(shown) if shown.event == "CONSULT" else f"{shown.event} {shown.mode or ''}".strip()
    parties = who(distinct((*shown.by, *shown.to)))
    return f"{name}: {parties}" if parties else name


def _conditions(report: Report) -> Iterable[Moment]:
    for state in conditions(report):
        if state.since is None or state.since.days is None:
            continue
        place = [] if state.place is None else [state.place.label]
        yield Moment(
            records=state.records,
            kind="condition",
            days=state.since.days,
            first=_day(state.since),
            what=" ".join([*place, state.state or state.severity or state.kind, "since then"]),
            words=None,
            status=state.status,
            negated=state.negated,
            word=state.word,
            spans=state.spans,
        )


def _agreements(report: Report) -> Iterable[Moment]:
    for pact in agreements(report):
        if pact.date is not None:
            yield Moment(
                records=pact.records,
                kind="agreement",
                days=pact.date,
                first=pact.date,
                what=pact.name,
                words=None,
                status="asserted",
                negated=False,
                word=(),
                spans=pact.spans,
            )
