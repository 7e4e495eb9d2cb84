"""Who has the floor while a report tells of a sitting: ministers, chairs and a body's own officials beside delegates.

What a report tells after "the Council met" and before it turns to another place or occasion was said there by those
who hold an office; a delegate speaks there wherever in the report he is quoted (see `sessions`).
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.linkers import Linkers, identity
from onrecord.link.sitting_passages import MINISTERS, TURNS, Passage, lexicon
from onrecord.model import Actor, Statement

_GONE = re.compile(
    r"\b(?:afterwards?|outside the|after the (?:session|meeting|sitting|debate)|last (?:week|month|year)|ahead of|"
    r"before the (?:session|meeting|sitting)|in an? (?:\w+ )?(?:interview|statement)|by telephone|"
    r"(?:told|to) (?:the )?(?:\w+ )?(?:reporters|journalists|correspondents)|on (?:state )?(?:radio|television))\b",
    re.IGNORECASE,
)
_OWN_DAY = re.compile(
    r"\b(?:said|announced|told \w+|declared|added|warned|tweeted) "
    r"(?:(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)|in [A-Z])"
)
"""A day or place that a statement has to itself, apart from the sitting's."""
_LEADS = re.compile(r"\bwho (?:chair|head|lead|r[ua]n|led)(?:s|ed)?\b", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:sessions?|meetings?|debates?|sittings?|talks|delegation|council|committee|commission|mission|team|side)\b",
    re.IGNORECASE,
)
"""Those whom one who takes the floor leads."""
_SERVING = frozenset(["MIL", "REB"])
"""Officers and rebels, who sit in commissions without an office that the report tells."""


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of offices that take the floor, and of those who tell of a sitting from outside."""
    known = lexicon()
    one, other = ("|".join(sorted(known[key], key=len, reverse=True)) for key in ("offices", "others"))
    return re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE)


def on_the_floor(statements: Sequence[Statement], linkers: Linkers, known: Sequence[Passage]) -> list[Statement]:
    """Statements with the channel "speech", and the sitting as venue, where an official speaks in a passage of it."""
    if not known:
        return list(statements)
    left = [s for s in statements if s.parent is None and s.channel not in ("unknown", "speech") and s.cue is not None]
    spoke: set[str] = set()
    away: set[str] = set()
    ministers = False
    placed: list[Statement] = []
    for one in statements:
        passage = next((p for p in reversed(known) if p.start <= _at(one) < p.end), None)
        there = passage is not None and one.speaker is not None and one.parent is None
        if passage is None or not there or one.speaker is None:
            placed.append(one)
            continue
        key = identity(one.speaker)
        turned = any(passage.told < _at(s) < _at(one) and _elsewhere(s, one, spoke) for s in left)
        speaks = one.channel == "speech"
        if _may(one) and not turned and key not in away:
            titled = _titled(one.speaker, linkers.layers)
            near = _at(one) < passage.near
            allowed = near or ministers or MINISTERS.search(titled) is None
            official = allowed and _is_official(one.speaker, titled, seated=near)
            speaks = not _is_gone(one, passage, linkers.layers) and (key in spoke or official)
        if speaks and one.act == "speech":
            spoke.add(key)
            ministers = ministers or MINISTERS.search(_titled(one.speaker, linkers.layers)) is not None
            venue = one.venue or (passage.words.text if passage.words is not None else None)
            placed.append(replace(one, channel="speech", venue=venue))
            continue
        if key not in spoke:
            away.add(key)
        placed.append(one)
    return placed


def _may(one: Statement) -> bool:
    """Whether a statement tells no other way in which it was made."""
    return one.channel == "unknown" and one.parent is None and one.act == "speech" and one.cue is not None


def _at(one: Statement) -> int:
    return one.cue.start if one.cue is not None else one.content[0].start


def _elsewhere(told: Statement, one: Statement, spoke: set[str]) -> bool:
    """Whether a statement made in another way turns the report from the sitting: of one who did not speak there."""
    if told.speaker is None or one.speaker is None:
        return True
    return identity(told.speaker) not in spoke or identity(told.speaker) == identity(one.speaker)


def _is_gone(one: Statement, passage: Passage, layers: Layers) -> bool:
    """Whether its own sentence sets a statement elsewhere or in the present: "says", "told reporters afterwards"."""
    paragraph = layers.paragraph_at(_at(one))
    tokens = None if paragraph is None or one.cue is None else paragraph.tokens(one.cue)
    if tokens is None or paragraph is None:
        return True
    sentence = tokens[0].sent
    if paragraph.start + sentence.start_char == passage.start:
        return _GONE.search(sentence.text) is not None
    return is_set_elsewhere(one, layers)


def is_set_elsewhere(one: Statement, layers: Layers) -> bool:
    """Whether its own sentence sets a statement elsewhere, on a day of its own or in the present."""
    paragraph = layers.paragraph_at(_at(one))
    tokens = None if paragraph is None or one.cue is None else paragraph.tokens(one.cue)
    if tokens is None:
        return True
    sentence = tokens[0].sent
    present = any(t.tag_ in ("VBZ", "VBP") for t in tokens)
    return present or any(p.search(sentence.text) for p in (_GONE, _OWN_DAY)) or TURNS.match(sentence.text) is not None


def _titled(speaker: Actor, layers: Layers) -> str:
    """His office and the words for him, with those to which they are set beside: "Its chairman, Kenya's Luc Amadi"."""
    if speaker.mention is None:
        return speaker.office or ""
    start = speaker.mention.start
    before = re.search(
        r"(?:^|[.!?”\"] |\n)((?:The|Its|Her|His) [^.\n]{3,50}), $", layers.text[max(0, start - 70) : start]
    )
    return f"{speaker.office or ''} {before[1] if before else ''} {speaker.mention.text}"


def _is_official(speaker: Actor, titled: str, seated: bool = False) -> bool:
    """Whether somebody definite speaks who holds an office: not "a minister", no spokesman, no doctor.

    Where he speaks next to the words for the sitting (`seated`), it is enough that he is an officer.
    """
    words = speaker.mention.text if speaker.mention is not None else ""
    offices, others = _offices()
    if speaker.kind in ("organization", "state", "government") or re.match(r"(?:an?|one|some|several) ", words.lower()):
        return False
    led = _LEADS.search(words)
    if led is not None and _LED.search(words, led.end()) is None:
        return False  # "who chairs a bakery"
    serves = seated and speaker.kind == "person" and speaker.sector in _SERVING
    return (serves or offices.search(titled) is not None) and others.search(titled) is None


def has_office(speaker: Actor, layers: Layers) -> bool:
    """Whether somebody holds an office by which he takes the floor."""
    return _is_official(speaker, _titled(speaker, layers))
