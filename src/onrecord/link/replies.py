"""Replies: who answers speaks to whom he was just spoken to by, and in writing where he was written to."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.linkers import carried, identity
from onrecord.model import Actor, Statement

REPLYING = ("repl", "answer", "respond", "retort", "countered", "shot back", "wrote back")
"""How the cue begins of one who answers."""
_ASKING = ("asked", "asks", "pressed", "challenged", "interrupted", "heckled", "shouted")
REACH = 500
"""Code points between what was said to somebody and his answer."""
_WRITTEN = frozenset(["letter", "social media"])


def replies(statements: Sequence[Statement]) -> list[Statement]:
    """Statements of which the cue says that they answer: addressed to whoever spoke last to the one who answers."""
    result = list(statements)
    for at, one in enumerate(result):
        asked = _asked(result[:at], one)
        if asked is not None and asked.speaker is not None:
            way = asked.channel if one.channel == "unknown" and asked.channel in _WRITTEN else one.channel
            listener = carried(asked.speaker)
            result[at] = replace(one, channel=way, addressees=one.addressees or (listener,))
        elif _interposes(result[:at], one):
            result[at] = replace(one, channel="speech")
    return result


def _interposes(before: Sequence[Statement], one: Statement) -> bool:
    """Whether somebody asks one who has just made a speech: where that was made ("An MP asked her whether …")."""
    if one.channel != "unknown" or one.cue is None or one.parent is not None or not one.addressees:
        return False
    if not one.cue.text.lower().startswith(_ASKING):
        return False
    last = next((s for s in reversed(before) if s.parent is None), None)
    near = last is not None and one.content[0].start - last.content[-1].end <= REACH
    if last is None or not near or last.channel != "speech" or last.speaker is None:
        return False
    return any(_same(a, last.speaker) for a in one.addressees)


def _asked(before: Sequence[Statement], one: Statement) -> Statement | None:
    """The statement that `one` answers, if its cue says that it answers."""
    if one.cue is None or one.speaker is None or one.act != "speech" or not one.cue.text.lower().startswith(REPLYING):
        return None
    for other in reversed(before):
        if one.content[0].start - other.content[-1].end > REACH:
            return None
        spoke = other.speaker is not None and other.speaker.name is not None
        if spoke and other.parent is None and any(_same(a, one.speaker) for a in other.addressees):
            return other
    return None


def _same(one: Actor, other: Actor) -> bool:
    """Whether two actors are one, or a person and the body in whose office he is."""
    if identity(one) == identity(other):
        return True
    body = (other.office or "").rpartition(", ")[2]
    return bool(body) and body == one.name
