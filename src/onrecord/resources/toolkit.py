"""Instruments of institutions by common words (missions, sessions, sanctions), and what is said to become of them."""

import functools
import re

import msgspec

from onrecord.errors import Code, ConfigurationError
from onrecord.resources import instruments
from onrecord.resources.cues import Cue
from onrecord.resources.lexicon import load
from onrecord.resources.trie import alternatives

FILE = "toolkit.yaml"
_TEAM = (
    r"(?:team|group|panel|mission) of (?:[\w-]+ ){1,3}?"
    r"(?:experts|investigators|engineers|scientists|surveyors|technicians|doctors|lawyers|specialists)"
)
"""A team by its members with what is said of them: "a group of marine engineers"."""
_MEMBERS = r"^(team|group|panel|mission) of (?:[\w-]+ )+(\w+)$"


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of instrument; `institution` is set where only one institution has it (its name in the table)."""

    name: str
    institution: str | None = None


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...]


class _State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    any: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What is said to become of an instrument; `any` is found on either side of it, `before` only before it."""

    name: str
    any: Cue
    before: Cue


@functools.cache
def _content() -> tuple[tuple[_Entry, ...], tuple[_State, ...]]:
    content = load(FILE, frozenset(["instruments", "states"]))
    try:
        entries = msgspec.convert(content["instruments"], tuple[_Entry, ...])
        return entries, msgspec.convert(content["states"], tuple[_State, ...])
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            Code.E020, source=FILE, line=1, reason=str(error), remedy="Compare it with the entries beside it."
        ) from error


@functools.cache
def tools() -> dict[str, Tool]:
    """Every instrument by its words in lower case; those of the table by their names of two words and more."""
    found: dict[str, Tool] = {}
    for entry in _content()[0]:
        for words in entry.words:
            found.setdefault(words.casefold(), Tool(name=entry.name))
    for one in instruments.all():
        for name in re.split(r" \(| / |; ", one.name):
            bare = name.rstrip(")").casefold()
            if " " in bare:
                found.setdefault(bare, Tool(name=one.name, institution=one.institution))
    return found


@functools.cache
def pattern() -> Cue:
    """Finds the words of every instrument, singular and plural, in any case."""
    return Cue(rf"\b(?:{_TEAM}|(?:{alternatives(dict.fromkeys(tools(), ''))})(?:e?s)?)\b")


def tool(words: str) -> Tool | None:
    """The instrument that words name."""
    low = re.sub(_MEMBERS, r"\1 of \2", " ".join(words.casefold().split()))
    return next(
        (tools()[form] for form in (low, low.removesuffix("s"), low.removesuffix("es")) if form in tools()), None
    )


@functools.cache
def states() -> tuple[State, ...]:
    """What can become of an instrument, in the order in which it is looked for."""
    return tuple(State(name=s.name, any=_alternatives(s.any), before=_alternatives(s.before)) for s in _content()[1])


def _alternatives(words: tuple[str, ...]) -> Cue:
    return Cue(rf"\b(?:{alternatives(dict.fromkeys(words, ''))})\b")
