"""Bodies that every state has, so that a bare "the army" is that of the state a report is written from."""

from __future__ import annotations

import functools

from onrecord.resources.lexicon import load


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    lists = load("public_bodies.yaml", frozenset(["names", "endings", "sources"]))
    return {name: frozenset(words) for name, words in lists.items()}


@functools.cache
def _endings() -> tuple[str, ...]:
    return tuple(_lists()["endings"])


def is_public(name: str) -> bool:
    """Whether a body is called by what every state's is: "the army", "the Supreme Court", "State Security Service"."""
    words = name.casefold().removeprefix("the ")
    return words in _lists()["names"] or words.endswith(_endings())


def is_of_authority(word: str) -> bool:
    """Whether a word before "source" tells that it is an authority's: "a government source"."""
    return word in _lists()["sources"]
