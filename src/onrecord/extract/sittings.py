"""Which body sits at somebody's request: "the OSCE session, convened at Velmar's request", "the council met at …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.parties import Parties
from onrecord.extract.trigger import governors
from onrecord.extract.wording import has

SITTING = frozenset("meet sit gather convene assemble hold open stage".split())
"""Verbs whose subject sits or meets, or holds a sitting."""
BEFORE = ("before", "to", "by")
"""Prepositions behind which a clause names the body that something is told at a sitting."""


def body_that_sits(request: Token, book: CompiledCodebook, parties: Parties) -> list[Token]:
    """The head of the name of the body that sits at a request; empty where the clause tells none."""
    return next(([body] for body in _bodies(request, book, parties)), [])


def _bodies(request: Token, book: CompiledCodebook, parties: Parties) -> Iterator[Token]:
    above = governors(request)
    for verb in above:
        nouns = [*syntax.grammatical_subjects(verb), *syntax.logical_objects(verb)] if verb.pos_ == "VERB" else []
        for meeting in (verb, *nouns):
            if has(book.classes["talks"], meeting):
                body = parties.national(meeting)
                if body is not None and body.head.lower_ != "in":  # where it met
                    yield body
    for verb in above:
        if verb.pos_ == "VERB" and verb.lemma_ in SITTING and not syntax.is_passive(verb):
            yield from (body for subject in _who_sits(verb) for body in _named(subject, parties))
    for verb in above:
        yield from (body for place in _around(verb, book) for body in _named(place, parties))


def _who_sits(verb: Token) -> list[Token]:
    """The subject of a verb of sitting; of a participle the noun before it ("At the council, meeting at …")."""
    before = verb.left_edge.i - 2
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and before >= verb.sent.start and verb.doc[before + 1].text == ",":
        return [verb.doc[before]]
    return syntax.grammatical_subjects(verb)


def _named(noun: Token, parties: Parties) -> Iterator[Token]:
    """A body itself, or the one whose envoys or ministers sit ("ambassadors of the league", "envoys to the union")."""
    if parties.is_body(noun):
        yield noun
        return
    yield from (of for name, of in syntax.own_arms(noun) if name in ("of", "to", "from") and parties.is_body(of))


def _around(verb: Token, book: CompiledCodebook) -> list[Token]:
    """Whom the clause around a sitting is turned to: "told the council in a meeting held at …"."""
    sitting = verb.head if verb.dep_ in ("acl", "relcl") else verb
    if not has(book.classes["talks"], sitting):
        return []
    clause = phrases.clause_head(sitting)
    told = [n for name, n in syntax.own_arms(clause) if name in BEFORE]
    return [*syntax.logical_objects(clause), *told] if clause.pos_ == "VERB" else []
