"""Reading the words around a name or a role noun: which post, of which state or body, sent to whom."""

from __future__ import annotations

import functools
import re

from msgspec import structs
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.portfolios import portfolio_end
from onrecord.link.capitals import told_capitals
from onrecord.link.posts_words import NOT_STATES, WHEREVER, is_for_others, is_seat_of, reaches_end
from onrecord.link.provinces import AREAS, holder, is_division, is_holder
from onrecord.link.referents import RUNNING, Polity, Post
from onrecord.resources import groups, institutions, organizations, regions
from onrecord.resources.countries import state_names
from onrecord.resources.names import slug
from onrecord.resources.roles import Role, lexicon, read_role

MINISTERIAL = frozenset(["minister", "foreign_minister", "defence_minister", "interior_minister"])
"""Roles whose "of …" is what they are responsible for, or their state: never a body."""
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
        self._places = frozenset((t.start, t.end) for t in layers.toponyms if t.use == "literal" and t.score >= 0.5)

    def written(self, polity: Polity) -> str:
        """The name of a state as the report writes it, where reporting has two ("Turkey", "Türkiye")."""
        others = state_names().get(polity.codes[0], ()) if polity.codes else ()
        text = self.layers.text
        return next((name for name in others if name in text and polity.name not in text), polity.name)

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


def read_post(
    names: Names, paragraph: Paragraph, start: int, end: int, *, adjacent: bool = False, shared: bool = False
) -> Post | None:
    """The post that tokens `start`–`end` name.

    `adjacent`: the title must reach the end of them, and is one person's; `shared`: it is that of several.
    """
    tokens = paragraph.words[start:end]
    words = [token.text for token in tokens]
    role = read_role(words)
    if role is None or (adjacent and not reaches_end(words, role.end)):
        return None
    polity: Polity | None = None
    body: tuple[str, str] | None = None
    target: tuple[str, str] | None = None
    area: tuple[str, str] | None = None
    first, last = _title(names, paragraph, start, end, role.start, role.end)
    for entity in names.entities.within(*_offsets(paragraph, start, end)):
        token = next((t for t in tokens if paragraph.start + t.idx == entity.start), None)
        if token is None or entity.label in ("PERSON", "TITLE") or is_for_others(names.layers.text, entity.end):
            continue
        if role.head in RUNNING and entity.label == "ORG":
            continue  # "the Labour candidate" has no office in the party
        after = token.i >= start + role.end
        preposition = _preposition(paragraph, token, start + role.end) if after else ""
        posted = preposition == "in" and role.role == "ambassador" and entity.label == "GPE"
        if preposition in ("to", "on") or posted:
            found = names.body(entity) or _state(names.polity(entity))
            target = target or found
        elif not after or preposition in ("of", "for", "at", "in"):
            seat = names.seat(entity) if preposition in ("in", "at") else None
            polity = (
                polity or seat or (names.state(entity) if not is_holder(role, preposition) else names.polity(entity))
            )
            town = after and entity.label == "GPE" and polity is None and not entity.keys and role.role not in WHEREVER
            if town and names.polity(entity) is not None:
                body = body or _state(names.polity(entity))  # "the police chief in Loben"
            if role.role == "governor" and names.seat(entity) is not None and names.words(entity) != "Washington":
                area = area or (f"local:{slug(names.words(entity))}", names.words(entity))  # "London's mayor"
            if polity is None and not entity.keys and is_division(names.words(entity)):
                area = area or _state(names.local(entity))
            if not after and entity.label == "ORG" and is_seat_of(role, polity, entity):
                target = target or names.body(entity)
                continue
            region = bool(entity.keys) and entity.keys[0].startswith("region:")
            if region or (entity.label == "ORG" and not (after and role.role in MINISTERIAL)):
                body = body or names.body(entity)
    if adjacent and role.plural != shared:
        return None
    if role.role == "security_council_secretary" and polity is not None:
        body = None  # a state's own council, not that of the United Nations
    stop = min(_compound_end(paragraph, start + last), max(end, start + last))
    title = " ".join(Tokens(paragraph.parse, start + first, stop).text.split())
    if polity is None and (provincial := _provincial(names, role, words)) is not None:
        return Post(role, title, provincial, body or area, target)
    return Post(role, title, polity or _own(names, title), body or (area if polity is not None else None), target)


def _compound_end(paragraph: Paragraph, stop: int) -> int:
    """Behind the rest of a word with a hyphen that a title was cut at: "Spokesman for the Secretary-General"."""
    doc = paragraph.words
    while (
        0 < stop < len(doc) - 1 and doc[stop].text == "-" and not (doc[stop - 1].whitespace_ or doc[stop].whitespace_)
    ):
        stop += 2
    return stop


def _provincial(names: Names, role: Role, words: list[str]) -> Polity | None:
    """The state whose province or town it is that somebody governs, by the words of his title."""
    if role.role not in ("governor", "legislator") and AREAS.isdisjoint([word.casefold() for word in words]):
        return None
    return holder(words[: words.index(",")] if "," in words else words, names.tells_of)


def singular(post: Post) -> Post:
    """The post of each of several who share a title: "Foreign Ministers A and B"."""
    title = post.title.removesuffix("s") if post.role.plural else post.title
    return Post(structs.replace(post.role, plural=False), title, post.polity, post.body, post.target)


def _own(names: Names, title: str) -> Polity | None:
    """The state of a title that only one state's officials bear without its name beside it, but in reports of others.

    Britain and the Holy See have secretaries of state too, and so may a state that no table knows. A senator is
    "Sen." in other presses too: he is believed American only in reports of the United States.
    """
    others = next((codes for ending, codes in _AMERICAN.items() if title.endswith(ending)), None)
    if others is None:
        return None
    america = names.tells_of("USA")
    if title in _SHORT:
        return Polity.of("USA") if america and not names.tells_of(*others) and not names.tells_of_unlisted() else None
    doubtful = names.tells_of(*others) or names.tells_of_unlisted()
    return None if doubtful and not america else Polity.of("USA")


_AMERICAN = {
    "Secretary of State": ("GBR", "VAT"), "Defense Secretary": ("PHL",), "Secretary of Defense": ("PHL",),
    "Secretary of Homeland Security": (), "Homeland Security Secretary": (), "Treasury Secretary": ("PHL", "GBR"),
    "Sen.": ("PHL", "NGA"), "Rep.": ("PHL",), "Congressman": ("PHL",), "Congresswoman": ("PHL",),
}  # fmt: skip
"""Titles that one state's officials bear, with the codes of others of which some do."""
_SHORT = frozenset(["Sen.", "Rep.", "Congressman", "Congresswoman"])


def _state(polity: Polity | None) -> tuple[str, str] | None:
    return (polity.id, polity.name) if polity else None


def _offsets(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    doc = paragraph.words
    return paragraph.start + doc[start].idx, paragraph.start + doc[end - 1].idx + len(doc[end - 1])


def _preposition(paragraph: Paragraph, token: Token, start: int) -> str:
    """The last preposition between a title and a name after it."""
    doc = paragraph.words
    between = (doc[at] for at in range(token.i - 1, start - 1, -1))
    return next((t.lower_ for t in between if t.pos_ == "ADP" or t.lower_ == "to"), "")


_BEFORE_RANKS = frozenset(["spokesperson", "minister", "foreign_minister", "defence_minister", "interior_minister"])
"""Roles whose title may stand right before a rank: "Army spokesman Col. Ole Kress"."""


@functools.cache
def _beside_titles() -> frozenset[str]:
    """Words before a title that are none of it: "acting", "former", "next"."""
    known = lexicon()
    return (known.acting - {"first", "permanent", "special"}) | known.former | known.coming


def _title(names: Names, paragraph: Paragraph, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The words of the title alone: with what it is responsible for, without state, article and "former"."""
    doc = paragraph.words
    titles = lexicon().titles
    word = doc[start + first].lower_.rstrip(".")
    rank = word != "commander" and titles.get((word,), ("", False))[0] == "military_command"
    skip = _beside_titles()
    while first > 0:
        token = doc[start + first - 1]
        entity = names.at(paragraph, token)
        lower = token.lower_
        if (entity is not None and entity.label not in ("TITLE", "OTHER")) or lower in skip:
            break
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or lower in ("two", "same", "own"):
            break
        if rank and titles.get((lower,), ("", True))[0] in _BEFORE_RANKS:
            break  # "Army spokesman Col.": the post before a rank is read by itself
        if lower == "old" and start + first > 1 and token.nbor(-1).text == "-":
            break  # "the 71-year-old leader"
        first -= 1
    head = next((i for i in range(start + first, start + last) if doc[i].lower_ in ("minister", "secretary")), None)
    if start + last < end and doc[start + last].lower_ in ("of", "for"):
        stop = start + last + 1
        while stop < end and doc[stop].pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ", "DET"):
            if (entity := names.at(paragraph, doc[stop])) is not None and entity.label not in ("TITLE", "OTHER"):
                break
            stop += 1
        if stop > start + last + 1 and doc[stop - 1].pos_ in ("NOUN", "PROPN"):
            last = stop - start
    return first, last if head is None else max(last, portfolio_end(doc, head + 1) - start)
