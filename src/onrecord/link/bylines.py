"""Who writes a brief or commentary: the one person whom its head names, and whose "we" and "our" it speaks in. And who
writes a report: the one whom its byline names, whose "I" it is, for "we" may be the house or the country."""

from __future__ import annotations

import re

from onrecord.annotate.layers import Layers
from onrecord.link.cast import Cast
from onrecord.link.referents import Referent

_HEAD = 4
_BYLINE = re.compile(r"(?:[Bb]y|BY)(?::| )\s*(?=[A-Z])[^.?!:;]{3,70}(?:\.|$)")
"""A line that names who wrote a report: "By Ada Lind, staff writer", "By Ada Lind in Port Elin"."""


def author_of(layers: Layers, cast: Cast) -> Referent | None:
    """The one person named in the lines at the head of a report; None where there are several."""
    lines = [p for p in layers.paragraphs[:_HEAD] if layers.text[p.end - 1] not in '.”"?']
    named = {n.person for n in cast.namings for line in lines if line.start <= n.entity.start < line.end}
    return named.pop() if len(named) == 1 else None


def reporter(layers: Layers, cast: Cast) -> Referent | None:
    """The one person whom the byline of a report names; None where it names several, or there is none."""
    for line in layers.paragraphs[:_HEAD]:
        if _BYLINE.fullmatch(layers.text, line.start, line.end) is not None:
            named = {n.person for n in cast.namings if line.start <= n.entity.start < line.end}
            several = re.search(r"\b(?:and|AND)\b|&", layers.text[line.start : line.end]) is not None
            return named.pop() if len(named) == 1 and not several else None
    return None
