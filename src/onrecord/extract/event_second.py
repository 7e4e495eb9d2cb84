"""Second acts of one word: "called on Velmar to open the road and on Tarn to disarm the rebels", deeds that blame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_stand_in import stand_in
from onrecord.extract.event_status import Coding
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties
from onrecord.extract.trigger import complements, infinitive
from onrecord.extract.wording import has

BLAMED = frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "PROTEST"])
"""Types of deeds for which somebody is blamed."""
REPLYING = frozenset(["reply", "retort", "counter", "contend"])


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


def blame(match: Match, coding: Coding, parties: Parties, book: CompiledCodebook) -> Iterator[tuple[Match, Arguments]]:
    """The accusation of a speaker who says whose deed something was: "said it was Velmar that had shut the gate"."""
    if coding.event not in BLAMED or coding.status == "denied" or match.trigger.pos_ != "VERB":
        return
    doer = _cleft(match.trigger)
    said = doer is not None and any(
        has(book.classes["say"], v) or v.lemma_ in REPLYING for v in (*doer.head.ancestors, *doer.head.children)
    )
    if doer is not None and said:
        accused = tuple(parties.find(phrases.coordinated(doer), recipient=True))
        if accused:
            yield stand_in(match.trigger, "ACCUSE", book), Arguments((), accused, implied=True)


def _cleft(verb: Token) -> Token | None:
    """Whom "it was … that" picks out as the doer of a verb; None where no such clause stands around it."""
    copula = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else verb.head
    doer = syntax.child(copula, "attr")
    dummy = syntax.child(copula, "nsubj")
    subject = syntax.child(verb, "nsubj")
    picked = subject is not None and subject.lower_ in ("that", "who", "which") and verb.dep_ in ("relcl", "ccomp")
    if copula.lemma_ != "be" or doer is None or dummy is None or dummy.lower_ != "it" or not picked:
        return None
    return doer if doer.i < verb.i else None
