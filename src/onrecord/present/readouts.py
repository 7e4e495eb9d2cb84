"""Two accounts of one contact held against each other: said by both, by one only, said differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.model import Event, Report, Span
from onrecord.model.vocabulary import CONTACTS
from onrecord.present.accounts import (
    Account,
    by_country,
    most_heard,
    of_document,
    parties,
    present_at,
    spoken_for,
    tellers,
)
from onrecord.present.affiliation import Affiliations
from onrecord.present.points import Point, joined, named, other_figures, similarity
from onrecord.present.stances import state_names
from onrecord.resources import countries

SAME = 0.42
"""From this similarity on, two points of two accounts are one point told twice (set on the golden readouts)."""

REPEATS = 0.55
"""From this similarity on, a further point of one side says again what both sides have said already."""

type Kind = Literal["stronger", "blames", "denies", "counts"]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one side says a point differently: in stronger words, blaming or denying, or with another figure.

    `who` are those whom it blames, or the figures that it counts with ("12 soldiers").
    """

    kind: Kind
    side: str
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A point that both sides tell, each in its words; `alike` in 0–1."""

    first: Point
    second: Point
    alike: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two accounts of one contact.

    `contact` is the id of the event that tells of it and `told_as` its words; both null where no event does.
    `only` holds the points of the first, then of the second side that the other does not tell, in text order.
    """

    contact: str | None
    told_as: Span | None
    sides: tuple[Account, Account]
    both: tuple[Shared, ...]
    only: tuple[tuple[Point, ...], tuple[Point, ...]]


def compare(reports: Sequence[Report]) -> Comparison | None:
    """The two accounts that fit best inside one report, or of two reports; null where there are no two accounts.

    In one report a side is a country: whose spokesmen, offices and principals tell of the contact. Of two reports,
    each is a side. Raises ValueError for none or more than two.
    """
    if len(reports) == 1:
        found = [_inside(reports[0], contact, pair) for contact, pair in _contacts(reports[0])]
        told = [one for one in found if all(side.points for side in one.sides)]
        return max(told, key=_richness, default=None)
    if len(reports) != 2:
        raise ValueError(f"one or two reports are compared, not {len(reports)}")
    return _between(reports[0], reports[1])


def _richness(one: Comparison) -> tuple[int, int]:
    return min(len(side.points) for side in one.sides), len(one.both)


def _contacts(report: Report) -> list[tuple[Event | None, tuple[str, str]]]:
    """Every contact with every two states of it that speak, and any two that give accounts of one."""
    stand = Affiliations(report)
    speak = {stand.of(one.speaker) for one in report.statements if one.parent is None} - {None}
    speak |= set(spoken_for(report, stand))
    found: list[tuple[Event | None, tuple[str, str]]] = []
    for event in report.events:
        if _held(event):
            there = [state for state in parties(present_at(event), stand) if state in speak]
            there = there if len(there) > 1 else [s for s in _named_in(report, event.evidence, stand) if s in speak]
            found += [(event, pair) for pair in combinations(there, 2)]
    for one in report.statements:
        pair = parties((a for a in (one.speaker, *one.addressees) if a), stand)
        if one.channel in CONTACTS and len(pair) == 2 and set(pair) <= speak:
            found.append((None, (pair[0], pair[1])))
    held = {pair for _, pair in found} | {(second, first) for _, (first, second) in found}
    return [*found, *((None, pair) for pair in combinations(tellers(report, stand), 2) if pair not in held)]


def _named_in(report: Report, words: Span, stand: Affiliations) -> tuple[str, ...]:
    """The two states that the words for a contact name; empty where they name none or more.

    "The leaders of X and Y", "X and Y gave conflicting accounts of talks between their commanders".
    """
    inside = (m for m in report.mentions if m.actor is not None and m.actor.kind == "state" and m.span.overlap(words))
    named = parties((m.actor for m in inside if m.actor is not None), stand)
    return named if len(named) == 2 else ()


def _inside(report: Report, contact: Event | None, pair: tuple[str, str]) -> Comparison:
    names = {code: known.name for code in pair if (known := countries.by_code(code))}
    first, second = by_country(report, pair, {**names, **state_names(report)})
    return _aligned(contact, first, second)


def _between(one: Report, other: Report) -> Comparison | None:
    stand = Affiliations(one)
    contact = next((e for e in one.events if _held(e) and len(parties(present_at(e), stand)) > 1), None)
    there = () if contact is None else parties(present_at(contact), stand)
    countries = frozenset((*there, *filter(None, map(most_heard, (one, other)))))
    first, second = (of_document(r, r.document.id, _title(r), countries) for r in (one, other))
    return _aligned(contact, first, second) if first.points and second.points else None


def _held(event: Event) -> bool:
    """Whether a contact took place; delegates who speak at a body's session give no accounts of a contact of theirs."""
    sits = event.mode == "multilateral" and any(actor.kind == "organization" for actor in event.actors)
    return event.event == "CONSULT" and event.status in ("asserted", "alleged") and not sits


def _title(report: Report) -> str:
    document, country = report.document, most_heard(report)
    told = document.title or document.uri or document.id
    return f"{told} ({country})" if country else told


def _aligned(contact: Event | None, first: Account, second: Account) -> Comparison:
    pairs = _pairs(first.points, second.points)
    mine, left = _repeated(first.points, {i: second.points[j] for i, (j, _) in pairs.items()})
    theirs, right = _repeated(second.points, {j: first.points[i] for i, (j, _) in pairs.items()})
    both = [_shared(first, second, mine[i], theirs[j], alike) for i, (j, alike) in sorted(pairs.items())]
    return Comparison(
        contact=None if contact is None else contact.id,
        told_as=None if contact is None else contact.evidence,
        sides=(first, second),
        both=tuple(both),
        only=(left, right),
    )


def _pairs(first: Sequence[Point], second: Sequence[Point]) -> dict[int, tuple[int, float]]:
    """Points paired one to one, the most alike first, the earlier ones in the text where they are equally alike."""
    scored = sorted((-similarity(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second))
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if -score >= SAME and i not in pairs and j not in taken:
            pairs[i] = (j, -score)
            taken.add(j)
    return pairs


def _repeated(points: Sequence[Point], partners: dict[int, Point]) -> tuple[dict[int, Point], tuple[Point, ...]]:
    """The paired points of a side with what repeats them, and the points that it alone tells.

    A point that blames or names somebody whom the other side's partner does not is the side's own, however alike.
    """
    paired = {n: points[n] for n in partners}
    own = []
    for n, one in enumerate(points):
        if n in partners:
            continue
        alike = [(similarity(one, other), -at) for at, other in partners.items() if _nothing_new(one, other)]
        best, at = max(alike, default=(0.0, 0))
        if best >= REPEATS:
            paired[-at] = joined(paired[-at], one)
        else:
            own.append(one)
    return paired, tuple(own)


def _nothing_new(one: Point, other: Point) -> bool:
    return set(one.blamed) <= set(other.blamed) and named(one) <= named(other)


def _shared(first: Account, second: Account, a: Point, b: Point, alike: float) -> Shared:
    return Shared(first=a, second=b, alike=round(alike, 3), differences=tuple(_differences(first, second, a, b)))


def _differences(first: Account, second: Account, a: Point, b: Point) -> list[Difference]:
    found = []
    if a.strength != b.strength and max(a.strength, b.strength) > 1:
        found.append(Difference("stronger", first.side if a.strength > b.strength else second.side))
    for account, mine, theirs in ((first, a, b), (second, b, a)):
        if new := tuple(who for who in mine.blamed if who not in theirs.blamed):
            found.append(Difference("blames", account.side, new))
        if mine.denied and not theirs.denied:
            found.append(Difference("denies", account.side))
        if counted := other_figures(mine, theirs):
            found.append(Difference("counts", account.side, counted))
    return found
