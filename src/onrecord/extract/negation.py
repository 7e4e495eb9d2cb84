"""Whether a verb tells of what is to come, or of what is not so: what rules of acts and their status both ask."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate import syntax

FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo"])
NEGATORS = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])
REACHING = frozenset(["call", "cable", "come", "fly", "go", "phone", "ring", "telephone", "travel", "wire", "write"])
"""Verbs of reaching somebody for what their infinitive tells, which is not done where they are not."""


def is_future(verb: Token) -> bool:
    """Whether a verb is in the future ("will", "is going to", "is to", "is set to", "is about to")."""
    auxiliaries = syntax.auxiliaries(verb)
    if any(a.lower_ in FUTURE for a in auxiliaries):
        return True
    head = verb.head
    if any(a.lower_ in ("would", "'d", "’d") for a in auxiliaries) and _reported(verb):
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if not infinitive or verb.dep_ not in ("xcomp", "advcl", "ccomp", "acl"):
        return False
    if goes_on_to(verb):
        return is_future(head)
    if head.lemma_ in ("set", "due", "about", "schedule", "expect", "go", "poise", "continue") and head != verb:
        return head.lemma_ != "continue" or is_future(head)
    return head.lemma_ == "be"


def goes_on_to(verb: Token) -> bool:
    """Whether somebody goes on to do something, and so does it: "went on to urge the assembly"."""
    on = syntax.child(verb.head, "prt", "advmod") if verb.head.lemma_ == "go" and verb.head != verb else None
    return on is not None and on.lower_ == "on" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)


def _reported(verb: Token) -> bool:
    """Whether a clause is what somebody said in the past, so that its "would" is a "will"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in ("ccomp", "acl") and verb.head.tag_ in ("VBD", "VBN", "VBG", "NN", "NNS")


def is_negated(verb: Token) -> bool:
    """Whether a verb, or the noun phrase that carries it, is negated."""
    around = [*verb.children, *(g for c in verb.children if c.dep_ in ("aux", "advmod") for g in c.children)]
    if any(c.lower_ in NEGATORS for c in around if c.dep_ in ("neg", "advmod", "preconj", "cc", "det")):
        return True
    if any(
        c.lower_ in ("no", "neither") and c.dep_ == "det" for o in syntax.logical_objects(verb)[:1] for c in o.lefts
    ):
        return True
    if any(c.lower_ == "longer" for c in verb.children):
        return True
    if has_nothing(verb):
        return True
    if any(
        s.lower_ in ("nobody", "none", "neither", "nothing") or any(c.lower_ == "no" for c in s.lefts)
        for s in syntax.grammatical_subjects(verb)[:1]
    ):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.head.children):
        return True  # "has yet to honour a word of it"
    if _goes_on_with_or(verb) and is_negated(verb.head):
        return True  # "had not admitted it or named anyone"
    if verb.dep_ == "xcomp" and verb.head.lemma_ in REACHING and is_negated(verb.head):
        return True  # "did not write to thank him"
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ == "fail"


def _goes_on_with_or(verb: Token) -> bool:
    """Whether a verb without a subject of its own is joined to one before it by "or"."""
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and syntax.child(verb, *syntax.SUBJECTS) is None
    return joined and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.rights)


def has_nothing(verb: Token) -> bool:
    """Whether "nothing" is a verb's object, or that of its "to": "had guaranteed nothing", "agreed to nothing"."""
    near = [c for c in verb.rights if c.dep_ in ("dobj", "prep")]
    objects = [n for c in near for n in (c.rights if c.lower_ == "to" else (c,))]
    return any(n.lower_ == "nothing" and n.dep_ in ("dobj", "pobj") for n in objects)
