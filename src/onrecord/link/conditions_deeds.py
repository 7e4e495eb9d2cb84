"""What the subject of a clause does: act on something, shut a way or pass it, take in people who fled."""

from spacy.tokens import Token

from onrecord.extract.conditions_lexicon import words as told
from onrecord.link.conditions_words import words
from onrecord.model.vocabulary import ConditionKind


def acts(subject: Token) -> bool:
    """Whether a word is for who does something to something: "Velmar closed its lagoon"."""
    return subject.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in subject.head.children)


def closes(subject: Token, kind: ConditionKind) -> bool:
    """Whether a subject acts on a route or moves on it: "Velmar closed the bridge", "ships are let through"."""
    return kind == "access" and (acts(subject) or subject.lemma_.lower() in told("vehicles"))


def takes_in(verb: Token) -> bool:
    """Whether a verb tells that somebody has people who fled: "hosts", "took in", "granted asylum to"."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        return any(c.lower_ == "in" and c.dep_ in ("prt", "prep", "advmod") for c in verb.children)
    return lemma in words("hosting") or (
        lemma in words("granting") and any(c.dep_ == "dobj" and c.lemma_ in words("asylum") for c in verb.children)
    )
