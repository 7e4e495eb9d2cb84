"""What the parties to a joint text declare point by point: "– condemn the raid; – have decided to …; DEPLORING …".

The points have a verb and no subject: who declares stands above them ("We, the Ministers …", "The Ministers of the
three states,"). Read only under a heading that calls the text joint, and where no other reading found the point.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.extract.statements_merge import Pool
from onrecord.model.vocabulary import Act

JOINT = re.compile(
    r"\b(?:joint|communiqu[eé]|declaration|(?:tri|quadri)partite|(?:tri|bi)lateral|final (?:statement|document)|"
    r"resolution)\b",
    re.IGNORECASE,
)
_HEAD = 4
_OPENER = re.compile(
    r"(?P<who>We|The (?:\w+ ){0,2}(?:Ministers|Presidents|Parties|Heads|Governments|Leaders|sides|Members|"
    r"Participants|Council|Conference|Assembly)\b[^,:;(\n–—]{0,80}?)\s?(?:[,:;(–—-]|$)"
)
_POINT = re.compile(r"(?:^|(?<=;)|(?<=; and))\s*(?:[–—•*-]\s+)?(?=\S)", re.MULTILINE)
_VERB = re.compile(
    r"(?:and\s+)?(?P<cue>(?:(?:have|having|has)\s+)?(?:"
    r"(?P<will>decided?|deciding|agreed?|agreeing|resolved?|resolving)|(?P<mind>convinced|determined|confident|mindful)|"
    r"condemn(?:ed|ing|s)?|deplor(?:e|ed|es|ing)|call(?:ed|ing|s)?(?=\s(?:on|upon|for)\b)|urg(?:e|ed|es|ing)|"
    r"request(?:ed|ing|s)?|invit(?:e|ed|es|ing)|appeal(?:ed|ing|s)?(?=\sto\b)|welcom(?:e|ed|es|ing)|recall(?:ed|ing|s)?|"
    r"re?affirm(?:ed|ing|s)?|affirm(?:ed|ing|s)?|express(?:ed|ing|es)?|declar(?:e|ed|es|ing)|stress(?:ed|ing|es)?|"
    r"demand(?:ed|ing|s)?|reject(?:ed|ing|s)?|thank(?:ed|ing|s)?|recogni[sz](?:e|ed|es|ing)|"
    r"not(?:e|ed|es|ing)\swith\s\w+|emphasi[sz](?:e|ed|es|ing)|underlin(?:e|ed|es|ing)))(?P<list>:)?\s+(?P<item>\((?:a|i|1)\)\s+)?(?=\S)",
    re.IGNORECASE,
)


def resolved(layers: Layers, others: Sequence[Found]) -> list[Found]:
    """`others` with the points of a joint text that none of them tells, or that one of them ran on beyond."""
    if not any(JOINT.search(layers.text, p.start, p.end) for p in layers.paragraphs[:_HEAD]):
        return list(others)
    found: list[Found] = []
    source: Bounds | None = None
    for paragraph in layers.paragraphs:
        opener = _OPENER.match(layers.text, paragraph.start, paragraph.end)
        source = source if opener is None else opener.span("who")
        if source is not None and opener is None:
            found += _points(layers, paragraph, source)
    pool = Pool(others)
    near = [[others[n] for n in pool.near(_whole(point))] for point in found]
    beyond = {id(o) for point, around in zip(found, near, strict=True) for o in around if _runs_on(o, point)}
    new = (
        point
        for point, around in zip(found, near, strict=True)
        if not any(_same(point, other) for other in around if id(other) not in beyond)
    )
    return [*(other for other in others if id(other) not in beyond), *new]


def _whole(point: Found) -> Bounds:
    """From its cue to the end of its words."""
    return (point.cue or point.hull)[0], point.hull[1]


def _points(layers: Layers, paragraph: Paragraph, source: Bounds) -> Iterator[Found]:
    """The points that begin in a paragraph, each up to its semicolon or the paragraph's end."""
    text = layers.text[paragraph.start : paragraph.end]
    starts = [match.end() for match in _POINT.finditer(text)]
    for start, after in zip(starts, [*starts[1:], len(text)], strict=True):
        match = _VERB.match(text, start)
        if match is None:
            continue
        end = len(text) if match["list"] else after
        first = match.end("item") if match["item"] else match.end()
        told = text[first:end]
        told = re.sub(r"(?:[;,.:]|\s|\band\b|[–—•*-])+$", "", told)
        act: Act = "intention" if match["will"] else "thought" if match["mind"] else "speech"
        if told and not told.startswith("as follows"):
            yield Found(
                content=((paragraph.start + first, paragraph.start + first + len(told)),),
                source=source,
                cue=(paragraph.start + match.start("cue"), paragraph.start + match.end("cue")),
                reading="noun",
                act=act,
                sure=True,
                channel="statement",
            )


def _runs_on(other: Found, point: Found) -> bool:
    """Whether what another reading found by the same cue goes on into the next point."""
    if other.reading == "turn" or other.cue is None or point.cue is None or not shared(other.cue, point.cue):
        return False
    return other.hull[1] > point.hull[1] + 1


def _same(point: Found, other: Found) -> bool:
    """Whether another reading found the point: its cue, or its words."""
    if point.cue is not None and other.cue is not None and shared(point.cue, other.cue):
        return True
    return (
        other.reading != "turn"
        and 2 * shared(point.hull, other.hull) > other.hull[1] - other.hull[0]
        and (2 * shared(point.hull, other.hull) > point.hull[1] - point.hull[0])
    )
