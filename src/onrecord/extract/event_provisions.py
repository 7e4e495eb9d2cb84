"""Terms of agreements that a report only recalls: what the parties are bound to by a text that is known is no news.

"Under the protocol of 2008 both undertook …", "the treaty, signed in Harn, guarantees …": grammar tells a known text by
its definiteness; "signed an accord under which they undertake …" tells of a new one, whose terms are news.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.plover import VERBAL
from onrecord.codebook.words import EMPTY, Words
from onrecord.extract.agreements_words import words
from onrecord.extract.event_status import Coding
from onrecord.extract.wording import has

BY = frozenset(["under", "in", "by", "through", "per"])
"""Prepositions between a text and what it lays down."""
FAR = 16
"""Words between an agreement and the clause about it."""
INDEFINITE = frozenset(["a", "an", "another", "new"])


def is_term(trigger: Token, coding: Coding, book: CompiledCodebook) -> bool:
    """Whether an act is only a term of a known agreement; a deed that was done under one is a deed."""
    may_be_one = coding.event in VERBAL or coding.event == "CONSULT" or coding.status != "asserted"
    return may_be_one and is_provision(trigger, book)


def is_provision(trigger: Token, book: CompiledCodebook) -> bool:
    """Whether a word tells a term of a known agreement, or how that came about."""
    texts = book.classes.get("instrument_of_law", EMPTY)
    verb = phrases.clause_head(trigger)
    if any(c.dep_ == "acl" and _tells_which(c, texts) for c in trigger.rights):
        return True
    return any(
        _in_its_clause(v, texts) or _by_its_terms(v, texts) or _bound_by_it(v, texts) or _tells_which(v, texts)
        for v in _clauses(verb)
    )


def _clauses(verb: Token) -> Iterator[Token]:
    """A verb and those above it in whose content it stands ("undertook to dredge the ford")."""
    for _ in range(4):
        yield verb
        if verb.dep_ not in ("xcomp", "ccomp", "conj") or verb.head == verb:
            return
        verb = verb.head


def _known(noun: Token, texts: Words) -> bool:
    """Whether a noun names an agreement that readers are taken to know."""
    if noun.pos_ not in ("NOUN", "PROPN") or not has(texts, noun):
        return False
    if any(c.ent_type_ == "DATE" and c.text.isdigit() for c in noun.lefts):
        return True  # "under a 1987 agreement"
    new = any(c.lower_ in INDEFINITE for c in noun.lefts)
    return not new and any(c.dep_ in ("det", "poss", "compound", "amod") for c in noun.lefts)


def _in_its_clause(verb: Token, texts: Words) -> bool:
    """ "the protocol of 2008, under which both undertook …", wherever the parser hung the clause."""
    for preposition in verb.lefts:
        if preposition.lower_ in BY and any(g.lower_ == "which" and g.dep_ == "pobj" for g in preposition.rights):
            return any(_known(noun, texts) for noun in _before(preposition, participles=True))
    return False


def _before(word: Token, *, participles: bool = False) -> Iterator[Token]:
    """The noun right before a word, with those before it in the same phrase ("the pact of May 12, signed in Harn")."""
    for at in range(word.i - 1, max(word.sent.start - 1, word.i - FAR), -1):
        token = word.doc[at]
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "DATE":
            yield token
        joins = token.is_punct or token.pos_ in ("NOUN", "PROPN", "ADP", "NUM", "DET", "ADJ", "PART")
        if not joins and not (participles and token.tag_ == "VBN"):
            return


def _by_its_terms(verb: Token, texts: Words) -> bool:
    """ "Under the accord the parties shall …"."""
    before = [noun for name, noun in syntax.own_arms(verb) if name == "under" and noun.i < verb.i]
    return any(_known(noun, texts) for noun in before)


def _bound_by_it(verb: Token, texts: Words) -> bool:
    """ "The treaty guarantees both a share of the fish", "the statute says that ships must slow down"."""
    if verb.lemma_ not in words("binding") or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return False
    subjects = syntax.grammatical_subjects(verb)
    nouns = [syntax.antecedent(s) for s in subjects]
    if verb.dep_ == "relcl" and any(s.lower_ in ("which", "that") for s in subjects):
        nouns += list(_before(next(s for s in subjects if s.lower_ in ("which", "that"))))
    return any(_known(noun, texts) for noun in nouns)


def _tells_which(verb: Token, texts: Words) -> bool:
    """ "the accord signed in Harn", "the truce, brokered by the union"."""
    if (
        verb.tag_ != "VBN"
        or verb.lemma_ not in words("making") | words("brokering")
        or verb.dep_ not in ("acl", "advcl")
        or syntax.auxiliaries(verb)
    ):
        return False
    noun = verb.head if verb.dep_ == "acl" else next(_before(verb), None)
    return noun is not None and _known(noun, texts)
