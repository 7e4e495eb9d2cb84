"""Whom a definite title means ("the minister", "the U.S. envoy to the OSCE"): one of the text, else of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.syntax import child
from onrecord.link import coreference as coref
from onrecord.link.cast import Cast, add_post, gender_of_title
from onrecord.link.offices import asked, even, is_apart
from onrecord.link.persons import identify
from onrecord.link.referents import Post, Referent
from onrecord.link.scene import SPEECH
from onrecord.link.speaking import office_speaking, state_speaking
from onrecord.link.titles_once import once_held
from onrecord.link.titles_words import KIN, questions, same_role, same_state, seat_of
from onrecord.model import Candidate
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources import heads, regions
from onrecord.resources.given_names import gender_of
from onrecord.resources.offices import Tenure
from onrecord.resources.roles import covers

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

UNIQUE = frozenset(["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
                    "legislature_head", "security_council_secretary", "minister", "organisation_head"])  # fmt: skip
ALIKE = frozenset(["ambassador", "spokesperson", "head_of_government", "foreign_minister", "legislator"])
_LOOSE = frozenset(["diplomat", "envoy", "official", "minister", "secretary", "chief", "officer", "representative"])
"""Words that a report goes on with after it gave somebody's full title."""
_MINISTERS = frozenset(["foreign_minister", "defence_minister", "interior_minister", "minister"])


class Definite:
    """Finds the persons whom the definite titles of one document mean."""

    def __init__(self, cast: Cast, stage: Stage) -> None:
        self._cast = cast
        self._stage = stage
        self._then: dict[str, Referent] = {}

    def tell(self, person: Referent, post: Post) -> None:
        """Tell a person of one more post, and ask the reference table again where it knew nobody."""
        add_post(person, post)
        if person.id is None:
            identify(person, self._stage.layers.document.published)

    def find(
        self, paragraph: Paragraph, token: Token, post: Post
    ) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        """The person that a definite title means, how he was found, and who else it may be where nobody was."""
        told = self._at_told_time(paragraph, token, post)
        if told is not None:
            return told
        scores = {p: s for p in self._cast.persons if (s := self._fit(p, post)) > 0}
        if scores and max(scores.values()) < 2 and (earlier := self.earlier(paragraph, post)) is not None:
            return earlier, "coreference", ()
        if scores:
            found = self._among(paragraph, token, post, scores)
            if found is not None:
                found.polity = found.polity or post.polity
                return found, "title", ()
            ranked = sorted(scores, key=lambda p: p.number)
            share = even(len(ranked))
            return None, "unresolved", tuple(Candidate(p.identity() or "", p.name or "", share) for p in ranked[:5])
        earlier = self.earlier(paragraph, post)
        if earlier is not None:
            return earlier, "coreference", ()
        bare = self._of_bare_title(post)
        once = once_held(self._stage.noticed, post, self._stage.layers.document.published) if bare is None else None
        if once is not None:
            self.tell(once, post)
            return once, "title", ()
        if bare is not None:
            return bare, "title", ()
        return (None, "unresolved", ()) if self._of_organ(paragraph, token, post) else self._from_table(post)

    def other(self, post: Post) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        """The counterpart of one whose state is not told yet: his own title would fit him best of all."""
        bare = self._of_bare_title(post)
        return bare, "unresolved" if bare is None else "title", ()

    def _of_bare_title(self, post: Post) -> Referent | None:
        """The one "Minister Rowe" of a text that also speaks of "Marrow's foreign minister", of whom he is told."""
        if post.polity is None or post.role.former or post.role.role not in _MINISTERS:
            return None
        same = [p for p in self._cast.persons for own in p.posts if own.role.role == "minister"
                and own.title.casefold() in ("minister", "secretary")
                and (p.polity is None or same_state(p.polity, post.polity))
                and not any(same_state(state, post.polity) for state in p.foreign)]  # fmt: skip
        if len(same) != 1 or any(own.role.role == post.role.role for p in self._cast.persons for own in p.posts
                                 if own.polity and same_state(own.polity, post.polity)):  # fmt: skip
            return None
        self.tell(same[0], post)
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
            if score and of_organization(post) and own.body is None and (own.polity or person.polity):
                score = 0.0  # "the World Bank president" is no state's president
            best = max(best, score)
        if best and post.polity and person.polity is None:
            best -= 0.5
        return best

    def _among(self, paragraph: Paragraph, token: Token, post: Post, scores: dict[Referent, float]) -> Referent | None:
        """The one meant among those who fit: the best fit, the issuing state's own, the one who stands out."""
        top = max(scores.values())
        doer = self._doer(paragraph, token)
        done_to = self._done_to(paragraph, token)
        fits = [p for p, s in scores.items() if s == top and p is not doer and p not in done_to]
        if len(fits) > 1 and post.polity is None:
            so_far = {one for mention in self._stage.noticed for one in mention.referents}
            fits = [p for p in fits if p in so_far] or fits  # whom the text has named so far, not who comes later
        if len(fits) == 1:
            return fits[0]
        voice = state_speaking(self._stage, paragraph, token) if post.polity is None else None
        told = [] if voice is None else [p for p in fits if p.polity is not None and same_state(p.polity, voice)]
        if voice is None and post.polity is None and office_speaking(self._stage, paragraph, token):
            told = [p for p in fits if p.polity is None]
        if len(told) == 1:
            return told[0]
        issuer = self._stage.issuer_at(paragraph.start) if post.polity is None else None
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
        ours = [p for p in fits if p.polity is None]  # a report says of its own state's officials the least
        first = coref.best(near, 0.05)
        return first if len(ours) == 1 and first in ours and len(fits) == 2 else coref.best(near, 1.05)

    def _doer(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """Who does to somebody what his verb tells: "Orr reminded the Syrian minister" is of two men."""
        if token.dep_ not in ("dobj", "dative", "pobj"):
            return None
        verb = token.head.head if token.dep_ == "pobj" else token.head
        subject = child(verb, "nsubj")
        return None if subject is None or subject.i > token.i else self._stage.referent_at(paragraph, subject)

    def _done_to(self, paragraph: Paragraph, token: Token) -> frozenset[Referent]:
        """Whom the verb of a subject is turned to: in "the minister rang Premier Orr" the minister is not Orr."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.pos_ != "VERB":
            return frozenset()
        objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
        objects += [o for c in verb.rights if c.dep_ in ("prep", "dative") for o in c.rights if o.dep_ == "pobj"]
        entities = (self._stage.names.at(paragraph, o) for o in objects)
        found = (self._cast.at(e.start) for e in entities if e is not None and e.label == "PERSON")
        return frozenset(p for p in found if p is not None)

    def earlier(self, paragraph: Paragraph, post: Post) -> Referent | None:
        """Somebody without a name whom the same title introduced before ("a spokesman … the spokesman")."""
        for mention in coref.recent(self._stage.noticed, paragraph.index):
            referent = mention.referent
            if mention.form != "role" or referent is None or referent.name is not None or not referent.posts:
                continue
            own = referent.posts[0]
            if own.role.portfolio and post.role.portfolio and not own.role.portfolio & post.role.portfolio:
                continue
            if post.polity and not own.polity and own.title.casefold() != post.title.casefold():
                continue  # "the minister", of whom nothing is told, is not "Doria's defence minister"
            alike = own.role.head == post.role.head or (own.role.role == post.role.role and own.role.role in ALIKE)
            if alike and not (own.polity and post.polity and own.polity != post.polity):
                return referent
        return None

    def spoken_of(self, paragraph: Paragraph, token: Token, post: Post) -> Referent | None:
        """Whom a title with a name beside it spoke of before without one: "the diplomat, Rafael Quend", the consul."""
        earlier = self.earlier(paragraph, post)
        if earlier is not None or token.lower_ not in _LOOSE or not any(c.lower_ == "the" for c in token.children):
            return earlier
        found = {
            m.referent
            for m in coref.recent(self._stage.noticed, paragraph.index)
            if m.form == "role" and m.referent is not None and m.referent.name is None and m.referent.kind == "person"
            and m.referent.posts and covers(post.role.head, m.referent.posts[0].role.role)
        }  # fmt: skip
        return found.pop() if len(found) == 1 else None

    def pictured(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """Whom a description that is no office pictures again ("said the father of two"): who was named last.

        Only where it speaks, and only within the paragraph and the one before.
        """
        if token.head.lemma_ not in SPEECH or token.dep_ not in ("nsubj", "agent"):
            return None
        gender = gender_of_title(token.text)
        quote = self._stage.quotes.at(paragraph.start + token.idx)
        scores: dict[Referent, float] = {}
        for mention in coref.recent(self._stage.noticed, paragraph.index):
            person = mention.referent
            if person is None or person.kind != "person" or person.name is None:
                continue
            if token.lower_ in KIN and person.posts:
                continue  # "the boy" is no clerk
            if paragraph.index - mention.paragraph <= 1 and (person.gender in ("", gender) or not gender):
                score = coref.salience(mention, self._stage.sentence, quote)
                scores[person] = max(scores.get(person, 0.0), score)
        return coref.best(scores, 0.05)

    def _from_table(self, post: Post) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        day = self._stage.layers.document.published
        seat = _asked_of(post)
        if not day or seat is None or is_apart(post.role):
            return self._spoken_of_then(post)
        found = asked(questions(post), seat, day, day)
        if found.tenure is None:
            return None, "unresolved", found.candidates
        return self._holding(found.tenure, post), "office", ()

    def _at_told_time(
        self, paragraph: Paragraph, token: Token, post: Post
    ) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]] | None:
        """Who held an office when the sentence is set, where that is not the holder on the report's day."""
        seat = None if self._of_organ(paragraph, token, post) else _asked_of(post)
        then = post.role.former and "then" in paragraph.parse[token.left_edge.i : token.i].text.casefold().split()
        if seat is None or (is_apart(post.role) and not then):
            return None
        frame = self._stage.frames.of(paragraph, token)
        if frame is None:
            return None
        if not frame.first:
            return None, "unresolved", ()
        day = self._stage.layers.document.published
        told = asked(questions(post), seat, frame.first, frame.last)
        now = asked(questions(post), seat, day, day).tenure if day else None
        if told.tenure is None:
            known = {candidate.id for candidate in told.candidates}
            other = bool(known) and (now is None or now.person_id not in known)
            return (None, "unresolved", told.candidates) if other else None
        if now is not None and now.person_id == told.tenure.person_id:
            return None
        return self._holding(told.tenure, post, then=True), "office", ()

    def _of_organ(self, paragraph: Paragraph, token: Token, post: Post) -> bool:
        """Whether an organisation only tells whose that is which somebody heads: "the head of the UN mission"."""
        if not of_organization(post):
            return False
        objects = [o for prep in token.rights if prep.dep_ == "prep" for o in prep.children if o.dep_ == "pobj"]
        names = self._stage.names
        return any(
            (entity := names.at(paragraph, word)) is not None and entity.label == "ORG"
            for noun in objects
            if names.at(paragraph, noun) is None
            for word in paragraph.parse[noun.left_edge.i : noun.i]
        )

    def _spoken_of_then(self, post: Post) -> tuple[Referent | None, ResolvedBy, tuple[Candidate, ...]]:
        """The holder of another time of whom a bare title goes on: "In 2003, Oslo's premier left. The premier said"."""
        if post.polity is not None or post.body is not None or is_apart(post.role):
            return None, "unresolved", ()
        fits = [p for p in self._then.values() if any(same_role(own, post) >= 2 for own in p.posts)]
        return (fits[-1], "title", ()) if fits else (None, "unresolved", ())

    def _holding(self, tenure: Tenure, post: Post, *, then: bool = False) -> Referent:
        """The person of a tenure; one who held the office at another time is not of the cast that titles mean."""
        found = next((p for p in self._cast.persons if p.id == tenure.person_id), None)
        person = found or self._then.get(tenure.person_id)
        if person is not None:
            return person
        number = 500 + len(self._cast.persons) + len(self._then)
        person = Referent(number, "person", tenure.person, tenure.person_id, post.polity)
        own = self._stage.layers.own_actors
        row = own.by_name(tenure.person) if own is not None else None
        person.name, person.id = (row.name, row.id) if row is not None else (person.name, person.id)
        person.sector = None if of_organization(post) else post.role.sector or None
        person.gender = gender_of(tenure.person.split())
        person.posts.append(post)
        region = regions.by_id(post.body[0]) if post.body is not None else None
        person.codes = region.claimed_by[:1] if region is not None else ()
        if then:
            self._then[tenure.person_id] = person
        else:
            self._cast.persons.append(person)
        return person


def _asked_of(post: Post) -> str | None:
    """Whose office a title asks the table for; None where it is none that one person holds."""
    if of_organization(post):
        return None if post.role.plural or post.role.deputy else seat_of(post)
    return seat_of(post) if post.role.role in UNIQUE | {"ambassador", "spokesperson"} else None


def of_organization(post: Post) -> bool:
    """Whether a post is one of an organisation of the tables, whose heads have titles of many kinds."""
    return post.body is not None and heads.is_listed(post.body[0])
