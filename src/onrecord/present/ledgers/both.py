"""Who "both countries", "the sides" or "the ministers" are: the two who met, or the two states of a report."""

import re
from collections import Counter

from onrecord.model import Report
from onrecord.present.basis import Basis
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import Voice, voice

_STATES = r"(?:countries|governments|states|sides|parties|capitals|delegations|neighbou?rs)"
_PERSONS = r"(?:(?:foreign |prime |defen[cs]e |interior |transport |energy )?ministers|presidents|leaders|premiers)"
_BOTH = re.compile(
    rf"(?:the |both |the two )?(?P<states>{_STATES})|(?:the |both |the two )?(?P<persons>{_PERSONS})", re.I
)
BEFORE = re.compile(
    rf"\b(?:[Bb]oth|[Tt]he two|[Tt]he) (?:{_STATES}|{_PERSONS}) (?:have |had |has |then |also |at once )*$"
)
"""Such words right before a verb."""
_TWO = 2


def both(one: Voice, report: Report, at: int, made: Basis) -> tuple[Voice, ...]:
    """The two for whom an actor's plural stands, as told before a place of a report; empty for others."""
    found = _BOTH.fullmatch(one.label.strip("“”"))
    if found is None or one.identified:
        return ()
    return pair(report, at, made) if found["persons"] else states(report, at, made)


def pair(report: Report, at: int, made: Basis) -> tuple[Voice, ...]:
    """The two persons of the contact told last before a place, one a side; empty where no such contact is told."""
    for event in sorted(report.events, key=lambda one: -one.anchor.start):
        there = [a for a in (*event.actors, *event.recipients) if a.kind == "person" and a.name]
        sides = {made.sides.of(actor) for actor in there}
        if event.event == "CONSULT" and event.anchor.start <= at and len(there) == len(sides) == _TWO:
            return tuple(made.sides.callings.full(voice(actor)) for actor in there)
    return ()


def states(report: Report, at: int, made: Basis, without: frozenset[str] = frozenset()) -> tuple[Voice, ...]:
    """The states of the two who met, else the two that a report names most often, but for some."""
    sides = [made.sides.of(one) for one in pair(report, at, made)]
    if len(sides) != _TWO or not all(made.sides.is_state(side) and side not in without for side in sides):
        named = (made.sides.of(m.actor) for m in mentioned(report) if m.actor is not None and m.actor.kind == "state")
        counts = Counter(side for side in named if made.sides.is_state(side) and side not in without)
        sides = sorted(counts, key=lambda side: (-counts[side], side))[:_TWO]
    return tuple(Voice(key=side, label=side, kind="state") for side in sides) if len(sides) == _TWO else ()
