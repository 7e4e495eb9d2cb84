"""The sides of a report: which states, with all who are of them, and which others it tells of, where and how often."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.link.answers import BODIES
from onrecord.link.linkers import identity
from onrecord.link.sides import the_two
from onrecord.link.stage import Stage
from onrecord.model import Actor, Event

type Key = str
"""What tells a side from others: the code or name of a state, else the identity of one who is of none."""

STATES = 4
"""How many of the states that are told of most are looked at."""


def side_of(actor: Actor) -> Key:
    """Which side somebody is, or is of."""
    codes = [code for code in actor.country if code not in BODIES]
    if len(codes) == 1:
        return codes[0]
    if not codes and actor.state:
        return actor.state
    if not codes and actor.kind == "state" and actor.name:
        return actor.name
    return identity(actor)


class Told:
    """Where a report tells of a side, and the record of its state, where it is one."""

    __slots__ = ("sentences", "starts", "state")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.sentences: list[int] = []
        self.state: Actor | None = None

    def add(self, start: int, sentence: int) -> None:
        """Note one more mention."""
        self.starts.append(start)
        self.sentences.append(sentence)


NOWHERE = Told()


class Sides:
    """The sides of a report by key, and who takes part in its events."""

    def __init__(self, events: Sequence[Event], stage: Stage) -> None:
        self.acting = [frozenset(map(side_of, e.actors)) for e in events]
        self.suffering = [frozenset(map(side_of, e.recipients)) for e in events]
        self.two = frozenset(map(side_of, the_two(stage.noticed, stage.known)))
        self._told: dict[Key, Told] = {}
        self._named: dict[int, list[tuple[Key, Actor]]] = {}
        self._starts: list[int] = []
        self._sentences: list[int] = []
        self._read(stage)
        ranked = sorted(self._told, key=lambda key: -len(self._told[key].starts))
        self.rank = {key: n for n, key in enumerate(ranked)}
        self.leading = [(key, state) for key in ranked for state in (self._told[key].state,) if state is not None][
            :STATES
        ]
        """The states that are told of most, with their keys."""
        self.total = sum(len(told.starts) for told in self._told.values()) or 1

    def _read(self, stage: Stage) -> None:
        made: dict[int, tuple[Key, Actor]] = {}
        for mention in stage.noticed:
            self._starts.append(mention.start)
            self._sentences.append(mention.sentence)
            for referent in mention.referents:
                party = made.get(id(referent))
                if party is None:
                    actor = referent.actor(None, "carried")
                    party = made[id(referent)] = (side_of(actor), actor)
                told = self._told.setdefault(party[0], Told())
                told.add(mention.start, mention.sentence)
                if told.state is None and party[1].kind == "state":
                    told.state = party[1]
                elif told.state is None and referent.polity is not None and party[0] != identity(party[1]):
                    told.state = stage.known.state(referent.polity).actor(None, "carried")
                if not mention.literal:
                    self._named.setdefault(mention.sentence, []).append(party)

    def told(self, key: Key) -> Told:
        """Where a side is told of."""
        return self._told.get(key, NOWHERE)

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset, as the stage counts them."""
        spot = bisect_right(self._starts, offset) - 1
        return self._sentences[spot] if spot >= 0 else 0

    def named(self, sentence: int) -> Sequence[tuple[Key, Actor]]:
        """Those named in a sentence, with their sides."""
        return self._named.get(sentence, ())
