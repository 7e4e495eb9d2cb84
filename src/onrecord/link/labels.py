"""Whose the turns of a transcript are that stand under one label."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from onrecord.extract.statements_listeners import on_air
from onrecord.model import Actor, Statement

_OFFICE = re.compile(r"(?:The|THE) ([A-Z][\w’'-]+(?: (?:of |for |and )?[A-Z][\w’'-]+)*)")
"""A label with an office alone."""
_HELD = re.compile(r"(?:The|THE) [^()]+ \(")
"""One with who holds it in brackets: "The CHAIR (Ms Lund)"."""


def same_labels(statements: Sequence[Statement]) -> list[Statement]:
    """Turns of a transcript under one label are one person's, also where only some of the labels told who it is.

    Who leads the talk is none of its other speakers: "PRESENTER: With me is the minister, Ada Lund".
    """
    turns = [s.speaker for s in statements if s.cue is None and s.speaker is not None and s.speaker.mention is not None]
    named = {a.name for a in turns if a.name and a.mention and a.mention.text.lower() not in on_air()}
    known = {a.mention.text: a for a in turns if a.name is not None and a.mention and a.mention.text.isupper()}
    known = {label: Actor(mention=a.mention) if label.lower() in on_air() and a.name in named else a
             for label, a in known.items()}  # fmt: skip
    known |= _chairs(turns) | _holders(turns)
    return [replace(s, speaker=_known(s.speaker, known), addressees=tuple(_known(a, known) or a for a in s.addressees))
            for s in statements] if known else list(statements)  # fmt: skip


def _chairs(turns: Sequence[Actor]) -> dict[str, Actor]:
    """Labels with an office alone that were taken for a name, or for somebody who speaks under his: "The PRESIDENT"."""
    by_name = {a.name for a in turns if _has_own_label(a)}
    found: dict[str, Actor] = {}
    for actor in turns:
        office = _OFFICE.fullmatch(actor.mention.text) if actor.mention else None
        if office is None or actor.name is None:
            continue
        if actor.name.casefold() == office[1].casefold() or (actor.name in by_name and not _has_own_label(actor)):
            found[office.string] = Actor(mention=actor.mention, office=office[1])
    return found


def _holders(turns: Sequence[Actor]) -> dict[str, Actor]:
    """Labels with an office alone, and who is told in brackets to hold it behind one of them."""
    return {
        a.mention.text.partition(" (")[0]: a
        for a in reversed(turns)
        if a.name and a.mention and _HELD.match(a.mention.text)
    }


def _has_own_label(actor: Actor) -> bool:
    """Whether a turn's label has its speaker's name."""
    label = actor.mention.text.casefold() if actor.mention else ""
    return actor.name is not None and actor.name.split()[-1].casefold() in label


def _known(actor: Actor | None, known: Mapping[str, Actor]) -> Actor | None:
    if actor is None or actor.mention is None or actor.mention.text not in known:
        return actor
    meant = known[actor.mention.text]
    if actor.name is not None and meant.name is not None and not _OFFICE.fullmatch(actor.mention.text):
        return actor
    return replace(meant, mention=actor.mention)
