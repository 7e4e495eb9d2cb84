"""Negotiations as tracks: between whom, who mediates, in which formats, which steps were proposed, held, cancelled."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Event, Report
from onrecord.present.basis import basis
from onrecord.present.calendar import calendar
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.meetings import Meeting
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.present.signs import sign
from onrecord.resources.cues import Cue

type State = Literal["proposed", "agreed", "planned", "held", "refused", "suspended", "cancelled", "mediated"]

_TALKS = Cue(
    r"\b(?:talks|negotiat\w+|mediat\w+|dialogue|summit|peace (?:deal|agreement|process|treaty|plan)|ceasefire|"
    r"cease-fire|truce|normali[sz]\w+|delimitation|demarcation|settlement|good offices|format)\b"
)
_MEDIATES = Cue(r"\b(?:mediat\w+|broker\w*|facilitat\w+|good offices|shuttl\w+|honest broker|go-between)\b")
_STATES: dict[str, State] = {
    "REQUEST": "proposed", "AGREE": "agreed", "CONCEDE": "agreed", "SUPPORT": "agreed", "REJECT": "refused",
    "SANCTION": "suspended",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """One step of a track: its `state`, the kind of contact or act, by whom, on which day, in which words."""

    state: State
    what: str
    by: tuple[str, ...]
    day: str | None
    place: str | None
    words: str
    word: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """One track: the sides that negotiate, mediators, formats (kinds of contact), issues named as on the table.

    `state` is that of the last step; `first` and `last` are the days of the first and the last one.
    """

    track: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    formats: tuple[str, ...]
    issues: tuple[str, ...]
    state: State
    steps: tuple[ProcessStep, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A step with the sides it is between."""

    step: ProcessStep
    sides: frozenset[str]
    format: str | None
    issues: tuple[str, ...]


def process(reports: Sequence[Report]) -> tuple[TrackRow, ...]:
    """Every track with at least one step, the fullest first; the order of the reports does not matter."""
    made = basis(reports)
    stand = made.sides
    steps = [_of_contact(one) for one in calendar(reports)]
    told = {ground.record for one in steps for ground in one.step.grounds}
    mediators: dict[str, set[str]] = {}
    for report in made.reports:
        passages = made.passages(report)
        steps += _of_acts(report, passages, stand, told)
        for mediator, between in _mediating(report, passages, stand):
            mediators.setdefault(mediator, set()).update(between - {mediator})
    tracks = _tracks(steps, mediators)
    rows = [_row(parties, found, mediators) for parties, found in tracks.items()]
    return tuple(sorted(rows, key=lambda row: (-len(row.steps), row.track)))


def _of_contact(one: Meeting) -> _Step:
    state: State = "held" if one.state == "held" else one.state
    step = ProcessStep(
        state=state, what=one.kind, by=one.parties, day=one.first or one.last, place=one.place,
        words=one.steps[0].words, word=one.steps[0].word, grounds=one.grounds,
    )  # fmt: skip
    return _Step(step, frozenset(one.sides), one.kind, one.agenda)


def _of_acts(report: Report, passages: Passages, stand: Sides, told: set[str]) -> Iterator[_Step]:
    """Acts about negotiations that are no contacts: proposals, consent, refusal, suspension."""
    for event in report.events:
        if event.event not in _STATES or event.id in told or event.status == "hypothetical":
            continue
        matter = event.detail.demand or event.detail.pledge or event.evidence
        if not _TALKS.search(matter.text):
            continue
        state = _STATES[event.event]
        if event.negated or event.status == "denied":
            state = "refused"
        sides = frozenset(
            stand.all((*event.actors, *event.recipients, *passages.actors(passages.sentence(event.anchor))))
        )
        step = ProcessStep(
            state=state, what=flat(matter.text), by=stand.all(event.actors), day=_day(event, report),
            place=None, words=flat(event.evidence.text), word=passages.word(event.anchor),
            grounds=grounds(report, event.id, dict.fromkeys((event.evidence, event.anchor))),
        )  # fmt: skip
        yield _Step(step, sides, None, ())


def _day(event: Event, report: Report) -> str | None:
    when, published = event.when, report.document.published
    if when is None or when.start is None or when.start != when.end or (published and when.start > published):
        return published
    return when.start


_TELLS = sign("mediation", _MEDIATES)


def _mediating(report: Report, passages: Passages, stand: Sides) -> Iterator[tuple[str, set[str]]]:
    """Who mediates, with the sides that are named beside."""
    for event in report.events:
        if event.event == "CONSULT" and event.mode == "third-party" and event.actors:
            for side in stand.all(event.actors)[:1]:
                yield side, set(stand.all(event.recipients))
    for sentence in passages.sentences if passages.has(_TELLS) else ():
        cue = _MEDIATES.search(sentence.text)
        if cue is None:
            continue
        named = passages.actors(sentence)
        near = [a for a in named if a.mention and abs(a.mention.start - sentence.start - cue.start()) < 80]
        before = [a for a in near if a.mention and a.mention.start - sentence.start < cue.start()] or near
        after = [a for a in near if re.match(r"\w+ by ", sentence.text[cue.start() :]) and a not in before]
        for side in stand.all((after or before)[:1]):
            yield side, set(stand.all(named)) - {side}


def _tracks(steps: Sequence[_Step], mediators: dict[str, set[str]]) -> dict[frozenset[str], list[_Step]]:
    """Steps by the sides between which a track runs: a step with a mediator goes where that one mediates."""
    pairs = [frozenset(one.sides - mediators.keys()) for one in steps]
    known = Counter(pair for pair in pairs if len(pair) == 2)
    common = sorted(known, key=lambda pair: (-known[pair], sorted(pair)))
    tracks: dict[frozenset[str], list[_Step]] = {}
    for one, pair in zip(steps, pairs, strict=True):
        key = pair if pair in known else next((c for c in common if pair and pair <= c), None)
        if key is None and len(pair) > 2:
            key = next((c for c in common if c <= pair), pair)
        if key is None and len(one.sides) > 1:
            key = one.sides
        if key is not None:
            tracks.setdefault(key, []).append(one)
    return tracks


def _row(parties: frozenset[str], found: list[_Step], mediators: dict[str, set[str]]) -> TrackRow:
    ordered = sorted(found, key=lambda one: (one.step.day or "9999", one.step.grounds))
    taking = {side for one in found for side in one.sides}
    between = [name for name in sorted(mediators) if name in taking and name not in parties]
    days = [one.step.day for one in ordered if one.step.day]
    return TrackRow(
        track=" – ".join(sorted(parties)),
        parties=tuple(sorted(parties)),
        mediators=tuple(between),
        formats=tuple(dict.fromkeys(one.format for one in ordered if one.format)),
        issues=tuple(dict.fromkeys(issue for one in ordered for issue in one.issues)),
        state=ordered[-1].step.state,
        steps=tuple(one.step for one in ordered),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(ground for one in ordered for ground in one.step.grounds),
    )
