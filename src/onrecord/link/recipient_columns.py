"""What trees see of a side to which an act may be done: why it is looked at, where it is told, who dealt with whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import EventDraft
from onrecord.link.recipient_sides import Key, Sides, side_of
from onrecord.link.voices import Voices
from onrecord.model import Actor, Event
from onrecord.model.vocabulary import CONTACTS

FAR = 12
"""Sentences and acts from which on it does not matter how far something is."""
AROUND = 60
"""Acts before and after one beyond which nobody's dealings are looked at; reports learned from are shorter."""
OFTEN = 30
"""Mentions from which on it does not matter how often somebody is told of."""
KINDS = ("person", "organization", "state", "government", "group", "people", "unknown", "office")
STATUS = ("asserted", "alleged", "planned", "demanded", "hypothetical", "denied")
MODES = ("yield", "meet", "change", "assist", "allege", "disapprove", "restrict", "withdraw")
TAKEN = ("noun", "pronoun", "denial", "content", "silence")
DEALT = ("REQUEST", "ACCUSE", "AGREE", "REJECT", "THREATEN", "CONSULT")
TYPES = ("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN")
SOURCES = (
    *("now", "answer", "sides"),
    *("speaker", "listener", "cue listener", "speaker around", "listener around"),
    *("before actor", "before recipient", "after party", "partner", "leading", "sentence", "near"),
)
"""Why one is looked at: rules named him, as whom the act answers or as the other of two at odds; he speaks or listens
in the statement that tells the act, that it makes, or around it; a party of acts around it; one with whom the actor was
in contact; a state that the report is about; named in the sentence or in those before."""
NAMES = (
    *SOURCES,
    *("own", "stateless", "named", "two", "other_of_two", "rank", "others_before", "count", "share"),
    *("last", "next", "in_clause", "before", "after", "speaks", "members", "persons"),
    *(f"is_{kind}" for kind in KINDS),
    *("towards", "from", "dealings", "towards_at", "from_at", "contact_at", "acted_at", "suffered_at"),
    *("acted_since", "acts_just_before", "suffers_just_before", "others_now"),
    *(f"towards_{name}" for name in DEALT),
    *(f"from_{name}" for name in DEALT),
    *("recipients", "actors", "actor_told", "actor_state", "actor_person", "actor_public", "actor_body", "two_known"),
    *("within", "cued", "direct", "contact", "actor_of_two", "actor_known", "at", "found"),
    *("performative", "implied", "model", "to_nobody", "drafted"),
    *(f"status_{name}" for name in STATUS),
    *(f"mode_{name}" for name in MODES),
    *(f"takes_{name}" for name in TAKEN),
    *(f"type_{name}" for name in TYPES),
)
"""The columns of the trees."""


class Member(Protocol):
    """A side that is looked at: its key and who of it is."""

    key: Key
    members: dict[str, Actor]


class Columns:
    """The columns of the sides of one report."""

    def __init__(
        self,
        events: Sequence[Event],
        drafts: Mapping[str, EventDraft],
        sides: Sides,
        layers: Layers,
        voices: Voices,
    ) -> None:
        self._events, self._drafts, self._sides, self._voices = events, drafts, sides, voices
        self._length = max(len(layers.text), 1)
        self._speakers = {side_of(s.speaker) for s in voices.statements if s.speaker is not None}

    def of(self, number: int, event: Event, found: Sequence[tuple[Member, Collection[str]]]) -> list[list[float]]:
        """The columns of the sides to which an event may be done, each with why it is looked at."""
        shared = list(self._shared(number, event, len(found)))
        recent = self._recent(number)
        own = self._sides.acting[number]
        ranks = [self._sides.rank.get(one.key, FAR) for one, _ in found if one.key not in own]
        return [
            [
                *(float(source in sources) for source in SOURCES),
                *self._standing(number, one, ranks),
                *self._place(event, one),
                *self._dealings(number, one.key, recent),
                float(bool(event.recipients) and "now" not in sources),
                *self._kinds(number, one.key),
                *shared,
            ]
            for one, sources in found
        ]

    def _recent(self, number: int) -> dict[Key, int]:
        """How many acts ago each side acted last."""
        found: dict[Key, int] = {}
        for n in range(number - 1, max(-1, number - 1 - AROUND), -1):
            for key in self._sides.acting[n]:
                found.setdefault(key, number - n)
        return found

    def _around(self, number: int, key: Key) -> Sequence[int]:
        """The acts near one in which a side acts or suffers."""
        own = self._acts_of.get(key, ())
        return own[bisect_left(own, number - AROUND) : bisect_right(own, number + AROUND)]

    @cached_property
    def _acts_of(self) -> Mapping[Key, Sequence[int]]:
        """The acts of a report in which each side acts or suffers, in their order."""
        found: dict[Key, list[int]] = {}
        for n, (acting, suffering) in enumerate(zip(self._sides.acting, self._sides.suffering, strict=True)):
            for key in acting | suffering:
                found.setdefault(key, []).append(n)
        return found

    def _standing(self, number: int, one: Member, ranks: Sequence[int]) -> Iterator[float]:
        """Who a side is, and how often it is told of beside others."""
        sides, own = self._sides, self._sides.acting[number]
        told, rank = sides.told(one.key), min(sides.rank.get(one.key, FAR), FAR)
        yield from (float(one.key in own), float(told.state is None))
        yield float(any(actor.name is not None for actor in one.members.values()))
        yield float(one.key in sides.two)
        yield float(one.key in sides.two and one.key not in own and bool(own & sides.two))
        yield from (float(rank), float(sum(other < rank for other in ranks)))
        yield from (float(min(len(told.starts), OFTEN)), len(told.starts) / sides.total)

    def _place(self, event: Event, one: Member) -> Iterator[float]:
        """Where a side is told of, and by whom it is there."""
        told, actors = self._sides.told(one.key), one.members.values()
        sentence = self._sides.sentence(event.anchor.start)
        spot = bisect_right(told.sentences, sentence)
        last = sentence - told.sentences[spot - 1] if spot else FAR
        after = told.sentences[spot] - sentence if spot < len(told.sentences) else FAR
        clause = bisect_left(told.starts, event.evidence.start)
        before = last == 0 and bisect_left(told.starts, event.anchor.start) > 0
        yield from (float(min(last, FAR)), float(min(after, FAR)))
        yield float(clause < len(told.starts) and told.starts[clause] < event.evidence.end)
        yield from (float(before), float(last == 0 and not before), float(one.key in self._speakers))
        yield from (float(len(actors)), float(sum(actor.kind == "person" for actor in actors)))
        kinds = {actor.kind for actor in actors}
        yield from (float(kind in kinds) for kind in KINDS)

    def _dealings(self, number: int, key: Key, recent: Mapping[Key, int]) -> Iterator[float]:
        """How often, and how many acts before, a side and the actor's dealt with one another."""
        sides, own = self._sides, self._sides.acting[number]
        towards = back = dealings = 0
        towards_at = back_at = contact_at = suffered_at = FAR
        for n in self._around(number, key):
            acting, suffering = sides.acting[n], sides.suffering[n]
            if n == number:
                continue
            at = min(number - n, FAR) if n < number else FAR
            suffered_at = min(suffered_at, at) if key in suffering else suffered_at
            dealings += bool(acting & own or suffering & own)
            if acting & own and self._events[n].event == "CONSULT":
                contact_at = min(contact_at, abs(number - n))
            elif acting & own and key in suffering:
                towards, towards_at = towards + 1, min(towards_at, at)
            elif key in acting and suffering & own:
                back, back_at = back + 1, min(back_at, at)
        acted = recent.get(key, FAR)
        yield from map(float, (towards, back, dealings, towards_at, back_at, contact_at, min(acted, FAR), suffered_at))
        yield float(sum(at < acted for who, at in recent.items() if who not in own))
        yield float(number > 0 and key in sides.acting[number - 1])
        yield float(number > 0 and key in sides.suffering[number - 1])

    def _kinds(self, number: int, key: Key) -> Iterator[float]:
        """By which acts a side and the actor's dealt with one another."""
        sides, own = self._sides, self._sides.acting[number]
        towards: set[str] = set()
        back: set[str] = set()
        for n in self._around(number, key):
            acting, suffering, kind = sides.acting[n], sides.suffering[n], self._events[n].event
            if n != number and acting & own and (key in suffering or (kind == "CONSULT" and key in acting)):
                towards.add(kind)
            elif n != number and key in acting and suffering & own:
                back.add(kind)
        yield from (float(name in towards) for name in DEALT)
        yield from (float(name in back) for name in DEALT)

    def _shared(self, number: int, event: Event, found: int) -> Iterator[float]:
        """What an act is, whoever is asked after."""
        sides, own = self._sides, self._sides.acting[number]
        actor = event.actors[0] if event.actors else None
        yield from (float(len(event.recipients)), float(len(event.actors)), float(bool(own)))
        yield float(any(sides.told(key).state is not None for key in own))
        yield float(actor is not None and actor.kind == "person")
        yield float(actor is not None and actor.sector in ("GOV", "MIL"))
        yield from (float(actor is not None and actor.kind == "organization"), float(bool(sides.two)))
        statement = self._voices.around(event.anchor)
        cue = None if statement is None else statement.cue
        yield float(statement is not None and any(event.anchor in part for part in statement.content))
        yield float(cue is not None and cue.overlap(event.anchor) > 0)
        yield float(statement is not None and statement.kind == "direct")
        yield float(statement is not None and statement.channel in CONTACTS)
        yield from (float(bool(own & sides.two)), float(actor is not None and actor.resolved_by != "unresolved"))
        yield from (event.anchor.start / self._length, float(found))
        yield from self._drafted(event)

    def _drafted(self, event: Event) -> Iterator[float]:
        """What its clause tells of an act."""
        draft = self._drafts.get(event.id)
        told = (False,) * 4
        if draft is not None:
            told = (draft.performative, draft.implied_actor, draft.coded_by.model is not None, draft.to_nobody)
        yield from map(float, told)
        yield float(0 if draft is None else len(draft.recipients))
        yield from (float(event.status == name) for name in STATUS)
        yield from (float(event.mode == name) for name in MODES)
        taken = draft.takes_up.kind if draft is not None and draft.takes_up is not None else ""
        yield from (float(taken == name) for name in TAKEN)
        yield from (float(event.event == name) for name in TYPES)
