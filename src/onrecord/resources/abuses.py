"""Acts for which somebody is to be held to account, and the words of calls, investigations, findings and denials."""

import functools
import re

import msgspec

from onrecord.errors import Code, ConfigurationError
from onrecord.resources.cues import Cue, Phrases
from onrecord.resources.lexicon import load
from onrecord.resources.trie import alternatives

FILE = "abuses.yaml"
_COUNTED = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|several|at least) (?=[a-z])"
)


class _Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `abuses.yaml`."""

    acts: tuple[_Act, ...]
    investigating: tuple[str, ...]
    calling: tuple[str, ...]
    opening: tuple[str, ...]
    finding: tuple[str, ...]
    taking: tuple[str, ...]
    denying: tuple[str, ...]


@functools.cache
def _words() -> Words:
    content = load(FILE, frozenset(Words.__struct_fields__))
    try:
        return msgspec.convert(content, Words)
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            Code.E020, source=FILE, line=1, reason=str(error), remedy="Compare it with the entries beside it."
        ) from error


@functools.cache
def acts() -> tuple[tuple[str, Cue], ...]:
    """Every act with what finds its words, in the order of the file."""
    return tuple((act.name, _pattern(act.words)) for act in _words().acts)


@functools.cache
def _phrases() -> Phrases[str]:
    return Phrases((act.name, act.words) for act in _words().acts)


@functools.cache
def pattern(name: str) -> Cue:
    """What finds the words of one list: "investigating", "calling", "opening", "finding", "taking", "denying"."""
    listed: tuple[str, ...] = getattr(_words(), name)
    return _pattern(listed)


@functools.cache
def anything() -> Cue:
    """Finds any act, and any word of an investigation: a text without them tells of no abuse."""
    return _pattern((*(word for act in _words().acts for word in act.words), *_words().investigating))


@functools.lru_cache(20_000)
def named(text: str) -> tuple[str, ...]:
    """The acts that a text names, in the order of the file."""
    text = _COUNTED.sub("", text)  # "burning 40 homes" is "burning homes"
    near = _phrases().near(text)
    return tuple(name for name, words in acts() if name in near and words.search(text))


def _pattern(words: tuple[str, ...]) -> Cue:
    parts = alternatives({word.rstrip("*"): r"\w*" if word.endswith("*") else "" for word in words})
    return Cue(rf"\b(?:{parts})\b")
