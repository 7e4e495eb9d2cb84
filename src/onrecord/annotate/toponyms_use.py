"""How a place name is used: for the place itself, or for those who govern or speak there."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

from onrecord.annotate.metonymy import object_is_place, part_of_place, subject_is_place
from onrecord.annotate.toponyms_words import BODIES_OF_STATE
from onrecord.resources.metonymy import metonymy

type Use = Literal["literal", "metonymic"]


def use(name: Span, *, country: bool = False, special: bool = False) -> Use:
    """Metonymic where a name acts, is acted upon as a party, or owns or marks an office; literal elsewhere.

    `country`: the name may be a country's, which acts and suffers as one; of other places the verb must tell.
    `special`: it may be a crossing's, corridor's or region's of our own table, whatever the tagger takes it for.
    """
    head = name.root
    while head.dep_ in ("conj", "appos") and head.head.ent_type_ == "GPE":
        head = head.head
    if name.root.ent_type_ in ("LOC", "FAC") or _holds(name):
        return "literal"
    if (
        head.dep_ in ("nsubj", "agent", "dative", "dobj", "iobj", "nsubjpass")
        and not country
        and _is_place(head, special=special)
    ):
        return "literal"
    if head.dep_ in ("nsubj", "agent", "dative", "dobj", "iobj") and head.head.pos_ == "VERB":
        return "metonymic"
    if head.dep_ == "nsubjpass" or (head.dep_ == "pobj" and _party(head.head, country=country)):
        return "metonymic"
    if not country and part_of_place(head):
        return "literal"
    return "metonymic" if head.dep_ in ("poss", "compound", "nmod", "amod") and _owned(head.head) else "literal"


def _holds(name: Span) -> bool:
    """Whether a name only tells where the one before it lies ("Atlanta, Georgia")."""
    before = name.root.head
    return (
        name.root.dep_ == "appos"
        and before.ent_type_ == "GPE"
        and name.start > 1
        and name.doc[name.start - 1].text == ","
        and name.start - 2 == before.i
    )


def _is_place(head: Token, *, special: bool) -> bool:
    """Whether the verb tells that a place is meant; of what the tagger takes for a person, only what places suffer."""
    if head.dep_ == "nsubj":
        return subject_is_place(head)
    if head.dep_ in ("dobj", "nsubjpass"):
        sure = special or head.ent_type_ == "GPE" or head.head.lemma_ in metonymy().place_verbs
        return sure and object_is_place(head)
    return False


def _party(preposition: Token, *, country: bool) -> bool:
    """Whether a preposition joins a party, not a place: "with Armenia", "relations between", "called on Russia"."""
    word = preposition.lower_
    if word == "between" and not country and preposition.head.lower_ in metonymy().routes:
        return False
    if word in ("with", "between", "against", "by"):
        return True
    return word == "on" and preposition.head.lemma_ in ("call", "impose", "urge", "sanction")


def _owned(head: Token) -> bool:
    return head.lemma_.lower() in BODIES_OF_STATE or head.pos_ == "PROPN"
