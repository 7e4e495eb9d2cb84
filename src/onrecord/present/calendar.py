"""Contacts of many reports as a calendar: calls, visits, meetings, sessions; held, planned, proposed, cancelled."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Actor, Event, Report, Span
from onrecord.present.basis import Basis, basis
from onrecord.present.contact_sentences import told_otherwise
from onrecord.present.contact_tellings import ahead, cancelled, joined, summoned
from onrecord.present.contact_words import CANCELS, cancels, kind_of, rank
from onrecord.present.grounds import gathered, grounds
from onrecord.present.identity import clusters
from onrecord.present.identity.items import Item, iso
from onrecord.present.identity.tellings import ordinal
from onrecord.present.meetings import Meeting, State, Step
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.publishers import kind
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice, voice, voices

NEAR = 10
"""Days within which an undated contact of the same kind and parties is taken for the same."""


def calendar(reports: Sequence[Report]) -> tuple[Meeting, ...]:
    """Every contact by day, the undated last; the order of the reports does not matter."""
    made = basis(reports)
    return made.once("calendar", lambda: _calendar(made))


def _calendar(made: Basis) -> tuple[Meeting, ...]:
    reports, stand = made.reports, made.sides
    known = {report.document.id: report for report in reports}
    passages = {doc: made.passages(report) for doc, report in known.items()}
    events = {event.id: event for report in reports for event in report.events}
    told = (
        [item for item in one.items if not _with_press(events[item.record], known[item.doc])]
        for one in clusters(reports, ("contact",), stand.allegiances)
    )
    board = _Board([_held(items, known, passages, events, stand) for items in told if items])
    for report in reports:
        for one in ahead(report, passages[report.document.id], stand):
            board.put(one)
    for report in reports:
        for one in summoned(report, passages[report.document.id], stand):
            board.put(one)
    for report in reports:
        for one in told_otherwise(report, passages[report.document.id], stand):
            board.put(one)
    for report in reports:
        for one in cancelled(report, passages[report.document.id], stand):
            board.put(one)
    return tuple(sorted(board.found, key=lambda m: (m.first or m.last or "9999", m.last or "", m.kind, m.grounds)))


def _with_press(event: Event, report: Report) -> bool:
    """Whether somebody talks to a paper or an agency: "told the Agency by telephone" is an interview."""
    outlet = (report.document.publisher or "") if kind(report.document) == "press" else ""
    initials = "".join(word[0] for word in outlet.split() if word[:1].isupper())
    names = {outlet.casefold(), initials.casefold()} - {""}
    there = (*event.actors, *event.recipients)
    labels = {voice(one).label.strip("“”").casefold().removeprefix("the ") for one in there}
    return bool(labels & names) or any(one.sector == "MED" for one in there)


def _named(passages: Passages, actor: Actor) -> Actor:
    """The person whose name follows a title that was not linked: "the Minister of Transport, Ada Lind,"."""
    if actor.mention is None or (actor.name and actor.kind == "person") or actor.kind not in ("person", "office"):
        return actor
    end = actor.mention.end
    near = passages.actors(passages.sentence(actor.mention))
    named = (a for a in near if a.kind == "person" and a.name and a.mention is not None)
    return next((a for a in named if a.mention is not None and passages.text[end : a.mention.start] == ", "), actor)


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
        actors = tuple(_named(passages[item.doc], actor) for actor in (*event.actors, *event.recipients))
        parties += [one.label for one in voices(actors)]
        also = joined(passages[item.doc], event.anchor)
        parties += [one.label for one in voices(also)]
        sides += stand.all((*actors, *_beside(passages[item.doc], event, stand), *also))
        sides += stand.all(one for one in map(stand.callings.surnamed, voices(actors)) if one is not None)
        agenda += [flat(span.text) for span in event.detail.agenda]
        kinds.append(_kind(event, sentence))
        if event.where is not None:
            places.append(event.where.name or flat(event.where.mention.text))
        steps.append(
            Step(
                state=_state(event, sentence, passages[item.doc]), words=flat(event.evidence.text),
                word=passages[item.doc].word(event.anchor), told=report.document.published,
                grounds=grounds(report, event.id, dict.fromkeys((event.evidence, event.anchor))),
            )
        )  # fmt: skip
    first, last, dated = _days(items)
    if not dated and (day := _day_beside(items, known, passages, events)) is not None:
        first, last, dated = day, day, True
        ahead_of = [s for s in steps if s.state == "held" and s.told is not None and day > s.told]
        steps = [replace(s, state="planned") if s in ahead_of else s for s in steps]
    return Meeting(
        first=first, last=last, dated=dated, kind=max(kinds, key=lambda k: (kinds.count(k), -rank(k))),
        parties=tuple(dict.fromkeys(parties)), sides=tuple(dict.fromkeys(sides)),
        place=max(places, key=places.count, default=None), state=_last(steps), agenda=tuple(dict.fromkeys(agenda)),
        steps=tuple(steps), reports=len({item.doc for item in items}),
        grounds=gathered(g for step in steps for g in step.grounds),
    )  # fmt: skip


def _day_beside(
    items: Sequence[Item], known: Mapping[str, Report], passages: Mapping[str, Passages], events: Mapping[str, Event]
) -> str | None:
    """The only day that the clauses of a contact name, where no record of it has one."""
    clauses = ((known[item.doc], events[item.record].evidence) for item in items)
    days = {
        m.time.start
        for report, clause in clauses
        for m in report.mentions
        if m.time is not None and m.span in clause and m.time.start and m.time.start == m.time.end
    }
    return days.pop() if len(days) == 1 else None


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


_OFFERS = re.compile(r"\b(?:offer|propos|invit|suggest|ready|willing|prepared)", re.IGNORECASE)


def _kind(event: Event, sentence: Span) -> str:
    if event.mode == "phone":
        return "call"
    if event.mode == "visit":
        return "visit"
    channel = "" if event.detail.channel is None else event.detail.channel.text
    return kind_of(f"{event.anchor.text} {channel}", event.evidence.text, sentence.text)


def _state(event: Event, sentence: Span, passages: Passages) -> State:
    if event.negated or event.status == "denied" or (passages.has(CANCELS) and cancels(sentence.text)):
        return "cancelled"
    if event.status == "planned":
        return "planned"
    if event.event in ("AGREE", "CONCEDE", "REQUEST"):  # what is offered, promised or asked for is not held yet
        return "proposed" if _OFFERS.search(event.anchor.text) or event.event == "REQUEST" else "planned"
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


class _Board:
    """Contacts as they are told one after another; one is looked for only among those that it can be."""

    def __init__(self, found: Sequence[Meeting]) -> None:
        self.found: list[Meeting] = []
        self._of_key: dict[object, set[int]] = {}
        for one in found:
            self._add(one)

    def _add(self, one: Meeting) -> None:
        self._know(len(self.found), one)
        self.found.append(one)

    def _know(self, at: int, one: Meeting) -> None:
        for key in _keys(one):
            self._of_key.setdefault(key, set()).add(at)

    def put(self, one: Meeting) -> None:
        """Add what is told of a contact to the one it is about, else as a contact of its own."""
        near = {at for key in _shared(one) for at in self._of_key.get(key, ())}
        scored = [(score, -n) for n in near if (score := _likeness(self.found[n], one)) >= LIKE]
        if scored:
            at = -max(scored)[1]
            self.found[at] = _with(self.found[at], one)
            self._know(at, self.found[at])
        elif one.sides or one.dated:
            self._add(one)


def _keys(one: Meeting) -> Iterator[object]:
    """What a contact is found by: its sides, days and place, and that it is a summit."""
    days = _times(one) or (None,)
    yield from one.sides
    yield from ((side, day) for side in one.sides for day in days)
    yield from ((side, "cancelled") for side in one.sides if one.state == "cancelled")
    yield from days
    yield "place", one.place
    if one.kind == "summit":
        yield one.kind


def _shared(one: Meeting) -> Iterator[object]:
    """Of the keys of all contacts that are `LIKE` this one, at least one is among these (see `_likeness`)."""
    days = _times(one)
    if one.sides and days and one.state != "cancelled" and len(one.sides) < _MANY:
        yield from ((side, day) for side in one.sides for day in (*days, None, "cancelled"))
    elif one.sides:
        yield from one.sides
    else:
        yield from days
        if one.place:
            yield "place", one.place
    yield one.kind


def _times(one: Meeting) -> Sequence[int]:
    """The stretches of `NEAR` days in which a dated contact can have been."""
    if not (one.dated and one.first):
        return ()
    days = sorted((ordinal(one.first), ordinal(one.last or one.first)))
    return range(days[0] // NEAR, days[1] // NEAR + 1)


_IN_PERSON = frozenset({"meeting", "talks", "summit"})
"""Kinds of contact of which one may be told as another."""
_MANY = 4
"""With so many sides in common two contacts can be one though their days differ."""
LIKE = 2.0
"""From this likeness on, what is told is about a contact that is known."""


def _with(old: Meeting, one: Meeting) -> Meeting:
    """A contact with a further telling of it."""
    steps = (*old.steps, *one.steps)
    docs = {ground.doc for step in steps for ground in step.grounds}
    keeps = old.first is not None and (old.dated or not one.dated)
    return replace(
        old, first=old.first if keeps else one.first, last=old.last if keeps else one.last,
        dated=old.dated or one.dated,
        parties=old.parties or one.parties, sides=tuple(dict.fromkeys((*old.sides, *one.sides))) or one.sides,
        place=old.place or one.place, state=_last(steps), steps=steps, reports=len(docs),
        grounds=gathered((*old.grounds, *one.grounds)),
    )  # fmt: skip


def _likeness(old: Meeting, one: Meeting) -> float:
    """How much a telling is about a contact that is known: kind, sides, day, place."""
    if old.kind != one.kind and not (old.kind in _IN_PERSON and one.kind in _IN_PERSON):
        return 0.0
    shared = set(old.sides).intersection(one.sides)
    rare = old.kind == one.kind == "summit"
    if one.sides and not shared and not rare:
        return 0.0
    score = 1.0 * (old.kind == one.kind) + 0.5 * max(len(shared), rare)
    if one.dated and old.dated and one.first and old.first:
        apart = _apart(old, one)
        score += 1.5 if apart == 0 else 0.5 if "cancelled" in (one.state, old.state) and apart <= 2 * NEAR else -2.0
    else:
        told = one.steps[0].told
        begun = old.first or old.steps[0].told
        score += 0.5 if told and begun and abs(ordinal(told) - ordinal(begun)) <= (2 * NEAR if rare else NEAR) else -1.0
    if one.state == "cancelled" and old.state == "held" and "planned" not in [s.state for s in old.steps]:
        score -= 1.0
    if one.place and old.place:
        score += 1.0 if one.place == old.place else -1.0
    return score


def _apart(one: Meeting, other: Meeting) -> int:
    """Days between two contacts; 0 where their bounds overlap."""
    a, b = ordinal(one.first or ""), ordinal(one.last or one.first or "")
    c, d = ordinal(other.first or ""), ordinal(other.last or other.first or "")
    return max(0, c - b, a - d)
