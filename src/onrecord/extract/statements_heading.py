"""What a document as a whole is, where its head says so: a briefing, an interview, a letter, a press statement."""

import re
from functools import cache
from importlib.resources import files
from typing import cast

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.model.vocabulary import Channel
from onrecord.resources.lexicon import read_yaml

_LINES = 3
_HANDLE = re.compile(r"(?:^|[\s(·|])@[A-Za-z_]\w{2,}")
"""The handle that heads a post: "Ada Lind (@adalind)"."""
_SALUTES = re.compile(
    r"(?:Sirs?|Madam|Sir or Madam|Gentlemen|Excellency|Your (?:Excellency|Eminence|Majesty)|Dear [A-Z].{0,60})[,:]?"
)
"""The first line of a letter, where it stands alone."""
_HOLDS = frozenset(
    ["hold", "give", "address", "speak", "deliver", "attend", "brief", "take", "answer", "face", "host", "grant"]
)
_WORDS = 14
"""Words of the longest line that counts as a heading when it ends in a full stop."""


def heading_channel(layers: Layers, before: int | None = None) -> Channel:
    """The channel that the title or the first lines (up to offset `before`) name; "unknown" where they name none."""
    lines = [layers.document.title or ""]
    for paragraph in layers.paragraphs[:_LINES]:
        line = layers.text[paragraph.start : paragraph.end]
        if (before is not None and paragraph.start >= before) or not _is_heading(line):
            break
        if not _tells_news(paragraph):
            lines.append(line)
    if any(_HANDLE.search(line) for line in lines):
        return "social media"
    if any(_SALUTES.fullmatch(line.strip()) for line in lines):
        return "letter"
    for line in lines:
        match = _phrases().search(line)
        if match is not None:
            return _channels()[match.group().lower()]
    return "unknown"


def _is_heading(line: str) -> bool:
    words = line.split()
    return len(words) <= _WORDS or (line[-1:] not in '.”"' and len(words) <= 2 * _WORDS)


def _tells_news(paragraph: Paragraph) -> bool:
    """Whether a line is a headline with a verb in the present ("Rebel breaks silence in interview"), no label.

    "The Minister holds a press conference" labels what follows like "Press conference of the Minister".
    """
    first = paragraph.parse[0].text if len(paragraph.parse) else ""
    return first not in "\"“'‘" and any(
        t.tag_ == "VBZ" and t.dep_ == "ROOT" and t.lemma_ not in _HOLDS for t in paragraph.parse
    )


@cache
def _channels() -> dict[str, Channel]:
    raw = read_yaml(files("onrecord").joinpath("resources/statements/headings.yaml").read_text(encoding="utf-8"))
    return {str(phrase): cast(Channel, channel) for channel, phrases in raw.items() for phrase in phrases}


@cache
def _phrases() -> re.Pattern[str]:
    """All phrases, longest first."""
    ordered = sorted(_channels(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)
