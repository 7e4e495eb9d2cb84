"""The labels of a transcript: "Q:", "MR PRICE:", "Mr. Orel (Tarvenia) (spoke in French):", "ADA LUND, HOST:", "Q    ".

What stands before a colon at the head of a line may be many things ("Background:"); whether it is a label is for
`statements_transcripts` to tell from all of a document's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds

_TITLE = (
    r"(?i:(?:M[rs]|Mrs|Messrs|Dr|Prof|Hon|Rev|Fr|Msgr|St|Sen|Rep|Gov|Amb|Sec|Insp|Supt|Gen|Lt|Lieut|Col|Maj|Capt|Cpl|Sgt|"
    r"Adm|Brig|Cmdr|Comdr|Cdr|Cmdt)\.)"
)
_WORD = rf"(?:{_TITLE}|(?:[A-Z]\.){{1,3}}|[A-Z][\w’'-]*|[A-Z][A-Z.’'-]+)"
_INNER = r"(?:(?:of|for|the|and|de|da|del|der|den|von|van|al|bin|ibn|la|le|du)\s){0,2}"
_BRACKETS = r"(?:\s?[(\[][^()\[\]\n]{1,60}[)\]])"
_ASKED = r"(?:Q|A|QUESTION|ANSWER|Question|Answer|Reporter|REPORTER|Journalist|JOURNALIST)"
_LABEL = re.compile(
    rf"""["“”'‘*_\s]*
    (?:(?P<label>{_ASKED}{_BRACKETS}? | (?P<name>{_WORD}(?:\s{_INNER}{_WORD}){{0,8}})
         (?P<told>,\s[^.?!:;"“”\d\n]{{2,90}})?{_BRACKETS}{{0,3}})
      \s*(?::|\s[—–]\s)[*_]*\s+
    | (?P<bare>[QA])(?:\.\s+|\s{{2,}}|\s[—–]\s|\t)
    | (?P<dotted>(?:The|THE)(?!\sHon\b)(?:\s[A-Z][A-Za-z’'-]+){{1,3}}
        | [A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){{1,3}})\.\s+(?=[A-Z“"‘'])
    )(?=\S)""",
    re.VERBOSE,
)
_STOP = re.compile(r"[.?!…:)\]\"”’'][\"”’')\]]*\s+(?=[A-Z])")
"""The end of a sentence, behind which another may have the floor in the same paragraph."""
_MEMBER = re.compile(r"(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord|Lady|Baroness|Hon|Senator)\.?\s", re.IGNORECASE)
_TALKS = re.compile(rf"{_ASKED}(?:\W|$)")
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
class Label:
    """A label: its bounds and text, and where what is said begins.

    `bare`: without a colon ("Q. Will you go?", "The President. I will."); `told`: with words that say who the speaker
    is ("ADA LUND, HOST").
    """

    bounds: Bounds
    text: str
    start: int
    bare: bool = False
    told: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is "Q", "A" or another word for one of the two who ask and answer."""
        return _TALKS.match(self.text) is not None

    @property
    def shouts(self) -> bool:
        """Whether it is in capitals, but for what stands in brackets after it ("JOURNALIST (Torvel Daily)")."""
        return self.text.partition(" (")[0].isupper()

    @property
    def within(self) -> bool:
        """Whether it may stand behind another turn's words: in capitals in part, with a courtesy or an office."""
        name = self.text.partition(" (")[0]
        loud = any(len(word) > 2 and word.isupper() for word in name.split())
        named = _MEMBER.match(name) is not None or name.startswith("The ")
        return not self.told and (self.bare or self.asks or loud or named)

    @property
    def is_member(self) -> bool:
        """Whether it is a person's whom an assembly calls so: "Mr. Orel (Tarvenia)"."""
        return _MEMBER.match(self.text) is not None and self.text.endswith(")")

    @property
    def key(self) -> str:
        """What labels of one speaker have in common: the last word of the name, in capitals."""
        return self._name.split()[-1].upper()

    @property
    def initials(self) -> str:
        """First letters of the words of its name ("JH" of "Jonas Hribar"), without an article."""
        return "".join(word[0] for word in self._name.removeprefix("The ").split())

    @property
    def _name(self) -> str:
        """The label without what is told behind a comma or in brackets."""
        return re.split(r",\s|\s?[(\[]", self.text)[0]


def labels_of(layers: Layers, paragraph: Paragraph) -> Iterator[Label]:
    """The label at the head of a paragraph, and those behind the ends of its sentences."""
    starts = [paragraph.start, *(m.end() for m in _STOP.finditer(layers.text, paragraph.start, paragraph.end))]
    after = paragraph.start
    for start in starts:
        match = _LABEL.match(layers.text, start, paragraph.end) if start >= after else None
        label = None if match is None else _label(match)
        if match is None or label is None or re.split(r"\W", label.text, maxsplit=1)[0].upper() in _NOT_LABELS:
            continue
        if start == paragraph.start or layers.text[label.bounds[1]] == (":" if not label.bare else "."):
            after = label.start
            yield label


def _label(match: re.Match[str]) -> Label:
    group = next(name for name in ("label", "bare", "dotted") if match[name])
    return Label(match.span(group), match[group], match.end(), bare=group != "label", told=match["told"] is not None)
