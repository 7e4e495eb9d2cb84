"""Warnings that threaten and warnings that only foretell: whose doing is what is warned of?

"Warned that it would close the strait" threatens; "warned that vaccines could run out", "that people starved" tells
of what nobody means to do. Mood, voice and subject of the clause tell them apart.
"""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.words import EMPTY
from onrecord.extract.trigger import complements, infinitive
from onrecord.extract.wording import has

WARNING = frozenset(["warn", "caution"])
WILL = frozenset(["will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"])
MAY = frozenset(["could", "may", "might", "can"])


def foretells(verb: Token, book: CompiledCodebook) -> bool:
    """Whether what a verb of warning tells is nobody's doing, or nothing that is still to come."""
    told = [c for c in complements(verb) if c.dep_ == "ccomp" and not infinitive(c)]
    return verb.lemma_ in WARNING and bool(told) and not any(_threatens(c, verb, book) for c in told)


def _threatens(told: Token, verb: Token, book: CompiledCodebook) -> bool:
    modals = {a.lower_ for a in syntax.auxiliaries(told)}
    if told.pos_ == "AUX" or told.lemma_ == "be":
        modals |= {c.lower_ for c in told.lefts if c.tag_ == "MD"}
        return not modals.isdisjoint(WILL) and any(has(book.classes["harm"], t) for t in phrases.clause(told))
    if has(book.classes.get("wanting", EMPTY), told):
        return False
    if modals.isdisjoint(WILL | MAY):
        return told.tag_ == "VB" or (told.dep_ == "conj" and _threatens(told.head, verb, book))
    if syntax.is_passive(told):
        return not modals.isdisjoint(WILL)
    subjects = syntax.grammatical_subjects(told)
    own = any(c.dep_ == "poss" and c.tag_ == "PRP$" for s in subjects for c in s.lefts)  # "his men would quit"
    somebody = own or any(_acts(s, book) for s in subjects)
    warned = any(s.lower_ in ("it", "they", "he", "she", "you") for s in subjects) or somebody
    if modals.isdisjoint(WILL):
        return warned
    addressed = any(_acts(o, book) for o in syntax.logical_objects(verb))
    return warned or addressed or not subjects


def _acts(noun: Token, book: CompiledCodebook) -> bool:
    """Whether a noun is somebody who can carry a threat out, or whom one is addressed to."""
    if noun.pos_ in ("PROPN", "PRON"):
        return noun.lower_ not in ("this", "that", "there")
    return has(book.classes["office"], noun) or has(book.classes["forces"], noun)
