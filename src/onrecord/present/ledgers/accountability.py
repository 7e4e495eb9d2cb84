"""Alleged abuses: who accuses whom of what and where; denials, calls to investigate, investigations, findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.model import Actor, Event, Report, Span
from onrecord.present.basis import Basis, basis
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.phrases import flat
from onrecord.present.voice import voice
from onrecord.present.wording import term, weight, words
from onrecord.resources import abuses

type Role = Literal["accusation", "denial", "call", "investigation", "finding"]

NEAR = 3
"""Sentences after an accusation in which an inquiry that names no act is still about it."""
_HARM = frozenset({"ASSAULT"})
_VIOLENT = frozenset({"killing", "attack on civilians", "destruction of homes or heritage"})
_GENERAL = frozenset({"atrocities", "war crimes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """Somebody denies, calls for an investigation, investigates or finds, in these words, on this day."""

    by: tuple[str, ...]
    words: str
    day: str | None
    word: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbuseRow:
    """One alleged abuse: `act` by the name of its kind, `place`, who accuses and who is accused (empty: not told).

    `day` is the day of the act where a report tells it; `first` and `last` when it was told.
    """

    act: str
    place: str | None
    day: str | None
    accusers: tuple[str, ...]
    accused: tuple[str, ...]
    words: tuple[str, ...]
    denials: tuple[Reaction, ...]
    calls: tuple[Reaction, ...]
    investigations: tuple[Reaction, ...]
    findings: tuple[Reaction, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One sentence that tells of an abuse, with what it is held together by."""

    role: Role
    acts: tuple[str, ...]
    about: dict[str, float]
    places: tuple[str, ...]
    by: tuple[str, ...]
    accused: tuple[str, ...]
    sides: frozenset[str]
    named: frozenset[str]
    day: str | None
    told: str | None
    words: str
    word: str
    at: tuple[str, int]
    grounds: tuple[Ground, ...]


@dataclass(slots=True)
class _Case:
    """Sentences that are about one abuse."""

    told: list[_Told] = field(default_factory=list)

    def likeness(self, one: _Told) -> float:
        """How much a further sentence is about it: shared kinds of act, places, day, sides, words, time."""
        best = 0.0
        for old in self.told[:8] + self.told[-4:]:
            score = 0.0
            if one.acts and old.acts:
                score += 0.3 if set(one.acts) & set(old.acts) else 0.15 if _related(one.acts, old.acts) else -0.2
            if one.places and old.places:
                score += 0.25 if set(one.places) & set(old.places) else -0.1
            if one.day and old.day:
                score += 0.25 if one.day == old.day else -0.3
            if one.sides and old.sides:
                score += 0.2 if one.sides & old.sides else -0.35
            score += 0.5 * _overlap(one.about, old.about)
            if one.at[0] == old.at[0] and 0 < one.at[1] - old.at[1] <= NEAR:
                score += 0.1 if one.role == "accusation" else 0.35
            if one.role != "accusation" and one.named & (old.sides | old.named):
                score += 0.15
            best = max(best, score)
        return best


WITHIN = 14
"""Days between tellings within which an abuse of which nobody is accused is taken for the one told before."""
SAME, REACTS = 0.5, 0.4
"""From this likeness on, a sentence is about a case that is known; a denial, a call or an inquiry needs less."""


def accountability(reports: Sequence[Report]) -> tuple[AbuseRow, ...]:
    """Every alleged abuse, by the day on which it was first told; the order of the reports does not matter."""
    cases: list[_Case] = []
    made = basis(reports)
    for one in (told for report in made.reports for told in _Reading(report, made).all()):
        likest = max(cases, key=lambda case: case.likeness(one), default=None)
        if likest is not None and likest.likeness(one) >= (SAME if one.role == "accusation" else REACTS):
            likest.told.append(one)
        elif one.acts and one.role in ("accusation", "call", "finding"):
            cases.append(_Case([one]))
    rows = [_row(case) for case in _together(cases)]
    return tuple(
        sorted((r for r in rows if r.accusers or r.calls or r.findings), key=lambda r: (r.first or "9999", r.grounds))
    )


def _together(cases: list[_Case]) -> list[_Case]:
    """Cases of the same act go to an earlier one told within `WITHIN` days, unless other sides or days are told."""
    kept: list[_Case] = []
    for case in cases:
        sides = frozenset(side for one in case.told for side in one.sides)
        acts = {act for one in case.told for act in one.acts[:1]}
        home = next(
            (
                old
                for old in kept
                if (not sides or sides & frozenset(side for one in old.told for side in one.sides))
                and _same_day(old, case)
                and acts & {act for one in old.told for act in one.acts[:1]}
                and _days_apart(old.told[-1].told, case.told[0].told) <= WITHIN
            ),
            None,
        )
        if home is None:
            kept.append(case)
        else:
            home.told += case.told
    return kept


def _same_day(one: _Case, other: _Case) -> bool:
    """Whether the days told of two cases do not contradict each other."""
    days = [{told.day for told in case.told if told.day} for case in (one, other)]
    return not days[0] or not days[1] or bool(days[0] & days[1])


def _days_apart(one: str | None, other: str | None) -> int:
    """Days between two ISO dates; 0 where one is not known."""
    if one is None or other is None:
        return 0
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)


def _row(case: _Case) -> AbuseRow:
    accusing = [one for one in case.told if one.role == "accusation"] or case.told
    acts: dict[str, int] = {}
    for one in case.told:
        for act in one.acts[:1]:
            acts[act] = acts.get(act, 0) + 1
    days = [one.told for one in case.told if one.told]
    return AbuseRow(
        act=max(acts, key=lambda act: acts[act]),
        place=next((place for one in case.told for place in one.places), None),
        day=next((one.day for one in accusing if one.day), None),
        accusers=tuple(dict.fromkeys(by for one in accusing if one.role == "accusation" for by in one.by)),
        accused=tuple(dict.fromkeys(who for one in accusing for who in one.accused)),
        words=tuple(dict.fromkeys(one.words for one in accusing)),
        denials=_reactions(case, "denial"),
        calls=_reactions(case, "call"),
        investigations=_reactions(case, "investigation"),
        findings=_reactions(case, "finding"),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(ground for one in case.told for ground in one.grounds),
    )


def _reactions(case: _Case, role: Role) -> tuple[Reaction, ...]:
    return tuple(
        Reaction(by=one.by, words=one.words, day=one.told, word=one.word, grounds=one.grounds)
        for one in case.told
        if one.role == role
    )


def _related(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two acts may be one told in other words: an attack and the deaths in it, atrocities and any of them."""
    both = {*one, *other}
    return bool(both & _GENERAL) or (bool(set(one) & _VIOLENT) and bool(set(other) & _VIOLENT))


def _overlap(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(one[key] for key in one.keys() & other.keys())
    return shared / max(1.0, min(sum(one.values()), sum(other.values())))


class _Reading:
    """The sentences of one report that tell of abuses."""

    def __init__(self, report: Report, made: Basis) -> None:
        self._report = report
        self._passages = made.passages(report)
        self._sides = made.sides

    def all(self) -> Iterator[_Told]:
        if abuses.anything().search(self._passages.text) is None:
            return
        for number, sentence in enumerate(self._passages.sentences):
            role = self._role(sentence)
            if role is not None:
                yield self._told(role, number, sentence)

    def _role(self, sentence: Span) -> Role | None:
        """What a sentence does about an abuse; null for one that tells of none."""
        text = sentence.text
        events = self._events(sentence)
        inquiry = abuses.pattern("investigating").search(text)
        acts = abuses.named(text)
        if inquiry is not None:
            near = text[max(0, inquiry.start() - 60) : inquiry.end() + 30]
            if abuses.pattern("finding").search(text) and not abuses.pattern("calling").search(near):
                return "finding"
            if abuses.pattern("opening").search(near) and not abuses.pattern("calling").search(near):
                return "investigation"
            if abuses.pattern("calling").search(text) or any(e.event == "REQUEST" for e in events):
                return "call"
            return "investigation"
        if not acts:
            return None
        if abuses.pattern("denying").search(text):
            return "denial"
        if abuses.pattern("finding").search(text) and self._passages.statement(sentence) is None and _official(text):
            return "finding"
        if any(e.event == "ACCUSE" or (e.event in _HARM and not e.negated and e.actors) for e in events):
            return "accusation"
        if any("alleg" in w.lower() for w in text.split()):
            return "accusation"
        return None

    def _events(self, sentence: Span) -> list[Event]:
        return [e for e in self._report.events if sentence.start <= e.anchor.start < sentence.end]

    def _told(self, role: Role, number: int, sentence: Span) -> _Told:
        events = self._events(sentence)
        by, accused = self._who(role, sentence, events)
        harm = [e for e in events if e.event in _HARM or e.event == "ACCUSE"]
        places = [e.where.name or flat(e.where.mention.text) for e in harm if e.where is not None]
        places += [m.place.name or flat(m.span.text) for m in self._report.mentions
                   if m.place is not None and m.span in sentence and m.place.kind != "country"]  # fmt: skip
        around = self._passages.statement(sentence)
        record = events[0].id if events else around.id if around is not None else self._report.document.id
        published = self._report.document.published
        return _Told(
            role=role,
            acts=abuses.named(sentence.text),
            about=_terms(sentence.text),
            places=tuple(dict.fromkeys(places)),
            by=tuple(dict.fromkeys(voice(actor).label for actor in by)),
            accused=tuple(dict.fromkeys(voice(actor).label for actor in accused)),
            sides=frozenset(self._sides.all(accused)),
            named=frozenset(self._sides.all(self._passages.actors(sentence))),
            day=next((e.when.start for e in harm if e.when and e.when.start and e.when.start == e.when.end), None),
            told=published,
            words=flat(sentence.text),
            word=self._passages.word(sentence),
            at=(self._report.document.id, number),
            grounds=grounds(self._report, record, dict.fromkeys((*(e.anchor for e in harm), sentence))),
        )

    def _who(self, role: Role, sentence: Span, events: list[Event]) -> tuple[list[Actor], list[Actor]]:
        """Who accuses, denies, calls or investigates, and who is accused."""
        accused: list[Actor] = []
        by: list[Actor] = []
        for event in events:
            if event.event == "ACCUSE" and event.mode != "investigate":
                by += event.actors
                accused += event.recipients
            elif event.event in _HARM:
                accused += event.actors
            elif event.event == "REQUEST" and role == "call":
                by += event.actors
            elif event.event == "ACCUSE" and role == "investigation":
                by = [*event.actors, *by]
            elif event.event == "REJECT" and role == "denial":
                by += event.actors
        if role in ("denial", "investigation", "finding", "call") and not by:
            speaking = [
                s.speaker
                for s in self._report.statements
                if s.speaker is not None and any(c.overlap(sentence) for c in s.content)
            ]
            subject = self._passages.actors(sentence)[:1]
            by += speaking[:1] if speaking and role in ("denial", "call") else (subject or speaking[:1])
        if role == "accusation" and not by:
            around = self._passages.statement(sentence) or next(
                (s for s in self._report.statements if any(c.overlap(sentence) for c in s.content)), None
            )
            by += [] if around is None or around.speaker is None else [around.speaker]
        own = set(self._sides.all(by))
        accused = [one for one in accused if not (own & set(self._sides.all((one,)))) and one.kind != "people"]
        return by, ([] if role == "denial" else accused)


def _official(text: str) -> bool:
    return any(
        w in text.lower() for w in ("prosecut", "court", "inquiry", "commission", "investigat", "monitor", "report")
    )


def _terms(text: str) -> dict[str, float]:
    return {term(word): weight(word) for _, _, word in words(text)}
