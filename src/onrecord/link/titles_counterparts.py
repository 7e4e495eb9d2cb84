"""Counterparts: "his Greek counterpart" is whoever holds the same office in that state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import clause_head
from onrecord.annotate.syntax import grammatical_subjects
from onrecord.link.appositions import apposed
from onrecord.link.cast import Cast
from onrecord.link.names import Names
from onrecord.link.referents import Post, Referent
from onrecord.link.scene import phrase
from onrecord.link.titles_definite import Definite
from onrecord.link.titles_unnamed import Unnamed
from onrecord.link.titles_words import same_state
from onrecord.resources.names import words

if TYPE_CHECKING:
    from onrecord.link.stage import Stage


SUCCEEDING = frozenset(["successor", "predecessor"])
ADDRESSING = words("tell remind assure inform ask urge thank warn promise advise press invite reassure notify call")
_ALIKE = frozenset(["counterpart", "homologue"])
COUNTERPARTS = SUCCEEDING | _ALIKE | {"number", "colleague"}
"""The words that `is_counterpart` may find to stand for one; it finds none of others."""


def is_counterpart(token: Token) -> bool:
    """Whether a noun stands for the holder of the same office elsewhere: "counterpart", "opposite number"."""
    word = token.lower_
    if word in SUCCEEDING:
        return any(c.dep_ == "poss" for c in token.children)
    if word == "number":
        return any(c.lower_ == "opposite" for c in token.children)
    return word in _ALIKE or (word == "colleague" and (_abroad(token) or _told(token)))


def _told(token: Token) -> bool:
    """Whether a colleague is told or asked something, as the one at the other end: "reminded his colleague that"."""
    owned = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in token.children)
    return owned and token.dep_ in ("dobj", "dative") and token.head.lemma_ in ADDRESSING


def _abroad(token: Token) -> bool:
    """Whether a capitalised adjective stands between whose a colleague is and the noun ("his Greek colleague")."""
    owned = any(c.dep_ == "poss" for c in token.children)
    return owned and any(c.text[0].isupper() and c.dep_ in ("amod", "compound", "nmod") for c in token.children)


class Counterparts:
    """Resolves "counterpart" in one document."""

    def __init__(self, names: Names, cast: Cast, stage: Stage, definite: Definite, unnamed: Unnamed) -> None:
        self._names = names
        self._cast = cast
        self._stage = stage
        self._definite = definite
        self._unnamed = unnamed

    def read(self, paragraph: Paragraph, token: Token) -> bool:
        """ "His Greek counterpart": whoever holds the same office in that state; "his successor": in his own."""
        possessor = next((c for c in token.children if c.dep_ == "poss"), None)
        owner = self._caller(paragraph, token, possessor)
        owner = owner or (self._stage.referent_at(paragraph, possessor) if possessor is not None else None)
        owner = owner or self._named_later(paragraph, possessor)
        start, end = phrase(paragraph, token)
        near = self._names.entities.within(paragraph.start + start, paragraph.start + end)
        person = next((e for e in near if e.label == "PERSON"), None)
        polity = next((p for e in near if e.label in ("NORP", "GPE") and (p := self._names.polity(e))), None)
        if owner is None or owner.kind != "person" or not owner.posts:
            return False
        own = owner.posts[0]
        if token.lower_ in SUCCEEDING:
            polity = own.polity or owner.polity
            former = structs.replace(own.role, former=token.lower_ != "successor")
            held = Post(former, own.title, polity, own.body, own.target)
            return self._succeeding(paragraph, token, held, owner)
        post = Post(own.role, own.title, polity)
        if polity is not None:
            owner.foreign.append(polity)
        named = self._cast.at(person.start) if person is not None else None
        if named is not None:
            self._definite.tell(named, post)
            self._stage.notice(paragraph, token, "role", (named,), "title")
            return True
        if polity is None:
            return self._unowned(paragraph, token, owner)
        asked = self._definite.other(post) if owner.polity is None else self._definite.find(paragraph, token, post)
        found, by, candidates = asked
        if found is None or found is owner:
            found = self._unnamed.someone(paragraph, token, post)
            found.candidates = candidates
        self._stage.notice(paragraph, token, "role", (found,), by)
        return True

    def _succeeding(self, paragraph: Paragraph, token: Token, post: Post, owner: Referent) -> bool:
        """ "His successor, Colonel Mina Harcourt": the holder of the same office, after or before him."""
        named = apposed(self._names, self._cast, paragraph, token)
        if named is None:
            return False
        self._definite.tell(named, post)
        named.serves = named.serves or owner.serves or owner
        self._stage.notice(paragraph, token, "role", (named,), "title")
        return True

    def _unowned(self, paragraph: Paragraph, token: Token, owner: Referent) -> bool:
        """ "Her counterpart" alone: the only other of the text who holds her office, in another state."""
        others = [
            p for p in self._cast.persons
            if p is not owner and any(one.role.role == own.role.role for one in p.posts for own in owner.posts[:1])
            and not (p.polity and owner.polity and same_state(p.polity, owner.polity))
        ]  # fmt: skip
        if len(others) != 1:
            return False
        self._stage.notice(paragraph, token, "role", (others[0],), "title")
        return True

    def _caller(self, paragraph: Paragraph, token: Token, possessor: Token | None) -> Referent | None:
        """Whose counterpart is the object of his verb: "the spokesman said Minister Rowe called his counterpart"."""
        if possessor is None or possessor.tag_ != "PRP$" or token.dep_ not in ("dobj", "pobj"):
            return None
        subjects = [s for s in grammatical_subjects(clause_head(token)) if s.i < token.i]
        inside = [self._cast.at(paragraph.start + t.idx) for s in subjects for t in (s, *s.lefts)]
        inside += [self._stage.referent_at(paragraph, s) for s in subjects]
        return next((person for person in inside if person is not None and person.kind == "person"), None)

    def _named_later(self, paragraph: Paragraph, possessor: Token | None) -> Referent | None:
        """Whom "his" names ahead: "In a call with his Greek counterpart, Minister Rowe said": the subject, Rowe."""
        if possessor is None or possessor.tag_ != "PRP$":
            return None
        verb = possessor.sent.root
        subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i > possessor.i), None)
        inside = [] if subject is None else [self._cast.at(paragraph.start + t.idx) for t in subject.subtree]
        return next((person for person in inside if person is not None), None)
