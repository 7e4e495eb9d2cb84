"""What the words around an agreement say that it provides, or that its parties pledged in it."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.phrases import trimmed
from onrecord.extract.agreements_words import words

_PROVIDED = (("ccomp", "xcomp"), ("dobj",), ("prep",))
_REACH = 12
"""Tokens after an agreement's noun in which its date stands and a relative clause may hang on that."""
_OBLIGING = frozenset(["must", "may", "shall", "should", "can"])
_SUBJECTS = ("nsubj", "nsubjpass")


def provided(head: Token) -> Iterator[Tokens]:
    """The words for what an agreement provides, by its noun: those of the first verb that tells it."""
    for verb, sort in _verbs(head):
        if verb.lemma_ in words(sort) and (told := _told(verb)) is not None:
            subtree = list(told.subtree)
            yield told.doc[subtree[0].i : subtree[-1].i + 1]
            return
    yield from _ruled(head)


def _verbs(head: Token) -> Iterator[tuple[Token, str]]:
    """The verbs that tell what an agreement provides: its own, one of a relative clause, what is done under it."""
    if head.dep_ == "nsubj":
        for verb in (head.head, *(c for c in head.head.children if c.dep_ == "conj")):  # "…, signed in May, binds"
            yield verb, "binding"
    last = next((t.i for t in head.doc[head.i + 1 : head.i + _REACH] if t.pos_ in ("VERB", "AUX")), head.i + _REACH)
    for clause in (c for t in head.doc[head.i : last] for c in t.children if c.dep_ == "relcl" and c.i > head.i):
        yield clause, "binding"
        yield clause, "pledging"
    if head.dep_ == "pobj" and head.head.lower_ in ("under", "in") and head.head.head.pos_ == "VERB":
        yield head.head.head, "pledging"


def _told(verb: Token) -> Token | None:
    """What a verb provides: rather the deed ("binds both sides to give notice") than whom it binds."""
    after = [c for c in verb.children if c.i > verb.i]
    return next((c for labels in _PROVIDED for c in after if c.dep_ in labels), None)


def _ruled(head: Token) -> Iterator[Tokens]:
    """What must or may not be under an agreement: "Under the memorandum, neither side may change the border"."""
    verb = head.head.head
    if head.dep_ != "pobj" or head.head.lower_ != "under" or verb.pos_ not in ("VERB", "AUX"):
        return
    ruled = any(c.dep_ == "aux" and c.lower_ in _OBLIGING for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i > head.i), None)
    if ruled and subject is not None:
        yield trimmed(verb.doc, subject.left_edge.i, verb.right_edge.i + 1)
