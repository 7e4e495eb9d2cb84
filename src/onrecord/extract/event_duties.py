"""What a document lays down is no deed: "the protocol obliges both armies to pull back", "no gate shall be shut"."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.plover import DEEDS
from onrecord.extract.agreements_words import words
from onrecord.extract.wording import has

UNDER = ("under", "by")


def is_laid_down(trigger: Token, event: str, book: CompiledCodebook) -> bool:
    """Whether a deed is only what an agreement or a law obliges somebody to, or forbids."""
    if event not in DEEDS:
        return False
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    if any(a.lower_ == "shall" for a in syntax.auxiliaries(verb)):
        return True
    return _bound(trigger, book) or _is_to(verb, book)


def _bound(trigger: Token, book: CompiledCodebook) -> bool:
    """Whether the deed is or stands under a verb of obligation whose subject is a document."""
    for above in (trigger, *trigger.ancestors):
        if above.pos_ == "VERB" and above.lemma_ in words("binding") and not syntax.is_passive(above):
            subjects = syntax.grammatical_subjects(above)
            return bool(subjects) and all(has(book.classes["agreement"], s) for s in subjects)
    return False


def _is_to(verb: Token, book: CompiledCodebook) -> bool:
    """Whether it "is to" be done under a document: "under the pact Velmar was to hand its guns over"."""
    be = verb.head
    if verb.dep_ != "xcomp" or be.lemma_ != "be" or verb.tag_ != "VB":
        return False
    return any(name in UNDER and has(book.classes["agreement"], noun) for name, noun in syntax.own_arms(be))
