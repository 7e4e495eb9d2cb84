"""Who is harmed, by the syntax of the clause that tells it, whatever other words a reader points at.

"Nine were killed and forty others wounded": of the second clause, forty others. "Gunmen killed two guards": the guards,
not who did it.
"""

from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import grammatical_subjects, is_passive, logical_objects
from onrecord.extract.conditions_frame import counted, quantity
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import people
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span

_TO = ("killing", "to_death", "dead_verbs", "displacing", "driving", "finding")
"""Lists of what is done to those who are harmed, or with them afterwards: who does it is not harmed."""
_OF_ITSELF = frozenset(["die", "perish", "drown", "suffocate", "starve", "freeze", "burn"])


def of_the_harmed(paragraph: Paragraph, told: ConditionDraft) -> ConditionDraft:
    """A condition of those whom its own clause tells to be harmed; the same where the clause tells of nobody else."""
    clause = paragraph.tokens(told.evidence) if told.kind in ("casualties", "displacement") else None
    verb = None if clause is None else clause.root
    if clause is None or verb is None or verb.pos_ != "VERB":
        return told
    harmed = next((noun for noun in _befallen(verb) if clause.start <= noun.i < clause.end and _told_so(noun)), None)
    if harmed is not None and (_outside(told.affected, told) or _outside(told.quantity, told)):
        return replace(told, affected=paragraph.span(noun_phrase(harmed)), quantity=quantity(paragraph, harmed))
    if told.affected is None or not _does_it(paragraph.tokens(told.affected), verb):
        return told
    whom = None if harmed is None else paragraph.span(noun_phrase(harmed))
    theirs = told.quantity is not None and told.quantity.overlap(told.affected) > 0
    number = quantity(paragraph, harmed) if theirs and harmed is not None else None if theirs else told.quantity
    return replace(told, affected=whom, quantity=number)


def _outside(part: Span | None, told: ConditionDraft) -> bool:
    return part is not None and part.overlap(told.evidence) == 0


def _befallen(verb: Token) -> list[Token]:
    """Whom a verb tells something to befall: its object, the subject of a passive, of a bare participle, of "die"."""
    if (objects := _objects(verb)) or not _harms(verb):
        return objects
    bare = verb.tag_ in ("VBN", "VBD") and verb.dep_ == "conj"  # "and forty others wounded"
    return grammatical_subjects(verb) if bare or verb.lemma_.lower() in _OF_ITSELF else []


def _objects(verb: Token) -> list[Token]:
    """To whom a deed is done; "the plain where people are dying" dies of nobody."""
    alone = verb.lemma_.lower() in _OF_ITSELF and not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    return [] if alone else logical_objects(verb)


def _harms(verb: Token) -> bool:
    return any(verb.lemma_.lower() in words(name) for name in _TO)


def _told_so(noun: Token) -> bool:
    """Whether a noun is people or a name: neither what a deed was done with, nor a time."""
    named = noun.pos_ == "PROPN" or noun.ent_type_ in ("PERSON", "NORP")
    return people(noun) or named or (counted(noun) and noun.ent_type_ not in ("DATE", "TIME"))


def _does_it(affected: Tokens | None, verb: Token) -> bool:
    """Whether those who are said to be harmed are the subject of a deed that is done to others."""
    return affected is not None and done_to_others(verb) and affected.root in grammatical_subjects(verb)


def done_to_others(verb: Token) -> bool:
    """Whether a verb tells what its subject does to others, or with the dead and wounded."""
    return not is_passive(verb) and _harms(verb) and bool(_objects(verb))
