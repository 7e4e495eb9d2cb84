"""Whose words a layout shows without any verb: turns of a transcript, and a text handed out in somebody's name.

A turn is a line that begins with a label and a colon ("Q:", "MR PRICE:", "Anna Vorel:"). Labels in capitals are taken
at once, others only in a document that has three turns or more with one label coming back.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_listeners import Turn, channel_of, spoken_to
from onrecord.model.vocabulary import Channel

LEAST_TURNS = 3

_LABEL = re.compile(
    r"""["“”'‘*_\s]*(?P<label>
        (?:Q|A|QUESTION|ANSWER|Question|Answer|Reporter|REPORTER|MODERATOR|Moderator)(?:\s\([^)\n]{1,40}\))?
        | (?:(?:M[RS]S?|DR|SEN|REP|GOV|AMB)\.?\s)?[A-Z][A-Z.'’\-]+(?:\s[A-Z][A-Z.'’\-]*){0,4}(?:\s\([^)\n]{1,40}\))?
        | (?:(?:Mr|Ms|Mrs|Dr|Sir|Secretary|Minister|President|Ambassador|Spokesperson)\.?\s)?
          [A-Z][\w’'\-]+(?:\s(?:de|von|van|al|bin|[A-Z])[\w.’'\-]*){0,3}
    )\s*(?::|\s[—–]\s)[*_]*\s+(?=\S)""",
    re.VERBOSE,
)
_ASIDE = re.compile(r"[\s\"“]*[(\[][^)\]]{0,80}[)\]][\s\"”.]*$")
_ATTRIBUTABLE = re.compile(r"\battribut(?:able|ed) to (?:the )?(?P<who>[^:.]{3,160}?)\s*[:.]?\s*$", re.IGNORECASE)
_HEADED = re.compile(
    r"(?:(?:Official|Press|Joint|Full|Written|Opening|Further)\s)*(?:Statement|Comments?|Commentary|Communiqu[eé]|Declaration|Remarks|Address|Speech|"
    r"Press Release|Message)\s(?:by|of|from)\s(?:the\s)?(?P<who>[^:.\n]{3,120}?)"
    r"(?:[,:]|\s(?:on|regarding|concerning|about|following|at|to|in)\s[^.\n]*)?$",
    re.IGNORECASE,
)
"""A heading that says whose words follow: "Statement by the Ministry of Foreign Affairs on …"."""
_SPOKEN = re.compile(
    r"^\W*(?:Full text of the\s)?(?:Opening |Closing )?(?:Remarks|Address|Speech|Briefing|Keynote)\b", re.I | re.M
)
_BY = re.compile(r"(?:Delivered\s)?by\s(?:the\s)?(?P<who>[A-Z][^:.\n]{3,100}?)(?:,\s[^.\n]*)?$", re.IGNORECASE)
"""The line after the heading of a speech: "by Under-Secretary-General Tomas Hallgren"."""
_HEAD = 4
_END = re.compile(
    r"\s*(?:#+|ENDS?|\*\s?\*\s?\*|-\s?30\s?-|_{3,}|Notes? (?:for|to) (?:the )?editors?:?|Background:?|Contacts?:?|"
    r"(?:Media|Press) (?:contacts?|enquiries|inquiries|office)\b.*|About (?:[A-Z][\w-]*|the|us)(?: [\w-]+){0,6})\s*$",
    re.IGNORECASE,
)
"""Where the words of a release end and what its office adds to every one begins."""
_BULLET = re.compile(r"[•*▪‣◦·–—-]\s+(?=\w)")
_BOILERPLATE = re.compile(r"\W*(?:Follow|Read more|Watch|Click|Subscribe|Sign up|Download|Photo|Image|Copyright|©)\b")
_NOT_LABELS = frozenset(
    [
        "NOTE",
        "UPDATE",
        "PHOTO",
        "VIDEO",
        "WATCH",
        "READ",
        "CORRECTION",
        "BREAKING",
        "RELATED",
        "SOURCE",
        "CONTACT",
        "EDITOR",
        *("INTERVIEW", "TRANSCRIPT", "LIVE", "EXCLUSIVE", "ANALYSIS", "OPINION", "FACTBOX", "EXPLAINER", "TIMELINE"),
    ]
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph that begins with a label: where the label stands, and where what it says begins."""

    index: int
    label: Bounds
    text: str
    start: int


def turns(layers: Layers) -> list[Found]:
    """The turns of a transcript; none in a document that is none."""
    lines = _lines(layers)
    shouting = sum(_shouts(line) for line in lines)
    again = max(Counter(line.text for line in lines).values(), default=0)
    if len(lines) < LEAST_TURNS or again < 2:
        return []
    lines = [line for line in lines if not _lists(layers, line, lines)]
    if shouting * 2 >= len(lines):
        lines = [line for line in lines if _shouts(line)]
    channel = channel_of(layers, [(line.text, line.label[0]) for line in lines])
    following = [line.index for line in lines[1:]] + [len(layers.paragraphs)]
    found = [_turn(layers, line, after, channel) for line, after in zip(lines, following, strict=True)]
    labels = [
        Turn(line.text, line.label, layers.text[slice(*turn.content[0])])
        for line, turn in zip(lines, found, strict=True)
    ]
    heard = spoken_to(labels, channel)
    return [turn if to is None else replace(turn, addressees=(to,)) for turn, to in zip(found, heard, strict=True)]


def _lists(layers: Layers, line: _Line, lines: list[_Line]) -> bool:
    """Whether a labelled line before the talk says who is there ("Witness: Petra Lund, Minister for Europe")."""
    alone = sum(other.text == line.text for other in lines) == 1
    words = layers.text[line.start : layers.paragraphs[line.index].end]
    talk = next((other for other in lines if sum(o.text == other.text for o in lines) > 1), None)
    return alone and talk is not None and line.index < talk.index and words.rstrip()[-1:].isalnum()


def _shouts(line: _Line) -> bool:
    """Whether a label is in capitals, but for what stands in brackets after it ("JOURNALIST (Torvel Daily)")."""
    return line.text.partition(" (")[0].isupper()


def _lines(layers: Layers) -> list[_Line]:
    found = []
    for paragraph in layers.paragraphs:
        match = _LABEL.match(layers.text, paragraph.start, paragraph.end)
        if match is not None and match["label"].upper() not in _NOT_LABELS:
            label = match.span("label")
            found.append(_Line(paragraph.index, label, match["label"], match.end()))
    return found


def _turn(layers: Layers, line: _Line, after: int, channel: Channel) -> Found:
    """A turn with the paragraphs that follow its first, up to the next turn."""
    paragraph = layers.paragraphs[line.index]
    parts = [(line.start, _end(layers, paragraph))]
    quoted = layers.text[paragraph.start] in '"“'
    for more in layers.paragraphs[line.index + 1 : after]:
        if not _goes_on(layers, more, quoted=quoted, last=after == len(layers.paragraphs)):
            break
        parts.append((more.start, _end(layers, more)))
    return Found(
        content=tuple(parts),
        source=line.label,
        cue=None,
        reading="turn",
        verbatim=True,
        sure=True,
        channel=channel,
    )


def _goes_on(layers: Layers, paragraph: Paragraph, *, quoted: bool, last: bool) -> bool:
    """Whether a paragraph without a label belongs to the turn before it."""
    text = layers.text[paragraph.start : paragraph.end]
    if _ASIDE.match(text) or _END.match(text) or _BOILERPLATE.match(text):
        return False
    return text[0] in '"“' if quoted else not last


def _end(layers: Layers, paragraph: Paragraph) -> int:
    """End of a turn's paragraph without a closing mark that has no opening one in it."""
    text = layers.text[paragraph.start : paragraph.end]
    return paragraph.end - (text[-1] in '"”' and text[0] in '"“')


def handed_out(layers: Layers) -> list[Found]:
    """A press statement: everything after "The following is attributable to …" or "Statement by …", in that name."""
    for paragraph in layers.paragraphs[:_HEAD]:
        bounds = paragraph.start, paragraph.end
        match = _attributed(layers, paragraph) or _HEADED.match(layers.text, *bounds)
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


def _attributed(layers: Layers, paragraph: Paragraph) -> re.Match[str] | None:
    """The line that says to whom what follows is to be attributed: it ends in a colon or says "attributable"."""
    match = _ATTRIBUTABLE.search(layers.text, paragraph.start, paragraph.end)
    line = layers.text[paragraph.start : paragraph.end].rstrip()
    return match if match is not None and (line.endswith(":") or "ttributable" in match.group()) else None


def _body(layers: Layers, first: int) -> Iterator[Bounds]:
    for paragraph in layers.paragraphs[first:]:
        if _END.match(layers.text, paragraph.start, paragraph.end):
            return
        mark = _BULLET.match(layers.text, paragraph.start, paragraph.end)
        yield paragraph.start if mark is None else mark.end(), paragraph.end
