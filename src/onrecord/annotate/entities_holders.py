"""Names of office-holders: a full name of the reference table is a person, whatever the tagger makes of it.

"Minister of Energy and Mines Ada Lindqvist" is cut by a tagger anywhere; a name of two words or more that somebody
of the table bears, and that is no place and no organisation, cuts it right. Whether the person meant is the one of
the table is left to `link.persons`.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.resources import offices
from onrecord.resources.places_gazetteer import gazetteer

LONGEST = 6
"""Words of the longest name looked up."""

_JOINED = "-'’"


def holders(layers: Layers) -> Iterator[Entity]:
    """The full names of office-holders, in text order, not overlapping, the longest where several begin together."""
    for paragraph in layers.paragraphs:
        text = paragraph.parse.text
        words = list(_words(paragraph, text))
        free = 0
        for first in range(len(words)):
            if first < free or not words[first][2][:1].isupper() or not offices.begins_name(words[first][2]):
                continue
            for last in range(min(first + LONGEST, len(words)), first + 1, -1):
                start, end = words[first][0], words[last - 1][1]
                if offices.ends_name(words[last - 1][2]) and _borne(text[start:end]):
                    yield Entity(paragraph.start + start, paragraph.start + end, "PERSON", "gazetteer")
                    free = last
                    break


def _words(paragraph: Paragraph, text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a paragraph as names are written, "Kim Oh-soo" in two: start, end, text."""
    start = end = -1
    for token in paragraph.parse:
        joined = (
            end == token.idx
            and (token.text[0] in _JOINED or text[end - 1] in _JOINED)
            and token.lower_ not in ("'s", "’s", "'", "’")
        )
        if not joined:
            if start >= 0:
                yield start, end, text[start:end]
            start = token.idx
        end = token.idx + len(token)
    if start >= 0:
        yield start, end, text[start:end]


def _borne(name: str) -> bool:
    """Whether an office-holder bears this name, and no place or organisation does."""
    if not offices.is_full_name(name):
        return False
    return gazetteer().named(name) is None and not any(h.end - h.start == len(name) for h in standard().hits(name))
