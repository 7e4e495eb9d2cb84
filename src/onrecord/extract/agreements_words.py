"""The words of `resources/agreements_words.yaml`."""

import functools

from onrecord.resources.lexicon import content


@functools.cache
def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = content("agreements_words.yaml")
    return data


@functools.cache
def words(name: str) -> frozenset[str]:
    """A word list by name; raises KeyError for an unknown one."""
    return frozenset(_data()[name])
