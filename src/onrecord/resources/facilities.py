"""Nouns for what is built or lies in the land and often bears a person's name: "King Hussein Bridge"."""

from functools import cache
from importlib.resources import files

from onrecord.resources.lexicon import read_yaml


@cache
def facilities() -> frozenset[str]:
    """The nouns, lower case."""
    return frozenset(read_yaml(files("onrecord").joinpath("resources/facilities.yaml").read_text(encoding="utf-8")))
