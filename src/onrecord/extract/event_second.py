"""A second demand of one word: "called on Velmar to open the road and on Tarn to disarm the rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.extract.arguments import Arguments
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties
from onrecord.extract.trigger import complements, infinitive


def second_demands(match: Match, arguments: Arguments, parties: Parties) -> Iterator[tuple[Match, Arguments]]:
    """The demands that a verb of asking makes of others than the first: its preposition again, and an infinitive."""
    if match.rule.event != "REQUEST" or match.trigger.pos_ != "VERB":
        return
    names = {name for name, _ in syntax.own_arms(match.trigger)}
    for first in complements(match.trigger)[:1]:
        for again in first.rights:
            asked = _asked(again, first) if again.dep_ == "conj" and again.lower_ in names else None
            noun = syntax.child(again, "pobj") if asked is not None else None
            if noun is not None:
                others = tuple(parties.somebody(phrases.coordinated(noun)))
                yield replace(match, asked=asked), replace(arguments, recipients=others)


def _asked(again: Token, first: Token) -> Token | None:
    """The infinitive that follows a repeated preposition, on whatever the parser hung it."""
    noun = syntax.child(again, "pobj")
    found = [
        v for head in (again, noun, first) if head is not None for v in head.rights if infinitive(v) and v.i > again.i
    ]
    return min(found, key=lambda v: v.i, default=None)
