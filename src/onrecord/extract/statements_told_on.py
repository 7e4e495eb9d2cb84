"""Tellings that go on: "it states that the minister dismissed the threat and demanded that …".

What somebody's office tells that he did first, it tells of his second act as well: the second clause is no word of the
office's own, nor the report's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_found import Bounds, Found

_TELLER = re.compile(
    r"\b(?:it|ministry|office|readout|read-out|statement|communiqu[eé]|release|note|service|presidency|palace|embassy|"
    r"department|agency|delegation|side|spokes(?:man|woman|person)|secretariat|chancellery|account|version)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[”\"’]?,?[”\"’]? (?:and|but) (?P<who>he |she )?(?:(?:also|further|then|later|again) )*(?P<had>had |has |have )?"
    r"(?:(?:also|further|then|later|again) )*"
)


def told_on(layers: Layers, found: Sequence[Found]) -> list[Found]:
    """The statements, each with what its teller goes on to tell of the one whose words it tells."""
    changed: dict[int, Found] = {}
    for number, outer in enumerate(found):
        inner = _told(found, outer)
        if inner is None or not _is_teller(layers, outer):
            continue
        for other, after in enumerate(found):
            source = _same_teller(layers, outer, inner, after)
            if source is not None and number not in changed:
                changed[other] = replace(after, source=source)
                last = (outer.content[-1][0], after.hull[1])
                changed[number] = replace(outer, content=(*outer.content[:-1], last))
    return [changed.get(number, one) for number, one in enumerate(found)]


def _told(found: Sequence[Found], outer: Found) -> Found | None:
    """The last statement of somebody that an outer one tells in its own last words."""
    last = outer.content[-1]
    inside = [
        f for f in found if f.cue and f.source and f is not outer and _within(f.cue, last) and _within(f.source, last)
    ]
    return max(inside, key=lambda f: f.cue or (0, 0), default=None)


def _within(inner: Bounds, outer: Bounds) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_teller(layers: Layers, outer: Found) -> bool:
    """Whether an office or document tells a statement, for somebody else."""
    if outer.cue is None or outer.source is None or outer.reading == "quotation":
        return False
    return _TELLER.search(layers.text, *outer.source) is not None


def _same_teller(layers: Layers, outer: Found, inner: Found, after: Found) -> Bounds | None:
    """The words for who speaks in a clause that goes on with an inner one; None where it does not."""
    if after.cue is None or outer.cue is None or inner.cue is None or after.cue[0] <= outer.hull[1]:
        return None
    joint = _JOINT.match(layers.text, outer.hull[1], after.cue[1])
    if joint is None or after.hull[0] < after.cue[1] or not after.cue[0] <= joint.end() <= after.cue[1]:
        return None
    if joint["who"]:
        return joint.start("who"), joint.end("who") - 1
    before = layers.text[max(inner.cue[0] - 10, 0) : inner.cue[1]].split()
    if (joint["had"] and {"had", "has", "have"} & set(before)) or _present(layers, outer.cue):
        return inner.source
    return None


def _present(layers: Layers, cue: Bounds) -> bool:
    """Whether somebody tells in the present what was said before: "it states that he dismissed … and demanded"."""
    paragraph = layers.paragraph_at(cue[0])
    tokens = None if paragraph is None else paragraph.tokens(layers.span(*cue))
    return tokens is not None and any(t.tag_ in ("VBZ", "VBP") for t in tokens)
