"""Who made an agreement, by the verb that tells it: "signed by both countries", "X and Y signed the accord"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.phrases import coordinated
from onrecord.extract.agreements_words import words

_FEW = 2
"""Who alone "signs" an agreement has a partner who is not told: its parties are two at least."""


def making(noun: Token) -> Iterator[Token]:
    """The verbs that tell the making of an agreement: a participle behind its noun, or of which it is the object."""
    if any(c.dep_ == "appos" and c.lemma_.lower() in words("heads") for c in noun.children):
        return  # "a ceasefire agreement, the Kelm Accord": told of that
    named = [noun] if noun.dep_ != "appos" else [noun, noun.head]
    for one in named:
        yield from (c for c in one.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in words("making"))
        yield from (c for c in one.children if c.dep_ == "relcl" and c.lemma_ in words("making") and _which(c))
        told = one.dep_ in ("dobj", "nsubjpass") and one.head.lemma_ in words("making")
        if told and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in one.head.children):
            yield one.head


def _which(verb: Token) -> bool:
    """Whether a relative clause tells that its noun was made: "which both concluded", "that was signed by both"."""
    what = next((c for c in verb.children if c.lower_ in ("which", "that")), None)
    done = what is not None and what.dep_ in ("dobj", "nsubjpass")
    return done and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)


def makers(noun: Token) -> Iterator[Token]:
    """The nouns of those who made an agreement; none where only one of them is told."""
    for verb in making(noun):
        found = [party for first in _first_makers(verb) for party in _each(first)]
        if len(found) >= _FEW or any(t.tag_ in ("NNS", "NNPS") for t in found):
            yield from found
            return


def _first_makers(verb: Token) -> Iterator[Token]:
    """The subject of an active verb, or whom a participle names with "by", "between" or "with"."""
    by = [c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ in ("by", "between", "with")]
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in ("which", "that", "who")]
    yield from subjects
    yield from (c for preposition in by for c in preposition.children if c.dep_ == "pobj")


def _each(first: Token) -> list[Token]:
    """A maker and those coordinated with him, also where the parser hangs these lower: "the government of X and Y"."""
    together = coordinated(first)
    owners = [c for of in first.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
    shared = coordinated(owners[0]) if owners and len(together) == 1 else []
    if len(shared) < _FEW:
        return together
    return shared if first.tag_ in ("NNS", "NNPS") else [first, *shared[1:]]
