"""Nouns for what is built or lies in the land and often bears a person's name: "King Hussein Bridge"."""

from functools import cache

from onrecord.resources.lexicon import typed
from onrecord.resources.offices import by_last_name


@cache
def facilities() -> frozenset[str]:
    """The nouns, lower case."""
    return typed("facilities.yaml", frozenset[str])


def names_facility(last: str, *, definite: bool) -> bool:
    """Whether the last word of a name tells that it is a facility's; `definite`: "the" stands before the name.

    "The King Hussein Bridge", "Milak bridge"; not "Minister Park", since men bear that name too.
    """
    return last.casefold() in facilities() and (definite or last.islower() or not by_last_name(last))
