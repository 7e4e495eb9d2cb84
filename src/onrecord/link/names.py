"""The names of a document by place, and the states, bodies and seats that they stand for."""

from __future__ import annotations

import re

from spacy.tokens import Token

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.link.capitals import told_capitals
from onrecord.link.posts_words import NOT_STATES
from onrecord.link.referents import Polity
from onrecord.resources import groups, institutions, organizations, regions
from onrecord.resources.countries import state_names
from onrecord.resources.names import slug

_OF = re.compile(r" of (?:the )?(?:Republic of |Kingdom of |Federation of )?(?=[A-Z])")
_STATES_OWN = frozenset(["GOV", "MIL", "LEG", "COP", "JUD", "SPY", "JRN"])
_STATE_MEDIA = re.compile(
    r" (?:(?:official|state|state-run|state-owned|government|national|public|semi-official) ){0,2}"
    r"(?:news agency|agency|radio|television|TV|broadcaster|newspaper|daily),? $"
)
_FARTHEST = 45
"""What stands between a state and its news agency: "Chad's state news agency ATPE"."""


class Names:
    """The names of a document by place, and the states and bodies that they stand for."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.entities = Intervals(layers.entities)
        self._keys = frozenset(key for entity in layers.entities for key in entity.keys)
        self._local_names = self._best_names()
        self._taken_for: dict[tuple[int, int, str], Polity | None] = {}
        """The states that names without a reference entry are taken for, of those asked for so far."""
        self.capitals: dict[str, Polity] = told_capitals(self)
        self._written: dict[Polity, str] = {}
        self._places = frozenset((t.start, t.end) for t in layers.toponyms if t.use == "literal" and t.score >= 0.5)

    def written(self, polity: Polity) -> str:
        """The name of a state as the report writes it, where reporting has two ("Turkey", "Türkiye")."""
        if polity not in self._written:
            others = state_names().get(polity.codes[0], ()) if polity.codes else ()
            text = self.layers.text
            found = (name for name in others if name in text and polity.name not in text)
            self._written[polity] = next(found, polity.name)
        return self._written[polity]

    def at(self, paragraph: Paragraph, token: Token) -> Entity | None:
        """The entity that a token belongs to."""
        return self.entities.at(paragraph.start + token.idx)

    def words(self, entity: Entity) -> str:
        """The words of an entity."""
        return self.layers.text[entity.start : entity.end]

    def polity(self, entity: Entity) -> Polity | None:
        """The state that an entity names, as a country, a people, a seat of government or a national body."""
        for key in entity.keys:
            kind, _, value = key.partition(":")
            if kind in ("country", "people", "seat"):
                return Polity.of(value)
            if kind == "body" and (body := institutions.by_id(key)) is not None:
                return Polity.of(body.country)
            if kind == "user" and self.layers.own_actors is not None:
                row = self.layers.own_actors.by_key(key)
                return Polity.of(row.country[0]) if row and len(row.country) == 1 else None
        if entity.keys and entity.keys[0].startswith("local:"):
            return self.local(entity)
        if entity.keys:
            return None
        spot = entity.start, entity.end, entity.label
        if spot not in self._taken_for:
            self._taken_for[spot] = self._unlisted(entity)
        return self._taken_for[spot]

    def _unlisted(self, entity: Entity) -> Polity | None:
        """The state that a name without a reference entry is taken for."""
        if entity.label == "GPE":
            return self.local(entity)
        if entity.label == "NORP" and self.words(entity).casefold() not in NOT_STATES:
            return self.local(entity)
        if entity.label != "ORG":
            return None
        return self._in_name(self.words(entity)) or self._of_state(entity)

    def local(self, entity: Entity) -> Polity:
        """A state known from this document only: under the name that its demonym was learned from."""
        key = entity.keys[0] if entity.keys else f"local:{slug(self.words(entity))}"
        return Polity(key, self._local_names.get(key) or self.words(entity))

    def is_place(self, entity: Entity) -> bool:
        """Whether the tagger's one-word person or organisation is a place by what the place names say."""
        doubtful = entity.origin == "tagger" and entity.label in ("PERSON", "ORG") and not entity.keys
        return doubtful and (entity.start, entity.end) in self._places

    def is_own_place(self, entity: Entity) -> bool:
        """Whether a name of the user's own table stands for the place of that name: "left Baku for Goris"."""
        return bool(entity.keys) and entity.keys[0].startswith("user:") and (entity.start, entity.end) in self._places

    def seat(self, entity: Entity) -> Polity | None:
        """The state whose capital an entity names, by the tables or by what the text itself tells."""
        if entity.keys and entity.keys[0].startswith("seat:"):
            return self.polity(entity)
        return self.capitals.get(self.words(entity).casefold())

    def state(self, entity: Entity) -> Polity | None:
        """The state that an entity names, if the tables or the text itself tell that it is one."""
        polity = self.polity(entity)
        return polity if polity is not None and (polity.codes or self.is_state(polity)) else None

    def is_state(self, polity: Polity) -> bool:
        """Whether the text itself tells that a name is a state's (by its adjective or its institutions)."""
        return polity.id in self._keys

    def tells_of(self, *codes: str) -> bool:
        """Whether a name of the report is that of one of these states, its people or its seat."""
        return any(f"{kind}:{code}" in self._keys for code in codes for kind in ("country", "people", "seat"))

    def tells_of_unlisted(self) -> bool:
        """Whether the report is about a state that no table knows."""
        return any(key.startswith("local:") for key in self._keys)

    def _best_names(self) -> dict[str, str]:
        """The name of each state that no table knows, preferably not in capitals."""
        found: dict[str, str] = {}
        for entity in self.layers.entities:
            if entity.label != "GPE" or (entity.keys and not entity.keys[0].startswith("local:")):
                continue
            name = self.words(entity)
            key = entity.keys[0] if entity.keys else f"local:{slug(name)}"
            if key not in found or (found[key].isupper() and not name.isupper()):
                found[key] = name
        return {key: name.title() if name.isupper() and len(name) > 4 else name for key, name in found.items()}

    def _in_name(self, words: str) -> Polity | None:
        """The state whose adjective a body's own name begins with ("Armenian National Congress")."""
        hits = [hit for hit in standard().hits(words) if hit.start == 0]
        codes = [key.partition(":")[2] for hit in hits for key in hit.keys if key.startswith(("people:", "country:"))]
        return Polity.of(codes[0]) if codes else None

    def _of_state(self, entity: Entity) -> Polity | None:
        """The unlisted state that a body's name ends in, or that follows it after "of" ("Central Bank of Tarn")."""
        own = self.words(entity).rpartition(" of ")[2]
        key = next((key for key, name in self._local_names.items() if name == own), None)
        if key is not None and key.startswith("local:") and self.is_state(Polity(key, own)):
            return Polity(key, own)
        after = _OF.match(self.layers.text, entity.end)
        if after is None or not any(institutions.body_noun([word]) for word in self.words(entity).split()):
            return None
        following = self.entities.at(after.end())
        return self.polity(following) if following is not None and following.label == "GPE" else None

    def owner(self, entity: Entity) -> Polity | None:
        """The state right before the name of a body that no table has: "Ukraine's State Border Guard Service"."""
        text = self.layers.text
        noun = institutions.body_noun(self.words(entity).split())
        media = _STATE_MEDIA.search(text, max(entity.start - _FARTHEST, 0), entity.start)
        if media is None and (noun is None or noun.sector not in _STATES_OWN):
            return None
        spot = entity.start if media is None else media.start() + 1
        before = text[max(spot - 3, 0) : spot]
        gap = next((len(mark) for mark in ("'s ", "’s ", "' ", "’ ", " ") if before.endswith(mark)), 0)
        owner = self.entities.at(spot - gap - 1) if gap and spot > gap else None
        if owner is None or not owner.keys or owner.end != spot - gap:
            return None
        return self.polity(owner) if owner.label == ("NORP" if gap == 1 else "GPE") else None

    def body(self, entity: Entity) -> tuple[str, str] | None:
        """Id and name of the organisation or national body that an entity names."""
        if entity.is_open:
            return f"local:{slug(self.words(entity))}", self.words(entity)
        for key in entity.keys:
            if (body := institutions.by_id(key)) is not None:
                return body.id, body.name
            if (organization := organizations.by_id(key)) is not None:
                return organization.id, organization.acronym or organization.name
            if (group := groups.by_id(key)) is not None:
                return group.id, group.name
            if (region := regions.by_id(key)) is not None:
                return region.id, region.name
        if entity.label == "ORG" and not entity.keys:
            return f"local:{self.words(entity)}", self.words(entity)
        return None
