"""Questions and answers told one after the other: "A reporter asked whether … Ms Oyle replied that …".

Before the press a question to nobody is put to whoever speaks next, and he who replies speaks to him who asked. In a
chamber one asks before the house; but who replies there replies to him.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from onrecord.link.briefings import is_question
from onrecord.link.linkers import carried, identity
from onrecord.link.replies import REPLYING
from onrecord.model import Statement
from onrecord.model.vocabulary import Channel

NEAR = 200
"""Code points between a question and what answers it."""
_REPORTER = re.compile(r"\b(?:reporter|journalist|correspondent)\b|^$", re.IGNORECASE)
"""One of the press whom nobody names: he who replies speaks to the room."""
_OPEN: frozenset[Channel] = frozenset(["press briefing", "speech"])


def to_askers(statements: Sequence[Statement]) -> list[Statement]:
    """`statements` with those to whom questions are put, and those to whom they are answered."""
    result = list(statements)
    outer = [n for n, one in enumerate(result) if one.parent is None]
    for asked, answered in pairwise(outer):
        one, other = result[asked], result[answered]
        if not _answers(one, other):
            continue
        if one.channel == "press briefing" and not one.addressees and other.speaker is not None:
            result[asked] = replace(one, addressees=(carried(other.speaker),))
        replies = other.cue is not None and other.cue.text.lower().startswith(REPLYING)
        named = one.speaker is not None and (
            one.channel == "speech" or _REPORTER.search(one.speaker.name or "") is None
        )
        if replies and named and not other.addressees and one.speaker is not None:
            result[answered] = replace(other, addressees=(carried(one.speaker),))
    return result


def _answers(one: Statement, other: Statement) -> bool:
    """Whether a named person speaks right behind somebody else's question, at the same occasion."""
    if not is_question(one) or is_question(other) or one.channel != other.channel or one.channel not in _OPEN:
        return False
    if other.cue is None or other.speaker is None or other.speaker.kind != "person" or other.speaker.name is None:
        return False
    own = one.speaker is not None and identity(one.speaker) == identity(other.speaker)
    return not own and other.content[0].start - one.content[-1].end <= NEAR
