"""Who speaks a document that is one speech: "Briefing to the Security Council by the Special Envoy, Ms. X"."""

from __future__ import annotations

import re

from onrecord.annotate.layers import Layers
from onrecord.link.cast import Cast
from onrecord.link.referents import Referent

_SPOKEN = re.compile(
    r"\b(?:briefing|statement|remarks|speech|address|testimony|homily|message)\b.{0,80}?\b(?:by|of|from)\b",
    re.IGNORECASE,
)
_HEAD = 3
_LONGEST = 220
"""Characters of a heading."""


def orator(layers: Layers, cast: Cast) -> Referent | None:
    """The person by whom its heading says a speech is; None where the heading names several or nobody."""
    if not re.search(r"\b(?:I|[Ww]e|[Oo]ur)\b", layers.text):
        return None
    for paragraph in layers.paragraphs[:_HEAD]:
        line = layers.text[paragraph.start : paragraph.end].strip()
        spoken = _SPOKEN.search(line)
        if spoken is None or len(line) > _LONGEST or line.endswith((".", "?", "”", '"')):
            continue
        after = paragraph.start + spoken.end()
        named = {n.person for n in cast.namings if after <= n.entity.start < paragraph.end}
        return named.pop() if len(named) == 1 else None
    return None
