"""Nouns for bodies and groups: "Armenia's foreign ministry", "Pashinyan's office", "Azerbaijani forces", "its army"."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.link.bodies_before import BodiesBefore
from onrecord.link.bodies_named import BETWEEN, in_full, is_sort_of
from onrecord.link.bodies_words import holder, is_definite, is_of, ministrys, with_owner
from onrecord.link.each_of import states_of_each
from onrecord.link.known import Known
from onrecord.link.names import Names
from onrecord.link.posts_words import is_for_others
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import phrase
from onrecord.link.titles_words import own_words
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources import organizations
from onrecord.resources.institutions import BodyNoun, all_nouns, body_noun
from onrecord.resources.names import words

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

TITLED = {"head_of_government": "Prime Minister", "head_of_state": "President", "foreign_minister": "Foreign Minister"}
_VAGUE = words("office group house board power business")
_OF_STATE = frozenset(["GOV", "MIL", "LEG", "SPY", "COP", "JUD"])


@functools.cache
def body_words() -> frozenset[str]:
    """The last words of all nouns for bodies and groups."""
    return frozenset(phrase_[-1] for phrase_ in all_nouns())


class Bodies:
    """Resolves the nouns for bodies and groups of one document."""

    def __init__(self, names: Names, known: Known, stage: Stage) -> None:
        self._names = names
        self._known = known
        self._stage = stage
        self._before = BodiesBefore(known, stage)

    def read(self, paragraph: Paragraph, token: Token) -> bool:
        """Notice the mention that such a noun heads; False where the token is none."""
        if token.lower_ not in body_words() or self._is_of_person(paragraph, token):
            return False
        own = paragraph.words[max(token.left_edge.i, token.i - 3) : token.i + 1]
        noun = body_noun([word.text for word in own])
        return noun is not None and self.named(paragraph, token, noun)

    def _is_of_person(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether a body is only what the person before it is of, whom the parser made its modifier."""
        first = token.left_edge
        if first.i == token.i:
            return False
        for start in (first, first.nbor(1)):  # "Ray Moon of the police", "Sgt Ray Moon of the police"
            entity = self._names.at(paragraph, start)
            if entity is not None and entity.label == "PERSON":
                after = self._names.layers.text[entity.end : paragraph.start + token.idx]
                return after.startswith((" of ", " from ", " at "))
        return False

    def named(self, paragraph: Paragraph, token: Token, noun: BodyNoun, last: Token | None = None) -> bool:
        """Notice the mention that `token` heads, read as `noun` (to its word `last`); False where it is nobody."""
        short = self._bracketed(paragraph, last or token)
        told = None if short else self._apposed(paragraph, token)
        if not short and told is None and last is None and (several := self._of_each(paragraph, token, noun)):
            self._stage.notice(paragraph, token, "body", several, "demonym")
            return True
        referent, by = told or self._referent(paragraph, token, noun, last or token)
        if referent is not None and self._led_by(paragraph, token) is not None:
            self._before.called(token.lower_, referent)
        if short and referent is not None and referent.polity is not None:
            self._known.called(short, referent)
        if referent is not None:
            end = None if last is None else paragraph.start + last.idx + len(last)
            self._stage.notice(paragraph, token, "body", (referent,), by, end=end)
        return referent is not None

    def _of_each(self, paragraph: Paragraph, token: Token, noun: BodyNoun) -> tuple[Referent, ...]:
        """The bodies or groups of several states that one noun names: "the Indian and Chinese armies"."""
        word = token.lemma_ if noun.kind in ("organization", "office") else token.text
        states = states_of_each(self._names, paragraph, token)
        return tuple(self._known.national(noun, state, f"{words} {word}") for state, words in states)

    def _referent(
        self, paragraph: Paragraph, token: Token, noun: BodyNoun, last: Token
    ) -> tuple[Referent | None, ResolvedBy]:
        owner, polity = self._owner(paragraph, token)
        if owner is not None and owner.kind == "person" and noun.sector in _OF_STATE and owner.sector in _OF_STATE:
            polity = owner.polity if noun.words[-1] != "office" else None
        noun = ministrys(owner, noun)
        own = own_words(paragraph, token) if last == token else paragraph.parse[token.i : last.i + 1].text
        polity = polity or self._after_of(paragraph, last)
        if polity is None and owner is None and (towns := self._of_town(paragraph, last, noun, own)) is not None:
            return towns, "name"
        polity = polity or self._seated(paragraph, last, noun)
        if owner is not None and (owner.id or "").startswith("region:") and noun.kind not in ("people", "state"):
            return self._known.regional(noun, owner, own), "office"
        if noun.words[-1] == "office" and owner is not None and owner.kind == "person":
            return self.office_of(owner, own), "office"
        if polity is not None and not polity.codes and noun.kind == "state" and token.tag_ == "NNS":
            return None, "unresolved"  # "European states" are several, not one called Europe
        if polity is not None and noun.words == ("office",):
            return self._title_office(paragraph, token, polity, noun, own), "office"
        if polity is not None and (told := self._before.ministry_of(polity, noun)) is not None:
            return told, "coreference"
        if polity is not None:
            return self._known.national(noun, polity, own, in_full(self._names, paragraph, token, last)), (
                "demonym" if noun.kind in ("group", "people") else "office"
            )
        if (
            owner is not None
            and owner.kind == "group"
            and is_sort_of(self._names, self._known, paragraph, token, owner)
        ):
            return owner, "name"
        if owner is not None and (organ := self._organ(paragraph, token, owner)) is not None:
            return organ, "name"
        if owner is not None and owner.kind in ("organization", "group") and noun.kind != "state":
            return self._known.unowned(noun, with_owner(own, owner), owner.codes), "name"
        bare = is_definite(token) and len(own.split()) <= len(noun.words)
        found, by = self._before.taken_up(paragraph, token, noun) if bare else (None, "unresolved")
        if found is not None or noun.kind == "state" or noun.words[-1] in _VAGUE:
            return found, by
        unowned = self._known.unowned(noun, own)
        unowned.serves = unowned.serves or owner
        unowned.foreign.extend(self._backers(paragraph, token))
        return unowned, "unresolved"

    def _organ(self, paragraph: Paragraph, token: Token, owner: Referent) -> Referent | None:
        """The organ of an organisation that the tables have under its name: "ECOWAS's commission"."""
        row = organizations.by_id(owner.id or "")
        whose = next((c for c in token.children if c.dep_ == "poss"), None)
        if row is None or whose is None:
            return None
        words = paragraph.parse[whose.right_edge.i + 1 : token.i + 1].text
        found = {o.id: o for name in row.names for o in organizations.by_name(f"{name} {words}")}
        return self._known.organization(next(iter(found.values()))) if len(found) == 1 else None

    def _backers(self, paragraph: Paragraph, token: Token) -> Iterator[Polity]:
        """The states that the words before a noun tell to back those it names: they are not theirs."""
        start, _ = phrase(paragraph, token)
        for entity in self._names.entities.within(paragraph.start + start, paragraph.start + token.idx):
            backer = self._names.polity(entity) if is_for_others(self._names.layers.text, entity.end) else None
            if backer is not None:
                yield backer

    def _owner(self, paragraph: Paragraph, token: Token) -> tuple[Referent | None, Polity | None]:
        """Whose body it is: a possessor, a name or demonym before it, or a state after "of"."""
        for child in (*(c for c in token.children if c.dep_ == "poss"), *holder(token)):
            owner = self._stage.referent_at(paragraph, child)
            if owner is not None and (child.dep_ == "poss" or owner.kind == "person"):
                return owner, None if owner.kind == "person" or owner.sector == "JRN" else owner.polity
        if (led := self._led_by(paragraph, token)) is not None:
            return None, led
        start, end = phrase(paragraph, token)
        for entity in self._names.entities.within(paragraph.start + start, paragraph.start + end):
            if entity.label in ("PERSON", "TITLE", "OTHER") or is_for_others(self._names.layers.text, entity.end):
                continue
            offset = entity.start - paragraph.start
            first = paragraph.between(offset, offset + 1)
            before = first[0].i < token.i
            if before or (first[0].head.lower_ == "of" and first[0].head.head == token) or is_of(first[0], token):
                polity = self._names.polity(entity)
                if polity is not None and (entity.label != "ORG" or entity.keys):
                    return None, polity
                if entity.label == "ORG" or (entity.keys and entity.keys[0].startswith("region:")):
                    return self._known.entity(entity), None
        return None, None

    def _led_by(self, paragraph: Paragraph, token: Token) -> Polity | None:
        """The state of a government that is called after its head: "the Rowe administration"."""
        if token.i == 0 or token.lower_ not in ("administration", "government", "cabinet"):
            return None
        entity = self._names.at(paragraph, token.nbor(-1))
        head = self._stage.cast.at(entity.start) if entity is not None and entity.label == "PERSON" else None
        return head.polity if head is not None else None

    def _apposed(self, paragraph: Paragraph, token: Token) -> tuple[Referent, ResolvedBy] | None:
        """The organisation named beside a noun ("the peacekeeping mission in Kosovo, KFOR,")."""
        for child in token.children:
            entity = self._names.at(paragraph, child) if child.dep_ == "appos" else None
            referent = self._known.entity(entity) if entity is not None and entity.label == "ORG" else None
            if referent is not None:
                self._before.called(token.lower_, referent)
                return referent, "name"
        above = self._names.at(paragraph, token.head) if token.dep_ == "appos" else None
        named = self._known.entity(above) if above is not None and above.label == "ORG" else None
        if named is not None and named.kind in ("organization", "group"):
            self._before.called(token.lower_, named)  # "the Lorosae Foundation, a rights group"
            return named, "name"
        return None

    def _bracketed(self, paragraph: Paragraph, last: Token) -> str:
        """The short name in brackets after a body's, where no table has it: "Ministry of External Affairs (MEA)"."""
        doc, spot = paragraph.words, last.i + 1
        if spot + 2 >= len(doc) or (doc[spot].text, doc[spot + 2].text) != ("(", ")"):
            return ""
        short = doc[spot + 1]
        entity = self._names.at(paragraph, short) if short.text.isupper() else None
        return short.text if short.text.isupper() and (entity is None or not entity.keys) else ""

    def _after_of(self, paragraph: Paragraph, last: Token) -> Polity | None:
        """The state right after a body's name ("Ministry of Foreign Affairs of Tarnmark")."""
        doc = paragraph.words
        spot = last.i + 1
        if spot + 3 < len(doc) and doc[spot].lower_ in ("and", "&"):  # "Foreign Affairs and Trade of Tarnmark"
            more = (i for i in range(spot + 1, min(spot + 4, len(doc))) if not doc[i].text[0].isupper())
            spot = next(more, spot)
        if spot + 1 >= len(doc) or doc[spot].lower_ != "of":
            return None
        spot += 1
        while spot + 1 < len(doc) and (doc[spot].pos_ == "ADJ" or doc[spot].lower_ in BETWEEN):
            spot += 1
        entity = self._names.at(paragraph, doc[spot])
        return self._names.polity(entity) if entity is not None and entity.label in ("GPE", "LOC") else None

    def _seated(self, paragraph: Paragraph, last: Token, noun: BodyNoun) -> Polity | None:
        """The state in which, or in whose capital, an organ of government sits: "the Interior Ministry in Oslo"."""
        doc, spot = paragraph.words, last.i + 1
        if noun.kind not in ("government", "office") or spot + 1 >= len(doc) or doc[spot].lower_ != "in":
            return None
        entity = self._names.at(paragraph, doc[spot + 1])
        if entity is None:
            return None
        return self._names.seat(entity) or (self._names.state(entity) if entity.label == "GPE" else None)

    def _of_town(self, paragraph: Paragraph, last: Token, noun: BodyNoun, own: str) -> Referent | None:
        """The police or authorities of a town that is nobody's seat of government: "police in Lyon"."""
        if noun.kind not in ("government", "office") and noun.sector != "COP":
            return None
        place = self._stage.placed.behind(paragraph.start + last.idx + len(last))
        if place is None or place[1] is None:
            return None
        entity = self._names.entities.at(place[0])
        seat = self._names.seat(entity) if entity is not None else None
        told = seat is not None and not seat.codes  # by the text itself, of a state that no table knows
        if told or seat == place[1] or (entity is not None and self._names.state(entity) is not None and seat is None):
            return None
        town = self._names.layers.text[place[0] : entity.end] if entity is not None else None
        found = self._known.unowned(noun, f"{own} in {town}" if town else own)
        found.polity = found.polity or place[1]
        return found

    def office_of(self, person: Referent, own: str) -> Referent:
        """The office of a person: of his post, where the text or the table tells it, else of his name."""
        for post in person.posts:
            title = TITLED.get(post.role.role)
            if title and person.polity is not None:
                if post.role.role == "head_of_state" and "president" not in post.title.casefold():
                    title = post.title.title()
                return self._known.office_of(title, person.polity)
        noun = body_noun(["office"])
        assert noun is not None  # noqa: S101  (the word list has it)
        found = self._known.unowned(noun, f"Office of {person.name}" if person.name else own)
        if person.name is not None and not any(post.body or post.target for post in person.posts):
            found.serves = found.serves or person
        return found

    def _title_office(self, paragraph: Paragraph, token: Token, polity: Polity, noun: BodyNoun, own: str) -> Referent:
        """ "the Armenian prime minister's office", "the office of the president of Karsunia"."""
        lowered = paragraph.parse[token.left_edge.i : token.right_edge.i + 1].text.casefold()
        for word, title in (
            ("prime minister", "Prime Minister"),
            ("president", "President"),
            ("chancellor", "Chancellor"),
        ):
            if word in lowered:
                return self._known.office_of(title, polity)
        return self._known.national(noun, polity, own)
