"""The words of `resources/agreements_words.yaml`."""

import functools
from importlib.resources import files

from onrecord.resources.lexicon import read_yaml


@functools.cache
def _data() -> dict[str, list[str]]:
    source = files("onrecord") / "resources" / "agreements_words.yaml"
    data: dict[str, list[str]] = read_yaml(source.read_text(encoding="utf-8"))
    return data


@functools.cache
def words(name: str) -> frozenset[str]:
    """A word list by name; raises KeyError for an unknown one."""
    return frozenset(_data()[name])
