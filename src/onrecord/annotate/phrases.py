"""Runs of tokens that belong together: coordinated heads, noun phrases, clauses."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

TITLES = frozenset(
    [
        "ambassador",
        "envoy",
        "minister",
        "secretary",
        "president",
        "chairman",
        "chairwoman",
        "head",
        "representative",
        "commissioner",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "adviser",
        "advisor",
        "director",
        "leader",
        "chief",
        "delegate",
        "deputy",
        "member",
        "commander",
        "general",
        "mayor",
        "governor",
        "prosecutor",
        "king",
        "queen",
        "emir",
        "premier",
        "chancellor",
    ]
)
RESULTS = frozenset(["dead", "free", "open", "shut"])
_BREAKS = ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "ccomp", "parataxis")
_CLAUSES = ("relcl", "advcl", "ccomp", "parataxis", "csubj")
_SMALL = ("ADJ", "ADV", "ADP", "NOUN")
"""Heads of clauses without a verb: "found him guilty", "let them in", "called it a step"."""


def coordinated(head: Token) -> list[Token]:
    """A head and everything coordinated with it, in text order, "X—and Y—" included."""
    found, todo = [head], [head]
    while todo:
        current = todo.pop()
        for other in current.children:
            listed = other.dep_ == "conj" and other.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
            if listed or _next_in_list(current, other):
                found.append(other)
                todo.append(other)
    aside = _dash_conjunct(found[-1])
    if aside is not None and aside not in found:
        found.append(aside)
    return sorted(found, key=lambda t: t.i)


def first_of(head: Token, *, beside: bool = False) -> Token:
    """The first of what a head is coordinated with; where `beside`, also of what it is set beside."""
    joins = ("conj", "appos") if beside else ("conj",)
    while head.dep_ in joins and head.head != head:
        head = head.head
    return head


def _next_in_list(name: Token, other: Token) -> bool:
    """Whether a name after a comma goes on a list ("Velmar, Ostria, Ardenia and Lom"), though read as an apposition."""
    if other.dep_ != "appos" or name.pos_ != "PROPN" or other.pos_ != "PROPN" or name.i >= other.i:
        return False
    return any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in other.rights)


def _dash_conjunct(last: Token) -> Token | None:
    """ "Velmar—and Ostria—": the noun of an aside between dashes that the parser does not coordinate."""
    doc, spot = last.doc, last.i + 1
    if spot + 2 >= len(doc) or doc[spot].text not in ("—", "–", "-", "--") or doc[spot + 1].lower_ != "and":
        return None
    spot += 2
    while spot + 1 < len(doc) and doc[spot + 1].pos_ in ("PROPN", "NOUN"):
        spot += 1
    return doc[spot] if doc[spot].pos_ in ("PROPN", "NOUN") else None


def noun_phrase(head: Token) -> Tokens:
    """The noun phrase of a head without relative clauses, appositions and coordinated phrases.

    "of" phrases belong to it, and after titles "to", "for", "at" and "in" ("the ambassador to the UN").
    """
    doc = head.doc
    start = head.i
    for left in head.lefts:
        if left.dep_ not in ("cc", "conj", "punct", "relcl", "preconj"):
            start = min(start, left.left_edge.i)
    end = head.i + 1
    for right in head.rights:
        if right.i != end or not _belongs(head, right):
            break
        end = _end_of_phrase(right)
    while end - 1 > head.i and doc[end - 1].dep_ == "prep":
        end -= 1  # "fighters of", where what follows is cut off
    while start < head.i and (doc[start].is_punct or is_result(doc[start])):
        start += 1
    return Tokens(doc, start, end)


def is_result(word: Token) -> bool:
    """Whether an adjective before an article or a number tells what comes of a deed: "shot dead two guards"."""
    return (
        word.lower_ in RESULTS and word.i > 0 and word.nbor(-1).pos_ == "VERB" and word.nbor(1).pos_ in ("DET", "NUM")
    )


def _belongs(head: Token, right: Token) -> bool:
    if right.dep_ in ("case", "nummod", "compound", "nmod"):
        return right.dep_ != "case"
    if right.dep_ != "prep":
        return False
    titled = head.lemma_.lower() in TITLES or any(c.lemma_.lower() in TITLES for c in head.lefts)
    return right.lower_ == "of" or (titled and right.lower_ in ("to", "for", "at", "in"))


def _end_of_phrase(token: Token) -> int:
    """Where the phrase under `token` ends, cut at clauses, appositions and punctuation inside it."""
    end = token.i + 1
    for right in token.rights:
        if right.i < end:
            continue
        if right.dep_ in _BREAKS and not (right.dep_ in ("cc", "conj") and token.pos_ in ("NOUN", "PROPN")):
            break
        for left in right.lefts:
            if left.dep_ in ("punct",):
                return end
        end = _end_of_phrase(right)
    return end


def clause(verb: Token) -> list[Token]:
    """The tokens of the clause of a verb or noun: its subtree without subordinate finite clauses, in text order."""
    found: list[Token] = []
    todo = [verb]
    while todo:
        token = todo.pop()
        found.append(token)
        for c in token.children:
            dep = c.dep_
            small = dep == "ccomp" and c.pos_ in _SMALL
            if (dep in _CLAUSES and not small) or (dep == "conj" and c.pos_ in ("VERB", "AUX")):
                continue
            todo.append(c)
    return sorted(found, key=lambda t: t.i)


def clause_head(token: Token) -> Token:
    """The verb of the clause that `token` stands in; the root where there is none."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def clause_span(verb: Token) -> Tokens:
    """The clause of a verb as one run of tokens, without punctuation at its ends."""
    tokens = clause(verb)
    start, end = tokens[0].i, tokens[-1].i + 1
    return trimmed(verb.doc, start, end)


def trimmed(doc: Doc, start: int, end: int) -> Tokens:
    """Tokens `start` to `end` without punctuation at either end."""
    while start < end - 1 and doc[start].is_punct:
        start += 1
    while end - 1 > start and doc[end - 1].is_punct:
        end -= 1
    return doc[start:end]
