"""The words of `resources/conditions/lexicon.yaml`."""

import functools
from typing import Any

from onrecord.resources.lexicon import content


@functools.cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = content("conditions/lexicon.yaml")
    return data


@functools.cache
def words(name: str) -> frozenset[str]:
    """A word list (or the words of a mapping) by name; raises KeyError for an unknown one."""
    return frozenset(str(word) for word in _data()[name])


@functools.cache
def meanings(name: str) -> dict[str, str]:
    """A mapping from words to what they mean."""
    return dict(_data()[name])


@functools.cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """A list of phrases, each as its words, longest first."""
    return tuple(sorted((tuple(p.split()) for p in _data()[name]), key=lambda p: (-len(p), p)))


@functools.cache
def sector_of() -> dict[str, str]:
    """The sector that a word belongs to."""
    return {word: sector for sector, listed in _data()["sectors"].items() for word in listed}
