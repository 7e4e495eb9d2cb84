"""One plural noun for those of several states: "the Indian and Chinese governments"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.annotate.layers import Paragraph
from onrecord.link.names import Names
from onrecord.link.referents import Polity


def states_of_each(names: Names, paragraph: Paragraph, noun: Token) -> tuple[tuple[Polity, str], ...]:
    """The states whose a plural noun's people or bodies are, each with the words before the
    noun; empty where it is of one or none."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return ()
    marks = _adjectives(noun)
    between = noun.doc[max(mark.i for mark in marks) + 1 : noun.i].text if marks else ""
    found = [
        (_polity(names, paragraph, mark), f"{_words(names, paragraph, mark)} {between}".strip())
        for mark in marks or _owners(noun)
    ]
    known = tuple((polity, words) for polity, words in found if polity is not None)
    several = len(known) == len(found) > 1 and len({polity.id for polity, _ in known}) == len(known)
    return known if several else ()


def _adjectives(noun: Token) -> list[Token]:
    """The adjectives listed before a noun, by the words alone, for parsers take such lists apart: "French, German and
    Italian foreign ministers"."""
    doc, at = noun.doc, noun.i - 1
    if at < 0 or not (doc[at].text[:1].isupper() or doc[at].pos_ in ("ADJ", "NOUN")):
        return []
    start = noun.sent.start
    while at > start and doc[at].text.islower() and doc[at].pos_ in ("ADJ", "NOUN"):
        at -= 1
    marks: list[Token] = []
    joined = ""
    while at >= start and doc[at].text[:1].isupper() and doc[at].is_alpha:
        placed = at > start and doc[at - 1].pos_ == "ADP" and doc[at].ent_type_ == "GPE"
        if placed and joined == ",":
            break  # "in France, German and Italian ministers"
        marks.insert(0, doc[at])
        joined, at = _joint(doc, at - 1, start)
        if not joined or (len(marks) == 1 and joined != "and"):
            break
    return marks if len(marks) > 1 else []


def _joint(doc: Doc, at: int, start: int) -> tuple[str, int]:
    """What joins a word of a list to the one before it ("and", ","; "" nothing), and where that one stands."""
    found = ""
    if at > start and doc[at].lower_ == "and":
        found, at = "and", at - 1
    if at > start and doc[at].text == ",":
        found, at = found or ",", at - 1
    return found, at


def _owners(noun: Token) -> list[Token]:
    """The coordinated states whose people or bodies a noun is about: "the presidents of Norland and Sund", "officials
    from Norland and Sund", "Norland's and Sund's ministers"."""
    before = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    first = before if before is not None and _joined(before) else _behind(noun)
    return [first, *first.conjuncts] if first is not None and _joined(first) else []


def _behind(noun: Token) -> Token | None:
    """The name behind "of" or "from", also behind what the people are responsible for: "ministers of trade of Sund"."""
    for behind in (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("of", "from")):
        found = next((c for c in behind.rights if c.dep_ == "pobj"), None)
        if found is not None and found.text.islower():
            found = _behind(found)
        if found is not None:
            return found
    return None


def _joined(mark: Token) -> bool:
    return any(c.dep_ == "conj" for c in mark.rights)


def _words(names: Names, paragraph: Paragraph, mark: Token) -> str:
    """All words of the name that a token belongs to: "United States"."""
    entity = names.at(paragraph, mark)
    return mark.text if entity is None else names.words(entity)


def _polity(names: Names, paragraph: Paragraph, mark: Token) -> Polity | None:
    entity = names.at(paragraph, mark)
    return names.polity(entity) if entity is not None and entity.label in ("NORP", "GPE") else None
