"""What could not be resolved, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Actor, Candidate, Place, Report, Span, Time
from onrecord.present.phrases import flat

type Kind = Literal["speaker", "name", "place", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Words that stay open: `why` says what is missing, `spans` is everywhere they stand."""

    kind: Kind
    words: str
    why: str
    records: tuple[str, ...]
    spans: tuple[Span, ...]


def unresolved(report: Report) -> tuple[Open, ...]:
    """Everything open, one entry for the same words with the same reason, times first, then in text order."""
    found: dict[tuple[Kind, str, str], tuple[list[str], list[Span]]] = {}
    for record, kind, span, why in _every(report):
        words = flat(span.text)
        records, spans = found.setdefault((kind, words, why), ([], []))
        records.append(record)
        spans.append(span)
    entries = [
        Open(
            kind=kind,
            words=words,
            why=why,
            records=tuple(dict.fromkeys(records)),
            spans=tuple(sorted(set(spans))),
        )
        for (kind, words, why), (records, spans) in found.items()
    ]
    return tuple(sorted(entries, key=lambda one: (one.kind != "time", one.spans)))


def _every(report: Report) -> Iterable[tuple[str, Kind, Span, str]]:
    for statement in report.statements:
        if statement.speaker is None:
            yield statement.id, "speaker", statement.content[0], "not found: nobody in the text seems to have said it"
        people = (*(() if statement.speaker is None else (statement.speaker,)), *statement.addressees)
        yield from _of(statement.id, people, (), (statement.when,))
    for event in report.events:
        yield from _of(event.id, (*event.actors, *event.recipients), (event.where,), (event.when,))
    for condition in report.conditions:
        yield from _of(condition.id, (), (condition.place,), (condition.since,))
    for agreement in report.agreements:
        yield from _of(agreement.id, agreement.parties, (), ())
    for mention in report.mentions:
        yield from _of(mention.id, (), (mention.place,), (mention.time,))


def _of(
    record: str, actors: Iterable[Actor], places: Iterable[Place | None], times: Iterable[Time | None]
) -> Iterable[tuple[str, Kind, Span, str]]:
    for actor in actors:
        if actor.resolved_by == "unresolved" and actor.mention is not None:
            yield record, "name", actor.mention, _candidates(actor.candidates) or "not identified"
    for place in places:
        if place is not None and place.id is None and place.lat is None:
            yield record, "place", place.mention, _candidates(place.candidates) or "not found on the map"
    for time in times:
        if time is not None and time.basis == "unresolved" and time.mention is not None:
            yield record, "time", time.mention, f"without a calendar date: {time.reason or 'the text does not tell it'}"


def _candidates(candidates: tuple[Candidate, ...]) -> str:
    names = [candidate.name for candidate in candidates[:3]]
    return f"ambiguous: could be {' or '.join(names)}" if names else ""
