"""Whose mouth a title stands in: "the minister", told by a ministry or its spokesman, is that state's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.syntax import child
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import TELLING
from onrecord.resources.documents import documents

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

_OFFICES = frozenset(["ministry", "department", "presidency", "office", "palace", "secretariat", "chancellery"])
NEAR = 3
"""Paragraphs back within which "it added" still speaks for the body that spoke last."""


def state_speaking(stage: Stage, paragraph: Paragraph, token: Token) -> Polity | None:
    """The state of the body or the official in whose words a word stands; None where nobody, or no state, is told."""
    quote = stage.quotes.at(paragraph.start + token.idx)
    if quote is None:
        return next((polity for subject in _above(token) if (polity := _read(stage, paragraph, subject))), None)
    person = stage.speakers.of(quote, paragraph)
    if person is not None:
        return person.polity or (person.serves.polity if person.serves is not None else None)
    subjects = _beside(stage, paragraph)
    return next((polity for subject in subjects if (polity := _ahead(stage, paragraph, subject))), None)


def office_speaking(stage: Stage, paragraph: Paragraph, token: Token) -> bool:
    """Whether a ministry, an office or its spokesman speaks and nobody says whose it is: the report's own state's."""
    quote = stage.quotes.at(paragraph.start + token.idx)
    person = stage.speakers.of(quote, paragraph)
    if person is not None:
        return person.polity is None and any(post.role.role == "spokesperson" for post in person.posts)
    subjects = _above(token) if quote is None else _beside(stage, paragraph)
    return any(subject.lower_ in _OFFICES for subject in subjects)


def _beside(stage: Stage, paragraph: Paragraph) -> Iterator[Token]:
    """The subjects of the verbs of speech outside the quotations of a paragraph."""
    for verb in paragraph.words:
        if verb.lemma_ in TELLING and stage.quotes.at(paragraph.start + verb.idx) is None:
            subject = child(verb, "nsubj")
            if subject is not None:
                yield subject


def _above(token: Token) -> Iterator[Token]:
    """The subjects of the verbs of speech that a word stands under, the nearest first."""
    verb = token
    while verb.head != verb:
        inner, verb = verb, verb.head
        subject = child(verb, "nsubj", "nsubjpass") if verb.pos_ == "VERB" and verb.lemma_ in TELLING else None
        if subject is not None and subject != inner:
            yield subject


def _read(stage: Stage, paragraph: Paragraph, subject: Token) -> Polity | None:
    """The state of a subject that the scene has passed already."""
    inside = {paragraph.start + t.idx for t in subject.subtree}
    mentions = (m for m in reversed(stage.noticed[-40:]) if m.head in inside and m.referent is not None)
    return next((m.referent.polity for m in mentions if m.referent is not None and m.referent.polity), None) or (
        _last_body(stage, paragraph) if _takes_up(subject) else None
    )


def _ahead(stage: Stage, paragraph: Paragraph, subject: Token) -> Polity | None:
    """The state of a subject that the scene has not come to yet, by the names in it: "…,” the Kalmar ministry said"."""
    start = paragraph.start + subject.left_edge.idx
    end = paragraph.start + subject.right_edge.idx + len(subject.right_edge)
    for entity in stage.names.entities.within(start, end):
        person = stage.cast.at(entity.start) if entity.label == "PERSON" else None
        polity = stage.names.polity(entity) if person is None else person.polity
        if polity is not None or person is not None:
            return polity  # "Marek's office" is that of Marek's state, whoever else was told of
    return _last_body(stage, paragraph) if _takes_up(subject) else None


def _takes_up(subject: Token) -> bool:
    """Whether a subject takes up the body that spoke, or its paper: "it added", "the statement said"."""
    bare = all(child_.dep_ == "det" for child_ in subject.children)
    return bare and (
        subject.lower_ in _OFFICES or subject.lower_ == "it" or subject.lemma_.lower() in documents().nouns
    )


def _last_body(stage: Stage, paragraph: Paragraph) -> Polity | None:
    """The state of the body that was the last subject."""
    for mention in reversed(stage.noticed):
        if paragraph.index - mention.paragraph > NEAR:
            return None
        body: Referent | None = mention.referent
        if body is None or body.polity is None or body.kind not in ("government", "office", "organization"):
            continue
        if mention.subject and mention.quote is None:
            return body.polity
    return None
