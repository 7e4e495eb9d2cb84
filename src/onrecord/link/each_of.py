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
    marks = _adjectives(noun)
    between = noun.doc[max(mark.i for mark in marks) + 1 : noun.i].text if marks else ""
    found = [(_polity(names, paragraph, mark), f"{mark.text} {between}".strip()) for mark in marks]
    known = tuple((polity, words) for polity, words in found if polity is not None)
    several = len(known) == len(found) > 1 and len({polity.id for polity, _ in known}) == len(known)
    return known if several else ()


def _adjectives(noun: Token) -> list[Token]:
    """The coordinated adjectives before a noun."""
    first = next((c for c in noun.lefts if c.dep_ in ("amod", "nmod", "compound") and _joined(c)), None)
    marks = [first, *first.conjuncts] if first is not None else []
    return marks if all(mark.i < noun.i and mark.text[:1].isupper() for mark in marks) else []


def _joined(mark: Token) -> bool:
    return any(c.dep_ == "conj" for c in mark.rights)


def _polity(names: Names, paragraph: Paragraph, mark: Token) -> Polity | None:
    entity = names.at(paragraph, mark)
    return names.polity(entity) if entity is not None and entity.label in ("NORP", "GPE") else None
