"""Who speaks at a briefing of which a document is the record: those who brief and ask, not those of whom they tell."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.linkers import identity
from onrecord.model import Actor, Statement

_HEAD = 4
"""Paragraphs at the head of a document of which those without a full stop name who briefs."""
_ASKED = re.compile(
    r"\W*(?:Asked|Pressed|Questioned|Challenged|Answering|Responding|Replying|Commenting|In (?:response|answer|reply)|"
    r"To (?:an?|the|another) (?:\w+ )?question)\b"
)
"""How a sentence begins that tells what somebody was asked before the press, and what he said to it."""
_THERE = re.compile(r"\b(?:joined|joining|briefed|briefing|podium|guest)\b", re.IGNORECASE)
"""Words for one who is at the briefing beside him who holds it."""
_GOES_ON = re.compile(r"(?:add|repl|retort|shot back|interject|chim|cut in)", re.IGNORECASE)
"""Cues of one who speaks where another just has."""
_QUESTION = re.compile(r"(?:ask|inquir|enquir|wonder|wish(?:ed|es)? to know|want(?:ed|s)? to know|quer)", re.IGNORECASE)
_PUT = re.compile(r"(?:to know )?(?:whether|if|why|how|who|whom|what|when|where|which|about)\b|[^.]*\?", re.IGNORECASE)
"""How what is asked begins, or ends: not what somebody is asked to do."""
_PRINCIPAL = re.compile(r"\b[Ss]pokes\w+ (?:for|of) the ((?:[A-Z][\w-]+ ?)+)", re.IGNORECASE)


def briefed_only(statements: Sequence[Statement], assumed: Sequence[bool], layers: Layers) -> list[Statement]:
    """Statements without a channel that only the head told, where somebody who does not brief is told to have spoken.

    "The Coordinator said that fuel would last three days", in the highlights of a spokesman's briefing, was not said at
    the briefing. `assumed` says of which statements only the head tells the channel.
    """
    lines = [layers.text[p.start : p.end] for p in layers.paragraphs[:_HEAD]]
    head = "\n".join(line for line in lines if line[-1:] not in '.”"')
    there = set(_there(statements, assumed, layers))
    return [
        replace(one, channel="unknown") if only_head and _is_told_of(one, head, there) else one
        for one, only_head in zip(statements, assumed, strict=True)
    ]


def _there(statements: Sequence[Statement], assumed: Sequence[bool], layers: Layers) -> Iterator[str]:
    """Those who are shown to be at the briefing: one after another, and who speaks right behind one of them."""
    before: Statement | None = None
    for one, only_head in zip(statements, assumed, strict=True):
        if one.speaker is None or one.parent is not None:
            continue
        who = identity(one.speaker)
        behind = before is not None and before.speaker is not None and identity(before.speaker) != who
        if _is_there(one, layers, told=not only_head) or (behind and one.cue and _GOES_ON.match(one.cue.text)):
            yield who
        before = one


def _is_there(one: Statement, layers: Layers, *, told: bool) -> bool:
    """Whether somebody is shown to be at the briefing: he tells the press, answers it, or his words say so."""
    if one.channel != "press briefing" or one.cue is None or one.speaker is None:
        return False
    sentence = layers.sentence_at(one.cue.start)
    answers = sentence is not None and _ASKED.match(layers.text, sentence.start) is not None
    words = one.speaker.mention
    named = words is not None and _THERE.search(words.text) is not None
    return told or named or (answers and _ASKED.match(one.cue.text) is None)


def _is_told_of(one: Statement, head: str, there: set[str]) -> bool:
    speaker = one.speaker
    if one.channel != "press briefing" or one.cue is None or speaker is None or identity(speaker) in there:
        return False
    if is_question(one):
        return False
    office = f"{speaker.office or ''} {speaker.name or ''}".lower()
    if "spokes" in office or "briefer" in office:
        return False
    if speaker.name is None:
        return _is_principal(speaker, head)
    return speaker.name.split()[-1] not in head or _is_principal(speaker, head)


def is_question(one: Statement) -> bool:
    """Whether somebody is told to have asked how things are, not that something be done."""
    return one.cue is not None and bool(_QUESTION.match(one.cue.text) and _PUT.match(one.content[0].text))


def _is_principal(speaker: Actor, head: str) -> bool:
    """Whether somebody is the one for whom a spokesman of the head speaks: "the Secretary-General"."""
    match = _PRINCIPAL.search(head)
    words = speaker.name or (speaker.mention.text if speaker.mention is not None else "")
    return match is not None and words.casefold().endswith(match[1].strip().casefold())
