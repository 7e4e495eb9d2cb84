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
_UNDER = ("under", "by")


def provided(head: Token) -> Iterator[Tokens]:
    """The words for what an agreement provides, by its noun: those of the first verb that tells it."""
    for verb, sort in _verbs(head):
        told = words("obliging" if head.pos_ == "PRON" else sort)  # what "it says" may be said by anything
        if verb.lemma_ in told and (found := _words(verb)) is not None:
            yield found
            return
    yield from ruled(head)


def _words(verb: Token) -> Tokens | None:
    """What a verb provides, in its words or in a quotation that the parser does not hang on it."""
    told = _told(verb)
    if told is not None:
        subtree = list(told.subtree)
        return told.doc[subtree[0].i : subtree[-1].i + 1]
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    first = next((t.i + 1 for t in rest[:_REACH] if t.is_quote and t.text.strip("'’\"”")), None)
    first = first or next((t.i + 1 for t in rest[:_REACH] if t.text in ("'", '"')), None)
    if first is None or first >= rest.end:
        return None
    last = next((t.i for t in verb.doc[first : rest.end] if t.is_quote or t.text in ("'", '"')), rest.end)
    return trimmed(verb.doc, first, last) if last > first else None


def _verbs(head: Token) -> Iterator[tuple[Token, str]]:
    """The verbs that tell what an agreement provides: its own, one of a relative clause, what is done under it."""
    if head.dep_ == "nsubj":
        for verb in (head.head, *(c for c in head.head.children if c.dep_ == "conj")):  # "…, signed in May, binds"
            yield verb, "binding"
        if head.head.dep_ == "csubj":
            yield head.head.head, "binding"  # "the convention signed at Kelm obliges …", read as "it signed"
    behind = head.doc[head.i + 1 : head.i + _REACH]
    verbs = (t.i for t in behind if t.pos_ in ("VERB", "AUX") and t.lemma_ not in words("making"))
    last = next(verbs, head.i + _REACH)
    for clause in (c for t in head.doc[head.i : last] for c in t.children if c.dep_ == "relcl" and c.i > head.i):
        yield clause, "binding"
        yield clause, "pledging"
    for which in (t for t in head.doc[head.i + 1 : head.i + _REACH] if t.lower_ == "which" and t.dep_ == "pobj"):
        if which.head.lower_ in ("under", "in", "by") and which.head.head.pos_ == "VERB":
            yield which.head.head, "pledging"  # "…, under which X undertook to …", wherever the clause hangs
    if head.dep_ == "pobj" and head.head.lower_ in ("under", "in") and head.head.head.pos_ == "VERB":
        yield head.head.head, "pledging"


def _told(verb: Token) -> Token | None:
    """What a verb provides: rather the deed ("binds both sides to give notice") than whom it binds."""
    after = [c for c in verb.children if c.i > verb.i]
    if verb.lemma_ in words("obliging"):
        deed = next((c for c in after if c.dep_ == "advcl" and c.left_edge.tag_ == "TO"), None)
        if deed is not None:
            return deed  # "binds both to share the catch", with the deed read as a purpose
    if verb.lemma_ in words("barring"):
        barred = next((c for c in after if c.lower_ == "from" and c.dep_ == "prep"), None)
        if barred is not None:
            return barred  # "bars either from laying mines"
    return next((c for labels in _PROVIDED for c in after if c.dep_ in labels), None)


def ruled(head: Token) -> Iterator[Tokens]:
    """What must or may not be under an agreement or an article of it, or what is said of its parties beside it.

    "Under the pact neither navy may mine the strait"; "…, under which the two are to share the water";
    "the charter binds, and both states must pay".
    """
    under = [head] if head.dep_ == "pobj" and head.head.lower_ in _UNDER else []
    under += [t for t in head.doc[head.i + 1 : head.i + _REACH] if t.lower_ == "which" and t.head.lower_ in _UNDER]
    verbs = [(one.head.head, False) for one in under]
    if head.dep_ == "nsubj":
        verbs += [(c, True) for c in head.head.children if c.dep_ == "conj"]
    for verb, of_parties in verbs:
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i > head.i), None)
        if verb.pos_ not in ("VERB", "AUX") or subject is None or not _obliges(verb):
            continue
        if not of_parties or _of_the_parties(subject):
            yield trimmed(verb.doc, subject.left_edge.i, verb.right_edge.i + 1)
            return


def _obliges(verb: Token) -> bool:
    """Whether a verb tells what its subject has to do: "must pay", "is to pay", "is obliged to pay"."""
    if any(c.dep_ == "aux" and c.lower_ in _OBLIGING for c in verb.children):
        return True
    ahead = any(c.dep_ == "xcomp" and c.tag_ == "VB" and c.left_edge.i > verb.i for c in verb.children)
    bound = verb.tag_ == "VBN" and verb.lemma_ in words("obliging")
    return ahead and (verb.lemma_ == "be" or bound)


def _of_the_parties(subject: Token) -> bool:
    """Whether a subject is the parties of an agreement, each or none of them: "neither party", "both states"."""
    first = subject.left_edge.lower_
    return first in ("neither", "both", "each", "either", "no") and subject.lemma_.lower() in words("parties")
