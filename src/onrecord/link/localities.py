"""Whose the unowned are by the places in their words: "a court in Lyon", "the Kansas government", "Naroda Police".

Told last, when every record is made: to the rules of linking a town's court or a province's government is never its
state, which it may well have sued. A place tells its state where the maps leave no doubt; one that others rule or
claim, a city of meetings, and a name that may be another state's town tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Paragraph, Toponym
from onrecord.annotate.syntax import own_arms
from onrecord.link.home_setting import HOSTS
from onrecord.link.linkers import Linkers
from onrecord.link.localities_words import (
    AGAINST,
    ARMED,
    AWAY,
    AWAY_FROM,
    BRANCHES,
    DESKS,
    FROM,
    GOVERNMENTS,
    IN,
    ITS,
    KINDS,
    LOCAL,
    MANY,
    MODIFYING,
    NAMED,
    OF,
    PARTISANS,
    PARTS,
    PEOPLES,
    SITED,
    STRANGE,
    WAYS,
)
from onrecord.link.posts_words import is_for_others
from onrecord.link.provinces import AREAS, great_division, holder, is_sure, only_state
from onrecord.link.referents import Polity
from onrecord.link.surnames import state_governed
from onrecord.model import Actor, Event, Mention, Statement
from onrecord.resources.countries import regional_adjectives


class Localities:
    """Tells the actors of one document's records their states by place."""

    def __init__(self, linkers: Linkers) -> None:
        self._layers = linkers.layers
        self._stage = linkers.actors.stage
        self._names = self._stage.names
        self._told: dict[tuple[str | None, int, int], tuple[str, ...]] = {}
        self._by_id: dict[str, set[tuple[str, ...]]] = {}

    def in_statement(self, statement: Statement) -> Statement:
        """A statement with the states of those who speak in it and are addressed."""
        speaker = None if statement.speaker is None else self.of(statement.speaker)
        addressees = tuple(map(self.of, statement.addressees))
        if speaker is statement.speaker and addressees == statement.addressees:
            return statement
        return replace(statement, speaker=speaker, addressees=addressees)

    def in_event(self, event: Event) -> Event:
        """An event with the states of its parties."""
        actors, recipients = tuple(map(self.of, event.actors)), self._recipients(event)
        if actors == event.actors and recipients == event.recipients:
            return event
        return replace(event, actors=actors, recipients=recipients)

    def _recipients(self, event: Event) -> tuple[Actor, ...]:
        """The recipients with their states; a mere thing is left without where its state stands beside it."""
        told = {code for actor in event.recipients for code in actor.country}
        found = [(actor, self.of(actor)) for actor in event.recipients]
        return tuple(old if _is_thing(old) and told & set(new.country) else new for old, new in found)

    def in_mention(self, mention: Mention) -> Mention:
        """A mention with the state of whom it mentions."""
        actor = None if mention.actor is None else self.of(mention.actor)
        return mention if actor is mention.actor else replace(mention, actor=actor)

    def of(self, actor: Actor) -> Actor:
        """The actor with the state that the place in his words lies in, where nothing else tells one."""
        if actor.country or actor.kind not in KINDS or (actor.mention is None and actor.state is None):
            return actor
        words = actor.mention
        key = (actor.state, words.start, words.end) if words is not None else (actor.state, -1, -1)
        if key not in self._told:
            self._told[key] = self._codes(actor)
        codes = self._told[key]
        if actor.state is not None and not codes:
            return actor if self._may_be_state(actor.state) else replace(actor, state=None, country_by=None)
        if codes and actor.id is not None:
            self._by_id.setdefault(actor.id, set()).add(codes)
        elif actor.resolved_by == "coreference" and len(before := self._by_id.get(actor.id or "", set())) == 1:
            (codes,) = before  # "The court …", of that in Lyon
        return replace(actor, country=codes, state=None, country_by="words") if codes else actor

    def _codes(self, actor: Actor) -> tuple[str, ...]:
        if actor.state is not None:
            return self._of_name(actor.state)
        words = actor.mention
        paragraph = None if words is None else self._layers.paragraph_at(words.start)
        tokens = None if paragraph is None or words is None else paragraph.tokens(words)
        if paragraph is None or tokens is None or not len(tokens) or tokens.root.pos_ not in ("NOUN", "PROPN"):
            return ()
        root = _counted(tokens.root)
        beside = [root, *(child for child in root.lefts if child.dep_ in MODIFYING)]
        if (
            actor.kind in ("people", "group", "person")
            and (party := self._partisan(t.text for t in beside)) is not None
        ):
            return (party,)
        if (code := self._of_administration(root)) is not None:
            return (code,)
        states = dict.fromkeys(self._by_words(actor, paragraph, root))
        return next(iter(states)).codes if len(states) == 1 else ()

    def _of_name(self, name: str) -> tuple[str, ...]:
        """The state of a part of it that was taken for one: "the Uttar Pradesh government", "an Istanbul court".

        What the text speaks of as of a state is a part of one where it is too large a part to be overlooked.
        """
        code = (
            regional_adjectives().get(name)
            or self._partisan(name.split())
            or (great_division(name) if self._is_alone else None)
        )
        if code is not None or self._names.is_state(Polity.local(name)):
            return () if code is None else (code,)
        found = (self._state_at(t) for t in self._toponyms if self._layers.text[t.start : t.end] == name)
        return next((state.codes for state in found if state is not None), ())

    def _partisan(self, words: Iterable[str]) -> str | None:
        """The state whose parties words are the people of, where the report names it: "Republicans"."""
        return next((c for word in words if (c := PARTISANS.get(word)) is not None and self._names.tells_of(c)), None)

    def _of_head(self, name: str) -> str | None:
        """The state whose head is called by a last name, whatever it was taken for."""
        if " " in name or self._names.tells_of_unlisted():
            return None
        return state_governed(name, self._layers.document.published, self._names.tells_of)

    def _of_administration(self, root: Token) -> str | None:
        """The state of those who serve a head of one, called after him: "Obama administration officials"."""
        doc, body = root.doc, root.i - 1
        if body < 1 or doc[body].lower_ not in GOVERNMENTS or not doc[body - 1].text.istitle():
            return None
        return self._of_head(doc[body - 1].text)

    def _may_be_state(self, name: str) -> bool:
        """Whether a name may be a state's that no table knows: one the text shows to be, or a place's; no faith's."""
        if " and " in name:
            return True  # several, who speak as one
        if self._names.is_state(Polity.local(name)) or name.endswith(PEOPLES):
            return True
        return name in self._named_places

    @cached_property
    def _named_places(self) -> frozenset[str]:
        return frozenset(self._names.local(e).name for e in self._layers.entities if e.label == "GPE")

    @cached_property
    def _is_alone(self) -> bool:
        """Whether the text tells of one state at most that no table knows: an invented world has neighbours."""
        return len({key for e in self._layers.entities for key in e.keys if key.startswith("local:")}) <= 1

    @property
    def _toponyms(self) -> tuple[Toponym, ...]:
        return self._layers.toponyms

    def _by_words(self, actor: Actor, paragraph: Paragraph, root: Token) -> Iterator[Polity]:
        """The states of the places in somebody's words: in his name, before his noun, or behind it."""
        entity = self._names.at(paragraph, root)
        if entity is not None and entity.label == "ORG" and " " in self._names.words(entity):
            told = list(self._in_name(entity, paragraph, root))
            yield from told or self._behind(paragraph, root, OF)  # "the Grain Fund of the Peruvian Growers' Union"
            return
        named = entity is not None and entity.label == "PERSON"
        if entity is not None and entity.label == "ORG" and not entity.keys:
            code = self._of_head(self._names.words(entity))
            yield from [] if code is None else [Polity.of(code)]  # "a meeting with Trump"
        if entity is not None and entity.label in ("GPE", "LOC"):
            yield from self._alone(entity)
            return
        if not named and (body := self._listed_before(paragraph, root)) is not None:
            state = self._names.polity(body)
            yield from [] if state is None or not state.codes else [state]  # "a CIA prison in Peru", no Peruvian one
            return
        if not named and root.lemma_.lower() not in AWAY and (before := self._before(paragraph, root)) is not None:
            yield before
            return
        if named and entity is not None and (titled := self._in_title(actor, entity)) is not None:
            yield titled
            return
        ways = ITS if named else FROM if self._is_away(actor, root) else WAYS
        yield from self._behind(paragraph, root, ways)

    def _in_title(self, actor: Actor, name: Entity) -> Polity | None:
        """The state of the part of one that a title before a name tells: "Kansas House Speaker Ana Ruiz"."""
        start = name.start if actor.mention is None else actor.mention.start
        for place in self._layers.toponyms_in(start, name.start):
            rest = self._layers.text[place.end : name.start].casefold().split()
            entity = self._names.entities.at(place.start)
            listed = entity is not None and bool(entity.keys)  # "the Iran envoy": to it, or on it
            return None if listed or not rest or not AWAY_FROM.isdisjoint(rest) else self._state_at(place)
        return None

    def _alone(self, entity: Entity) -> Iterator[Polity]:
        """The state of a place that stands for whoever is there: "imposed a curfew on Basra"; no man's name is one."""
        if (code := self._of_head(self._names.words(entity))) is not None:
            yield Polity.of(code)
            return
        place = self._toponym(entity.start)
        state = None if place is None else self._state_at(place)
        name = self._names.words(entity)
        if state is not None and (
            self._names.tells_of(*state.codes) or holder(name.split(), self._names.tells_of) == state
        ):
            yield state

    def _is_away(self, actor: Actor, root: Token) -> bool:
        """Whether those whom a noun names may be in a place without being of it."""
        lemma = root.lemma_.lower()
        if lemma in ARMED:
            return not any(t.lower_ in LOCAL for t in root.lefts)
        migrant = actor.kind in ("people", "person") and any(t.lemma_.lower() in AWAY for t in root.lefts)
        return lemma in AWAY or migrant or any(t.lower_ in STRANGE for t in root.lefts)

    def _in_name(self, entity: Entity, paragraph: Paragraph, root: Token) -> Iterator[Polity]:
        """The state of the place with which an organisation's name begins, or ends behind "of"."""
        text = self._layers.text[entity.start : entity.end]
        if entity.keys or " " not in text or text.rpartition(" ")[2].casefold() in NAMED:
            return
        for place in self._layers.toponyms_in(entity.start, entity.end):
            opens = place.start == entity.start and place.end < entity.end
            closes = place.end == entity.end and text[: place.start - entity.start].endswith((" of ", " in "))
            if (opens or closes) and (state := self._state_at(place)) is not None:
                yield state
                return
        if text.rpartition(" ")[2].casefold() in SITED:
            great = great_division(text.rpartition(" ")[0])  # where the words are no place's to the tagger
            yield from [Polity.of(great)] if great is not None else self._behind(paragraph, root, IN)
        town = text.rpartition(" ")[0]
        if text.endswith((" Police", " Court")) and town not in BRANCHES and not self._names.tells_of_unlisted():
            yield from [Polity.of(code) for code in filter(None, [only_state(town)])]  # "Naroda Police"

    def _listed_before(self, paragraph: Paragraph, root: Token) -> Entity | None:
        """The body of the tables whose a noun is by its name before it."""
        found = (self._names.at(paragraph, child) for child in root.lefts if child.dep_ in MODIFYING)
        return next((e for e in found if e is not None and e.label == "ORG" and e.keys), None)

    def _before(self, paragraph: Paragraph, root: Token) -> Polity | None:
        """The state of the place that modifies a noun: "an Istanbul court", "the North Dakota Senate"."""
        if any(child.lower_ in DESKS for child in root.lefts):
            return None  # "the Antwerp bureau chief"
        for child in root.lefts:
            if child.dep_ not in MODIFYING:
                continue
            place = self._toponym(paragraph.start + child.left_edge.idx) or self._toponym(paragraph.start + child.idx)
            if place is not None and not is_for_others(self._layers.text, place.end):
                return self._state_at(place)
        return None

    def _behind(self, paragraph: Paragraph, root: Token, ways: frozenset[str]) -> Iterator[Polity]:
        """The states of the places behind a noun: "a camp in Calais", "positions in Ilmar's Torv region"."""
        for way, noun in own_arms(root):
            if way not in ways or root.lemma_.lower() in AGAINST:
                continue
            for spot in (noun, *noun.conjuncts):
                if way == "of" and (owner := self._owner(paragraph, spot)) is not None:
                    yield owner
                    continue
                if (realm := self._realm(paragraph, spot)) is not None:
                    yield realm
                    continue
                first, last = paragraph.start + spot.left_edge.idx, paragraph.start + spot.idx
                for place in self._layers.toponyms_in(first, last + 1):
                    if self._is_spot(paragraph, spot, place):
                        state = self._state_at(place, inside=way)
                        yield from [] if state is None else [state]

    def _realm(self, paragraph: Paragraph, noun: Token) -> Polity | None:
        """The state whose part a noun names by its adjective: "the Peruvian capital", "the Peruvian port of Paita"."""
        if noun.lower_ not in AREAS | PARTS:
            return None
        named = (self._names.at(paragraph, child) for child in noun.lefts if child.dep_ in MODIFYING)
        people = next((entity for entity in named if entity is not None and entity.label == "NORP"), None)
        state = None if people is None else self._names.state(people)
        return state if state is not None and state.codes else None

    def _owner(self, paragraph: Paragraph, noun: Token) -> Polity | None:
        """The state of the body that others are of: "a fund of the Norlandish Grain Board"."""
        entity = self._names.at(paragraph, noun)
        state = self._names.polity(entity) if entity is not None and entity.label == "ORG" else None
        return state if state is not None and state.codes else None

    def _is_spot(self, paragraph: Paragraph, noun: Token, place: Toponym) -> bool:
        """Whether a place is what a noun names, or owns it, or is part of its name: "Ilmar", "Ilmar's Torv region"."""
        if is_for_others(self._layers.text, place.end):
            return False
        tokens = paragraph.between(place.start - paragraph.start, place.end - paragraph.start)
        root = tokens.root
        return root == noun or (root.head == noun and root.dep_ in MODIFYING and noun.lower_ in AREAS | PARTS)

    def _toponym(self, start: int) -> Toponym | None:
        place = self._layers.toponym_at(start)
        return place if place is not None and place.start == start else None

    def _state_at(self, place: Toponym, inside: str = "") -> Polity | None:
        """The state of a place, where there is no doubt of it."""
        name = self._layers.text[place.start : place.end]
        entity = self._names.entities.at(place.start)
        state = (
            None if entity is None or entity.label == "ORG" else self._names.state(entity) or self._names.seat(entity)
        )
        if inside and inside not in ITS and name.casefold() in HOSTS:
            return None
        if state is not None:
            return state if state.codes else None
        found = self._stage.placed.at(place.start)
        if found is None or (self._names.tells_of_unlisted() and not self._names.tells_of(*found.codes)):
            return None
        return found if is_sure(name, found.codes[0], self._names.tells_of) else None


def _counted(root: Token) -> Token:
    """The noun of those who are counted: "workers" of "thousands of workers"."""
    if root.lemma_.lower() not in MANY:
        return root
    return next((noun for way, noun in own_arms(root) if way == "of"), root)


def _is_thing(actor: Actor) -> bool:
    return actor.kind == "unknown" and actor.resolved_by == "unresolved"
