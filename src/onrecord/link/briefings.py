"""Who speaks at a briefing of which a document is the record: those who brief, not those of whom they tell."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.model import Statement

_HEAD = 4
"""Paragraphs at the head of a document of which those without a full stop name who briefs."""


def briefed_only(statements: Sequence[Statement], assumed: Sequence[bool], layers: Layers) -> list[Statement]:
    """Statements without a channel that only the head told, where another named person is told to have spoken.

    "The Coordinator said that fuel would last three days", in the highlights of a spokesman's briefing, was not said at
    the briefing. `assumed` says of which statements only the head tells the channel.
    """
    lines = [layers.text[p.start : p.end] for p in layers.paragraphs[:_HEAD]]
    head = "\n".join(line for line in lines if line[-1:] not in '.”"')
    return [
        replace(one, channel="unknown") if only_head and _is_told_of(one, head) else one
        for one, only_head in zip(statements, assumed, strict=True)
    ]


def _is_told_of(one: Statement, head: str) -> bool:
    speaker = one.speaker
    if one.channel != "press briefing" or one.cue is None or speaker is None or speaker.name is None:
        return False
    briefs = "spokes" in f"{speaker.office or ''} {speaker.name}".lower() or "briefer" in (speaker.office or "").lower()
    return not briefs and speaker.name.split()[-1] not in head
