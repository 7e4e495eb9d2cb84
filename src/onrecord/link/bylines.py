"""Who writes a brief or commentary: the one person whom its head names, and whose "we" and "our" it speaks in."""

from __future__ import annotations

from onrecord.annotate.layers import Layers
from onrecord.link.cast import Cast
from onrecord.link.referents import Referent

_HEAD = 4


def author_of(layers: Layers, cast: Cast) -> Referent | None:
    """The one person named in the lines at the head of a report; None where there are several."""
    lines = [p for p in layers.paragraphs[:_HEAD] if layers.text[p.end - 1] not in '.”"?']
    named = {n.person for n in cast.namings for line in lines if line.start <= n.entity.start < line.end}
    return named.pop() if len(named) == 1 else None
