"""Public meetings that a local paper reports: residents in a hall, a council in its chamber, whoever speaks there.

At the sitting of a body delegates and ministers have the floor (`floor`); at a meeting of a town it is anybody's, until
the paper turns to what it was told afterwards or elsewhere.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.floor import is_set_elsewhere
from onrecord.link.linkers import Linkers, identity
from onrecord.model import Statement
from onrecord.resources.cues import any_of
from onrecord.resources.lexicon import typed

_LEAD = 4
"""Paragraphs at the head of a report in which the meeting must be told of."""
_SPEAKING = frozenset({"person", "people", "unknown", "office"})


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/town_meetings.yaml`."""

    meetings: list[str]
    rooms: list[str]
    people: list[str]
    came: list[str]
    towns: list[str]
    full: list[str]
    councils: list[str]
    sits: list[str]
    of_states: list[str]
    elsewhere: list[str]


@cache
def _lists() -> Lists:
    return typed("town_meetings.yaml", Lists)


@cache
def _meets() -> re.Pattern[str]:
    """What tells that a town met: who came into which room, or that its council did what councils do sitting."""
    told = _lists()
    room = any_of(told.rooms)
    return re.compile(
        rf"\b{any_of(told.meetings)} meeting\b|"
        rf"\b{any_of(told.came)}\b[^.\n]{{0,60}}?\b{room}\b|"
        rf"\b{any_of(told.people)}\b[^.\n]{{0,80}}\bmet\b[^.\n]{{0,40}}\b{room}\b|"
        rf"\b{any_of(told.towns)} {room}\b[^.\n]{{0,60}}\b{any_of(told.full)}\b|"
        rf"\b{any_of(told.councils)}\b[^.\n]{{0,40}}\b{any_of(told.sits)}\b",
        re.IGNORECASE,
    )


@cache
def _of_states() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_lists().of_states)}\b")


@cache
def _after() -> re.Pattern[str]:
    """What tells that something was said after a meeting or elsewhere, or to the paper ("told the Orsby Herald")."""
    return re.compile(rf"\b(?:{any_of(_lists().elsewhere)}\b|told the [A-Z])")


def in_town_meetings(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """Statements with the channel "speech" where somebody speaks at a public meeting that a report tells of first."""
    start = _start(linkers.layers) if statements else None
    if start is None:
        return list(statements)
    spoke: set[str] = set()
    turned = False
    placed: list[Statement] = []
    for one in statements:
        if one.parent is not None or one.cue is None or one.speaker is None or one.cue.start < start:
            placed.append(one)
            continue
        who = identity(one.speaker)
        if one.channel not in ("unknown", "speech", "meeting"):
            turned = turned or who not in spoke
        there = one.channel == "speech" or (
            _may(one) and (not turned or who in spoke) and not _is_after(one, linkers.layers)
        )
        if there:
            spoke.add(who)
        placed.append(replace(one, channel="speech") if there else one)
    return placed


def _start(layers: Layers) -> int | None:
    """Where the first paragraphs of a report tell that a town met; None where they do not, or it is of states."""
    lead = layers.paragraphs[:_LEAD]
    if not lead or _of_states().search(layers.text, 0, lead[-1].end) is not None:
        return None
    prose = [p for p in lead if layers.text[p.start : p.end][-1:] in '.”"']
    told = (
        sentence.start
        for sentence in takewhile(lambda sentence: sentence.start < lead[-1].end, layers.sentences)
        if any(p.start <= sentence.start < p.end for p in prose)
        and _meets().search(layers.text, sentence.start, sentence.end) is not None
    )
    return next(told, None)


def _may(one: Statement) -> bool:
    """Whether somebody, not a body or state, says something that is told in no other way."""
    somebody = one.speaker is not None and one.speaker.kind in _SPEAKING
    return somebody and one.channel == "unknown" and one.act == "speech"


def _is_after(one: Statement, layers: Layers) -> bool:
    """Whether its own sentence sets a statement elsewhere, or tells that the paper was told it."""
    sentence = layers.sentence_at(one.cue.start) if one.cue is not None else None
    told = sentence is not None and _after().search(layers.text, sentence.start, sentence.end) is not None
    return told or is_set_elsewhere(one, layers)
