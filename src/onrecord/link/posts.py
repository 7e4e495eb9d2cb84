"""Reading the words around a name or a role noun: which post, of which state or body, sent to whom."""

from __future__ import annotations

import functools
import re

from msgspec import structs
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.portfolios import portfolio_end
from onrecord.link.names import Names
from onrecord.link.posts_words import WHEREVER, is_for_others, is_seat_of, reaches_end
from onrecord.link.provinces import AREAS, holder, is_division, is_holder
from onrecord.link.referents import RUNNING, Polity, Post
from onrecord.resources.names import slug
from onrecord.resources.roles import Role, lexicon, read_role

MINISTERIAL = frozenset(["minister", "foreign_minister", "defence_minister", "interior_minister"])
"""Roles whose "of …" is what they are responsible for, or their state: never a body."""


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


_PLURAL = re.compile(r"s(?= (?:of|for) |$)")
"""The ending of the noun of a title: "ministers of trade"."""


def singular(post: Post) -> Post:
    """The post of each of several who share a title: "Foreign Ministers A and B"."""
    title = _PLURAL.sub("", post.title, count=1) if post.role.plural else post.title
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
    "Senator": ("PHL", "NGA", "AUS", "CAN", "FRA", "ITA", "ESP", "IRL", "POL", "CZE", "ROU", "BEL", "NLD", "BRA", "MEX",
                "ARG", "CHL", "COL", "PRY", "URY", "BOL", "HTI", "DOM", "PAK", "KEN", "LBR", "ZWE", "KAZ", "THA"),
    "Joint Chiefs of Staff": ("KOR", "PAK", "PHL", "TUR", "EGY"),
}  # fmt: skip
"""Titles that one state's officials bear, with the codes of others of which some do."""
_SHORT = frozenset(["Sen.", "Rep.", "Congressman", "Congresswoman", "Senator"])


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
