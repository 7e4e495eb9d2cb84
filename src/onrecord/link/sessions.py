"""Who speaks at the session that a report tells of: the delegates to the body that sits.

"The Council held a special meeting … France's representative called on …": her words were spoken there.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.gatherings import Gathering
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Statement

REACH = 2500
"""Code points after the session is told of within which its delegates speak."""
_DELEGATES = re.compile(
    r"\b(?:representative|delegate|delegation|ambassador|envoy|observer|under-secretary-general|head of mission)\b",
    re.IGNORECASE,
)
_SEATED = re.compile(r"\b(?:representative|delegate|observer) (?:of|from|for)\b|\bdelegation of\b", re.IGNORECASE)
FLOOR = 400
"""Code points after a speech within which the next representative speaks."""
_BODIES = re.compile(
    r"\b(?:council|assembly|committee|commission|organi[sz]ation|union|authority|league)\b", re.IGNORECASE
)


_LEAD = 3
_WORDS = 16
_SITTING = re.compile(
    r"\b(?P<body>(?:[A-Z][\w’'-]+ (?:(?:and|of|for) )?){1,6}(?:Council|Assembly|Committee|Commission))\b[^.\n]{0,40}?"
    r"\b(?:held|met|heard|convened|considered|resumed|concluded|began|opened|discussed|holds|hears|meets)\b"
)
"""A body that sits: "The Human Rights Council this morning held an interactive dialogue"."""


def at_sessions(statements: Sequence[Statement], linkers: Linkers, known: Sequence[Gathering]) -> tuple[Statement, ...]:
    """Statements with the channel "speech" where a delegate is quoted after a session and no other channel is told.

    `known` are the gatherings of the document.
    """
    layers = linkers.layers
    sat = [g for g in known if _BODIES.search(_body(layers, g))]
    there: list[Statement] = []
    for one in statements:
        there.append(replace(one, channel="speech") if _spoken_there(one, sat) or _next_to_speak(one, there) else one)
    return _before_body(tuple(there), linkers)


def _next_to_speak(one: Statement, before: Sequence[Statement]) -> bool:
    """Whether a representative takes the floor after another who spoke there."""
    if one.channel != "unknown" or one.parent is not None or one.act != "speech" or one.speaker is None:
        return False
    words = f"{one.speaker.office or ''} {one.speaker.mention.text if one.speaker.mention else ''}"
    last = next((s for s in reversed(before) if s.parent is None), None)
    near = last is not None and last.channel == "speech" and one.content[0].start - last.content[-1].end <= FLOOR
    return near and _SEATED.search(words) is not None


def _before_body(statements: tuple[Statement, ...], linkers: Linkers) -> tuple[Statement, ...]:
    """Statements in a record of a body's meeting: who was told nothing else speaks to the body that the head names.

    The record says of one at least that he spoke to that body ("told the Security Council today").
    """
    head = _title(linkers.layers)
    body = next((a for s in statements for a in s.addressees if _heads(a, s, head)), None) or sitting(linkers)
    if body is None:
        return statements
    return tuple(
        replace(s, channel="speech", addressees=s.addressees or (body,)) if _at_the_table(s, body) else s
        for s in statements
    )


def _title(layers: Layers) -> str:
    """The first line, where it is a title: short and without a full stop."""
    line = layers.text[: layers.paragraphs[0].end] if layers.paragraphs else ""
    return line if len(line.split()) <= _WORDS and line[-1:] != "." else ""


def sitting(linkers: Linkers) -> Actor | None:
    """The body of which the first paragraphs of a document say that it held a session or the like."""
    paragraphs = linkers.layers.paragraphs
    head = _title(linkers.layers).lower()
    prose = [p for p in paragraphs if linkers.layers.text[p.start : p.end].rstrip()[-1:] == "."] or paragraphs
    end = prose[min(_LEAD, len(prose)) - 1].end if prose else 0
    match = _SITTING.search(linkers.layers.text, 0, end)
    if match is None or " ".join(match["body"].split()[-2:]).lower() not in head:
        return None
    actor = linkers.actors.actor(linkers.layers.span(*match.span("body")))
    return actor if actor.name is not None else None


def _heads(listener: Actor, statement: Statement, head: str) -> bool:
    """Whether a listener is a body that the first line of the document names."""
    words = listener.mention.text if listener.mention is not None else listener.name or ""
    last = words.split()[-2:]
    return (
        statement.channel in ("speech", "meeting")
        and listener.kind == "organization"
        and _BODIES.search(words) is not None
        and " ".join(last).lower() in head.lower()
    )


def _at_the_table(one: Statement, body: Actor) -> bool:
    """Whether a statement was made to the body: of somebody named or a delegate, and no other way is told."""
    if one.parent is not None or one.act != "speech" or one.speaker is None:
        return False
    if one.channel == "speech":
        return not one.addressees
    words = f"{one.speaker.office or ''} {one.speaker.mention.text if one.speaker.mention else ''}"
    person = one.speaker.kind in ("person", "state") and one.speaker.name is not None
    person = person or _DELEGATES.search(words) is not None
    return one.channel == "unknown" and person and one.speaker.name != body.name


def _body(layers: Layers, session: Gathering) -> str:
    """The words for who sits: in the name of the session, else before it ("the Council held a special meeting")."""
    start = session.span.start
    before = layers.text[max(0, start - 60) : start]
    return session.body.text if session.body is not None else before.rpartition("\n")[2]


def _spoken_there(one: Statement, sat: Sequence[Gathering]) -> bool:
    if one.channel != "unknown" or one.parent is not None or one.act != "speech" or one.speaker is None:
        return False
    words = f"{one.speaker.office or ''} {one.speaker.mention.text if one.speaker.mention else ''}"
    if _DELEGATES.search(words) is None:
        return False
    return any(0 <= one.content[0].start - session.span.start <= REACH for session in sat)
