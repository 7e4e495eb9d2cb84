"""Second acts of one word: a deed that blames whoever did it ("said it was Velmar that had shut the gate")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_stand_in import stand_in
from onrecord.extract.event_status import Coding
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties
from onrecord.extract.wording import has

BLAMED = frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "PROTEST"])
"""Types of deeds for which somebody is blamed."""
RETORTING = frozenset(["reply", "retort", "counter", "contend"])
"""Verbs, beside those of saying, by which somebody says whose deed something was."""


def blame(match: Match, coding: Coding, parties: Parties, book: CompiledCodebook) -> Iterator[tuple[Match, Arguments]]:
    """The accusation of a speaker who says whose deed something was: "said it was Velmar that had shut the gate"."""
    if coding.event not in BLAMED or coding.status == "denied" or match.trigger.pos_ != "VERB":
        return
    doer = _cleft(match.trigger)
    said = doer is not None and any(
        has(book.classes["say"], v) or v.lemma_ in RETORTING for v in (*doer.head.ancestors, *doer.head.children)
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
