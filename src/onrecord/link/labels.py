"""Whose the turns of a transcript are that stand under one label."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from onrecord.extract.statements_listeners import on_air
from onrecord.model import Actor, Statement


def same_labels(statements: Sequence[Statement]) -> list[Statement]:
    """Turns of a transcript under one label are one person's, also where only some of the labels told who it is.

    Who leads the talk is none of its other speakers: "PRESENTER: With me is the minister, Ada Lund".
    """
    turns = [s.speaker for s in statements if s.cue is None and s.speaker is not None and s.speaker.mention is not None]
    named = {a.name for a in turns if a.name and a.mention and a.mention.text.lower() not in on_air()}
    known = {a.mention.text: a for a in turns if a.name is not None and a.mention and a.mention.text.isupper()}
    known = {label: Actor(mention=a.mention) if label.lower() in on_air() and a.name in named else a
             for label, a in known.items()}  # fmt: skip
    return [replace(s, speaker=_known(s.speaker, known), addressees=tuple(_known(a, known) or a for a in s.addressees))
            for s in statements] if known else list(statements)  # fmt: skip


def _known(actor: Actor | None, known: Mapping[str, Actor]) -> Actor | None:
    if actor is None or actor.mention is None or actor.mention.text not in known:
        return actor
    if actor.name is not None and known[actor.mention.text].name is not None:
        return actor
    return replace(known[actor.mention.text], mention=actor.mention)
