"""Words taken for an audience that name nobody: "answered a question", "in response to raids", "called X a fool"."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_audiences import is_outlet, is_somebody
from onrecord.extract.statements_occasions import occasion_of
from onrecord.model import Span, Statement

_ABSTRACT = ("tion", "sion", "ment", "ness", "ship", "hood", "ism", "ity", "ance", "ence")
"""Endings of nouns for what nobody is, but for bodies ("government")."""
_DEEDS = frozenset(
    "attack strike raid blast bombing charge question story threat claim allegation idea issue deal demand killing "
    "arrest vote law bill plan move".split()
)
_CALLED = frozenset(["called", "calls", "call", "calling", "dubbed", "labeled", "labelled", "branded", "deemed"])
"""Verbs by whose object somebody is called something."""
_POINTED = frozenset(["pointed", "points", "pointing"])


def is_thing(layers: Layers, words: Span, cue: Span | None) -> bool:
    """Whether words for an audience name a thing, or what is asked for ("called for more troops")."""
    tokens = layers.tokens(words)
    if tokens is None or tokens.root.pos_ != "NOUN":
        return False
    root = tokens.root
    if is_somebody(root) or is_outlet(root):
        return False
    lemma = root.lemma_.lower()
    asked_for = cue is not None and cue.text.lower().endswith(" for") and root.tag_ == "NN"
    return asked_for or lemma in _DEEDS or (lemma.endswith(_ABSTRACT) and occasion_of(root) is None)


def without_called(statement: Statement) -> Statement:
    """A statement without those of whom its own words say what they are called, or that points to them."""
    cue = statement.cue.text.lower().split() if statement.cue is not None else []
    if not statement.addressees or not cue or (cue[-1] not in _CALLED and _POINTED.isdisjoint(cue)):
        return statement
    spoken_of = [(part.start, part.end) for part in statement.content]
    kept = tuple(
        a
        for a in statement.addressees
        if a.mention is None or not any(start <= a.mention.start < end for start, end in spoken_of)
    )
    return replace(statement, addressees=kept)
