"""Whose words a layout shows without any verb: the turns of a transcript.

A turn begins with a label and a colon ("Q:", "MR PRICE:", "Anna Vorel:") at the head of a line, or behind the end of a
sentence where the label is in capitals or comes back. Labels in capitals are taken at once, others only in a document
that has three turns or more with one label coming back.
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
_ASKED = (["Question", "Answer"], ["QUESTION", "ANSWER"], ["Q", "A"])
"""The labels of a single exchange that is a talk for all that."""

_LABEL = re.compile(
    r"""["“”'‘*_\s]*(?P<label>
        (?:Q|A|QUESTION|ANSWER|Question|Answer|Reporter|REPORTER|MODERATOR|Moderator)(?:\s\([^)\n]{1,40}\))?
        | (?:(?:M[RS]S?|DR|SEN|REP|GOV|AMB)\.?\s)?[A-Z][A-Z.'’\-]+(?:\s[A-Z][A-Z.'’\-]*){0,4}(?:\s\([^)\n]{1,40}\))?
        | (?:(?:Mr|Ms|Mrs|Dr|Sir|Secretary|Minister|President|Ambassador|Spokesperson)\.?\s)?
          [A-Z][\w’'\-]+(?:\s(?:de|von|van|al|bin|[A-Z])[\w.’'\-]*){0,3}
    )\s*(?::|\s[—–]\s)[*_]*\s+(?=\S)""",
    re.VERBOSE,
)
_STOP = re.compile(r"[.?!…:)\]\"”’'][\"”’')\]]*\s+(?=[A-Z])")
"""The end of a sentence, behind which another may have the floor in the same paragraph."""
_ASIDE = re.compile(r"[\s\"“]*[(\[][^)\]]{0,80}[)\]][\s\"”.]*$")
END = re.compile(
    r"\s*(?:#+|ENDS?|\*\s?\*\s?\*|-\s?30\s?-|_{3,}|Notes? (?:for|to) (?:the )?editors?:?|Background:?|Contacts?:?|"
    r"(?:Media|Press) (?:contacts?|enquiries|inquiries|office)\b.*|About (?:[A-Z][\w-]*|the|us)(?: [\w-]+){0,6})\s*$",
    re.IGNORECASE,
)
"""Where the words of a release end and what its office adds to every one begins."""
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
        *("IMAGE", "IMAGES", "PHOTOS", "PICTURE", "PICTURES", "CAPTION", "CREDIT", "FILE", "GRAPHIC", "MAP", "AUDIO"),
        *("SUBJECT", "DATE", "TIME", "PLACE", "VENUE", "LOCATION", "ADDRESS", "EMAIL", "PHONE", "TEL", "FAX"),
        *("INTERVIEW", "TRANSCRIPT", "LIVE", "EXCLUSIVE", "ANALYSIS", "OPINION", "FACTBOX", "EXPLAINER", "TIMELINE"),
    ]
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A label: where it stands, and where what it says begins and (up to the next in its paragraph) ends."""

    index: int
    label: Bounds
    text: str
    start: int
    end: int


def turns(layers: Layers) -> list[Found]:
    """The turns of a transcript; none in a document that is none."""
    lines = _lines(layers)
    shouting = sum(_shouts(line) for line in lines)
    again = max(Counter(line.text for line in lines).values(), default=0)
    single = [line.text for line in lines] in _ASKED
    if (len(lines) < LEAST_TURNS or again < 2) and not single:
        return []
    lines = [line for line in lines if not _lists(layers, line, lines)]
    if shouting * 2 >= len(lines):
        lines = [line for line in lines if _shouts(line)]
    channel = channel_of(layers, [(line.text, line.label[0]) for line in lines])
    following = [line.index for line in lines[1:]] + [len(layers.paragraphs) + single]
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
    words = layers.text[line.start : line.end]
    talk = next((other for other in lines if sum(o.text == other.text for o in lines) > 1), None)
    return alone and talk is not None and line.index < talk.index and words.rstrip()[-1:].isalnum()


def _shouts(line: _Line) -> bool:
    """Whether a label is in capitals, but for what stands in brackets after it ("JOURNALIST (Torvel Daily)")."""
    return line.text.partition(" (")[0].isupper()


def _lines(layers: Layers) -> list[_Line]:
    found: list[_Line] = []
    for paragraph in layers.paragraphs:
        labels = list(labels_of(layers, paragraph))
        ends = [*(match.start("label") for match in labels[1:]), paragraph.end]
        for match, end in zip(labels, ends, strict=False):  # of no label, one end
            found.append(_Line(paragraph.index, match.span("label"), match["label"], match.end(), end))
    times = Counter(line.text for line in found)
    kept: list[_Line] = []
    for line in found:
        if _is_head(layers, line) or _shouts(line) or times[line.text] > 1:
            kept.append(line)
        elif kept:
            kept[-1] = replace(kept[-1], end=line.end)
    return kept


def _is_head(layers: Layers, line: _Line) -> bool:
    """Whether nothing but marks stands before a label in its paragraph."""
    return not any(c.isalnum() for c in layers.text[layers.paragraphs[line.index].start : line.label[0]])


def labels_of(layers: Layers, paragraph: Paragraph) -> Iterator[re.Match[str]]:
    """The label at the head of a paragraph, and those behind the ends of its sentences."""
    starts = [paragraph.start, *(m.end() for m in _STOP.finditer(layers.text, paragraph.start, paragraph.end))]
    after = paragraph.start
    for start in starts:
        match = _LABEL.match(layers.text, start, paragraph.end) if start >= after else None
        if match is None or match["label"].upper() in _NOT_LABELS:
            continue
        if start == paragraph.start or layers.text[match.end("label")] == ":":
            after = match.end()
            yield match


def _turn(layers: Layers, line: _Line, after: int, channel: Channel) -> Found:
    """A turn with the paragraphs that follow its first, up to the next turn."""
    paragraph = layers.paragraphs[line.index]
    first = (line.start, line.start + len(layers.text[line.start : line.end].rstrip()))
    parts = [first if line.end < paragraph.end else (line.start, _end(layers, paragraph))]
    quoted = layers.text[paragraph.start] in '"“'
    for more in layers.paragraphs[line.index + 1 : after]:
        if line.end < paragraph.end or not _goes_on(layers, more, quoted=quoted, last=after == len(layers.paragraphs)):
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
    if _ASIDE.match(text) or END.match(text) or _BOILERPLATE.match(text):
        return False
    return text[0] in '"“' if quoted else not last


def _end(layers: Layers, paragraph: Paragraph) -> int:
    """End of a turn's paragraph without a closing mark that has no opening one in it."""
    text = layers.text[paragraph.start : paragraph.end]
    return paragraph.end - (text[-1] in '"”' and text[0] in '"“')
