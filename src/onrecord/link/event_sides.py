"""Whom an act of words concerns that is turned to nobody: of the two states that a report is about, the other one where
one of them acts ("Peru demanded the return of the barges"), both where a third offers to help or asks for calm ("Chile
offered to send observers")."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from onrecord.link.linkers import Linkers, carried, identity, states_of
from onrecord.link.sides import the_two
from onrecord.link.voices_of import principal
from onrecord.model import Actor, Event
from onrecord.resources.cues import Cue, worded
from onrecord.resources.lexicon import typed

AT_ODDS = frozenset(["ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"])
"""Acts of words that one of two who are at odds turns to the other, if to nobody else."""
ELSEWHERE = frozenset([("ACCUSE", "investigate"), ("REQUEST", "meet"), ("REQUEST", "assist")])
"""Of these, what is turned to one's own people, to a body that is to sit or to friends."""
DEALING = AT_ODDS | {"ASSAULT", "COERCE", "CONSULT", "SANCTION"}
"""Types of acts by which it shows with whom a state is at odds."""
OFTEN = 2
"""Acts between two states from which on they are at odds."""
SPEAKING = frozenset(["GOV", "MIL"])
"""Sectors of those who act for a state."""


class Sides:
    """The two states that a report is about, found when first asked for."""

    def __init__(self, linkers: Linkers) -> None:
        self._linkers = linkers

    @functools.cached_property
    def two(self) -> tuple[Actor, ...]:
        """The two that are told of most; nobody where no two stand out."""
        stage = self._linkers.actors.stage
        return the_two(stage.noticed, stage.known)

    def _opponent(self, own: set[str], dealings: _Dealings) -> Actor | None:
        """With which state another, or its officials, deals: the other of the two told of most, else the one with which
        it deals twice and twice as often as with any other."""
        counts: Counter[str] = Counter()
        states: dict[str, Actor] = {}
        for event in dealings.of(own):
            for state in _dealt_with(own, event):
                counts[identity(state)] += 1
                states.setdefault(identity(state), carried(state))
        if self.two:
            theirs = [one for one in self.two if not own & states_of(one)]
            dealt = any(states_of(one) & states_of(state) for one in theirs for state in states.values())
            return theirs[0] if len(theirs) == 1 and dealt else None
        (first, most), (_, after) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        return states[first] if most >= max(OFTEN, 2 * after) else None

    def helped(self, events: Sequence[Event]) -> list[Event]:
        """The events; what a third offers or asks for who goes between two is for both, where nobody is named."""
        return [replace(e, recipients=self.two) if _goes_between(e) and self._third(e) else e for e in events]

    def turned(self, events: Sequence[Event], kept: Collection[str] = ()) -> list[Event]:
        """The events; an act of words of one of the two that is turned to nobody is turned to the other, an offer of a
        third to both. `kept` are the ids of those that are turned to no party at all."""
        dealings = _Dealings(events)
        return [self._turned(e, dealings) if _is_open(e) and e.id not in kept else e for e in events]

    def _turned(self, event: Event, dealings: _Dealings) -> Event:
        if event.event == "AGREE" and _is_offer(event) and self._third(event):
            return replace(event, recipients=self.two)
        if not _of_one_state(event.actors):
            return event
        other = self._opponent(_states(event), dealings)
        return event if other is None else replace(event, recipients=(other,))

    def _third(self, event: Event) -> bool:
        """Whether those who act are states, organisations or officials of others than the two."""
        public = all(a.kind in ("state", "organization") or a.sector in SPEAKING for a in event.actors)
        if not event.actors or not public or not all(map(states_of, event.actors)):
            return False
        own = _states(event)
        return bool(self.two) and not any(own & states_of(one) for one in self.two)


class _Dealings:
    """The events by which it shows with whom a state is at odds, to be found by those who take part in them."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = [event for event in events if event.event in DEALING]
        self._by_state: dict[str, list[int]] = {}
        for number, event in enumerate(self._events):
            for code in {code for one in (*event.actors, *event.recipients) for code in states_of(one)}:
                self._by_state.setdefault(code, []).append(number)

    def of(self, own: Iterable[str]) -> list[Event]:
        """Those in which a state of these codes takes part, or its officials, in their order."""
        return [self._events[n] for n in sorted({n for code in own for n in self._by_state.get(code, ())})]


def _dealt_with(own: set[str], event: Event) -> list[Actor]:
    """The states on the other side of an event in which a state of these codes, or its officials, take part."""
    found: dict[str, Actor] = {}
    for some, others in (
        (event.actors, event.recipients),
        (event.recipients, event.actors),
        (event.actors, event.actors),
    ):
        if any(own & states_of(one) for one in some):
            found |= {identity(s): s for one in others if (s := _state(one)) is not None and not own & states_of(s)}
    return list(found.values())


def _of_one_state(actors: Sequence[Actor]) -> bool:
    """Whether those who act do so for one and the same state: "the two leaders agreed" with each other."""
    public = all(actor.kind == "state" or actor.sector in SPEAKING for actor in actors)
    first, *rest = map(states_of, actors)
    return public and bool(first) and all(first & other for other in rest)


def _state(actor: Actor) -> Actor | None:
    """A state, or the one for which somebody acts."""
    return actor if actor.kind == "state" else principal(actor, None)


def _states(event: Event) -> set[str]:
    return {code for actor in event.actors for code in states_of(actor)}


type _List = Literal["help", "calm", "joining", "accepting", "concluded", "ordering"]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/mediation.yaml`."""

    help: tuple[str, ...]
    calm: tuple[str, ...]
    joining: tuple[str, ...]
    accepting: tuple[str, ...]
    concluded: tuple[str, ...]
    ordering: tuple[str, ...]


@functools.cache
def _cue(name: _List) -> Cue:
    return worded(getattr(typed("mediation.yaml", _Words), name))


def _matches(name: _List, text: str) -> bool:
    return _cue(name).search(text) is not None


def _goes_between(event: Event) -> bool:
    """Whether somebody offers what mediators do, or calls for what they call for, to nobody who is named."""
    if event.recipients or event.status == "hypothetical":
        return False
    if event.event == "AGREE":
        return _matches("help", event.evidence.text) and not _matches("joining", event.anchor.text)
    return event.event == "REQUEST" and event.mode == "yield" and _matches("calm", event.evidence.text)


def _is_offer(event: Event) -> bool:
    """Whether somebody offers something himself: he joins in no offer, and has closed no deal with somebody unnamed."""
    return not _matches("joining", event.anchor.text) and not _matches("concluded", event.anchor.text)


def _is_open(event: Event) -> bool:
    """Whether somebody acts in words that he turns to nobody; who accepts, does so from whoever offered it, and what
    the tagger alone takes for a request may be asked of anybody."""
    if event.coded_by is not None and event.coded_by.model is not None and event.event == "REQUEST":
        return False
    if event.event == "AGREE" and _matches("accepting", event.anchor.text):
        return False
    if event.event == "REQUEST" and _matches("ordering", event.anchor.text):
        return False
    kind = (event.event, event.mode)
    return event.event in AT_ODDS and kind not in ELSEWHERE and bool(event.actors) and not event.recipients
