"""What a whole document accounts for: the readout of a call, the news of a meeting, a joint news conference.

Ministries write "The Minister received … The sides discussed …": everything that it tells as said was said there.
"""

import re

from onrecord.annotate.layers import Layers
from onrecord.model.vocabulary import Channel

_LINES = 4
_CALL = re.compile(r"\b(?:phone|telephone|call|telephoned|phoned)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meeting|meets?|met|talks|received?s?|visits?|consultations|summit|trilateral|bilateral|negotiations)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\bjoint (?:press|news) (?:conference|briefing|availability)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:readout|read-out)\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"\b(?:readout|read-out|ministry|office of|office for|presidency|chancellery|press service|department|embassy|"
    r"mission|secretariat|government of|communiqu[eé]|palace|cabinet|"
    r"(?:minister|ambassador|president|secretary|speaker|chancellor)\b.{0,60}"
    r"\b(?:receives?|meets? with|holds?|hosts?))\b",
    re.IGNORECASE,
)
"""Words of the headings of those who account for their own contacts; a newspaper's headline tells of others'."""


def account_of(layers: Layers) -> Channel:
    """The contact that the heading says the text is an account of; "unknown" where it says none.

    A heading is a line without a full stop before the first paragraph of prose; a report with a dateline has none.
    """
    heading = " ".join(_headings(layers))
    if _OFFICIAL.search(heading) is None or _TOGETHER.search(heading) is not None:
        return "unknown"
    if _CALL.search(heading) is not None:
        return "phone call"
    if _MEETING.search(heading) is not None:
        return "meeting"
    return _opening(layers) if _OWN.search(heading) is not None else "unknown"


def together_at(layers: Layers) -> int | None:
    """Where the text first speaks of a joint news conference."""
    match = _TOGETHER.search(layers.text) if "joint" in layers.text.lower() else None
    return None if match is None else match.start()


def _headings(layers: Layers) -> list[str]:
    found = []
    for paragraph in layers.paragraphs[:_LINES]:
        line = layers.text[paragraph.start : paragraph.end]
        if line[-1:] in '.”"!?:' or len(line.split()) > 24:
            break
        found.append(line)
    return found


def _opening(layers: Layers) -> Channel:
    """What the first sentence of prose of a readout tells."""
    prose = layers.text[layers.paragraphs[0].start :][:600]
    if _CALL.search(prose) is not None:
        return "phone call"
    return "meeting" if _MEETING.search(prose) is not None else "unknown"
