"""The words of `resources/conditions/places.yaml`: by which the place of a condition is known."""

import functools
from typing import Any

from spacy.tokens import Token

from onrecord.resources.lexicon import content


@functools.cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = content("conditions/places.yaml")
    return data


@functools.cache
def words(name: str) -> frozenset[str]:
    """A word list by name; raises KeyError for an unknown one."""
    return frozenset(_data()[name])


@functools.cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, listed in _data()["kinds"].items():
        for noun in listed:
            found.setdefault(noun, set()).add(kind)
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


_NONE: frozenset[str] = frozenset()
_GROUND = frozenset(["ground"])


def kinds(noun: Token) -> frozenset[str]:
    """The kinds of place that a noun stands for; empty for any other word."""
    if noun.pos_ not in ("NOUN", "PROPN") and not (noun.tag_ == "VBG" and noun.dep_ == "pobj"):
        return _NONE  # "from the river landing": a gerund may be one
    if noun.lemma_.lower() == "point":  # "the Rill crossing point"
        gates = (c for c in noun.lefts if c.dep_ == "compound" and c.lower_ in words("points"))
        return frozenset({"gate"} if any(gates) else ())
    return _kinds().get(noun.lemma_.lower()) or _kinds().get(noun.lower_, _NONE)


def returns(noun: Token) -> frozenset[str]:
    """The kinds of place for which a report uses a noun again that it has named before."""
    return kinds(noun) - _GROUND


def carried_on(noun: Token) -> frozenset[str]:
    """The kinds of route on which something moves that moves on no other; empty for any other word."""
    return frozenset(_data()["carriers"].get(noun.lemma_.lower(), ()))


def is_route(noun: Token) -> bool:
    """Whether a noun is something that one passes."""
    return bool(kinds(noun) & words("routes"))


def is_way(word: str) -> bool:
    """Whether a written word is a noun for something that one passes."""
    return bool(_kinds().get(word.lower(), frozenset()) & words("routes"))


def is_line(noun: Token) -> bool:
    """Whether a noun is a way from one place to another, which no point on the map stands for."""
    return bool(kinds(noun) & words("lines"))
