"""Who goes on listening: what one tells next, or told just before, at the same briefing or in the same interview."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from onrecord.extract.statements_audiences import audiences
from onrecord.link.linkers import carried, identity
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import Channel

NEAR = 700
"""Code points between two statements of one speaker at most."""
_OPEN: frozenset[Channel] = frozenset(["interview", "press briefing", "speech"])


def still_listening(statements: Sequence[Statement]) -> list[Statement]:
    """Statements to nobody that a speaker made beside another, to the press or a station, with those listeners."""
    result = list(statements)
    spots = [n for n, one in enumerate(result) if one.parent is None and one.speaker is not None]
    for order in (spots, spots[::-1]):
        for before, spot in pairwise(order):
            heard = _listeners(result[before], result[spot])
            if heard:
                result[spot] = replace(result[spot], addressees=heard)
    return result


def _listeners(one: Statement, other: Statement) -> tuple[Actor, ...]:
    """Those of the press to whom `one` was said, where `other` is said with it and to nobody."""
    if other.addressees or one.channel != other.channel or one.channel not in _OPEN or other.act != "speech":
        return ()
    if one.speaker is None or other.speaker is None or identity(one.speaker) != identity(other.speaker):
        return ()
    first, second = sorted((one.content, other.content), key=lambda content: content[0].start)
    if second[0].start - first[-1].end > NEAR or not all(map(is_press, one.addressees)):
        return ()
    return tuple(map(carried, one.addressees))


def is_press(listener: Actor) -> bool:
    """Whether somebody listens for others: reporters, a station, a newspaper."""
    words = (listener.mention.text if listener.mention is not None else listener.name or "").casefold().split()
    return bool(words) and (words[-1] in audiences().press or listener.kind == "organization")
