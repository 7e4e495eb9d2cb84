"""Whose official or body somebody is whom no words give a state: of the states that a report tells of, by trees.

Rules know the state of who issued a report, of its dateline, and the one that somebody's deeds show; a reader weighs
all of it, and whose words stand around (stacked generalization, Wolpert 1992). The trees learned from labelled reports
(`train/statements/homes.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.annotate.layers import Layers
from onrecord.link.home_service import is_homeless
from onrecord.link.home_setting import Setting
from onrecord.link.referents import OF_STATE, Polity, Referent
from onrecord.link.scene import Noticed
from onrecord.link.sides import two_ahead
from onrecord.resources.trees import trees

TOLD, NEW = 0.2, 0.5
"""The least share of the state that rules told, and of any other."""
SHORT = 5
"""Sentences of the longest text that is left to rules: the trees learned from whole reports."""
FAR = 9
"""Sentences, or mentions, from which on it does not matter how far or how many they are."""
KINDS = ("person", "organization", "government", "office", "group", "people", "state", "unknown")
ROLES = (
    *("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister", "minister"),
    *("deputy", "ambassador", "spokesperson", "security_council_secretary", "legislature_head", "organisation_head"),
    *("military_command", "legislator", "judge", "governor", "leader", "official", "police", "soldier", "rebel"),
    *("opposition", "politician", "journalist", "medic", "cleric", "academic", "business", "farmer", "refugee"),
)
NEAR = ("same", "before", "after", "sentence_before", "sentence_after", "paragraph", "opens", "last", "next")
NAMES = (
    *(
        "rule",
        "rule_other",
        "by_rule",
        "share",
        "rank",
        "count",
        "states",
        "leads",
        "dateline",
        "host",
        "issuer",
        "first",
    ),
    *("head", "listed", "vote", "vote_other", "foreign", "taken", "others_home"),
    *("next_door", "envoys", "across", "met", "people", "people_other", "bodies", "heading"),
    *(f"state_{way}" for way in NEAR),
    *(f"its_{way}" for way in NEAR),
    *(f"place_{way}" for way in NEAR),
    *("subject_beside", "object_beside", "quoted"),
    *("posts", "named", "mentions", "where", "subject", "in_quote", "definite", "of_state", "former", "serves"),
    *(f"is_{kind}" for kind in KINDS),
    *(f"role_{role}" for role in ROLES),
)
"""The columns of the trees."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is told of."""

    start: int
    sentence: int
    paragraph: int
    subject: bool = False
    quote: int | None = None


@dataclass(slots=True)
class Told:
    """Where a state, those who are its own, and its places are told of, in text order."""

    state: list[Spot] = field(default_factory=list)
    its: list[Spot] = field(default_factory=list)
    place: list[Spot] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Signs:
    """What rules found of a document: its setting, who issued it, the votes of what people do and say."""

    setting: Setting
    issuer: Polity | None
    votes: Mapping[Referent, Counter[Polity]]
    elsewhere: frozenset[int]
    """Paragraphs that go to another place than the dateline's."""

    def may_be(self, places: Sequence[Spot], polity: Polity) -> bool:
        """Whether somebody told of at `places` may be of a state: not of the dateline's who is introduced elsewhere."""
        return polity != self.setting.dateline or places[0].paragraph not in self.elsewhere


def choose(layers: Layers, mentions: Sequence[Noticed], signs: Signs) -> None:
    """Tell each of those whom no words give a state the likeliest one, or none; nobody in a short text."""
    asked = list(candidates(layers, mentions, signs)) if len(layers.sentences) > SHORT else []
    rows = [row for _, states in asked for _, row in states]
    if not rows:
        return
    shares = iter(trees("statements/homes").score(np.array(rows, np.float64)).tolist())
    for referent, states in ((referent, states) for referent, states in asked if states):
        share, polity = max(((next(shares), polity) for polity, _ in states), key=lambda one: one[0])
        referent.home = polity if share >= (TOLD if polity == referent.home else NEW) else None


def candidates(
    layers: Layers, mentions: Sequence[Noticed], signs: Signs
) -> Iterator[tuple[Referent, list[tuple[Polity, list[float]]]]]:
    """Each of those whom no words give a state, and the states that may be his with their columns (`NAMES`)."""
    spots, states = _told_of(layers, mentions, signs)
    if not states:
        return
    around = _Around(signs, states, tuple(spots))
    for referent, places in spots.items():
        if is_homeless(referent) and _is_asked(referent):
            shared = list(_who(referent, places, len(layers.sentences)))
            own = [polity for polity in states if signs.may_be(places, polity)]
            yield referent, [(polity, [*around.of(referent, places, polity), *shared]) for polity in own]


def _told_of(
    layers: Layers, mentions: Sequence[Noticed], signs: Signs
) -> tuple[dict[Referent, list[Spot]], dict[Polity, Told]]:
    """Where everybody is told of, and every state with what is its own."""
    spots: dict[Referent, list[Spot]] = {}
    told: dict[Polity, Told] = {polity: Told() for polity in (signs.setting.dateline, signs.issuer) if polity}
    starts = [sentence.start for sentence in layers.sentences]
    seen: set[int] = set()
    for mention in mentions:
        seen.add(mention.start)
        if mention.form in ("relative", "together"):
            continue
        number = bisect_right(starts, mention.start)
        here = Spot(mention.start, number, mention.paragraph, mention.subject, mention.quote)
        for referent in mention.referents:
            spots.setdefault(referent, []).append(here)
            if referent.polity is not None:
                own = told.setdefault(referent.polity, Told())
                where = own.place if mention.literal else own.state if referent.kind == "state" else own.its
                where.append(here)
    for entity in layers.entities:
        polity = None if entity.start in seen else signs.setting.state(entity)
        paragraph = layers.paragraph_at(entity.start)
        if polity is not None and paragraph is not None:
            here = Spot(entity.start, bisect_right(starts, entity.start), paragraph.index)
            told.setdefault(polity, Told()).place.append(here)
    for own in told.values():
        own.place.sort(key=lambda one: one.start)
    return spots, {polity: own for polity, own in told.items() if "+" not in polity.id}


def _is_asked(referent: Referent) -> bool:
    """Whether somebody may be of a state: who holds a post, and offices; of bodies rules know better."""
    return referent.serves is None and (bool(referent.posts) or referent.kind == "office")


class _Around:
    """What stands around those who are asked about."""

    def __init__(self, signs: Signs, states: Mapping[Polity, Told], referents: Sequence[Referent]) -> None:
        self._signs, self._states = signs, states
        active = signs.setting.active
        self._counts = {polity: active.get(polity, 0) for polity in states}
        self._all = sum(self._counts.values()) or 1
        order = sorted(states, key=lambda polity: -self._counts[polity])
        self._rank = {polity: n for n, polity in enumerate(order)}
        self._two = two_ahead(active)
        firsts = {p: min((s.start for s in (*t.state, *t.its, *t.place)), default=1 << 30) for p, t in states.items()}
        self._first = min(firsts, key=lambda polity: firsts[polity])
        homeless = frozenset(r for r in referents if is_homeless(r) and r.kind != "state")
        people = Counter(r.polity for r in referents if r.kind == "person" and r.polity is not None)
        bodies = Counter(r.polity for r in referents if r.kind not in ("person", "state") and r.polity is not None)
        self._state = {
            p: (
                *map(float, signs.setting.foreign_signs(p, homeless)),
                *(float(min(people[p], FAR)), float(min(people.total() - people[p], FAR)), float(min(bodies[p], FAR))),
                float(any(s.paragraph == 0 for s in (*t.state, *t.its, *t.place))),
            )
            for p, t in states.items()
        }
        self._homes = Counter(r.home for r in referents if r.home is not None)
        self._heads = {
            (post.role.head, post.role.portfolio, polity)
            for r in referents
            if (polity := r.polity) is not None and r.kind == "person"
            for post in r.posts
            if not post.role.former
        }

    def of(self, referent: Referent, places: Sequence[Spot], polity: Polity) -> Iterator[float]:
        """The columns of somebody and a state that may be his."""
        signs, told, home = self._signs, self._states[polity], referent.home
        setting, count = signs.setting, self._counts[polity]
        yield from (float(home == polity), float(home is not None and home != polity), float(home is not None))
        yield from (count / self._all, float(min(self._rank[polity], FAR)), float(min(count, 2 * FAR)))
        yield from (float(len(self._states)), float(polity in self._two), float(setting.dateline == polity))
        yield from (float(setting.host), float(signs.issuer == polity), float(self._first == polity))
        yield float(any(s.paragraph < 2 for s in (*told.state, *told.its)))
        yield float(bool(polity.codes))
        votes = signs.votes.get(referent, Counter())
        yield from (float(votes[polity]), float(max((v for p, v in votes.items() if p != polity), default=0)))
        yield float(polity in referent.foreign)
        yield float(any((p.role.head, p.role.portfolio, polity) in self._heads for p in referent.posts))
        yield float(min(self._homes[polity] - (home == polity), FAR))
        yield from self._state[polity]
        rest = [other for state, other in self._states.items() if state != polity]
        yield from _near(places, told.state, [other.state for other in rest])
        yield from _near(places, told.its, [other.its for other in rest])
        yield from _near(places, told.place, [other.place for other in rest])
        beside = [(a, s) for a in places for s in told.state if a.sentence == s.sentence]
        yield float(sum(s.subject and not a.subject for a, s in beside))
        yield float(sum(a.subject and not s.subject for a, s in beside))
        yield float(sum(a.quote is None and s.quote is not None and a.subject for a, s in beside))


def _near(places: Sequence[Spot], own: Sequence[Spot], others: Sequence[Sequence[Spot]]) -> Iterator[float]:
    """How what is told of a state stands to the mentions of somebody (`NEAR`)."""
    if not own:
        yield from (0.0,) * (len(NEAR) - 2)
        yield from (float(FAR), float(FAR))
        return
    first, count = places[0], len(places)
    yield sum(any(s.sentence == a.sentence for s in own) for a in places) / count
    yield float(any(s.sentence == first.sentence and s.start < first.start for s in own))
    yield float(any(s.sentence == first.sentence and s.start > first.start for s in own))
    yield sum(any(s.sentence == a.sentence - 1 for s in own) for a in places) / count
    yield sum(any(s.sentence == a.sentence + 1 for s in own) for a in places) / count
    yield sum(any(s.paragraph == a.paragraph for s in own) for a in places) / count
    begins = [s.start for s in own if s.paragraph == first.paragraph]
    rest = [s.start for spots in others for s in spots if s.paragraph == first.paragraph]
    yield float(bool(begins) and min(begins) < min(rest, default=1 << 30))
    before = max((s.start for s in own if s.start < first.start), default=-1)
    yield float(_count_between(others, before, first.start) if before >= 0 else FAR)
    after = min((s.start for s in own if s.start > first.start), default=-1)
    yield float(_count_between(others, first.start, after) if after >= 0 else FAR)


def _count_between(spots: Sequence[Sequence[Spot]], start: int, end: int) -> int:
    return min(FAR, sum(start < s.start < end for ones in spots for s in ones))


def _who(referent: Referent, places: Sequence[Spot], sentences: int) -> Iterator[float]:
    """Who is asked about, whichever state it be."""
    roles = [post.role for post in referent.posts]
    yield from (float(len(roles)), float(referent.name is not None), float(min(len(places), FAR)))
    yield places[0].sentence / max(sentences, 1)
    yield sum(one.subject for one in places) / len(places)
    yield sum(one.quote is not None for one in places) / len(places)
    yield float(referent.definite)
    yield float(referent.sector in OF_STATE or any(role.sector in OF_STATE for role in roles))
    yield float(any(role.former for role in roles))
    yield float(referent.serves is not None)
    yield from (float(referent.kind == kind) for kind in KINDS)
    yield from (float(any(role.role == name for role in roles)) for name in ROLES)
