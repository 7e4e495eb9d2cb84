"""Documents that are somebody's words throughout: an interview told as a story, an organisation's release."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_heading import heading_channel
from onrecord.link.linkers import identity
from onrecord.link.referents import OF_STATE
from onrecord.model import Statement

_MET = re.compile(
    r"\b(?:(?:when|as|where) we (?:meet|met|speak|spoke|sit|sat)|I (?:ask|asked|put it to|meet|met)|tells me|told me)\b"
)
"""A reporter who tells of the talk in the first person."""
_LEAST = 2
"""Statements of whom a reporter talks with, at least."""


def as_document(statements: Sequence[Statement], layers: Layers) -> list[Statement]:
    """`statements` with the channel that the document as a whole has, where nothing nearer tells one."""
    heading = heading_channel(layers)
    if heading == "statement":
        return [replace(s, channel="statement") if _is_theirs(s) else s for s in statements]
    if heading != "unknown" or not _talked(layers):
        return list(statements)
    often = Counter(identity(s.speaker) for s in statements if _is_open(s) and s.speaker is not None)
    who, count = next(iter(often.most_common(1)), ("", 0))
    if count < _LEAST:
        return list(statements)
    mine = (s for s in statements if _is_open(s) and s.speaker is not None and identity(s.speaker) == who)
    ids = {s.id for s in mine}
    return [replace(s, channel="interview") if s.id in ids else s for s in statements]


def _is_open(one: Statement) -> bool:
    """Whether a named person says something, and nothing tells how."""
    named = one.speaker is not None and one.speaker.kind == "person" and one.speaker.name is not None
    return named and one.channel == "unknown" and one.parent is None and one.cue is not None


def _is_theirs(one: Statement) -> bool:
    """Whether a release quotes somebody who is no official: what officials said was said before, elsewhere."""
    speaker = one.speaker
    return _is_open(one) and one.act == "speech" and speaker is not None and speaker.sector not in OF_STATE


def _talked(layers: Layers) -> bool:
    """Whether a reporter tells, outside any quotation, how he talked with somebody."""
    return any(
        not any(q.start < match.start() < q.end for q in layers.quotations) for match in _MET.finditer(layers.text)
    )
