"""The sides of what a report tells: states with all that is theirs, and armed groups or bodies of nobody's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.extract.statements_audiences import audiences
from onrecord.link.known import Known
from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed
from onrecord.model import Actor

FAR = 10
"""Sentences looked back at."""

APART = frozenset(["REB", "PRM", "OPP", "PRE", "INS"])
"""Sectors of groups that are no part of the state that they are named after."""

ONLOOKERS = frozenset(["JRN", "BUS", "EDU", "MED", "LAB", "REL", "NGO", "CVL", "CRM"])
"""Sectors of those who watch, report and help, and are no side of what a report tells."""

_NOT_STATES = APART | ONLOOKERS
"""Sectors of those who are of a state and count for it neither."""

_ABOVE = frozenset(
    (
        "council mission commission committee court tribunal conference board secretariat assembly agency judiciary"
        " chamber congress task-force observatory"
    ).split()
)
"""Heads of bodies before which sides stand, or which watch them."""


def takes_sides(referent: Referent) -> bool:
    """Whether somebody can be one of "the parties": no body before which they stand, nor one that watches them."""
    if referent.kind != "organization" or referent.polity is not None:
        return True
    outlet = (referent.name or "").rpartition(" ")[2] in audiences().titles
    return referent.head not in _ABOVE and referent.sector not in ONLOOKERS and not outlet


def two_sides(
    noticed: Sequence[Noticed],
    sentence: int,
    known: Known,
    others: frozenset[str] = frozenset(),
    states: bool = False,
) -> tuple[Referent, ...]:
    """The two sides that were mentioned last; none where three came up before two stood out.

    `others` are the ids of states that are neither; `states` asks for states alone.
    """
    sides: dict[str, Referent] = {}
    weights: Counter[str] = Counter()
    near = noticed[bisect_left(noticed, sentence - FAR + 1, key=lambda mention: mention.sentence) :]
    for back in range(FAR):
        for mention in near:
            if mention.sentence != sentence - back or mention.literal or mention.form in ("relative", "together"):
                continue
            for referent in mention.referents:
                key = _side(referent)
                if key is not None and key not in others and not (states and referent.polity is None):
                    sides.setdefault(key, _whole(referent, known))
                    weights[key] += 1
        if len(sides) >= 2:
            break
    if len(sides) == 2:
        return tuple(sides.values())
    first = weights.most_common(3)
    return tuple(sides[key] for key, _ in first[:2]) if len(first) > 2 and first[1][1] > first[2][1] else ()


def leading(noticed: Sequence[Noticed], known: Known, others: frozenset[str] = frozenset()) -> tuple[Referent, ...]:
    """The two states that a report is about: those told of twice as often as any third; empty where there are none.

    `others` are the ids of states that are neither.
    """
    counts: Counter[str] = Counter()
    states: dict[str, Referent] = {}
    for mention in noticed:
        if mention.literal or mention.form in ("relative", "together"):
            continue
        for referent in mention.referents:
            polity = referent.polity
            if polity is not None and polity.id not in others and referent.sector not in _NOT_STATES:
                counts[polity.id] += 1
                if polity.id not in states:
                    states[polity.id] = known.state(polity)
    two = two_ahead(counts)
    return tuple(one for key, one in states.items() if key in two)


def the_two(noticed: Sequence[Noticed], known: Known) -> tuple[Actor, ...]:
    """The records of the two states that a report is about, for whom no words stand; nobody where no two stand out."""
    found = tuple(one.actor(None, "carried") for one in leading(noticed, known))
    return found if len(found) == 2 else ()


def two_ahead[T](counts: Counter[T]) -> tuple[T, ...]:
    """The only two that are counted, or those counted twice as often as any third; empty where there are none."""
    ranked = counts.most_common(3)
    clear = len(ranked) == 2 or (len(ranked) == 3 and ranked[1][1] >= 2 * ranked[2][1])
    return tuple(one for one, _ in ranked[:2]) if clear else ()


def _side(referent: Referent) -> str | None:
    """The key of the side that a referent is or belongs to."""
    if referent.kind not in ("state", "government", "office", "organization", "group", "person"):
        return None
    sector = referent.sector or ""
    if referent.polity is not None and sector not in APART and (sector not in ONLOOKERS or referent.kind == "state"):
        return referent.polity.id
    if not takes_sides(referent):
        return None
    stateless = (referent.kind in ("organization", "group") and referent.polity is None) or sector in APART
    if not stateless or sector in ONLOOKERS or referent.kind == "person":
        return None
    if referent.codes and sector not in APART:
        return None  # an organisation of states
    return f"{referent.number}" if sector in APART or (referent.name and referent.name[0].isupper()) else None


def _whole(referent: Referent, known: Known) -> Referent:
    if referent.polity is None or referent.sector in APART or referent.kind in ("state", "government"):
        return referent
    return known.state(referent.polity)
