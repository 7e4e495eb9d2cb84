"""What is said before a court, a tribunal or an inquiry: by those who take part in the hearing that a report is of.

Once a report tells at its head that somebody spoke to a court, its judges, lawyers and witnesses speak there too, but
where their own sentence sets them elsewhere ("outside the courthouse").
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.linkers import Linkers, identity
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import Channel

_COURT = re.compile(
    r"\b(?:court|tribunal|jury|jurors|inquest|inquiry|inquiries|hearing|arbitrators|judges?|magistrates?)\b", re.I
)
_TAKING_PART = re.compile(
    r"\b(?:judge|justice|magistrate|prosecutor|counsel|lawyer|lawyers|barrister|solicitor|attorney|advocate|"
    r"defendant|accused|witness|coroner|clerk|registrar|agent|juror|foreman)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:outside|on the steps|afterwards|later|leaving|at home|after the (?:hearing|verdict|session|ruling|sitting|"
    r"judgment))\b",
    re.I,
)
_LEAD = 3
"""Paragraphs at the head of a report in which the hearing must be told of."""
_OPEN: frozenset[Channel] = frozenset({"unknown", "meeting"})


def at_proceedings(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """`statements` with the channel "speech", and the court as listener, where a participant speaks at its hearing."""
    court = _court(statements, linkers)
    if court is None:
        return list(statements)
    heard = {
        identity(s.speaker) for s in statements if s.speaker is not None and any(_is_court(a) for a in s.addressees)
    }
    spoken_to = {identity(a) for s in statements if s.speaker and identity(s.speaker) in heard for a in s.addressees}
    placed: list[Statement] = []
    gone: set[str] = set()
    examined: Actor | None = None
    for one in statements:
        speaker = one.speaker
        if speaker is None or one.parent is not None:
            placed.append(one)
            continue
        key, words = identity(speaker), _words(speaker)
        if one.channel not in (*_OPEN, "speech"):
            gone.add(key)
        there = key not in gone and (key in heard | spoken_to or _TAKING_PART.search(words) is not None)
        if there and _said_there(one, linkers):
            placed.append(replace(one, channel="speech", addressees=_heard_by(one, examined) or (court,)))
            examined = speaker if _TAKING_PART.search(words) is None else examined
        else:
            placed.append(one)
    return placed


def _court(statements: Sequence[Statement], linkers: Linkers) -> Actor | None:
    """The court to which somebody speaks in the first paragraphs of a report."""
    paragraphs = linkers.layers.paragraphs
    end = paragraphs[min(_LEAD, len(paragraphs)) - 1].end if paragraphs else 0
    lead = (s for s in statements if s.parent is None and s.content[0].start < end)
    courts = [a for s in lead for a in s.addressees if _is_court(a)]
    return max(courts, key=_capitals, default=None)


def _capitals(actor: Actor) -> int:
    """Capitalised words by which a court is called: its name goes before a headline's short word for it."""
    words = actor.mention.text if actor.mention is not None else actor.name or ""
    return sum(word[:1].isupper() for word in words.split()[1:])


def _is_court(actor: Actor) -> bool:
    words = actor.mention.text if actor.mention is not None else actor.name or ""
    return actor.kind not in ("person", "state") and _COURT.search(words) is not None


def _words(speaker: Actor) -> str:
    return f"{speaker.office or ''} {speaker.mention.text if speaker.mention else ''}"


def _heard_by(one: Statement, examined: Actor | None) -> tuple[Actor, ...]:
    """Who is told: "the witness" is who was heard last."""
    return tuple(
        replace(examined, mention=a.mention, resolved_by="coreference") if examined and _is_examined(a) else a
        for a in one.addressees
    )


def _is_examined(actor: Actor) -> bool:
    words = "" if actor.mention is None else actor.mention.text.lower()
    return actor.name is None and words in ("the witness", "the defendant", "the accused")


def _said_there(one: Statement, linkers: Linkers) -> bool:
    """Whether nothing in its own sentence tells of another way or place."""
    if one.channel not in (*_OPEN, "speech") or one.act != "speech" or one.cue is None:
        return False
    paragraph = linkers.layers.paragraph_at(one.cue.start)
    tokens = None if paragraph is None else paragraph.tokens(one.cue)
    return tokens is not None and _ELSEWHERE.search(tokens[0].sent.text) is None
