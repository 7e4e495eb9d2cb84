"""Who speaks at the session that a report tells of: the delegates to the body that sits.

"The Council held a special meeting … France's representative called on …": her words were spoken there.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.gatherings import Gathering
from onrecord.model import Statement

REACH = 2500
"""Code points after the session is told of within which its delegates speak."""
_DELEGATES = re.compile(
    r"\b(?:representative|delegate|ambassador|envoy|observer|under-secretary-general|head of mission)\b", re.IGNORECASE
)
_BODIES = re.compile(
    r"\b(?:council|assembly|committee|commission|organi[sz]ation|union|authority|league)\b", re.IGNORECASE
)


def at_sessions(statements: Sequence[Statement], layers: Layers, known: Sequence[Gathering]) -> tuple[Statement, ...]:
    """Statements with the channel "speech" where a delegate is quoted after a session and no other channel is told.

    `known` are the gatherings of the document.
    """
    sat = [g for g in known if _BODIES.search(_body(layers, g))]
    return tuple(replace(s, channel="speech") if _spoken_there(s, sat) else s for s in statements)


def _body(layers: Layers, session: Gathering) -> str:
    """The words for who sits: in the name of the session, else before it ("the Council held a special meeting")."""
    start = session.span.start
    before = layers.text[max(0, start - 60) : start]
    return session.body.text if session.body is not None else before.rpartition("\n")[2]


def _spoken_there(one: Statement, sat: Sequence[Gathering]) -> bool:
    if one.channel != "unknown" or one.parent is not None or one.act != "speech" or one.speaker is None:
        return False
    words = f"{one.speaker.office or ''} {one.speaker.mention.text if one.speaker.mention else ''}"
    if _DELEGATES.search(words) is None:
        return False
    return any(0 <= one.content[0].start - session.span.start <= REACH for session in sat)
