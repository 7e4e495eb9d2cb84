"""How a place name is used: for the place itself, or for those who govern or speak there."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

from onrecord.annotate.toponyms_words import BODIES_OF_STATE

type Use = Literal["literal", "metonymic"]


def use(name: Span) -> Use:
    """Metonymic where a name acts, is acted upon as a party, or owns or marks an office; literal elsewhere."""
    head = name.root
    while head.dep_ in ("conj", "appos") and head.head.ent_type_ == "GPE":
        head = head.head
    if name.root.ent_type_ in ("LOC", "FAC"):
        return "literal"
    if head.dep_ in ("nsubj", "agent", "dative", "dobj", "iobj") and head.head.pos_ == "VERB":
        return "metonymic"
    if head.dep_ == "nsubjpass" or (head.dep_ == "pobj" and _party(head.head)):
        return "metonymic"
    return "metonymic" if head.dep_ in ("poss", "compound", "nmod", "amod") and _owned(head.head) else "literal"


def _party(preposition: Token) -> bool:
    """Whether a preposition joins a party, not a place: "with Armenia", "relations between", "called on Russia"."""
    word = preposition.lower_
    if word in ("with", "between", "against", "by"):
        return True
    return word == "on" and preposition.head.lemma_ in ("call", "impose", "urge", "sanction")


def _owned(head: Token) -> bool:
    return head.lemma_.lower() in BODIES_OF_STATE or head.pos_ == "PROPN"
