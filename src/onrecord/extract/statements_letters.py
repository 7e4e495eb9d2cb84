"""Letters and notes verbales: from the salutation or the embassy's compliments to the signature, one statement."""

import re
from collections.abc import Sequence

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found

_HEAD = 8
SALUTES = re.compile(
    r"(?:Sirs?|Madame?|Gentlemen|(?:Your )?(?:Excellency|Excellencies|Eminence|Majesty)|Dear [A-Z][\w.’' -]{1,60}|"
    r"(?P<office>M(?:r|s|rs|adam)\.? (?:Secretary|President|Prime|Minister|Ambassador|Chair|Governor|Speaker)[\w-]*"
    r"(?: [A-Z][\w-]+)?))(?:,|:|\s*$)\s*"
)
"""The salutation that begins a letter; `office`: one that names whom it calls."""
COMPLIMENTS = re.compile(
    r"(?:The )?(?P<who>[A-Z][^.:;]{5,160}?) presents? its compliments to\b"
    r"(?: (?:the )?(?P<to>[A-Z][^,:.;\n]{2,110}?)(?= and has\b|[,.;:]| at\b|$))?"
)
"""How a note verbale begins: who sends it, and to whom."""
_SIGNED = re.compile(
    r"\W*(?:(?:signed|sgd|signé)\b|Yours (?:sincerely|faithfully|truly|ever|respectfully)|Sincerely|Faithfully|"
    r"(?:Very |Most )?Respectfully|(?:With )?(?:Kind|Best|Warm) (?:regards|wishes)|To:|cc:?\b|Enclosure|L\.\s?S\.)",
    re.IGNORECASE,
)
_PARTING = re.compile(
    r"\b(?:avails? (?:itself|myself) of (?:this|the) (?:opportunity|occasion)|[Aa]ccept,? [^.]{0,60}assurances?|"
    r"[Ww]ith the assurances? of my|renewed? (?:to \w+ )?the assurances)\b"
)
"""The formula by which a letter or note takes leave."""
_HEADING, _SHORT = 12, 16
"""Tokens of the longest line above a letter that may end in a full stop; of one below it: a name, an office, a day."""


_WROTE = re.compile(r"[ \t>]*On [^\n]*\d[^\n]*\bwrote:[ \t]*$", re.MULTILINE)


_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: \d{4})?"
_PRIVATE = re.compile(rf"\s*(?:From:\s|Dear [A-Z]|(?:[\w ’']{{0,40}}\b)?(?i:diary|diaries)\b|{_DAY}[.:]\s)")
"""How papers begin that somebody writes for himself or for one other: a mail, a letter, a diary."""


def is_private(layers: Layers) -> bool:
    """Whether who writes a paper is no reporter: in a diary, a letter or a mail "he told me" is no interview."""
    return _PRIVATE.match(layers.text) is not None


def heads_mail(layers: Layers, found: Found) -> bool:
    """Whether what is told is only the day in the line over a quoted mail: "On 11 May 2031, Ada Lind wrote:"."""
    if found.cue is None or found.hull[1] > found.cue[0]:
        return False
    return _WROTE.match(layers.text, layers.text.rfind("\n", 0, found.cue[0]) + 1) is not None


def letters(layers: Layers) -> list[Found]:
    """The body of a letter or note verbale; none in anything else."""
    for paragraph in layers.paragraphs[:_HEAD]:
        note = COMPLIMENTS.match(layers.text, paragraph.start, paragraph.end)
        salute = SALUTES.match(layers.text, paragraph.start, paragraph.end)
        if note is not None or salute is not None:
            alone = salute is not None and salute.end() >= paragraph.end
            parts = _body(layers, layers.paragraphs[paragraph.index + alone :])
            writer = note.span("who") if note is not None else _signatory(layers, parts)
            return [_letter(parts, writer)] if parts else []
        if layers.text[paragraph.end - 1] in '.?!”"' and len(paragraph.parse) > _HEADING:
            return []
    return []


def _letter(parts: Sequence[Bounds], writer: Bounds | None) -> Found:
    return Found(
        content=tuple(parts), source=writer, reading="turn", verbatim=True, sure=True, channel="letter"
    )  # fmt: skip


def _body(layers: Layers, paragraphs: Sequence[Paragraph]) -> list[Bounds]:
    """The paragraphs up to the formula that takes leave, the signature, or a line that is no sentence."""
    parts: list[Bounds] = []
    for paragraph in paragraphs:
        line = layers.text[paragraph.start : paragraph.end]
        parting = _PARTING.search(line) is not None
        bare = line[-1] not in '.?!:;,”"' and len(paragraph.parse) <= _SHORT
        if _SIGNED.match(line) is not None or (bare and not parting and parts):
            break
        parts.append((paragraph.start, paragraph.end))
        if parting:
            break
    return parts


def _signatory(layers: Layers, parts: Sequence[Bounds]) -> Bounds | None:
    """The first person named below the body, or behind the formula that it ends with."""
    end = parts[-1][1] if parts else len(layers.text)
    parting = _PARTING.search(layers.text, *parts[-1]) if parts else None
    after = end if parting is None else parting.end()
    named = next((e for e in layers.entities if e.start >= after and e.label == "PERSON"), None)
    return None if named is None else (named.start, named.end)
