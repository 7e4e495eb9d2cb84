"""Alleged abuses: who accuses whom of what and where; denials, calls to investigate, investigations, findings."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from math import inf, nextafter

from onrecord.model import Report
from onrecord.present.basis import Basis, basis
from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers.abuse_sentences import NEAR, Role, Told, told
from onrecord.present.ledgers.moves import Move, merged

_VIOLENT = frozenset({"killing", "attack on civilians", "destruction of homes or heritage"})
_GENERAL = frozenset({"atrocities", "war crimes"})
_FIRST, _LAST = 8, 4
"""Sentences of a case, from its beginning and to its end, that others are held against."""
_NAMED = 0.15
"""What it counts that a denial, a call or an inquiry names a side of an accusation."""
WORDS = 0.15
"""Share of words by which a call to investigate is about what was told elsewhere in its report."""
WITHIN = 14
"""Days between tellings within which an abuse of which nobody is accused is taken for the one told before."""
SAME, REACTS = 0.5, 0.4
"""From this likeness on, a sentence is about a case that is known; a denial, a call or an inquiry needs less."""


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
    denials: tuple[Move, ...]
    calls: tuple[Move, ...]
    investigations: tuple[Move, ...]
    findings: tuple[Move, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


class _Sentence:
    """A sentence that tells of an abuse, ready to be held against others."""

    __slots__ = ("acts", "places", "shared", "told", "weight")

    def __init__(self, told: Told) -> None:
        self.told = told
        self.acts, self.places = frozenset(told.acts), frozenset(told.places)
        self.weight = sum(told.about.values())
        self.shared = max(1.0, len(told.about) / max(1.0, self.weight))  # `_overlap` with it at most


class _Case:
    """Sentences that are about one abuse."""

    def __init__(self, first: _Sentence) -> None:
        self.told: list[Told] = []
        self._compared: list[_Sentence] = []
        self._acts, self._places, self._sides = set[str](), set[str](), set[str]()
        self._days, self._docs = set[str | None](), set[str]()
        self._silent = [False] * 4  # whether any sentence tells no act, place, day, side
        self._shared = 0.0
        self.add(first)

    def add(self, one: _Sentence) -> None:
        """A further sentence; the first eight and the last four are those that others are held against."""
        told = one.told
        self.told.append(told)
        self._compared.append(one)
        if len(self._compared) > _FIRST + _LAST:
            del self._compared[_FIRST]
        self._acts |= one.acts
        self._places |= one.places
        self._sides |= told.sides
        self._days.add(told.day)
        self._docs.add(told.at[0])
        for n, value in enumerate((one.acts, one.places, told.day, told.sides)):
            self._silent[n] |= not value
        self._shared = max(self._shared, one.shared)

    def at_most(self, one: _Sentence) -> float:
        """What `likeness` is at most, by what is told in any of the sentences."""
        told, score = one.told, _NAMED + 0.5 * self._shared + 1e-9
        if told.at[0] in self._docs:
            return inf
        if one.acts:
            related = not one.acts.isdisjoint(self._acts)
            score += 0.3 if related else 0.15 if _related(one.acts, self._acts) else -0.2 * (not self._silent[0])
        if one.places:
            score += 0.25 if not one.places.isdisjoint(self._places) else -0.1 * (not self._silent[1])
        if told.day:
            score += 0.25 if told.day in self._days else -0.3 * (not self._silent[2])
        if told.sides:
            score += 0.2 if not told.sides.isdisjoint(self._sides) else -0.35 * (not self._silent[3])
        return score

    def likeness(self, one: _Sentence, beyond: float) -> float:
        """How much a further sentence is about it, if that is more than `beyond`; else `beyond`."""
        best = beyond
        for old in self._compared:
            likeness = _likeness(one, old, best)
            best = max(best, likeness)
        return best


def _likeness(new: _Sentence, known: _Sentence, beyond: float) -> float:
    """How alike two sentences are: shared kinds of act, places, day, sides, words, time.

    Words are not compared where the likeness cannot be more than `beyond` whatever they share.
    """
    one, old, score = new.told, known.told, 0.0
    same, here = not new.acts.isdisjoint(known.acts), one.at[0] == old.at[0]
    if new.acts and known.acts:
        score += 0.3 if same else 0.15 if _related(new.acts, known.acts) else -0.2
    if new.places and known.places:
        score += -0.1 if new.places.isdisjoint(known.places) else 0.25
    if one.day and old.day:
        score += 0.25 if one.day == old.day else -0.3
    if one.sides and old.sides:
        score += -0.35 if one.sides.isdisjoint(old.sides) else 0.2
    if not here and score + 1e-9 + _NAMED + 0.5 * known.shared < beyond:
        return 0.0
    shared = _overlap(new, known)
    score += 0.5 * shared
    if here and 0 < one.at[1] - old.at[1] <= NEAR:
        apart = new.acts and known.acts and not same
        further = 0.35 if not apart else 0.25 if _related(new.acts, known.acts) else 0.1
        score += 0.1 if one.role == "accusation" else further
    if here and one.role == "call" and shared >= WORDS:
        score += 0.3
    if one.role == "denial" and old.sides and one.by_sides and not one.by_sides & old.sides:
        score -= 0.3  # who is not accused denies something else
    if one.role != "accusation" and one.named & (old.sides | old.named):
        score += _NAMED
    return score


def accountability(reports: Sequence[Report]) -> tuple[AbuseRow, ...]:
    """Every alleged abuse, by the day on which it was first told; the order of the reports does not matter."""
    made = basis(reports)
    return made.once("accountability", lambda: made.of_each_matter(_cases, _earliest))


def _cases(made: Basis) -> tuple[AbuseRow, ...]:
    cases: list[_Case] = []
    for one in (found for report in made.reports for found in told(report, made)):
        sentence = _Sentence(one)
        home = _likest(cases, sentence) or _only_in_report(cases, one)
        if home is not None:
            home.add(sentence)
        elif one.acts and one.role in ("accusation", "call", "investigation", "finding"):
            cases.append(_Case(sentence))
    rows = [_row(case) for case in _together(cases)]
    return tuple(
        sorted(
            (r for r in rows if r.accusers or r.calls or r.investigations or r.findings),
            key=_earliest,
        )
    )


def _earliest(row: AbuseRow) -> tuple[str, tuple[Ground, ...]]:
    return row.first or "9999", row.grounds


def _likest(cases: list[_Case], one: _Sentence) -> _Case | None:
    """The case that a sentence is most about (the earliest of several), if it is enough about it."""
    found, best = len(cases), SAME if one.told.role == "accusation" else REACTS
    near = sorted([(-most, at) for at, case in enumerate(cases) if (most := case.at_most(one)) >= best])
    for most, at in near:
        if -most < best:
            break
        likeness = cases[at].likeness(one, nextafter(best, 0.0))
        if likeness > best or (likeness == best and at < found):
            found, best = at, likeness
    return cases[found] if found < len(cases) else None


def _only_in_report(cases: list[_Case], one: Told) -> _Case | None:
    """The only case of which its report tells, for a call or an inquiry that names no act and shares a word with it."""
    if one.role == "accusation" or one.acts:
        return None
    here = [case for case in cases[-8:] if any(old.at[0] == one.at[0] for old in case.told)]
    about = [case for case in here if any(not one.about.keys().isdisjoint(old.about) for old in case.told)]
    return about[0] if len(here) == 1 and about else None


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
    accusers = tuple(dict.fromkeys(by for one in accusing if one.role == "accusation" for by in one.by))
    accused = tuple(dict.fromkeys(who for one in accusing for who in one.accused))
    return AbuseRow(
        act=max(acts, key=lambda act: acts[act]),
        place=next((place for one in case.told for place in one.places), None),
        day=next((one.day for one in accusing if one.day), None),
        accusers=accusers,
        accused=tuple(who for who in accused if who not in accusers) or accused,
        words=tuple(dict.fromkeys(one.words for one in accusing)),
        denials=_reactions(case, "denial"),
        calls=_reactions(case, "call"),
        investigations=_reactions(case, "investigation"),
        findings=_reactions(case, "finding"),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(ground for one in case.told for ground in one.grounds),
    )


def _reactions(case: _Case, role: Role) -> tuple[Move, ...]:
    return merged(
        Move(state=role, by=one.by, words=one.words, day=one.told, word=one.word, grounds=one.grounds)
        for one in case.told
        if one.role == role
    )


def _related(one: Set[str], other: Set[str]) -> bool:
    """Whether two acts may be one told in other words: an attack and the deaths in it, atrocities and any of them."""
    general = not (one.isdisjoint(_GENERAL) and other.isdisjoint(_GENERAL))
    return general or not (one.isdisjoint(_VIOLENT) or other.isdisjoint(_VIOLENT))


def _overlap(one: _Sentence, other: _Sentence) -> float:
    about, least = one.told.about, one.weight if one.weight < other.weight else other.weight
    shared = sum([about[key] for key in about.keys() & other.told.about.keys()])
    return shared / least if least > 1.0 else shared
