"""Which coded acts of a sentence are events of their own, and which only part of another.

"Ardenia called on Velmar to end its blockade": the end is the demand's content, not an event; the blockade is
named with its own actor and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from onrecord.extract.arguments import Arguments
from onrecord.extract.event_detail import content_of
from onrecord.extract.event_status import Coding
from onrecord.extract.matching import Match, infinitive

ABOUT_ACTS = frozenset(["REQUEST", "AGREE", "CONCEDE", "REJECT", "THREATEN"])


@dataclass(frozen=True, slots=True)
class Coded:
    """A match with its arguments and what it was settled to be; `score` is the model's where it coded."""

    match: Match
    arguments: Arguments
    coding: Coding
    negated: bool
    score: float | None = None


def selected(coded: Sequence[Coded]) -> list[Coded]:
    """The events of one sentence that stand for themselves, in text order."""
    contents = [(c, content_of(c.match)) for c in coded if c.coding.event in ABOUT_ACTS]
    return [c for c in coded if not any(_part_of(c, other, words) for other, words in contents if other != c)]


def _part_of(inner: Coded, outer: Coded, content: Tokens | None) -> bool:
    """Whether `inner` stands in what `outer` is about without naming an actor of its own there."""
    if content is None or not content.start <= inner.match.trigger.i < content.end:
        return False
    if inner.match.trigger.i == outer.match.trigger.i:
        return False
    if inner.match.trigger.pos_ == "VERB" and (infinitive(inner.match.trigger) or inner.coding.status != "asserted"):
        return True
    own = [p for p in inner.arguments.actors if content.start <= p.head.i < content.end]
    return not own
