"""Contacts of many reports as a calendar: calls, visits, meetings, sessions; held, planned, proposed, cancelled."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from onrecord.model import Event, Report, Span, Time
from onrecord.present.basis import Basis, basis
from onrecord.present.contact_words import NOUN, cancels, kind_of, rank
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.identity import clusters
from onrecord.present.identity.items import Item, iso
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice, voice, voices

type State = Literal["held", "planned", "proposed", "cancelled"]

NEAR = 10
"""Days within which an undated contact of the same kind and parties is taken for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something told of a contact: its `state`, the words, on whose word, on which day it was told."""

    state: State
    words: str
    word: str
    told: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One contact. `first` and `last` bound its day (ISO dates, null: unknown); `dated` that a report tells the day.

    `kind` is call, visit, summit, session, talks, meeting or summons; `parties` by name, `sides` the states and bodies
    for which they stand. `state` is the last that was told; `reports` how many documents tell of it.
    """

    first: str | None
    last: str | None
    dated: bool
    kind: str
    parties: tuple[str, ...]
    sides: tuple[str, ...]
    place: str | None
    state: State
    agenda: tuple[str, ...]
    steps: tuple[Step, ...]
    reports: int
    grounds: tuple[Ground, ...]


def calendar(reports: Sequence[Report]) -> tuple[Meeting, ...]:
    """Every contact by day, the undated last; the order of the reports does not matter."""
    made = basis(reports)
    return made.once("calendar", lambda: _calendar(made))


def _calendar(made: Basis) -> tuple[Meeting, ...]:
    reports, stand = made.reports, made.sides
    known = {report.document.id: report for report in reports}
    passages = {doc: made.passages(report) for doc, report in known.items()}
    events = {event.id: event for report in reports for event in report.events}
    found = [_held(c.items, known, passages, events, stand) for c in clusters(reports, ("contact",))]
    for report in reports:
        for one in _ahead(report, passages[report.document.id], stand):
            _put(found, one)
    for report in reports:
        for one in _cancelled(report, passages[report.document.id], stand):
            _put(found, one)
    return tuple(sorted(found, key=lambda m: (m.first or m.last or "9999", m.last or "", m.kind, m.grounds)))


def _held(
    items: Sequence[Item], known: Mapping[str, Report], passages: Mapping[str, Passages],
    events: Mapping[str, Event], stand: Sides,
) -> Meeting:  # fmt: skip
    steps: list[Step] = []
    agenda: list[str] = []
    parties: list[str] = []
    sides: list[str] = []
    places: list[str] = []
    kinds: list[str] = []
    for item in items:
        event, report = events[item.record], known[item.doc]
        sentence = passages[item.doc].sentence(event.anchor)
        actors = (*event.actors, *event.recipients)
        parties += [one.label for one in voices(actors)]
        sides += stand.all((*actors, *_beside(passages[item.doc], event, stand)))
        agenda += [flat(span.text) for span in event.detail.agenda]
        kinds.append(_kind(event, sentence))
        if event.where is not None:
            places.append(event.where.name or flat(event.where.mention.text))
        steps.append(
            Step(
                state=_state(event, sentence), words=flat(event.evidence.text),
                word=passages[item.doc].word(event.anchor), told=report.document.published,
                grounds=grounds(report, event.id, dict.fromkeys((event.evidence, event.anchor))),
            )
        )  # fmt: skip
    first, last, dated = _days(items)
    return Meeting(
        first=first, last=last, dated=dated, kind=max(kinds, key=lambda k: (kinds.count(k), -rank(k))),
        parties=tuple(dict.fromkeys(parties)), sides=tuple(dict.fromkeys(sides)),
        place=max(places, key=places.count, default=None), state=_last(steps), agenda=tuple(dict.fromkeys(agenda)),
        steps=tuple(steps), reports=len({item.doc for item in items}),
        grounds=gathered(g for step in steps for g in step.grounds),
    )  # fmt: skip


_SEVERAL = re.compile(
    r"\b(?:presidents|ministers|leaders|premiers|envoys|delegations|negotiators|counterparts|governments) of "
    r"([A-ZÀ-Þ][\w-]+)(?:,? and |, )([A-ZÀ-Þ][\w-]+)"
)


def _beside(passages: Passages, event: Event, stand: Sides) -> list[Voice]:
    """Persons and states that the clause of a contact names besides its parties, and "the ministers of A and B"."""
    sentence = passages.sentence(event.anchor)
    named = [voice(a) for a in passages.actors(event.evidence) if a.kind in ("person", "state") and a.name]
    states = [state for m in _SEVERAL.finditer(sentence.text) for word in m.groups() if (state := stand.state(word))]
    return [*named, *(Voice(key=state, label=state, kind="state") for state in states)]


def _kind(event: Event, sentence: Span) -> str:
    if event.mode == "phone":
        return "call"
    if event.mode == "visit":
        return "visit"
    channel = "" if event.detail.channel is None else event.detail.channel.text
    return kind_of(f"{event.anchor.text} {channel}", event.evidence.text, sentence.text)


def _state(event: Event, sentence: Span) -> State:
    if event.negated or event.status == "denied" or cancels(sentence.text):
        return "cancelled"
    if event.status == "planned":
        return "planned"
    return "proposed" if event.status in ("demanded", "hypothetical") else "held"


def _last(steps: Sequence[Step]) -> State:
    """The state of a contact: cancelled or held once that is told, else the last that was told."""
    told = [step.state for step in sorted(steps, key=lambda s: s.told or "")]
    return next((state for state in ("cancelled", "held") if state in told), told[-1])


def _days(items: Sequence[Item]) -> tuple[str | None, str | None, bool]:
    told = [(i.first, i.last) for i in items if i.dated and i.first is not None and i.last is not None]
    days = told or [(i.first, i.last) for i in items if i.first is not None and i.last is not None]
    if not days:
        return None, None, False
    first, last = min(days, key=lambda d: (-days.count(d), (d[1] or 0) - (d[0] or 0), d[0] or 0))
    return iso(first or 0), iso(last or 0), bool(told)


def _ahead(report: Report, passages: Passages, stand: Sides) -> Iterator[Meeting]:
    """Contacts that are agreed, announced or asked for, which no record of a contact tells."""
    told = [event.evidence for event in report.events if event.event == "CONSULT"]
    for event in report.events:
        asked = event.event == "REQUEST" and event.mode == "meet"
        if event.event not in ("AGREE", "CONCEDE") and not asked:
            continue
        matter = event.detail.pledge or event.detail.demand or event.evidence
        noun = NOUN.search(matter.text) or re.search(r"\b(?:meet|visit|travel to|receive|host)\b", matter.text)
        if noun is None or any(event.anchor in span for span in told) or event.negated:
            continue
        actors = (*event.actors, *event.recipients)
        named = (a for a in passages.actors(event.evidence) if a.kind in ("state", "organization", "person"))
        when = _then(report, matter) or event.when
        step = _told(report, passages, "proposed" if asked else "planned", event.id, event.evidence, event.anchor)
        yield Meeting(
            first=None if when is None else when.start, last=None if when is None else when.end,
            dated=when is not None and when.start is not None, kind=kind_of(noun.group(), matter.text),
            parties=tuple(dict.fromkeys(v.label for v in voices(actors))), sides=stand.all((*actors, *named)),
            place=None if event.where is None else event.where.name or flat(event.where.mention.text),
            state=step.state, agenda=(), reports=1, steps=(step,), grounds=step.grounds,
        )  # fmt: skip


def _then(report: Report, matter: Span) -> Time | None:
    """The day that stands in what is agreed or asked itself."""
    inside = (m.time for m in report.mentions if m.time is not None and m.span in matter and m.time.start)
    return next(inside, None)


def _cancelled(report: Report, passages: Passages, stand: Sides) -> Iterator[Meeting]:
    """Sentences that say that a contact will not be."""
    for sentence in passages.sentences:
        if not cancels(sentence.text):
            continue
        actors = [a for a in passages.actors(sentence) if a.kind in ("state", "organization", "person", "government")]
        times = [m.time for m in report.mentions if m.time is not None and m.span in sentence and m.time.start]
        noun = next(m.group() for m in NOUN.finditer(sentence.text))
        event = next((e for e in report.events if e.anchor in sentence), None)
        around = passages.statement(sentence)
        record = event.id if event else around.id if around else report.document.id
        step = _told(report, passages, "cancelled", record, sentence, sentence)
        yield Meeting(
            first=times[0].start if times else None, last=times[0].end if times else None, dated=bool(times),
            kind=kind_of(noun), parties=tuple(dict.fromkeys(v.label for v in voices(actors))),
            sides=stand.all(actors), place=None, state="cancelled", agenda=(), reports=1, steps=(step,),
            grounds=step.grounds,
        )  # fmt: skip


def _told(report: Report, passages: Passages, state: State, record: str, words: Span, anchor: Span) -> Step:
    return Step(
        state=state,
        words=flat(words.text),
        word=passages.word(anchor),
        told=report.document.published,
        grounds=grounds(report, record, dict.fromkeys((words, anchor))),
    )


def _put(found: list[Meeting], one: Meeting) -> None:
    """Add what is told of a contact to the one it is about, else as a contact of its own."""
    scored = [(score, -n) for n, old in enumerate(found) if (score := _likeness(old, one)) >= 2.0]
    if not scored:
        if one.sides or one.dated:
            found.append(one)
        return
    at = -max(scored)[1]
    old = found[at]
    steps = (*old.steps, *one.steps)
    docs = {ground.doc for step in steps for ground in step.grounds}
    keeps = old.first is not None and (old.dated or not one.dated)
    found[at] = replace(
        old, first=old.first if keeps else one.first, last=old.last if keeps else one.last,
        dated=old.dated or one.dated,
        parties=old.parties or one.parties, sides=tuple(dict.fromkeys((*old.sides, *one.sides))) or one.sides,
        place=old.place or one.place, state=_last(steps), steps=steps, reports=len(docs),
        grounds=gathered((*old.grounds, *one.grounds)),
    )  # fmt: skip


def _likeness(old: Meeting, one: Meeting) -> float:
    """How much a telling is about a contact that is known: kind, sides, day, place."""
    shared = set(old.sides) & set(one.sides)
    rare = old.kind == one.kind == "summit"
    if one.sides and not shared and not rare:
        return 0.0
    same = old.kind == one.kind or {old.kind, one.kind} <= {"meeting", "talks", "summit"}
    if not same:
        return 0.0
    score = 1.0 * (old.kind == one.kind) + 0.5 * max(len(shared), rare)
    if one.dated and old.dated and one.first and old.first:
        apart = _apart(old, one)
        score += 1.5 if apart == 0 else 0.5 if "cancelled" in (one.state, old.state) and apart <= 2 * NEAR else -2.0
    else:
        told = one.steps[0].told
        begun = old.first or old.steps[0].told
        score += 0.5 if told and begun and abs(_number(told) - _number(begun)) <= (2 * NEAR if rare else NEAR) else -1.0
    if one.state == "cancelled" and old.state == "held" and "planned" not in [s.state for s in old.steps]:
        score -= 1.0
    if one.place and old.place:
        score += 1.0 if one.place == old.place else -1.0
    return score


def _apart(one: Meeting, other: Meeting) -> int:
    """Days between two contacts; 0 where their bounds overlap."""
    a, b = _number(one.first or ""), _number(one.last or one.first or "")
    c, d = _number(other.first or ""), _number(other.last or other.first or "")
    return max(0, c - b, a - d)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
