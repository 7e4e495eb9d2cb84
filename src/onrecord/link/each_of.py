"""One plural noun for those of several states: "the Indian and Chinese governments"."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.link.posts import Names
from onrecord.link.referents import Polity


def states_of_each(names: Names, paragraph: Paragraph, noun: Token) -> tuple[tuple[Polity, str], ...]:
    """The states whose a plural noun's people or bodies are, each with the words before the
    noun; empty where it is of one or none."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return ()
    marks = _adjectives(noun) or _owners(noun)
    between = noun.doc[max(mark.i for mark in marks) + 1 : noun.i].text if marks else ""
    found = [(_polity(names, paragraph, mark), f"{mark.text} {between}".strip()) for mark in marks]
    known = tuple((polity, words) for polity, words in found if polity is not None)
    several = len(known) == len(found) > 1 and len({polity.id for polity, _ in known}) == len(known)
    return known if several else ()


def _adjectives(noun: Token) -> list[Token]:
    """The coordinated adjectives before a noun."""
    beside = [c for c in noun.lefts if c.dep_ in ("amod", "nmod", "compound")]
    last = next((c for c in beside if _joined(c)), None)
    if last is None:
        return []
    marks = [last, *last.conjuncts]
    listed = [c for c in beside if c.i < last.i and c.text[:1].isupper()]  # "French, (German and Italian)"
    while listed and noun.doc[listed[-1].i + 1 : min(mark.i for mark in marks)].text == ",":
        marks.insert(0, listed.pop())
    return marks if all(mark.i < noun.i and mark.text[:1].isupper() for mark in marks) else []


def _owners(noun: Token) -> list[Token]:
    """The coordinated states behind a noun: "the presidents of Norland and Sund"."""
    of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    first = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    return [first, *first.conjuncts] if first is not None and _joined(first) else []


def _joined(mark: Token) -> bool:
    return any(c.dep_ == "conj" for c in mark.rights)


def _polity(names: Names, paragraph: Paragraph, mark: Token) -> Polity | None:
    entity = names.at(paragraph, mark)
    return names.polity(entity) if entity is not None and entity.label in ("NORP", "GPE") else None
