"""To whom an act of words is done that its own clause turns to nobody: of the sides of the report, by trees.

Rules carry whom such an act concerns from an act told before, from the statement that makes it or from the two states
that a report is about; each of them errs where others are right. The trees see whom rules named and by which rule, and
how each side stands to the act: where it is told, who speaks to whom, who dealt with whom (stacked generalization,
Wolpert 1992). They learned from reports in which recipients told elsewhere are labelled (`train/events/carried.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import EventDraft
from onrecord.link.event_sides import ELSEWHERE
from onrecord.link.linkers import Linkers, carried, distinct, identity
from onrecord.link.recipient_columns import AROUND, Columns
from onrecord.link.recipient_sides import Key, Sides, side_of
from onrecord.link.voices import Voices
from onrecord.model import Actor, Event
from onrecord.resources.trees import trees

OPEN = frozenset(["ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"])
"""Types of acts that may concern somebody whom their clause does not name."""
KEPT, NEW = 0.3, 0.45
"""The least share of a side that rules named, and of any other."""
SHORT = 5
"""Sentences of the longest text that is short: the trees learned from whole reports."""
BEFORE, AFTER = 6, 2
"""How many acts before and after one are looked at for its parties."""
BACK = 2
"""How many sentences before an act's own are looked at for names."""
MOST = 14
"""The most sides that are looked at for an act: first those that have more to do with it."""
HEARING = ("cue listener", "listener")
CLOSE = (*HEARING, "partner", "before actor")
"""Why one of a side is likelier meant than others of it: he listens, was in contact with the actor, or acted last."""
ACTING = frozenset(["person", "state", "government", "organization", "office"])
PUBLIC = frozenset(["GOV", "MIL"])
"""Kinds and sectors of those who deal with other sides."""


@dataclass(slots=True)
class Side:
    """A state with those who are of it, or one who is of none, to whom an act may be done, and why it is looked at."""

    key: Key
    members: dict[str, Actor] = field(default_factory=dict)
    why: dict[str, set[str]] = field(default_factory=dict)

    @property
    def sources(self) -> set[str]:
        """Why anybody of it is looked at."""
        return set().union(*self.why.values())

    @property
    def is_named(self) -> bool:
        """Whether rules name anybody of it."""
        return any("now" in why for why in self.why.values())


class Recipients:
    """For each act of a report that its clause turns to nobody the sides to which it may be done."""

    def __init__(
        self,
        events: Sequence[Event],
        drafts: Mapping[str, EventDraft],
        told: Mapping[str, frozenset[str]],
        answered: Mapping[str, frozenset[str]],
        linkers: Linkers,
        voices: Voices,
    ) -> None:
        """`told` and `answered` are the identities of those whom clauses, and then answers named, by events' ids."""
        self.events, self._told, self._answered, self._voices = events, told, answered, voices
        self.sides = Sides(events, linkers.actors.stage)
        self._columns = Columns(events, drafts, self.sides, linkers.layers, voices)

    def asked(self) -> Iterator[tuple[Event, list[Side], list[list[float]]]]:
        """Each such act with the sides to which it may be done and their columns."""
        for number, event in enumerate(self.events):
            denied = event.status == "denied" and self._answered.get(event.id)  # "there was no such promise"
            if event.event in OPEN and not self._told.get(event.id) and not denied:
                found = self._found(number, event)
                yield event, found, self._columns.of(number, event, [(one, one.sources) for one in found])

    def _found(self, number: int, event: Event) -> list[Side]:
        found: dict[Key, Side] = {}
        own = frozenset(map(identity, event.actors))
        for key, actor, source in self._parties(number, event):
            who = identity(actor)
            if not key or (who in own and source != "now"):
                continue
            side = found.get(key)
            if side is None:
                if len(found) >= MOST:
                    continue
                side = found[key] = Side(key)
            side.members.setdefault(who, actor if source == "now" else carried(actor))
            side.why.setdefault(who, set()).add(source)
        return list(found.values())

    def _parties(self, number: int, event: Event) -> Iterator[tuple[Key, Actor, str]]:
        """Everybody who may be meant, with his side and why: the likelier first."""
        answered = self._answered.get(event.id, ())
        for actor in event.recipients:
            yield side_of(actor), actor, "now"
            yield side_of(actor), actor, "answer" if identity(actor) in answered else "sides"
        yield from ((side_of(actor), actor, source) for actor, source in self._speaking(event))
        here = self.sides.sentence(event.anchor.start)
        yield from ((key, actor, "sentence") for key, actor in self.sides.named(here))
        yield from ((key, actor, "leading") for key, actor in self.sides.leading)
        for other in reversed(self.events[max(0, number - BEFORE) : number]):
            yield from ((side_of(actor), actor, "before actor") for actor in other.actors)
            yield from ((side_of(actor), actor, "before recipient") for actor in other.recipients)
        for n in range(max(0, number - AROUND), min(len(self.events), number + AROUND + 1)):
            other = self.events[n]
            if other.event == "CONSULT" and self.sides.acting[n] & self.sides.acting[number]:
                yield from ((side_of(actor), actor, "partner") for actor in (*other.actors, *other.recipients))
        for back in range(1, BACK + 1):
            yield from ((key, actor, "near") for key, actor in self.sides.named(here - back))
        for other in self.events[number + 1 : number + 1 + AFTER]:
            yield from ((side_of(actor), actor, "after party") for actor in (*other.actors, *other.recipients))

    def _speaking(self, event: Event) -> Iterator[tuple[Actor, str]]:
        """Who speaks and listens in the statement that an act makes, in the one that tells it, and around that."""
        cued, statement = self._voices.told_by(event.anchor), self._voices.around(event.anchor)
        if cued is not None:
            yield from ((actor, "cue listener") for actor in cued.addressees)
        if statement is None:
            return
        if statement.speaker is not None:
            yield statement.speaker, "speaker"
        yield from ((actor, "listener") for actor in statement.addressees)
        around = self._voices.outside(statement)
        if around is not None and around.speaker is not None:
            yield around.speaker, "speaker around"
        if around is not None:
            yield from ((actor, "listener around") for actor in around.addressees)


def recipients(
    events: Sequence[Event],
    drafts: Mapping[str, EventDraft],
    told: Mapping[str, frozenset[str]],
    answered: Mapping[str, frozenset[str]],
    linkers: Linkers,
    voices: Voices,
) -> list[Event]:
    """The events; acts of words that their clauses turn to nobody with those whom they likely concern."""
    chosen = Recipients(events, drafts, told, answered, linkers, voices)
    asked = list(chosen.asked())
    rows = [row for _, _, one in asked for row in one]
    if not rows:
        return list(events)
    shares = iter(trees("events/carried").score(np.array(rows, np.float64)).tolist())
    meant: dict[str, tuple[Actor, ...]] = {}
    short = linkers.actors.stage.sentence <= SHORT
    for event, found, _ in asked:
        likely = [(side, next(shares)) for side in found]
        draft = drafts.get(event.id)
        if draft is None or not _may_concern_more(event, draft, short=short):
            likely = [(side, share) for side, share in likely if side.is_named]
        own = [reach for actor in event.actors if (reach := _whose(actor, linkers.layers)) is not None]
        meant[event.id] = _meant(
            [(side, share) for side, share in likely if side.is_named or _may_be(event, side, own, chosen.sides)],
            chosen.sides,
        )
    return [replace(event, recipients=meant[event.id]) if event.id in meant else event for event in events]


def _meant(likely: Sequence[tuple[Side, float]], sides: Sides) -> tuple[Actor, ...]:
    """Those of the sides that are likely."""
    meant = [side for side, share in likely if share >= (KEPT if side.is_named else NEW)]
    return distinct([actor for side in meant for actor in _members(side, sides)])


def _may_concern_more(event: Event, draft: EventDraft, *, short: bool) -> bool:
    """Whether an act may concern others than rules name: it is turned to somebody ("blamed the drought" is not), and
    somebody acts who has dealings with others, no mere crowd. In a short text it also takes up by no noun or pronoun
    what rules would have found ("accepted the invitation"), and is no request."""
    taken = draft.takes_up.kind if draft.takes_up is not None else None
    if draft.to_nobody or (short and (taken in ("noun", "pronoun") or event.event == "REQUEST")):
        return False
    return any(actor.kind in ACTING or actor.sector in PUBLIC for actor in event.actors)


def _may_be(event: Event, side: Side, own: Sequence[range], sides: Sides) -> bool:
    """Whether an act may concern a side that rules do not name: help is asked, and a sitting, of a body or of whoever
    listens; and it is not the side whose the words behind an actor tell that he is."""
    told = sides.told(side.key)
    body = told.state is None and any(actor.kind == "organization" for actor in side.members.values())
    if (event.event, event.mode) in ELSEWHERE and not body and not side.sources & {*HEARING}:
        return False
    return not any(start in reach for reach in own for start in told.starts)


def _whose(actor: Actor, layers: Layers) -> range | None:
    """Where the words behind an actor tell whose he is: "Jon Falk of Velmar", "Holm, for Ardenia"."""
    tokens = layers.tokens(actor.mention) if actor.mention is not None else None
    paragraph = layers.paragraph_at(actor.mention.start) if actor.mention is not None else None
    if tokens is None or paragraph is None or not len(tokens):
        return None
    behind = next((token for token in tokens.root.rights if token.lower_ in ("of", "for")), None)
    if behind is None:
        return None
    last = behind.right_edge
    return range(paragraph.start + behind.idx, paragraph.start + last.idx + len(last))


def _members(side: Side, sides: Sides) -> list[Actor]:
    """Who of a side is meant: whom rules named; else who listens or was in contact with the actor, or acted last, and
    the state."""
    named = [actor for who, actor in side.members.items() if "now" in side.why[who]]
    if named:
        return named
    state = sides.told(side.key).state
    people = [(who, actor) for who, actor in side.members.items() if actor.kind == "person" and actor.name]
    for source in CLOSE:
        one = next((actor for who, actor in people if source in side.why[who]), None)
        if one is not None:
            return [one, *([] if state is None else [state])]
    return [state] if state is not None else list(side.members.values())[:1]
