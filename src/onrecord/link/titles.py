"""Role nouns: "the prime minister", "the U.S. envoy to the OSCE", "a senior official", "ministers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.portfolios import portfolio_at
from onrecord.link.appositions import all_apposed, apposed
from onrecord.link.cast import Cast
from onrecord.link.each_of import states_of_each
from onrecord.link.introductions import merge
from onrecord.link.known import Known
from onrecord.link.names import Names
from onrecord.link.posts import read_post, singular
from onrecord.link.provinces import LOCAL
from onrecord.link.referents import Polity, Post, Referent
from onrecord.link.scene import phrase
from onrecord.link.sides import APART
from onrecord.link.titles_counterparts import COUNTERPARTS, Counterparts, is_counterpart
from onrecord.link.titles_definite import Definite, of_organization
from onrecord.link.titles_unnamed import Unnamed
from onrecord.link.titles_words import (
    is_indefinite,
    is_mass,
    title_nouns,
)
from onrecord.link.trades import is_trade_noun
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources import heads
from onrecord.resources.roles import BESIDE, Role, is_agent, is_trade, lexicon

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

_SINGLE = frozenset(["head_of_state", "head_of_government"])
"""Offices that a state has one holder of, beside its ministers for something."""
COMMON = frozenset(["civilian", "criminal", "worker", "refugee", "soldier", "rebel", "academic", "medic", "farmer"])


def _is_description(post: Post) -> bool:
    """Whether a title is no office but what somebody is beside ("the father of two", "the baker")."""
    return post.role.role in COMMON or post.role.head in lexicon().lesser


def _is_lesser(post: Post) -> bool:
    return post.role.role == BESIDE or post.role.head.casefold() in lexicon().lesser


def _is_movements(owner: Referent, post: Post) -> bool:
    """Whether an officer is that of a body which is no state's: "The Movement … its spokesman"."""
    bodies = owner.kind in ("organization", "group") and owner.name is not None and not owner.plural
    apart = owner.polity is None or owner.sector in APART
    return bodies and apart and post.polity is None and post.body is None


class Titles:
    """Resolves the role nouns of one document."""

    def __init__(self, names: Names, known: Known, cast: Cast, stage: Stage) -> None:
        self._names = names
        self._known = known
        self._cast = cast
        self._stage = stage
        self._definite = Definite(cast, stage)
        self._unnamed = Unnamed(names)
        self._counterparts = Counterparts(names, cast, stage, self._definite, self._unnamed)

    def read(self, paragraph: Paragraph, token: Token) -> bool:
        """Notice the mention that a role noun heads; False where the token is none."""
        word = token.lower_
        if word in COUNTERPARTS and is_counterpart(token):
            return self._counterparts.read(paragraph, token)
        if token.dep_ == "pobj" and portfolio_at(paragraph.words, token.i) is not None:
            return True  # "the Secretary of State"
        if word not in title_nouns() and not is_trade(word):
            return self._beside(paragraph, token)
        if is_mass(token):
            return False
        start, end = phrase(paragraph, token)
        tokens = paragraph.between(start, end)
        if len(tokens) > 40:
            return False
        stop = self._unnamed.complement(paragraph, token, min(tokens.end, token.i + 9))
        post = read_post(self._names, paragraph, tokens.start, stop)
        if post is None or not tokens.start + post.role.start <= token.i < tokens.start + post.role.end:
            return False
        post = self._where(paragraph, tokens.start, tokens.start + post.role.end, post)
        post, owner = self._owned(paragraph, token, post)
        referents, by = self._referents(paragraph, token, post, owner)
        last = paragraph.words[stop - 1]
        self._stage.notice(paragraph, token, "role", referents, by,
                           end=paragraph.start + max(last.idx + len(last), end))  # fmt: skip
        return True

    def _where(self, paragraph: Paragraph, start: int, behind: int, post: Post) -> Post:
        """The post of one who is told to be an official in a place, with the state that the place lies in.

        "Officials in Moscow, Idaho", "a judge in Lyon"; others only where a capital would tell their state.
        """
        if post.target is not None or (post.body is not None and not post.body[0].startswith(("local:", "region:"))):
            return post
        last = paragraph.words[behind - 1]
        place = self._stage.placed.behind(paragraph.start + last.idx + len(last))
        if place is None or place[1] is None:
            return post
        entity = self._names.entities.at(place[0])
        seat = self._names.seat(entity) if entity is not None else None
        before = self._names.entities.within(paragraph.start + paragraph.words[start].idx, place[0])
        told = post.polity is not None and any(self._names.polity(e) == post.polity for e in before)
        told = told or (seat is not None and not seat.codes)  # by the text itself
        if told or (seat is None and post.role.role not in LOCAL):
            return post
        return Post(post.role, post.title, place[1], post.body, post.target)

    def _beside(self, paragraph: Paragraph, token: Token) -> bool:
        """Notice a noun that a name beside it tells to be what somebody is: "Bryland's agent, Lidia Carne,"."""
        doc = paragraph.words
        if token.i + 1 >= len(doc) or doc[token.i + 1].text != "," or not is_agent(token.text):
            return False
        if not is_trade_noun(token) or not any(c.dep_ == "appos" for c in token.children):
            return False
        named = apposed(self._names, self._cast, paragraph, token)
        if named is None:
            return False
        role = Role(role="leader", head=token.lower_, sector="", start=0, end=1)
        post, owner = self._owned(paragraph, token, Post(role, token.text))
        if owner is not None and owner.kind in ("state", "government"):
            post = Post(role, post.title, owner.polity)
        self._definite.tell(named, post)
        self._stage.notice(paragraph, token, "role", (named,), "title")
        return True

    def _owned(self, paragraph: Paragraph, token: Token, post: Post) -> tuple[Post, Referent | None]:
        """The post with its state from a possessor ("its prime minister", "the country's president")."""
        possessor = next((c for c in token.children if c.dep_ == "poss"), None)
        if possessor is None:
            return self._serving(paragraph, token, post), None
        owner = self._stage.referent_at(paragraph, possessor)
        if owner is not None and (owner.id or "").startswith("region:"):  # its own officials, not the claimant's
            return Post(post.role, post.title, None, (owner.id or "", owner.name or ""), post.target), None
        if owner is not None and _is_movements(owner, post):
            return Post(post.role, post.title, None, (owner.identity() or "", owner.name or ""), post.target), owner
        if owner is None or post.polity is not None or owner.polity is None:
            return post, owner
        if owner.kind == "person" and post.role.sector != "GOV":
            return post, owner
        return Post(post.role, post.title, owner.polity, post.body, post.target), owner

    def _serving(self, paragraph: Paragraph, token: Token, post: Post) -> Post:
        """The post with the state of the person whom it serves ("an aide to Marek", "a spokesman for the premier")."""
        if post.polity is not None or post.body is not None or post.target is not None:
            return post
        holder_ = next((c for p in token.children if p.dep_ == "prep" and p.lower_ in ("to", "for")
                        for c in p.children if c.dep_ == "pobj"), None)  # fmt: skip
        inside = [] if holder_ is None else [self._cast.at(paragraph.start + t.idx) for t in holder_.subtree]
        person = next((p for p in inside if p is not None), None)
        if person is None or person.polity is None:
            return post
        return Post(post.role, post.title, person.polity, post.body, post.target)

    def _several(self, paragraph: Paragraph, token: Token, post: Post) -> tuple[Referent, ...]:
        """The persons named beside a plural title, none where fewer than two are."""
        found = all_apposed(self._names, self._cast, paragraph, token) if post.role.plural else ()
        return found if len(found) > 1 else ()

    def _of_each(self, paragraph: Paragraph, token: Token, post: Post) -> tuple[Referent, ...]:
        """Those of several states whom one plural title names: "Thai and Cambodian officers".

        Who holds an office that is one person's in each state is left to be named by the rest of the report, which
        tells of them together; where it names nobody of such an office, it is the holder whom the table tells.
        """
        states = (
            () if post.body is not None or post.target is not None else states_of_each(self._names, paragraph, token)
        )
        if not states:
            return ()
        if post.role.role not in _SINGLE and not post.role.role.endswith("minister"):
            noun = token.lower_ if token.is_sent_start else token.text
            return tuple(
                self._unnamed.several(paragraph, token, Post(post.role, post.title, state), f"{words} {noun}")
                for state, words in states
            )
        if any(own.role.role == post.role.role for person in self._cast.persons for own in person.posts):
            shared = Post(post.role, post.title, Polity.several([state for state, _ in states]))
            return (self._unnamed.several(paragraph, token, shared),)
        return tuple(
            self._holder(paragraph, token, singular(Post(post.role, post.title, state))) for state, _ in states
        )

    def _holder(self, paragraph: Paragraph, token: Token, post: Post) -> Referent:
        """Who holds one of several offices told together."""
        found, _, candidates = self._definite.find(paragraph, token, post)
        if found is not None:
            return found
        someone = self._unnamed.someone(paragraph, token, post, apart=True)
        someone.definite = True
        someone.candidates = someone.candidates or candidates
        someone.described = someone.described or f"{post.title} of {post.polity.name}" if post.polity else None
        return someone

    def _respectively(self, paragraph: Paragraph, token: Token, persons: tuple[Referent, ...]) -> None:
        """Tell two named together their states in their order: "the two governments … their premiers, A and B"."""
        possessor = next((c for c in token.children if c.dep_ == "poss" and c.lower_ == "their"), None)
        if possessor is None or len(persons) != 2 or any(person.polity is not None for person in persons):
            return
        offset = paragraph.start + possessor.idx
        owners = next((m.referents for m in reversed(self._stage.noticed[-20:]) if m.head == offset), ())
        states = [owner.polity for owner in owners if owner.kind in ("state", "government")]
        if len(states) == 2 and states[0] != states[1]:
            for person, state in zip(persons, states, strict=True):
                person.polity = state

    def _same(self, paragraph: Paragraph, token: Token, post: Post) -> Referent | None:
        """Whom the first of two titles under one article means: "the Kerry senator and Labour candidate"."""
        first = token.head
        if token.dep_ != "conj" or post.role.plural or first.i > token.i or first.tag_ not in ("NN", "NNP"):
            return None
        articles = [c for c in token.children if c.dep_ in ("det", "poss")]
        if articles or not any(c.lower_ == "the" for c in first.children) or first.lower_ not in title_nouns():
            return None
        person = self._stage.referent_at(paragraph, first)
        if person is None or person.kind != "person" or any(c.dep_ == "appos" for c in token.children):
            return None
        self._definite.tell(person, post)
        return person

    def _referents(
        self, paragraph: Paragraph, token: Token, post: Post, owner: Referent | None
    ) -> tuple[tuple[Referent, ...], ResolvedBy]:
        if (same := self._same(paragraph, token, post)) is not None:
            return (same,), "title"
        named_all = self._several(paragraph, token, post)
        named = None if named_all else apposed(self._names, self._cast, paragraph, token)
        if named is not None:
            bare = named.polity is None and post.polity is None
            known = self._definite.spoken_of(paragraph, token, post) if bare else None
            if known is not None:
                merge(self._stage.noticed, known, named)
            self._definite.tell(named, post)
            named.serves = named.serves or owner
            return (named,), "title"
        if post.role.plural:
            if named_all:
                self._respectively(paragraph, token, named_all)
                one = singular(post)
                for person in named_all:
                    if not person.posts:
                        self._definite.tell(person, Post(one.role, one.title, person.polity))
                return named_all, "title"
            if each := self._of_each(paragraph, token, post):
                return each, "demonym"
            return (self._unnamed.several(paragraph, token, post),), "demonym" if post.polity else "unresolved"
        if is_indefinite(token) or (post.role.role in COMMON and owner is not None):
            someone = self._unnamed.someone(paragraph, token, post)
            someone.serves = someone.serves or owner
            someone.described = self._unnamed.description(paragraph, token, post, owner) if owner is not None else None
            return (someone,), "unresolved"
        if owner is not None and owner.kind == "organization" and post.body is None and heads.is_listed(owner.id or ""):
            post = Post(post.role, post.title, post.polity, (owner.id or "", owner.name or ""), post.target)
        asked = owner is None or post.polity is not None or post.role.role == "spokesperson" or of_organization(post)
        found, by, candidates = self._definite.find(paragraph, token, post) if asked else (None, "unresolved", ())
        if found is None and owner is None and not candidates and _is_description(post):
            found, by = self._definite.pictured(paragraph, token), "coreference"
        if found is not None:
            if found.posts and not _is_lesser(post) and all(map(_is_lesser, found.posts)):
                self._definite.tell(found, post)  # "Father Tredwell … the docks chaplain"
            return (found,), by
        someone = self._unnamed.someone(paragraph, token, post)
        someone.definite = True
        someone.serves = someone.serves or owner
        someone.candidates = someone.candidates or candidates
        if not any(c.id in {p.identity() for p in self._cast.persons} for c in candidates):
            someone.described = someone.described or self._unnamed.description(paragraph, token, post, owner)
        return (someone,), "unresolved"
