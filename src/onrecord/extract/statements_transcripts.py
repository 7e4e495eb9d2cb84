"""Whose words a layout shows without any verb: the turns of a transcript.

A turn begins with a label and a colon ("Q:", "MR PRICE:", "Anna Vorel:") at the head of a line, or behind the end of a
sentence where the label is in capitals or comes back. Labels in capitals are taken at once, others only in a document
that has three turns or more with one label coming back.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_listeners import Turn, channel_of, spoken_to
from onrecord.extract.transcript_labels import Label, labels_of
from onrecord.model.vocabulary import Channel

LEAST_TURNS = 3
_ASKED = (["Question", "Answer"], ["QUESTION", "ANSWER"], ["Q", "A"])
"""The labels of a single exchange that is a talk for all that."""
_ASIDE = re.compile(r"[\s\"“]*[(\[][^)\]]{0,80}[)\]][\s\"”.]*$")
END = re.compile(
    r"\s*(?:#+|ENDS?(?:\s+\d.{0,20})?|\*\s?\*\s?\*|-\s?30\s?-|_{3,}|Notes? (?:for|to) (?:the )?editors?:?|"
    r"Background:?|Contacts?:?|"
    r"(?:Media|Press) (?:contacts?|enquiries|inquiries|office)\b.*|About (?:[A-Z][\w-]*|the|us)(?: [\w-]+){0,6})\s*$",
    re.IGNORECASE,
)
"""Where the words of a release end and what its office adds to every one begins."""
_LONGEST_HEADING = 4
"""Words of a line within a talk that heads one of its parts."""
_BOILERPLATE = re.compile(r"\W*(?:Follow|Read more|Watch|Click|Subscribe|Sign up|Download|Photo|Image|Copyright|©)\b")


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with its paragraph, and where what it says ends: at the next in its paragraph, else with that."""

    index: int
    label: Label
    end: int
    is_head: bool


def turns(layers: Layers) -> list[Found]:
    """The turns of a transcript; none in a document that is none."""
    lines = _lines(layers)
    single = [line.label.text for line in lines] in _ASKED
    if not single and not _is_talk([line.label for line in lines]):
        return []
    lines = [line for line in lines if not _lists(layers, line, lines)]
    lines = _of_speakers(lines)
    speakers = _speakers([line.label for line in lines])
    channel = channel_of(layers, [(line.label.text, line.label.bounds[0]) for line in lines])
    following = [line.index for line in lines[1:]] + [len(layers.paragraphs) + single]
    found = [_turn(layers, line, after, channel) for line, after in zip(lines, following, strict=True)]
    labels = [
        Turn(speaker, line.label.bounds, layers.text[slice(*turn.content[0])])
        for line, speaker, turn in zip(lines, speakers, found, strict=True)
    ]
    heard = spoken_to(labels, channel)
    return [turn if to is None else replace(turn, addressees=(to,)) for turn, to in zip(found, heard, strict=True)]


def _is_talk(labels: Sequence[Label]) -> bool:
    """Whether labels are those of a talk: three turns or more, and one label comes back or two are an assembly's."""
    again = max(Counter(_speakers(labels)).values(), default=0)
    return len(labels) >= LEAST_TURNS and (again > 1 or sum(label.is_member for label in labels) > 1)


def _of_speakers(lines: list[_Line]) -> list[_Line]:
    """Where most labels are in capitals, only those that are, or tell in another way that they are a speaker's."""
    shouting = {line.label.text for line in lines if line.label.shouts}
    if 2 * sum(line.label.shouts for line in lines) < len(lines):
        return lines
    times = Counter(line.label.key for line in lines)

    def speaks(label: Label) -> bool:
        named = label.told or label.is_member or times[label.key] > 1 or label.initials in shouting
        return label.shouts or label.asks or named

    return [line for line in lines if speaks(line.label)]


def _speakers(labels: Sequence[Label]) -> list[str]:
    """For each label the first of the same speaker's: "MOYES" and "CM" are "CARLA MOYES, HOST"."""
    first: dict[str, str] = {}
    for label in labels:
        first.setdefault(label.key, label.text)
    for label in labels:
        if len(label.initials) > 1 and label.initials in first:
            first[label.initials] = first[label.key]
    return [first[label.key] for label in labels]


def _lists(layers: Layers, line: _Line, lines: list[_Line]) -> bool:
    """Whether a labelled line before the talk says who is there ("Witness: Petra Lund, Minister for Europe")."""
    times = Counter(other.label.key for other in lines)
    words = layers.text[line.label.start : line.end]
    talk = next((other for other in lines if times[other.label.key] > 1), None)
    before = talk is not None and line.index < talk.index
    return times[line.label.key] == 1 and before and words.rstrip()[-1:].isalnum()


def _lines(layers: Layers) -> list[_Line]:
    found: list[_Line] = []
    for paragraph in layers.paragraphs:
        labels = list(labels_of(layers, paragraph))
        ends = [*(label.bounds[0] for label in labels[1:]), paragraph.end]
        found += [
            _Line(paragraph.index, label, end, is_head=_is_head(layers, paragraph, label))
            for label, end in zip(labels, ends, strict=False)  # of no label, one end
        ]
    if not any(line.label.text[0] == "Q" for line in found if line.label.asks):
        found = [line for line in found if not line.label.bare]
    found = [line for line in found if _tells(layers, line) and not _is_headline(layers, line, found)]
    times = Counter(line.label.key for line in found)
    kept: list[_Line] = []
    for line in found:
        if line.is_head or line.label.within or times[line.label.key] > 1:
            kept.append(line)
        elif kept:
            kept[-1] = replace(kept[-1], end=line.end)
    return kept


def _tells(layers: Layers, line: _Line) -> bool:
    """Whether words stand behind a label, and no figures alone: "Injured: 74"."""
    return any(c.isalpha() for c in layers.text[line.label.start : line.end])


def _is_headline(layers: Layers, line: _Line, lines: list[_Line]) -> bool:
    """Whether a label stands in the first line of all, above words that are none of its: "Lund: We were right"."""
    label = line.label
    sure = label.shouts or label.asks or label.told or label.is_member
    above = not any(other.index == 0 for other in lines if other is not line)
    alone = not sure and not any(other.index == 1 for other in lines)
    return line.index == 0 and above and (alone or layers.text[line.end - 1].isalnum())


def _is_head(layers: Layers, paragraph: Paragraph, label: Label) -> bool:
    """Whether nothing but marks stands before a label in its paragraph."""
    return not any(c.isalnum() for c in layers.text[paragraph.start : label.bounds[0]])


def _turn(layers: Layers, line: _Line, after: int, channel: Channel) -> Found:
    """A turn with the paragraphs that follow its first, up to the next turn."""
    paragraph = layers.paragraphs[line.index]
    start = line.label.start
    first = (start, start + len(layers.text[start : line.end].rstrip()))
    parts = [first if line.end < paragraph.end else (start, _end(layers, paragraph))]
    quoted = layers.text[paragraph.start] in '"“'
    for more in layers.paragraphs[line.index + 1 : after]:
        if line.end < paragraph.end or not _goes_on(layers, more, quoted=quoted, last=after == len(layers.paragraphs)):
            break
        parts.append((more.start, _end(layers, more)))
    return Found(
        content=tuple(parts),
        source=line.label.bounds,
        cue=None,
        reading="turn",
        verbatim=True,
        sure=True,
        channel=channel,
    )


def _goes_on(layers: Layers, paragraph: Paragraph, *, quoted: bool, last: bool) -> bool:
    """Whether a paragraph without a label belongs to the turn before it."""
    text = layers.text[paragraph.start : paragraph.end]
    if _ASIDE.match(text) or END.match(text) or _BOILERPLATE.match(text) or _is_heading(text):
        return False
    return text[0] in '"“' if quoted else not last


def _is_heading(line: str) -> bool:
    """Whether a line is that of a part of the talk ("Opening statement"), not of its words."""
    return len(line.split()) <= _LONGEST_HEADING and line[-1] not in ".?!…:;,”\"'’)-–—"


def _end(layers: Layers, paragraph: Paragraph) -> int:
    """End of a turn's paragraph without a closing mark that has no opening one in it."""
    text = layers.text[paragraph.start : paragraph.end]
    return paragraph.end - (text[-1] in '"”' and text[0] in '"“')
