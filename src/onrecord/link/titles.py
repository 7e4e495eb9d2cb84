"""Role nouns: "the prime minister", "the U.S. envoy to the OSCE", "a senior official", "ministers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.intervals import tokens_between
from onrecord.annotate.layers import Paragraph
from onrecord.link import coreference as coref
from onrecord.link.appositions import all_apposed, apposed
from onrecord.link.cast import Cast, add_post
from onrecord.link.known import Known
from onrecord.link.offices import holder
from onrecord.link.persons import identify
from onrecord.link.posts import Names, read_post
from onrecord.link.referents import Post, Referent
from onrecord.link.scene import phrase
from onrecord.link.titles_words import (
    is_indefinite,
    is_mass,
    own_words,
    question,
    same_role,
    same_state,
    seat_of,
    title_nouns,
)
from onrecord.model import Candidate
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources.given_names import gender_of

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

UNIQUE = frozenset(["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
                    "legislature_head", "security_council_secretary", "minister", "organisation_head"])  # fmt: skip
ALIKE = frozenset(["ambassador", "spokesperson", "head_of_government", "foreign_minister", "legislator"])
_MINISTERS = frozenset(["foreign_minister", "defence_minister", "interior_minister", "minister"])
COMMON = frozenset(["civilian", "criminal", "worker", "refugee", "soldier", "rebel", "academic", "medic", "farmer"])


class Titles:
    """Resolves the role nouns of one document."""

    def __init__(self, names: Names, known: Known, cast: Cast, stage: Stage) -> None:
        self._names = names
        self._known = known
        self._cast = cast
        self._stage = stage
        self._anonymous: dict[tuple[int, int], Referent] = {}
        self._groups: dict[str, Referent] = {}

    def read(self, paragraph: Paragraph, token: Token) -> bool:
        """Notice the mention that a role noun heads; False where the token is none."""
        if token.lower_ == "counterpart":
            return self._counterpart(paragraph, token)
        if token.lower_ not in title_nouns() or is_mass(token):
            return False
        start, end = phrase(paragraph, token)
        tokens = tokens_between(paragraph.parse, start, end)
        if len(tokens) > 40:
            return False
        stop = self._complement(paragraph, token, min(tokens.end, token.i + 9))
        post = read_post(self._names, paragraph, tokens.start, stop)
        if post is None or not tokens.start + post.role.start <= token.i < tokens.start + post.role.end:
            return False
        post, owner = self._owned(paragraph, token, post)
        referents, by = self._referents(paragraph, token, post, owner)
        last = paragraph.parse[stop - 1]
        self._stage.notice(paragraph, token, "role", referents, by,
                           end=paragraph.start + max(last.idx + len(last), end))  # fmt: skip
        return True

    def _counterpart(self, paragraph: Paragraph, token: Token) -> bool:
        """ "His Greek counterpart": whoever holds the same office in that state."""
        possessor = next((c for c in token.children if c.dep_ == "poss"), None)
        owner = self._stage.referent_at(paragraph, possessor) if possessor is not None else None
        owner = owner or self._named_later(paragraph, possessor)
        start, end = phrase(paragraph, token)
        near = self._names.entities.within(paragraph.start + start, paragraph.start + end)
        person = next((e for e in near if e.label == "PERSON"), None)
        polity = next((p for e in near if e.label in ("NORP", "GPE") and (p := self._names.polity(e))), None)
        if owner is None or owner.kind != "person" or not owner.posts or polity is None:
            return False
        own = owner.posts[0]
        post = Post(own.role, own.title, polity)
        named = self._cast.at(person.start) if person is not None else None
        if named is not None:
            self._tell(named, post)
            self._stage.notice(paragraph, token, "role", (named,), "title")
            return True
        found, by, candidates = self._other(post) if owner.polity is None else self._definite(paragraph, token, post)
        if found is None or found is owner:
            found = self._someone(paragraph, token, post)
            found.candidates = candidates
        self._stage.notice(paragraph, token, "role", (found,), by)
        return True

    def _other(self, post: Post) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        """The counterpart of one whose state is not told yet: his own title would fit him best of all."""
        bare = self._of_bare_title(post)
        return bare, "unresolved" if bare is None else "title", ()

    def _named_later(self, paragraph: Paragraph, possessor: Token | None) -> Referent | None:
        """Whom "his" names ahead: "In a call with his Greek counterpart, Minister Rowe said": the subject, Rowe."""
        if possessor is None or possessor.tag_ != "PRP$":
            return None
        verb = possessor.sent.root
        subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i > possessor.i), None)
        inside = [] if subject is None else [self._cast.at(paragraph.start + t.idx) for t in subject.subtree]
        return next((person for person in inside if person is not None), None)

    def _complement(self, paragraph: Paragraph, token: Token, stop: int) -> int:
        """Where a title ends whose "to X" or "of X" the parser hung elsewhere ("…, added the envoy to the OSCE")."""
        doc = paragraph.parse
        spot = token.i + 1
        if stop > spot or spot >= len(doc) or doc[spot].lower_ not in ("to", "of", "for"):
            return stop
        spot += 2 if spot + 1 < len(doc) and doc[spot + 1].lower_ == "the" else 1
        entity = self._names.at(paragraph, doc[spot]) if spot < len(doc) else None
        if entity is None or entity.label in ("PERSON", "TITLE"):
            return stop
        while spot < len(doc) and paragraph.start + doc[spot].idx < entity.end:
            spot += 1
        return spot

    def _owned(self, paragraph: Paragraph, token: Token, post: Post) -> tuple[Post, Referent | None]:
        """The post with its state from a possessor ("its prime minister", "the country's president")."""
        possessor = next((c for c in token.children if c.dep_ == "poss"), None)
        if possessor is None:
            return self._serving(paragraph, token, post), None
        owner = self._stage.referent_at(paragraph, possessor)
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

    def _referents(
        self, paragraph: Paragraph, token: Token, post: Post, owner: Referent | None
    ) -> tuple[tuple[Referent, ...], ResolvedBy]:
        named = apposed(self._names, self._cast, paragraph, token)
        if named is not None:
            known = self._earlier(paragraph, post) if named.polity is None and post.polity is None else None
            whose = known.posts[0].polity if known is not None else None
            self._tell(named, post if whose is None else Post(post.role, post.title, whose, post.body, post.target))
            return (named,), "title"
        if post.role.plural:
            named_all = all_apposed(self._names, self._cast, paragraph, token)
            if len(named_all) > 1:
                return named_all, "title"
            return (self._several(paragraph, token, post),), "demonym" if post.polity else "unresolved"
        if is_indefinite(token) or (post.role.role in COMMON and owner is not None):
            someone = self._someone(paragraph, token, post)
            someone.described = self._description(paragraph, token, post, owner) if owner is not None else None
            return (someone,), "unresolved"
        asked = owner is None or post.polity is not None or post.role.role == "spokesperson"
        found, by, candidates = self._definite(paragraph, token, post) if asked else (None, "unresolved", ())
        if found is not None:
            return (found,), by
        someone = self._someone(paragraph, token, post)
        someone.definite = True
        someone.candidates = someone.candidates or candidates
        if not any(c.id in {p.identity() for p in self._cast.persons} for c in candidates):
            someone.described = someone.described or self._description(paragraph, token, post, owner)
        return (someone,), "unresolved"

    def _tell(self, person: Referent, post: Post) -> None:
        """Tell a person of one more post, and ask the reference table again where it knew nobody."""
        add_post(person, post)
        if person.id is None:
            identify(person, self._stage.layers.document.published)

    # --- definite
    def _definite(
        self, paragraph: Paragraph, token: Token, post: Post
    ) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        scores = {p: s for p in self._cast.persons if (s := self._fit(p, post)) > 0}
        if scores and max(scores.values()) < 2 and (earlier := self._earlier(paragraph, post)) is not None:
            return earlier, "coreference", ()
        if scores:
            found = self._among(paragraph, token, post, scores)
            if found is not None:
                found.polity = found.polity or post.polity
                return found, "title", ()
            ranked = sorted(scores, key=lambda p: p.number)
            share = round(1 / len(ranked), 3)
            return None, "unresolved", tuple(Candidate(p.identity() or "", p.name or "", share) for p in ranked[:5])
        earlier = self._earlier(paragraph, post)
        if earlier is not None:
            return earlier, "coreference", ()
        bare = self._of_bare_title(post)
        return (bare, "title", ()) if bare is not None else self._from_table(post)

    def _of_bare_title(self, post: Post) -> Referent | None:
        """The one "Minister Rowe" of a text that also speaks of "Marrow's foreign minister", of whom he is told."""
        if post.polity is None or post.role.former or post.role.role not in _MINISTERS:
            return None
        same = [p for p in self._cast.persons for own in p.posts if own.role.role == "minister"
                and own.title.casefold() in ("minister", "secretary")
                and (p.polity is None or same_state(p.polity, post.polity))]  # fmt: skip
        if len(same) != 1 or any(own.role.role == post.role.role for p in self._cast.persons for own in p.posts
                                 if own.polity and same_state(own.polity, post.polity)):  # fmt: skip
            return None
        self._tell(same[0], post)
        return same[0]

    def _fit(self, person: Referent, post: Post) -> float:
        """How well a person of the cast fits a title: 0 where anything speaks against it."""
        if post.polity and person.polity and not same_state(post.polity, person.polity):
            return 0.0
        best = 0.0
        for own in person.posts:
            score = same_role(own, post)
            if score and own.target and post.target and own.target[0] != post.target[0]:
                score = 0.0
            if score and own.body and post.body and own.body[0] != post.body[0]:
                score = 0.0
            best = max(best, score)
        if best and post.polity and person.polity is None:
            best -= 0.5
        return best

    def _among(self, paragraph: Paragraph, token: Token, post: Post, scores: dict[Referent, float]) -> Referent | None:
        """The one meant among those who fit: the best fit, the issuing state's own, the one who stands out."""
        top = max(scores.values())
        fits = [p for p, s in scores.items() if s == top]
        if len(fits) == 1:
            return fits[0]
        issuer = self._stage.issuer if post.polity is None else None
        own = [p for p in fits if p.polity is None or (issuer is not None and same_state(p.polity, issuer))]
        if issuer is not None and len(own) == 1:
            return own[0]
        quote = self._stage.quotes.at(paragraph.start + token.idx)
        near: dict[Referent, float] = {}
        for mention in coref.recent(self._stage.noticed, paragraph.index):
            for referent in mention.referents:
                if referent in fits:
                    score = coref.salience(mention, self._stage.sentence, quote)
                    near[referent] = max(near.get(referent, 0.0), score)
        return coref.best(near, 1.05)

    def _earlier(self, paragraph: Paragraph, post: Post) -> Referent | None:
        """Somebody without a name whom the same title introduced before ("a spokesman … the spokesman")."""
        for mention in coref.recent(self._stage.noticed, paragraph.index):
            referent = mention.referent
            if mention.form != "role" or referent is None or referent.name is not None or not referent.posts:
                continue
            own = referent.posts[0]
            alike = own.role.head == post.role.head or (own.role.role == post.role.role and own.role.role in ALIKE)
            if alike and not (own.polity and post.polity and own.polity != post.polity):
                return referent
        return None

    def _from_table(self, post: Post) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        day = self._stage.layers.document.published
        seat = seat_of(post)
        if not day or seat is None or post.role.former or post.role.role not in UNIQUE | {"ambassador", "spokesperson"}:
            return None, "unresolved", ()
        found = holder(question(post), seat, day)
        if found.tenure is None:
            return None, "unresolved", found.candidates
        tenure = found.tenure
        person = next((p for p in self._cast.persons if p.id == tenure.person_id), None)
        if person is None:
            person = Referent(500 + len(self._cast.persons), "person", tenure.person, tenure.person_id, post.polity)
            person.sector = post.role.sector or None
            person.gender = gender_of(tenure.person.split())
            person.posts.append(post)
            self._cast.persons.append(person)
        return person, "office", ()

    # --- unnamed
    def _description(self, paragraph: Paragraph, token: Token, post: Post, owner: Referent | None) -> str | None:
        """The words for somebody unnamed whose title says whose he is: "Khorvash chargé", "Pell's husband"."""
        words = own_words(paragraph, token)
        if owner is not None and owner.name:
            possessed = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in token.children)
            return f"{owner.name}'s {words}" if possessed else words
        owned = post.polity is not None or post.body is not None or post.target is not None
        if not owned and words.casefold() in (post.title.casefold(), post.role.head):
            return None
        stop = self._complement(paragraph, token, token.i + 1)
        tail = paragraph.parse[token.i + 1 : stop].text if stop > token.i + 1 else ""
        return f"{words} {tail}".strip()

    def _someone(self, paragraph: Paragraph, token: Token, post: Post) -> Referent:
        key = (paragraph.index, token.i)
        if key not in self._anonymous:
            number = 2000 + len(self._anonymous)
            person = Referent(number, "person", None, None, post.polity, (), post.role.sector or None, [post])
            person.head = token.lower_
            self._anonymous[key] = person
        return self._anonymous[key]

    def _several(self, paragraph: Paragraph, token: Token, post: Post) -> Referent:
        words = own_words(paragraph, token)
        key = f"{words.casefold()} {post.polity.id if post.polity else ''}"
        if key not in self._groups:
            self._groups[key] = Referent(
                3000 + len(self._groups), "people", words, None, post.polity, (), post.role.sector or None, [],
                plural=True, head=token.lower_,
            )  # fmt: skip
        return self._groups[key]
