"""Gatherings at which people speak: "a special sitting of the Council in Vienna", and the body that sat.

A gathering is named in full once and in short afterwards ("the special session"); mentions that share the words of the
body are the same gathering, and the fullest gives it its name.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.syntax import child
from onrecord.model import Span

_NOUNS = frozenset(
    [
        "session",
        "sitting",
        "meeting",
        "summit",
        "assembly",
        "conference",
        "hearing",
        "forum",
        "congress",
        "debate",
        "plenary",
    ]
)


REACH = 5000
"""Code points from where a session is told of within which "the session" is it, and its delegates speak."""
SITTING = r"(?:session|sitting|meeting|debates?|talks)"
"""Nouns, as a pattern, for what is chaired."""
_LEADING = r"chair(?:s|ed|ing)?|presid(?:es?|ed|ing) over|who opened|in the chair of"
_OF_IT = rf"\b.{{0,12}}\b(?:{SITTING}|council|committee|discussion)\b"
CHAIRS = re.compile(rf"\b(?:{_LEADING}){_OF_IT}", re.IGNORECASE)
"""Words for who leads a session: "Ada Lind, who chaired the debate"."""
ATTENDS = re.compile(rf"\b(?:{_LEADING}|attend(?:s|ed|ing)?|address(?:es|ed|ing)?){_OF_IT}", re.IGNORECASE)
"""Words for who leads it or is there."""
_BODIES = frozenset(["council", "assembly", "committee", "commission", "organization", "organisation", "league"])
_SITS = frozenset(["meet", "convene", "sit", "gather", "hold", "discuss", "debate", "consider"])
"""What bodies do at their sessions; "take up" and the like have a particle."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering in the words that name it, `body` those of who gathers, `names` the proper nouns in them."""

    span: Span
    body: Span | None
    names: frozenset[str]


def gatherings(layers: Layers) -> tuple[Gathering, ...]:
    """The named gatherings of a document, in text order."""
    return tuple(
        _gathering(paragraph, token)
        for paragraph in layers.paragraphs
        for token in paragraph.by_pos.get("NOUN", ())
        if token.lemma_.lower() in _NOUNS
    )


def sittings(layers: Layers) -> tuple[Gathering, ...]:
    """The sittings that a document tells of by a verb: "the Peace and Security Council met", in text order."""
    return tuple(
        Gathering(paragraph.span(token.head), _named(paragraph, token), frozenset())
        for paragraph in layers.paragraphs
        if _names_a_body(layers.text[paragraph.start : paragraph.end])
        for token in paragraph.words
        if token.dep_ == "nsubj" and token.lower_ in _BODIES and token.text[0].isupper() and _sits(token.head)
    )


def _names_a_body(text: str) -> bool:
    """Whether a noun for a body stands in a text: a quick look before its words are read one by one."""
    lower = text.lower()
    return any(noun in lower for noun in _BODIES)


def _sits(verb: Token) -> bool:
    """Whether a verb tells that its subject sat: past, no plan or rule ("would meet", "meets twice a year")."""
    took_up = verb.lemma_ == "take" and child(verb, "prt") is not None
    past = verb.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" or c.dep_ == "neg" for c in verb.lefts)
    return past and (verb.lemma_ in _SITS or took_up)


def same_gathering(known: tuple[Gathering, ...], venue: Span) -> Gathering | None:
    """The fullest mention of the gathering that the words of `venue` name; None where they name none."""
    own = next(
        (g for g in known if venue.start <= g.span.start < venue.end or g.span.start <= venue.start < g.span.end), None
    )
    if own is None or not own.names:
        return own
    alike = [g for g in known if own.names <= g.names]
    return max(alike, key=lambda g: (len(g.names), g.span.end - g.span.start, -g.span.start))


def _gathering(paragraph: Paragraph, noun: Token) -> Gathering:
    """The noun phrase with its "of" and "in" phrases; the body stands in the "of" phrase or as a compound."""
    last, body = noun.i + 1, None
    for right in noun.rights:
        if right.i != last or right.dep_ != "prep" or right.lower_ not in ("of", "in", "at"):
            break
        last = right.right_edge.i + 1
        inner = child(right, "pobj")
        if right.lower_ == "of" and inner is not None:
            body = _named(paragraph, inner)
    compounds = [t for t in noun.lefts if t.pos_ == "PROPN"]
    if body is None and compounds:
        body = paragraph.span(noun.doc[compounds[0].left_edge.i : compounds[-1].i + 1])
    span = paragraph.span(noun.doc[noun.left_edge.i : last])
    names = frozenset() if body is None else frozenset(w for w in body.text.split() if w[:1].isupper())
    return Gathering(span, body, names)


def _named(paragraph: Paragraph, head: Token) -> Span:
    """A name without what is hung on it: "the OSCE Permanent Council" of "… in Vienna"."""
    last = head.i + 1
    for right in head.rights:
        if right.dep_ == "prep" and right.lower_ == "of" and right.i == last:
            last = right.right_edge.i + 1
    return paragraph.span(head.doc[head.left_edge.i : last])
