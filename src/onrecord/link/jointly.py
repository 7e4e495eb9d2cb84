"""A paper that two or three issue together: what they say as one stands in it, what one of them says he told the rest.

"The two sides condemned the raid" is the paper's own declaration; "the Kurmaan side promised to study the plan" tells
of the meeting out of which the paper came, and of its minister who led that side there.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.contacts import Contact
from onrecord.link.linkers import Linkers, states_of
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import Channel

_AS_ONE = re.compile(
    r"(?:(?:the|both|all|we)\b.{0,60}\b)?(?:sides|parties|ministers|delegations|leaders|presidents|premiers|governments|"
    r"countries|states|both|they|we)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"we\b", re.IGNORECASE)
_ONE_SIDE = re.compile(r"the [\w’'. -]{2,40} (?:side|delegation)", re.IGNORECASE)
_TOLD_THERE: frozenset[Channel] = frozenset(["unknown", "meeting", "readout", "statement"])
"""Channels of a paper and of the meeting it tells of; a letter or a broadcast that it mentions is another thing."""


def led_sides(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """Statements of "the Kurmaan side" in a joint paper as those of the one person who led it."""
    led = linkers.actors.delegations.led
    return [_led(one, led) for one in statements] if len(led) > 1 else list(statements)


def _led(one: Statement, led: Sequence[Actor]) -> Statement:
    side = one.speaker
    words = None if side is None else side.mention
    if side is None or words is None or side.kind == "person" or _ONE_SIDE.fullmatch(words.text) is None:
        return one
    own = [leader for leader in led if states_of(leader) & states_of(side)]
    return replace(one, speaker=replace(own[0], mention=words)) if len(own) == 1 else one


def joint_meeting(linkers: Linkers) -> tuple[Contact, ...]:
    """The meeting out of which a joint paper came, between the persons who led its sides."""
    led = linkers.actors.delegations.led
    return (Contact(0, "meeting", led),) if len(led) > 1 else ()


def declared(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """Statements of a joint paper: those of all are its own, what one party says was said at the meeting."""
    if not linkers.actors.delegations.joint:
        return list(statements)
    paper = {s.id for s in statements if s.cue is None and s.parent is None and s.channel == "statement"}
    return [_declared(s, paper) for s in statements]


def _declared(one: Statement, paper: set[str]) -> Statement:
    outer = one.parent is None or one.parent in paper
    if not outer or one.cue is None or one.kind == "direct" or one.channel not in _TOLD_THERE:
        return one
    if one.speaker is None or _is_of_all(one.speaker):
        return replace(one, channel="statement")
    words = "" if one.speaker.mention is None else one.speaker.mention.text
    one_side = _ONE_SIDE.fullmatch(words) is not None and one.channel in ("unknown", "readout", "statement")
    return replace(one, channel="meeting") if one_side else one


def _is_of_all(speaker: Actor) -> bool:
    """Whether the sides speak together."""
    words = "" if speaker.mention is None else speaker.mention.text
    return speaker.kind == "group" or _AS_ONE.fullmatch(words) is not None or _WE.match(words) is not None
