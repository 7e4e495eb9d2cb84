"""Who speaks at the session that a report tells of: the delegates to the body that sits.

"The Council held a special meeting … France's representative called on …": her words were spoken there.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.gatherings import CHAIRS, REACH, Gathering, sittings
from onrecord.link.linkers import Linkers, identity, states_of
from onrecord.link.listened import before_the_body
from onrecord.model import Actor, Statement

_DELEGATES = re.compile(
    r"\b(?:representative|delegate|delegation|ambassador|envoy|observer|under-secretary-general|high commissioner|"
    r"head of mission|charg[eé] d[’']affaires)\b",
    re.IGNORECASE,
)
_SEATED = re.compile(
    r"\b(?:representative|delegate|observer) (?:of|from|for)\b|\bdelegation of\b|['’]s (?:representative|delegate)\b",
    re.IGNORECASE,
)
BEFORE = 90
"""Code points before "session" within which the body that holds it is named."""
FLOOR = 400
"""Code points after a speech within which the next representative speaks."""
_BODIES = re.compile(
    r"\b(?:council|assembly|committee|commission|organi[sz]ation|union|authority|league|community|bloc|conference of|"
    r"forum|federation|commonwealth|pact|alliance)\b",
    re.IGNORECASE,
)
_FLOORS = re.compile(
    rf"{_BODIES.pattern}|\b(?:session|sitting|meeting|conference|summit|delegates|members)\b", re.IGNORECASE
)
"""Those whom a delegate tells something there."""
_HOUSES = re.compile(r"\b(?:chamber|parliament|senate|congress|house|court|tribunal)\b", re.IGNORECASE)
"""Bodies that a headline names beside others who do not sit there: believed of the head of a record only."""


_LEAD = 3
_WORDS = 22
_SITTING = re.compile(
    r"\b(?P<body>(?:[A-Z][\w’'-]+ (?:(?:and|of|for) )?){1,6}"
    r"(?:Council|Assembly|Committee|Commission|Parliament|Senate|Congress|Tribunal))\b"
    r"[^.\n]{0,40}?\b(?:held|met|heard|convened|considered|resumed|concluded|began|opened|discussed|holds|hears|meets|"
    r"received|debated|adopted|examined|took up|was briefed|was told|listened|voted|approved|endorsed|renewed|extended|"
    r"prolonged|authori[sz]ed|condemned|rejected)\b"
)
"""A body that sits: "The Human Rights Council this morning held an interactive dialogue"."""
_RECORD = re.compile(
    r"^(?P<body>[A-Z][\w’'-]+(?: (?:(?:of|for|on|the|and) ){0,2}[A-Z][\w’'-]+){0,6})[,:–—-]? [^.\n]{0,40}?"
    r"\b(?:sitting|session|plenary|meeting|hearing)\b"
)
"""The line that heads the record of a sitting: "Chamber of Deputies, sitting of 9 October"."""


def at_sessions(statements: Sequence[Statement], linkers: Linkers, known: Sequence[Gathering]) -> tuple[Statement, ...]:
    """Statements with the channel "speech" where a delegate is quoted after a session and no other channel is told.

    `known` are the gatherings of the document.
    """
    layers = linkers.layers
    statements = before_the_body(statements, known, linkers)
    chairs = frozenset(identity(s.speaker) for s in statements if s.speaker and CHAIRS.search(_words(s.speaker)))
    sat = [g for g in known if _BODIES.search(_body(layers, g))] + list(sittings(layers) if statements else ())
    there: list[Statement] = []
    for one in statements:
        if _next_to_speak(one, there, chairs):
            body = tuple(a for a in there[-1].addressees if a.kind == "organization")
            there.append(replace(one, channel="speech", addressees=one.addressees or body))
        else:
            there.append(replace(one, channel="speech") if _spoken_there(one, sat, chairs) else one)
    return _before_body(tuple(there), linkers)


def _next_to_speak(one: Statement, before: Sequence[Statement], chairs: frozenset[str]) -> bool:
    """Whether a delegate or a member state takes the floor after another, or goes on, who spoke to the body there."""
    if one.channel != "unknown" or one.parent is not None or one.act != "speech" or one.speaker is None:
        return False
    last = next((s for s in reversed(before) if s.parent is None), None)
    if last is None or last.channel != "speech" or one.content[0].start - last.content[-1].end > FLOOR:
        return False
    if _SEATED.search(_titled(one.speaker)) is not None:
        return True
    others = last.speaker is not None and not states_of(last.speaker) & states_of(one.speaker)
    there = is_delegate(last) and any(_FLOORS.search(_words(a)) for s in before for a in s.addressees)
    if last.speaker is not None and identity(last.speaker) == identity(one.speaker):
        return there
    return there and others and (_has_floor(one, chairs) or one.speaker.kind == "state")


def is_delegate(one: Statement) -> bool:
    """Whether somebody speaks who represents a state or a body."""
    return one.speaker is not None and _DELEGATES.search(_titled(one.speaker)) is not None


def _titled(speaker: Actor) -> str:
    """His office, and the words for him."""
    return f"{speaker.office or ''} {_words(speaker)}"


def _words(actor: Actor) -> str:
    return actor.mention.text if actor.mention is not None else actor.name or ""


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
    """The body whose sitting a line of the head records, or that the first paragraphs say held a session."""
    layers = linkers.layers
    paragraphs = layers.paragraphs
    for paragraph in paragraphs[:_LEAD]:
        line = layers.text[paragraph.start : paragraph.end]
        record = _RECORD.match(line) if line[-1:] not in '.”"' and len(line.split()) <= _WORDS else None
        if record is not None and (_BODIES.search(record["body"]) or _HOUSES.search(record["body"])):
            return _named(linkers, paragraph.start + record.start("body"), paragraph.start + record.end("body"))
    head = _title(layers).lower()
    prose = [p for p in paragraphs if layers.text[p.start : p.end].rstrip()[-1:] == "."] or paragraphs
    end = prose[min(_LEAD, len(prose)) - 1].end if prose else 0
    match = _SITTING.search(layers.text, 0, end)
    if match is None or " ".join(match["body"].split()[-2:]).lower() not in head:
        return None
    return _named(linkers, *match.span("body"))


def _named(linkers: Linkers, start: int, end: int) -> Actor | None:
    """Who is meant by the words for a body: under these words where nothing else is known of it."""
    words = linkers.layers.span(start, end)
    actor = linkers.actors.actor(words)
    part = actor.name is None or (actor.name in words.text and actor.id is not None and actor.id.startswith("local:"))
    return replace(actor, name=words.text, kind="organization") if part or actor.id is None else actor


def _heads(listener: Actor, statement: Statement, head: str) -> bool:
    """Whether a listener is a body that the first line of the document names."""
    words = _words(listener)
    last = words.split()[-2:]
    return (
        statement.channel in ("speech", "meeting")
        and listener.kind == "organization"
        and _BODIES.search(words) is not None
        and " ".join(last).lower() in head.lower()
    )


def _at_the_table(one: Statement, body: Actor) -> bool:
    """Whether a statement was made to the body: of somebody named or a delegate, and no other way is told."""
    if one.parent is not None or one.act != "speech" or one.speaker is None or one.cue is None:
        return False  # a turn of a transcript is spoken to whom its own room tells
    if one.channel == "speech":
        return not one.addressees
    person = one.speaker.kind in ("person", "state") and one.speaker.name is not None
    person = person or is_delegate(one)
    return one.channel == "unknown" and person and one.speaker.name != body.name


def _body(layers: Layers, session: Gathering) -> str:
    """The words for who sits: in the name of the session, else before it ("the Council held a special meeting")."""
    start = session.span.start
    before = layers.text[max(0, start - BEFORE) : start]
    return session.body.text if session.body is not None else before.rpartition("\n")[2]


def _has_floor(one: Statement, chairs: frozenset[str]) -> bool:
    """Whether somebody speaks who represents a state or a body, or who chairs the session."""
    return is_delegate(one) or (one.speaker is not None and identity(one.speaker) in chairs)


def _spoken_there(one: Statement, sat: Sequence[Gathering], chairs: frozenset[str]) -> bool:
    if one.channel != "unknown" or one.parent is not None or one.act != "speech" or not _has_floor(one, chairs):
        return False
    return any(0 <= one.content[0].start - session.span.start <= REACH for session in sat)
