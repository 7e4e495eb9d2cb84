"""One or many reports in the order of their dates; what has no calendar date last, with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Condition, Event, Report, Span, Statement, Time
from onrecord.model.vocabulary import Status, TimeBasis
from onrecord.present.acts import act
from onrecord.present.chain import Chains, attribution, hearsay
from onrecord.present.conditions import label
from onrecord.present.dating import dating
from onrecord.present.grounds import Ground, grounds
from onrecord.present.phrases import cue_verb, flat, joined, who
from onrecord.present.voice import voice, voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One record with its time. `first` and `last` are ISO dates (both null: unresolved, and `reason` says why).

    `basis` tells how the date is known; `what` names the record, `words` are its words, `word` who vouches for it
    (empty: the report itself). `grounds` holds the words first, then those of the date.
    """

    record: str
    kind: Literal["statement", "event", "condition", "agreement"]
    first: str | None
    last: str | None
    when: str | None
    basis: TimeBasis
    reason: str | None
    what: str
    words: str
    status: Status
    negated: bool
    word: str
    grounds: tuple[Ground, ...]


def chronology(reports: Sequence[Report]) -> tuple[Dated, ...]:
    """Every record with a time of its own, earliest first, the unresolved last; the reports' order does not matter."""
    return tuple(sorted((one for report in reports for one in _of(report)), key=_order))


def undated(reports: Sequence[Report]) -> int:
    """How many statements, events and conditions have no time of their own."""
    times = (
        time
        for report in reports
        for time in (
            *(one.when for one in report.statements),
            *(one.when for one in report.events),
            *(one.since for one in report.conditions),
        )
    )
    return sum(time is None for time in times)


def _order(one: Dated) -> tuple[str, str, str, int, int, str]:
    ground = one.grounds[0]
    return (
        one.first or one.last or "9999",
        ground.published or "9999",
        ground.doc,
        ground.span.start,
        -ground.span.end,
        one.record,
    )


def _of(report: Report) -> Iterator[Dated]:
    chains = Chains(report.statements)
    for statement in report.statements:
        if statement.when is not None:
            yield _statement(report, statement, statement.when, chains)
    for event in report.events:
        if event.when is not None:
            yield _event(report, event, event.when, chains)
    for condition in report.conditions:
        if condition.since is not None:
            yield _condition(report, condition, condition.since, chains)
    for agreement in report.agreements:
        if agreement.date is not None and agreement.mentions:
            yield Dated(
                record=agreement.id, kind="agreement", first=agreement.date, last=agreement.date,
                when=None, basis="explicit", reason=None, what=agreement.name, words=agreement.name,
                status="asserted", negated=False, word="", grounds=grounds(report, agreement.id, agreement.mentions),
            )  # fmt: skip


def _statement(report: Report, one: Statement, time: Time, chains: Chains) -> Dated:
    return Dated(
        record=one.id, kind="statement", first=time.start, last=time.end, when=_words(time), basis=time.basis,
        reason=_reason(time), what=f"{voice(one.speaker).label} {cue_verb(one.cue)}", words=joined(one.content),
        status="asserted", negated=one.negated, word=attribution(chains.voices(one.parent)),
        grounds=grounds(report, one.id, (*one.content, *_mention(time))),
    )  # fmt: skip


def _event(report: Report, one: Event, time: Time, chains: Chains) -> Dated:
    shown = act(one, chains)
    name = f"{one.event} {one.mode or ''}".strip()
    parties = " → ".join(part for part in (who(voices(one.actors)), who(voices(one.recipients))) if part)
    return Dated(
        record=one.id, kind="event", first=time.start, last=time.end, when=_words(time), basis=time.basis,
        reason=_reason(time), what=f"{name}: {parties}" if parties else name, words=flat(shown.words.text),
        status=one.status, negated=one.negated,
        word=attribution(hearsay(chains.voices(one.statement), voices(one.actors))),
        grounds=grounds(report, one.id, (one.evidence, *_mention(time))),
    )  # fmt: skip


def _condition(report: Report, one: Condition, time: Time, chains: Chains) -> Dated:
    return Dated(
        record=one.id, kind="condition", first=time.start, last=time.end, when=_words(time), basis=time.basis,
        reason=_reason(time), what=f"{label(one)} since then", words=flat(one.evidence.text), status=one.status,
        negated=one.negated, word=attribution(chains.voices(one.statement)),
        grounds=grounds(report, one.id, (one.evidence, *_mention(time))),
    )  # fmt: skip


def _words(time: Time) -> str | None:
    found = dating(time)
    return None if found is None else found.phrase


def _reason(time: Time) -> str | None:
    if time.start or time.end:
        return None
    return time.reason or "the text does not tell the date"


def _mention(time: Time) -> tuple[Span, ...]:
    return () if time.mention is None else (time.mention,)
