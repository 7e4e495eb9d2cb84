"""Who listens at a session: "told the meeting", "told the session" speaks to the body that sits there."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.gatherings import REACH, Gathering
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Statement

_SITTINGS = frozenset(["session", "sitting", "meeting", "hearing", "gathering", "plenary", "summit", "conference"])
"""Nouns by which those who sit together are told something."""


def before_the_body(
    statements: Sequence[Statement], known: Sequence[Gathering], linkers: Linkers
) -> Sequence[Statement]:
    """Statements with the body that sits in the place of the sitting that was told something."""
    if not any(_is_sitting(listener) for one in statements for listener in one.addressees):
        return statements
    return [replace(one, addressees=tuple(_body(a, known, linkers) for a in one.addressees)) for one in statements]


def _is_sitting(listener: Actor) -> bool:
    words = listener.mention.text.casefold().split() if listener.mention is not None else []
    return listener.resolved_by == "unresolved" and bool(words) and words[-1] in _SITTINGS and words[0] == "the"


def _body(listener: Actor, known: Sequence[Gathering], linkers: Linkers) -> Actor:
    """The body whose sitting was told of last before, else is told of next; else the listener as he is."""
    if not _is_sitting(listener) or listener.mention is None:
        return listener
    at = listener.mention.start
    before = [g for g in known if 0 < at - g.span.start <= REACH]
    for gathering in (*reversed(before), *(g for g in known if 0 < g.span.start - at <= REACH)):
        if (body := _who_sits(gathering, linkers)) is not None:
            return replace(body, mention=listener.mention, resolved_by="coreference")
    return listener


def _who_sits(gathering: Gathering, linkers: Linkers) -> Actor | None:
    """The organisation that the sentence of a sitting names before it, else after it."""
    sentence = linkers.layers.sentence_at(gathering.span.start)
    if sentence is None:
        return None
    named = [a for a in linkers.actors.mentions() if a.mention and sentence.start <= a.mention.start < sentence.end]
    bodies = [a for a in named if a.kind == "organization" and a.name and a.resolved_by != "unresolved"]
    before = [a for a in bodies if a.mention is not None and a.mention.start < gathering.span.start]
    return before[-1] if before else next(iter(bodies), None)
