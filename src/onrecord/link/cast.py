"""The cast of a document: every named person, with titles, state and reference entry.

Names are clustered by last name; what any mention says of a person ("the U.S. ambassador", "Minister X") is
known of all mentions. The reference table is asked last, and only believed where it agrees with the text.
"""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.link.cast_names import compatible, name_words, spelled
from onrecord.link.constituencies import seat_behind, seated
from onrecord.link.names import Names
from onrecord.link.persons import identify
from onrecord.link.posts import read_post
from onrecord.link.posts_after import post_after
from onrecord.link.posts_around import (
    before_courtesies,
    coordinated,
    label_post,
    shared_post,
    span_before,
    stacked,
    title_of_next,
    without_whose,
)
from onrecord.link.referents import Polity, Post, Referent
from onrecord.link.titles_words import MONARCHS, same_state
from onrecord.link.trades import trade_before
from onrecord.resources import countries
from onrecord.resources.given_names import gender_of
from onrecord.resources.names import fold, without_article
from onrecord.resources.roles import lexicon

_MALE = frozenset(["mr", "mr.", "sir", "lord", "king", "prince", "emir", "sheikh", "father", "chairman", "spokesman",
                   "businessman", "congressman", "policeman", "sultan", "pope", "bishop", "imam",
                   "dad", "grandfather", "husband", "widower", *lexicon().addresses["m"]])  # fmt: skip
_FEMALE = frozenset(["mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "madam", "sister",
                     "chairwoman", "spokeswoman", "businesswoman", "congresswoman", "policewoman", "mother", "mum",
                     "grandmother", "wife", "widow", "landlady", "baroness",
                     *lexicon().addresses["f"]])  # fmt: skip
_BETWEEN = 6
"""Most tokens between two names of a list that share a title."""


_SPEAKS_FOR = re.compile(
    r", (?:(?:speaking|answering|replying|taking the floor) )?(?:for|on behalf of) (?:the )?(?=[A-Z])"
)
"""What stands between a name and the state that its bearer speaks for."""


class Naming(msgspec.Struct, frozen=True):
    """One occurrence of a person's name: tokens `first`–`last` of its paragraph, `start` those of its title."""

    entity: Entity
    paragraph: Paragraph
    first: Token
    last: Token
    start: int
    person: Referent


class Cast:
    """The persons of a document."""

    def __init__(self, layers: Layers, names: Names) -> None:
        self.names = names
        self.persons: list[Referent] = []
        self.namings: list[Naming] = []
        self._own: list[Referent] = []
        self._by_last: dict[str, list[Referent]] = {}
        people = [e for e in layers.entities if e.label == "PERSON" and not names.is_place(e)]
        found = [(entity, paragraph, name_words(names.words(entity)))
                 for entity in people if (paragraph := layers.paragraph_at(entity.start)) is not None]  # fmt: skip
        for full in (True, False):
            for entity, paragraph, words in found:
                if (len(words) > 1) == full:
                    self._add(entity, paragraph, words)
        self.namings.sort(key=lambda n: n.entity.start)
        for number, person in enumerate(dict.fromkeys(n.person for n in self.namings)):
            person.number = number
        self._share_titles()
        self._starts = {n.entity.start: n.person for n in self.namings}
        day, unlisted = layers.document.published, names.tells_of_unlisted()
        self._from_user_table(layers)
        for person in self.persons:
            if person not in self._own:
                identify(person, day, names.tells_of, unlisted=unlisted)

    def _share_titles(self) -> None:
        """Give those who are named after a plural title its post: "Presidents A and B"."""
        for spot, naming in enumerate(self.namings):
            post = None if naming.person.posts else shared_post(self.names, naming.paragraph, naming.first)
            if post is None:
                continue
            add_post(naming.person, post)
            before = naming
            for other in self.namings[spot + 1 :]:
                if other.paragraph is not before.paragraph or not _listed(before.last, other.first):
                    break
                add_post(other.person, post)
                before = other

    def _from_user_table(self, layers: Layers) -> None:
        """Tell the persons of the user's own table what it says of them."""
        for naming in self.namings:
            key = next(iter(naming.entity.keys), "")
            row = layers.own_actors.by_key(key) if layers.own_actors is not None else None
            if row is not None and naming.person not in self._own:
                self._own.append(naming.person)
                naming.person.name, naming.person.id = row.name, row.id
                naming.person.polity, naming.person.codes = None, row.country
                if len(row.country) == 1 and countries.by_code(row.country[0]) is not None:
                    naming.person.polity = Polity.of(row.country[0])
                naming.person.sector = row.sector or naming.person.sector

    def at(self, start: int) -> Referent | None:
        """The person whose name begins at this character."""
        return self._starts.get(start)

    def opening(self, paragraph: Paragraph, spot: int) -> Naming | None:
        """The naming that begins at token `spot` of a paragraph, with its title or with "the" before it."""
        near = [n for n in self.namings if n.paragraph is paragraph and spot <= n.first.i <= spot + 6]
        for naming in near:
            if spot in (naming.start, naming.first.i):
                return naming
            between = paragraph.parse[spot : naming.start if naming.start < naming.first.i else naming.first.i]
            if all(
                t.lower_ in ("the", "hon", "hon.", ".", "rev.", "mr", "mr.", "mrs.", "ms", "ms.", "dr.")
                for t in between
            ):
                return naming
        return None

    def _add(self, entity: Entity, paragraph: Paragraph, words: list[str]) -> None:
        tokens = paragraph.between(entity.start - paragraph.start, entity.end - paragraph.start)
        first, last = tokens[0], tokens[-1]
        before, _ = span_before(self.names, paragraph, first)
        start, post = self._title(paragraph, first, before)
        stack = stacked(self.names, paragraph, before, post) if post is not None else None
        stack = stack or (coordinated(self.names, paragraph, before) if post is not None else None)
        post = without_whose(post, stack) if post is not None else trade_before(self.names, paragraph, first)
        after = (
            None
            if post is not None and title_of_next(self.names, paragraph, last)
            else post_after(self.names, paragraph, last)
        ) or label_post(self.names, paragraph, first)
        seat = seat_behind(self.names.layers.text, entity.end, self.names.tells_of)
        if seat is not None:
            post, stack, after = (None if told is None else seated(told, seat) for told in (post, stack, after))
        origin = seat[1] if seat is not None else self._origin(paragraph, last)
        person = self._known(words, [p for p in (post, after) if p], first, origin) or self._byname(entity)
        if person is None:
            person = Referent(len(self.persons), "person", spelled(words))
            self.persons.append(person)
            self._by_last.setdefault(fold(without_article(words[-1])), []).append(person)
        elif len(words) > len((person.name or "").split()):
            person.called.add(person.name or "")
            person.name = spelled(words)
        elif len(words) > 1:
            person.called.add(spelled(words))
        for found in (post, stack, after):
            if found is not None:
                add_post(person, found)
        person.polity = person.polity or origin or self._owner(paragraph, first)
        person.gender = person.gender or _gender(paragraph, start, first, words)
        self.namings.append(Naming(entity, paragraph, first, last, start, person))

    def _byname(self, entity: Entity) -> Referent | None:
        """The person before "known as X"."""
        before = self.names.layers.text[max(entity.start - 30, 0) : entity.start].rstrip(' "“‘')
        if not before.endswith(("known as", "alias", "nicknamed", "a.k.a.", "aka", "nom de guerre")):
            return None
        earlier = [n for n in self.namings if 0 < entity.start - n.entity.end < 60]
        return max(earlier, key=lambda n: n.entity.start).person if earlier else None

    def _origin(self, paragraph: Paragraph, last: Token) -> Polity | None:
        """The state after a name ("President Livia Dorn of Karsunia")."""
        doc = paragraph.words
        if last.i + 3 < len(doc) and doc[last.i + 1].text == "," and doc[last.i + 2].lower_ == "the":
            entity = self.names.at(paragraph, doc[last.i + 3])  # "X, the Greek DGMO": a post by an unknown short name
            return self.names.polity(entity) if entity is not None and entity.label == "NORP" else None
        if (spoken_for := self._spoken_for(paragraph, last)) is not None:
            return spoken_for
        if last.i + 2 < len(doc) and doc[last.i + 1].text == "(":
            return self._bracketed(paragraph, doc[last.i + 2])
        if last.i + 2 >= len(doc) or doc[last.i + 1].lower_ != "of":
            return None
        between = doc[last.i + 2].lower_ in ("the", "neighbouring", "neighboring") and last.i + 3 < len(doc)
        spot = last.i + (3 if between else 2)
        entity = self.names.at(paragraph, doc[spot])
        named = entity is not None and (entity.label == "GPE" or (entity.label == "NORP" and bool(entity.keys)))
        return self.names.polity(entity) if entity is not None and named else None

    def _bracketed(self, paragraph: Paragraph, first: Token) -> Polity | None:
        """The state in brackets after a name, in records of meetings: "AMINA DIALLO (Guinea)"."""
        entity = self.names.at(paragraph, first)
        state = None if entity is None or entity.label != "GPE" else self.names.polity(entity)
        if entity is None or state is None or self.names.layers.text[entity.end : entity.end + 1] != ")":
            return None
        return state if self.names.is_state(state) else None

    def _spoken_for(self, paragraph: Paragraph, last: Token) -> Polity | None:
        """The state that somebody takes the floor for: "Inga Lund, for Norvia,", "Inga Lund, speaking for Norvia"."""
        text = self.names.layers.text
        match = _SPEAKS_FOR.match(text, paragraph.start + last.idx + len(last))
        entity = None if match is None else self.names.entities.at(match.end())
        state = None if entity is None or entity.label != "GPE" else self.names.polity(entity)
        if entity is None or state is None or text[entity.end : entity.end + 1] not in (",", ".", ";", ":"):
            return None
        return state if state.codes or self.names.is_state(state) else None

    def _owner(self, paragraph: Paragraph, first: Token) -> Polity | None:
        """The state whose a bare name is said to be ("Karsunia's Livia Dorn")."""
        if first.i < 2 or first.nbor(-1).tag_ != "POS":
            return None
        entity = self.names.at(paragraph, first.nbor(-2))
        found = None if entity is None or entity.label != "GPE" else self.names.polity(entity)
        return found if found is not None and (found.codes or self.names.is_state(found)) else None

    def _title(self, paragraph: Paragraph, first: Token, start: int) -> tuple[int, Post | None]:
        """Where the words for a person begin, and the post that his title tells, looked for from token `start` on."""
        end = first.i
        if start == end and (branch := before_courtesies(first)).text == "(":
            start, end = span_before(self.names, paragraph, branch)
        if start == end:
            return first.i, None
        post = read_post(self.names, paragraph, start, end, adjacent=True)
        if post is None and (courtesy := before_courtesies(first)) is not first:
            told = span_before(self.names, paragraph, courtesy)
            post = read_post(self.names, paragraph, *told, adjacent=True) if told[0] < told[1] else None
            start = told[0] if post is not None else start
        if post is None:
            honorific = paragraph.parse[end - 1].lower_ in (_MALE | _FEMALE | {"dr", "dr."})
            return (end - 1 if honorific else first.i), None
        return _phrase_start(paragraph, start, start + post.role.start), post

    def _known(self, words: list[str], posts: list[Post], first: Token, origin: Polity | None) -> Referent | None:
        """The person already met that these words name; one with a title who is from elsewhere is another."""
        same_last = self._by_last.get(fold(without_article(words[-1])), [])
        fits = [p for p in same_last if p.name and compatible(name_words(p.name), words)]
        if len(words) == 1 and not fits:
            fits = [p for p in self.persons if p.name and fold(p.name.split()[0]) == fold(words[0])]
        if len(words) == 1 and any(post.role.head in MONARCHS for post in posts):
            fits = [
                p for p in fits if len((p.name or "").split()) == 1 or any(o.role.head in MONARCHS for o in p.posts)
            ]
        if len(words) == 1 and posts and origin is not None:
            fits = [p for p in fits if p.polity is None or same_state(p.polity, origin)]
        if len(fits) > 1 and posts:
            agreeing = [p for p in fits if any(own.role.role == post.role.role for own in p.posts for post in posts)]
            fits = agreeing or fits
        if len(fits) > 1 and len(words) == 1:
            gender = _gender_before(first)
            fits = [p for p in fits if not gender or p.gender in ("", gender)] or fits
            before = [n.person for n in self.namings if n.entity.start < first.idx and n.person in fits]
            return before[-1] if before else fits[0]
        return fits[0] if fits else None


def _listed(last: Token, first: Token) -> bool:
    """Whether one name follows another in a list of names: "Daud Orr of Norland and Behruz Sade"."""
    between = last.doc[last.i + 1 : first.i]
    joined = any(t.lower_ == "and" or t.text == "," for t in between)
    return joined and len(between) <= _BETWEEN and not any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in between)


def add_post(person: Referent, post: Post) -> None:
    """Tell a person's posts of one more; the fullest account of each role stays in front."""
    for spot, own in enumerate(person.posts):
        if own.role.role == post.role.role or own.role.head == post.role.head:
            person.posts[spot] = _fuller(own, post)
            break
    else:
        person.posts.append(post)
    person.polity = person.polity or post.polity
    person.gender = person.gender or gender_of_title(post.title)
    if not person.sector or person.sector == "CVL":
        person.sector = post.role.sector or person.sector


def _fuller(one: Post, other: Post) -> Post:
    best = max((one, other), key=lambda p: (len(p.role.portfolio), p is one))
    rest = other if best is one else one
    return Post(best.role, best.title, best.polity or rest.polity, best.body or rest.body, best.target or rest.target)


def _phrase_start(paragraph: Paragraph, start: int, title: int) -> int:
    """Where the noun phrase of a title begins: with its state, article or possessor."""
    doc = paragraph.words
    while title > start:
        token = doc[title - 1]
        if token.lower_ in ("of", "for", "to", "and") or token.pos_ in ("ADP", "CCONJ"):
            break
        title -= 1
    return title


def _gender_before(first: Token) -> str:
    word = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    return "m" if word in _MALE else "f" if word in _FEMALE else ""


def gender_of_title(title: str) -> str:
    """The gender that the words of a title tell, "" where they tell none."""
    words = set(title.casefold().split())
    return "f" if words & _FEMALE else "m" if words & _MALE else ""


def _gender(paragraph: Paragraph, start: int, first: Token, words: list[str]) -> str:
    before = {paragraph.parse[at].lower_ for at in range(start, first.i)}
    if before & _FEMALE:
        return "f"
    if before & _MALE:
        return "m"
    return gender_of(words) if len(words) > 1 else ""
