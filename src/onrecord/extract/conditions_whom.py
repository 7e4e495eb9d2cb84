"""Who suffers, and how many or how much, where the words of a condition tell it and no reader has pointed at it.

Whoever lacks, falls ill or is hurt is the one of whom the clause tells ("the hospital is short of blood", "86 families
had no coal"). Counted are those who are kept out or suffer ("40 coffee trucks were turned back"), what is said to be so
("three clinics have closed"), what is left of goods ("cut to six litres a person") and how long that will do.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import grammatical_subjects, is_passive, logical_objects
from onrecord.extract.conditions_frame import counted, quantity
from onrecord.extract.conditions_harmed import done_to_others, of_the_harmed
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span

_SUFFERED = frozenset(["shortage", "humanitarian", "casualties", "displacement"])
_OF_PEOPLE = frozenset(["casualties", "displacement"])
_NEEDY = ("persons", "residents", "needy", "vital", "caring", "crews")
"""Lists of those who can lack something, and of what they keep going."""
_OF_TIME = frozenset(["DATE", "TIME"])


def with_whom(paragraph: Paragraph, told: ConditionDraft) -> ConditionDraft:
    """A condition with who is affected and the number in its words, where it has none."""
    clause = paragraph.tokens(told.evidence)
    if clause is None:
        return told
    told = of_the_harmed(paragraph, told)
    affected = told.affected or _who(paragraph, told, clause)
    number = told.quantity or _how_many(paragraph, told, affected, clause)
    measured = number is not None and told.kind in _OF_PEOPLE and _measures(paragraph, number)
    return replace(told, affected=affected, quantity=None if measured else number)


def _measures(paragraph: Paragraph, number: Span) -> bool:
    """Whether a number is of years or miles: "37 years old"."""
    tokens = paragraph.tokens(number)
    return tokens is not None and any(t.lemma_.lower() in words("units") for t in (tokens.root, tokens[-1]))


def _who(paragraph: Paragraph, told: ConditionDraft, clause: Tokens) -> Span | None:
    if told.kind not in _SUFFERED:
        return None
    who = (noun for noun in _told_of(clause) if any(noun.lemma_.lower() in words(name) for name in _NEEDY))
    return next((paragraph.span(noun_phrase(noun)) for noun in who), None)


def _told_of(clause: Tokens) -> Iterator[Token]:
    """Of whom or what a clause tells, first whom a deed befalls in the passive, else its subject."""
    verb = clause.root
    if verb.pos_ not in ("VERB", "AUX"):
        return
    subjects = [] if done_to_others(verb) else grammatical_subjects(verb)
    nouns = [*subjects, *logical_objects(verb)]
    for noun in reversed(nouns) if is_passive(verb) else nouns:
        if clause.start <= noun.i < clause.end and noun.pos_ == "NOUN" and noun.ent_type_ not in _OF_TIME:
            yield noun


def _how_many(paragraph: Paragraph, told: ConditionDraft, affected: Span | None, clause: Tokens) -> Span | None:
    if told.kind == "security":
        return None
    if told.kind == "shortage":
        measured = (t for t in clause if counted(t) and (t.lemma_.lower() in words("measures") or _lasts(t)))
        if (left := next((quantity(paragraph, t) for t in measured), None)) is not None:
            return left
    parts = (paragraph.tokens(part) for part in (*told.restricted, affected) if part is not None)
    nouns = [*(part.root for part in parts if part is not None and part.root.pos_ == "NOUN"), *_told_of(clause)]
    return next((found for noun in nouns if (found := quantity(paragraph, noun)) is not None), None)


def _lasts(noun: Token) -> bool:
    """Whether it is told how long there is enough: "fuel for nine days", "would last six days"."""
    if noun.lemma_.lower() not in ("day", "week", "month", "hour"):
        return False
    over = noun.head.head
    enough = noun.head.lower_ == "for" and (over.dep_ in ("dobj", "attr", "nsubj") or over.lemma_ == "have")
    return enough or (noun.head.lemma_ == "last" and noun.dep_ in ("dobj", "npadvmod"))
