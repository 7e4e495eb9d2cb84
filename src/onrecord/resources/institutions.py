"""National bodies that reporting names alone ("the State Department"), and nouns for bodies and groups."""

import functools
from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.resources.index import by_folded
from onrecord.resources.lexicon import load
from onrecord.resources.names import fold, slug

type BodyKind = Literal["government", "office", "organization", "group", "people", "state"]


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A national body. `role` is the class of the office that heads it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    sector: str
    kind: BodyKind
    role: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class BodyNoun(msgspec.Struct, frozen=True, kw_only=True):
    """A noun for bodies or groups; `office` is the pattern of the canonical name of a national one."""

    words: tuple[str, ...]
    sector: str
    kind: BodyKind
    role: str = ""
    office: str = ""
    state: bool = False
    plural: bool = False


@functools.cache
def _content() -> tuple[tuple[Body, ...], dict[tuple[str, ...], BodyNoun]]:
    content = load("institutions.yaml", frozenset(["nouns", "bodies"]))
    bodies = tuple(_body(entry) for entry in content["bodies"])
    nouns: dict[tuple[str, ...], BodyNoun] = {}
    for entry in content["nouns"]:
        for phrase in entry["words"]:
            words = tuple(phrase.split())
            nouns.setdefault(words, _noun(words, entry))
            if entry["kind"] not in ("people", "group") and not phrase.endswith("s"):
                plural = (*words[:-1], words[-1][:-1] + "ies" if words[-1].endswith("y") else words[-1] + "s")
                nouns.setdefault(plural, _noun(words, entry, plural=True))
    return bodies, nouns


def _body(entry: dict[str, str]) -> Body:
    kind = entry.get("kind") or ("government" if entry["sector"] == "GOV" else "organization")
    if entry["sector"] == "MIL" and entry.get("role"):
        kind = "government"
    return Body(
        id=f"body:{entry['country'].lower()}-{slug(entry['name'])}",
        name=entry["name"],
        aliases=tuple(entry["aliases"]),
        country=entry["country"],
        sector=entry["sector"],
        kind=msgspec.convert(kind, BodyKind),
        role=entry.get("role", ""),
    )


def _noun(words: tuple[str, ...], entry: dict[str, str], *, plural: bool = False) -> BodyNoun:
    return BodyNoun(
        words=words,
        sector=entry["sector"],
        kind=msgspec.convert(entry["kind"], BodyKind),
        role=entry.get("role", ""),
        office="" if plural else entry.get("office", ""),
        state=bool(entry.get("state")),
        plural=plural or entry["kind"] == "people",
    )


def all_bodies() -> tuple[Body, ...]:
    """Every national body."""
    return _content()[0]


@functools.cache
def _ids() -> dict[str, Body]:
    return {body.id: body for body in all_bodies()}


@functools.cache
def _names() -> dict[str, tuple[Body, ...]]:
    return by_folded(all_bodies(), lambda b: b.names)


def by_id(ident: str) -> Body | None:
    """The body with this id."""
    return _ids().get(ident)


def by_name(name: str) -> tuple[Body, ...]:
    """The bodies that go by `name`."""
    return _names().get(fold(name), ())


def all_nouns() -> tuple[tuple[str, ...], ...]:
    """The words of every noun for a body or group, plurals included."""
    return tuple(_content()[1])


def body_noun(words: Sequence[str]) -> BodyNoun | None:
    """The noun for a body that a phrase of `words` (head last) ends with; None where it ends with none."""
    lower = tuple(word.casefold().replace("’", "'") for word in words)
    for length in (4, 3, 2, 1):
        if len(lower) >= length and (noun := _content()[1].get(lower[-length:])) is not None:
            return noun
    return None
