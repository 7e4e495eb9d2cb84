"""What a transcript is of, and to whom each turn is spoken: whom it calls by name, who asked, who answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_found import Bounds
from onrecord.extract.statements_heading import heading_channel
from onrecord.model.vocabulary import Channel
from onrecord.resources.lexicon import typed

_HEAD = 6
"""Lines before the first turn that say what the transcript is of."""
_CALLED = re.compile(r"(?:^|[.?!] |, )(?P<who>(?:[A-Z][\w.’'-]+ ?){1,4})(?=,|\?|\.)")
_WHO_ASKS = r"(?:Q|Question|Reporter|Journalist|Correspondent|Press)"
_QUESTION = re.compile(rf"{_WHO_ASKS}\b", re.IGNORECASE)
_ASKER = re.compile(rf"{_WHO_ASKS}\.?\s*(?:\(.*)?", re.IGNORECASE)
"""The label of one who asks, maybe with his outlet in brackets: not the outlet speaks."""


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/statements/transcripts.yaml`: words of the head, and labels, in lower case."""

    broadcast: frozenset[str]
    interview: frozenset[str]
    briefing: frozenset[str]
    speech: frozenset[str]
    on_air: frozenset[str]
    leading: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: its label with where that stands, and its first words."""

    text: str
    label: Bounds
    words: str


@cache
def _heads() -> Heads:
    return typed("statements/transcripts.yaml", Heads)


def on_air() -> frozenset[str]:
    """Labels of those who lead a programme or a talk, in lower case."""
    return _heads().on_air


def is_nobodys(label: str) -> bool:
    """Whether a turn's label names nobody: it is that of one who asks, or serves the talk ("OPERATOR")."""
    return _ASKER.fullmatch(label) is not None or label.lower() in _heads().leading


def channel_of(layers: Layers, labels: Sequence[tuple[str, int]]) -> Channel:
    """What a transcript with these labels (and where they stand) is of: as its head says, else by its labels."""
    start = labels[0][1]
    asked = any(_QUESTION.match(text) for text, _ in labels)
    told = heading_channel(layers, start)
    if told in ("press briefing", "interview", "broadcast") or (told == "speech" and not asked):
        return told
    known = _heads()
    names = {words for text, _ in labels for words in _names(text) if words}
    if names & known.on_air and not asked:
        return "broadcast"
    before = [p for p in layers.paragraphs[:_HEAD] if p.start < start]
    lines = [layers.text[p.start : p.end] for p in before]
    words = " ".join(re.findall(r"\w+", " ".join(line.lower() for line in lines if line[-1:] not in '.”"?')))
    first: tuple[tuple[Channel, frozenset[str]], ...] = (
        ("press briefing", known.briefing),
        ("interview", known.interview),
    )
    rest: tuple[tuple[Channel, frozenset[str]], ...] = (("broadcast", known.broadcast), ("speech", known.speech))
    for channel, phrases in first if asked else (*first, *rest):
        if any(f" {phrase} " in f" {words} " for phrase in phrases):
            return channel
    if asked:
        return "interview" if names <= {"q", "a"} else "press briefing"
    return "interview" if len(names) == 2 else "unknown"


def _names(label: str) -> tuple[str, str]:
    """A label in lower case, and the last word of what it says its speaker is: "ADA LUND, NEWS ANCHOR"."""
    _, _, told = label.lower().partition(", ")
    return label.lower(), told.split()[-1] if told else ""


def spoken_to(turns: Sequence[Turn], channel: Channel) -> list[Bounds | None]:
    """The label of whom each turn is spoken to; None where nothing tells.

    Of two, the other; in a briefing a question is put to who answers next and the answer to the whole room; else to
    whom it names, to who answers it, to who asked.
    """
    texts = list(dict.fromkeys(turn.text for turn in turns))
    if channel in ("interview", "broadcast") and len(texts) == 2:
        first = {turn.text: turn.label for turn in reversed(turns)}
        return [first[texts[0] if turn.text == texts[1] else texts[1]] for turn in turns]
    if channel not in ("interview", "broadcast", "speech", "meeting"):
        return _answerers(turns)
    heard = [_one_of_many(turns, at) for at in range(len(turns))]
    if channel in ("interview", "broadcast"):
        for at in range(1, len(turns)):
            heard[at] = heard[at] or _in_exchange(turns, heard, at)
    return heard


def _answerers(turns: Sequence[Turn]) -> list[Bounds | None]:
    """Of a briefing: each question's is the label of whoever answers next."""
    result: list[Bounds | None] = [None] * len(turns)
    answerer = None
    for number in range(len(turns) - 1, -1, -1):
        if not _QUESTION.match(turns[number].text):
            answerer = turns[number].label
        elif answerer is not None:
            result[number] = answerer
    return result


def _in_exchange(turns: Sequence[Turn], heard: Sequence[Bounds | None], at: int) -> Bounds | None:
    """Of a programme: who speaks before and after a remark; who spoke to the one that speaks now."""
    before = turns[at - 1]
    around = at + 1 < len(turns) and turns[at + 1].text == before.text != turns[at].text
    mine = {turn.label for turn in turns if turn.text == turns[at].text}
    return before.label if around or heard[at - 1] in mine else None


def _one_of_many(turns: Sequence[Turn], at: int) -> Bounds | None:
    """Among several: who is called by name, who answers a question next, whose question this turn answers."""
    turn = turns[at]
    others = {t.text: t.label for t in turns if t.text != turn.text}
    for match in _CALLED.finditer(turn.words[:80]):
        last = match["who"].split()[-1].upper()
        named = next((label for text, label in others.items() if text.upper().split(" (")[0].endswith(last)), None)
        if named is not None:
            return named
    if turn.words.rstrip().endswith("?") and at + 1 < len(turns):
        return turns[at + 1].label
    before = turns[at - 1] if at else None
    return before.label if before is not None and before.words.rstrip().endswith("?") else None
