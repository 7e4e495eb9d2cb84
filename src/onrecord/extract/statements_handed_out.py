"""A text handed out in somebody's name: everything after "The following is attributable to …" or "Statement by …"."""

import re
from collections.abc import Iterator

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_transcripts import END

_ATTRIBUTABLE = re.compile(r"\battribut(?:able|ed) to (?:the )?(?P<who>[^:.]{3,160}?)\s*[:.]?\s*$", re.IGNORECASE)
_DAY = (
    r"\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w* \d"
)
"""A statement "of 3 May" is not May's."""
_HEADED = re.compile(
    r"(?:(?:Official|Press|Joint|Full|Written|Opening|Further)\s)*(?:Statement|Comments?|Commentary|Communiqu[eé]|Declaration|Remarks|Address|Speech|"
    rf"Press Release|Message)\s(?:by|of|from)\s(?:the\s)?(?P<who>(?!{_DAY})[^:.\n]{{3,120}}?)"
    r"(?:[,:]|\s(?:on|regarding|concerning|about|following|at|to|in)\s[^.\n]*)?$",
    re.IGNORECASE,
)
"""A heading that says whose words follow: "Statement by the Ministry of Foreign Affairs on …"."""
_AFTER_TITLE = re.compile(r"(?<=[\w!?”\"’'–—-] )(?=(?:(?:Press|Joint|Official) )?Statement by \w)")
"""Where such a heading begins behind a title or a dateline in its line."""
_ANNOUNCED = re.compile(
    r"(?P<who>(?:The )?(?:[A-Z]|An? )[^.:\n]{2,140}?),?\s(?:(?:has|have) (?:today |now )?)?"
    r"(?:(?:issued|issues?|made|makes?|released|releases?|published|publish(?:es)?)\b[^.\n]{0,60}\b(?:following|this)\b"
    r"[^.\n]{0,60}|announces?|declares?|states?(?: the following)?):\s*$"
)
"""A line that says who issues what follows: "The Ministry has issued the following statement:"."""
_JOINT = re.compile(r"\b(?:joint|communiqu[eé]|tripartite|trilateral|declaration)\b", re.IGNORECASE)
"""What several say together is told sentence by sentence: "The sides agreed …"."""
_SPOKEN = re.compile(
    r"^\W*(?:Full text of the\s)?(?:Opening |Closing )?(?:Remarks|Address|Speech|Briefing|Keynote)\b", re.I | re.M
)
_BY = re.compile(r"(?:Delivered\s)?by\s(?:the\s)?(?P<who>[A-Z][^:.\n]{3,100}?)(?:,\s[^.\n]*)?$", re.IGNORECASE)
"""The line after the heading of a speech: "by Under-Secretary-General Tomas Hallgren"."""
_HEAD = 4
_BULLET = re.compile(r"[•*▪‣◦·–—-]\s+(?=\w)")


def handed_out(layers: Layers) -> list[Found]:
    """A press statement: everything after "The following is attributable to …" or "Statement by …", in that name."""
    for paragraph in layers.paragraphs[:_HEAD]:
        bounds = paragraph.start, paragraph.end
        match = _attributed(layers, paragraph) or _headed(layers, paragraph) or _announced(layers, paragraph)
        if match is None and _SPOKEN.search(layers.text, 0, paragraph.start) is not None:
            match = _BY.match(layers.text, *bounds)
        if match is not None:
            parts = tuple(_body(layers, paragraph.index + 1))
            if parts:
                spoken = _SPOKEN.search(layers.text, 0, paragraph.end) is not None
                return [
                    Found(
                        content=parts, source=match.span("who"), reading="turn", verbatim=True, sure=True,
                        channel="speech" if spoken else "statement",
                    )
                ]  # fmt: skip
    return []


def _headed(layers: Layers, paragraph: Paragraph) -> re.Match[str] | None:
    """The heading that says whose words follow, at the head of its line or behind a title there."""
    bounds = paragraph.start, paragraph.end
    title = _AFTER_TITLE.search(layers.text, *bounds)
    match = _HEADED.match(layers.text, *bounds)
    return _HEADED.match(layers.text, title.start(), paragraph.end) if match is None and title is not None else match


def _announced(layers: Layers, paragraph: Paragraph) -> re.Match[str] | None:
    """The line under the headings of a release that says who issues what follows it; none before a quotation."""
    match = _ANNOUNCED.match(layers.text, paragraph.start, paragraph.end)
    if match is None or _JOINT.search(layers.text, 0, paragraph.end) is not None:
        return None
    below = layers.paragraphs[paragraph.index + 1 :][:1]
    quoted = any(layers.text[p.start] in "\"“‘'" for p in below)
    above = layers.paragraphs[: paragraph.index]
    return None if quoted or not above or any(layers.text[p.end - 1] in '.?!”"' for p in above) else match


def _attributed(layers: Layers, paragraph: Paragraph) -> re.Match[str] | None:
    """The line that says to whom what follows is to be attributed: it ends in a colon or says "attributable"."""
    match = _ATTRIBUTABLE.search(layers.text, paragraph.start, paragraph.end)
    line = layers.text[paragraph.start : paragraph.end].rstrip()
    return match if match is not None and (line.endswith(":") or "ttributable" in match.group()) else None


def _body(layers: Layers, first: int) -> Iterator[Bounds]:
    for paragraph in layers.paragraphs[first:]:
        if END.match(layers.text, paragraph.start, paragraph.end):
            return
        mark = _BULLET.match(layers.text, paragraph.start, paragraph.end)
        yield paragraph.start if mark is None else mark.end(), paragraph.end
