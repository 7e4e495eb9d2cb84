"""Headlines: they sum up what the text tells, and are worded so that a parser and a reader of words often err.

What a headline tells that the text tells too is one act, not two; what only the learned tagger finds there is not kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.layers import Paragraph
from onrecord.extract.event_selection import Coded

LINES, WORDS = 3, 20
"""Paragraphs in which a headline may stand, and the words of the longest."""
ENDS = frozenset(".!?:;”\"’'")


def headlines(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at the head of a document are headlines; none of a document without a text below."""
    count = 0
    for paragraph in paragraphs[:LINES]:
        line = paragraph.parse.text.strip()
        if not line or line[-1] in ENDS or len(line.split()) > WORDS:
            break
        count += 1
    rest = paragraphs[count:]
    return count if any(p.parse.text.rstrip()[-1:] in ENDS for p in rest) else 0


def without_echoes(acts: Sequence[list[Coded]], heads: int) -> list[list[Coded]]:
    """The acts by paragraph, without those of the first `heads` that the text tells too or that no rule coded."""
    told = {one.coding.event for each in acts[heads:] for one in each}
    return [
        [one for one in each if one.score is None and one.coding.event not in told] if at < heads else each
        for at, each in enumerate(acts)
    ]
