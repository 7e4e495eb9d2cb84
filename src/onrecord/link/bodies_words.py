"""What the words for a body tell: whose ministry it is, under which name it goes, whether it can be the one meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Entity
from onrecord.link.referents import Referent
from onrecord.resources import organizations
from onrecord.resources.institutions import BodyNoun, body_noun
from onrecord.resources.names import words

_STATES_TOGETHER = words("union alliance league community organization organisation bloc pact commonwealth nations")
SORTS = words(
    "company corporation firm group movement party charity club bank airline newspaper militia consortium manufacturer"
)
"""Nouns that take up a name which does not itself say what it names ("Tarnow Carbon … the company")."""
WHOLES = frozenset(["organization", "organisation", "alliance", "bloc", "union"])


def ministrys(owner: Referent | None, noun: BodyNoun) -> BodyNoun:
    """The noun for a minister's own ministry: "his ministry", of a foreign minister, is the foreign ministry."""
    if owner is None or owner.kind != "person" or noun.words != ("ministry",):
        return noun
    for post in owner.posts:
        title = post.title.casefold().split()
        if post.role.role == "foreign_minister":
            title = ["foreign", "minister"]
        if len(title) > 1 and title[-1] == "minister" and not post.role.former:
            return body_noun([*title[:-1], "ministry"]) or noun
    return noun


def with_owner(own: str, owner: Referent) -> str:
    """The words for what belongs to an organisation, with its name: "Northern Column rebels"."""
    if owner.name is None or any(word.removesuffix("s") in own for word in owner.name.split()):
        return own
    initials = "".join(word[0] for word in owner.name.split() if word[0].isupper())
    first = own.partition(" ")[0].replace(".", "").removesuffix("'s").removesuffix("’s")
    return own if first == initials else f"{owner.name} {own}"  # "U.N. Transitional Administration"


_SORTED: dict[str, frozenset[str]] = {
    "group": words("NGO IMG"), "movement": words("IMG"), "militia": words("IMG"), "charity": words("NGO"),
    "watchdog": words("NGO"), "ngo": words("NGO"), "organisation": words("NGO UN"), "organization": words("NGO UN"),
    "agency": words("UN JRN SPY"), "service": words("SPY"), "broadcaster": words("JRN"), "newspaper": words("JRN"),
}  # fmt: skip
"""What the tables tell of a body that these nouns take up: PLOVER's codes, sectors, and whether it is the UN's."""
_NO_AGENCY = words("council assembly commission court mission force secretariat")


def is_of_sort(referent: Referent, noun: str) -> bool:
    """Whether a body of the tables is one that a noun can take up: "Amnesty … the group", "UNHCR … the agency"."""
    sorts = _SORTED.get(noun)
    if sorts is None or not referent.id or referent.plural:
        return False
    if referent.sector in sorts or not sorts.isdisjoint(referent.codes):
        return True
    row = organizations.by_id(referent.id)
    return "UN" in sorts and row is not None and bool(row.part_of) and built_on(referent) not in _NO_AGENCY


def is_of_another_sort(referent: Referent, noun: str) -> bool:
    """Whether a body of the tables is one that a noun for sorts cannot take up: "the agency", of a council."""
    listed = organizations.by_id(referent.id or "") is not None
    return listed and noun in _SORTED and not is_of_sort(referent, noun)


def may_be(referent: Referent, noun: BodyNoun) -> bool:
    """Whether a named body whose name does not say what it is may be "the company", or one of that sort "the firm"."""
    if noun.words[-1] not in SORTS:
        return False
    if referent.kind not in ("organization", "group") or referent.plural or referent.polity is not None:
        return False
    named = (referent.name or "")[:1].isupper()
    other = body_noun((referent.name or "").split()[-1:])
    told = other is not None and other.sector != noun.sector  # its name says that it is of another sort
    return named and not told and not referent.codes and referent.sector in (None, "", noun.sector)


def is_another(referent: Referent, noun: BodyNoun) -> bool:
    """Whether a body is of another department than a noun names: no "interior ministry" is a foreign ministry."""
    if len(noun.words) < 2 or not noun.office or not referent.name:
        return False
    other = body_noun(referent.name.split())
    told = other is not None and len(other.words) > 1 and other.office != noun.office
    return told or (
        not (words(noun.office.format(country="").casefold()) <= words(referent.name.casefold())) and other is None
    )


def built_on(referent: Referent) -> str:
    """The noun that the name of a body is built on: "council" of the Permanent Council of a league of states."""
    if referent.kind not in ("organization", "government", "office", "group") or referent.plural:
        return ""
    listed = organizations.by_id(referent.id or "")
    name = listed.name if listed is not None else referent.name or ""
    before = re.split(r" (?:of|for|on|in|to) ", name, maxsplit=1)[0].split()
    return before[-1].casefold() if before and before != ["Government"] else ""


def is_whole(referent: Referent) -> bool:
    """Whether an organisation is one of states, which "the bloc" or "the alliance" can stand for."""
    return "IGO" in referent.codes or referent.head in _STATES_TOGETHER


def is_definite(token: Token) -> bool:
    """Whether a noun takes up what is known: with "the", or a name ("Parliament")."""
    return (
        any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children) or token.text[0].isupper()
    )


def is_of(name: Token, noun: Token) -> bool:
    """Whether a name stands in the "of" phrase of a noun."""
    preposition = name.head
    while preposition.pos_ in ("PROPN", "NOUN") and preposition.dep_ in ("pobj", "compound") and preposition != noun:
        preposition = preposition.head
    above = preposition.head
    while above != noun and above.dep_ == "conj" and above.pos_ == "PROPN":
        above = above.head
    if above != noun and above.dep_ == "pobj" and above.pos_ == "PROPN" and above.head.lower_ == "of":
        above = above.head.head  # "Ministry of Foreign Affairs and Trade of Norland"
    return preposition.lower_ == "of" and above == noun


def is_seat(entity: Entity) -> bool:
    """Whether a name is that of a capital."""
    return bool(entity.keys) and entity.keys[0].startswith("seat:")


def ministry(own: Sequence[str]) -> BodyNoun | None:
    """The noun for a ministry that is named by what it is for: "Department of Trade"; None for other names."""
    return body_noun(own[:1]) if len(own) > 2 and own[0] in ("Ministry", "Department") and own[1] == "of" else None


def holder(token: Token) -> list[Token]:
    """The name after "of" of an office, which may be that of its holder: "the office of Prime Minister Ada Venn"."""
    ways = [c for c in token.children if c.lower_ == "of"] if token.lower_ == "office" else []
    return [name for of in ways for name in of.children if name.dep_ == "pobj" and name.pos_ == "PROPN"]
