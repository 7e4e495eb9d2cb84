"""Which agreements of several reports are one: the same entry of the table, the same day, or the same proper name."""

import re
from collections.abc import Sequence

from onrecord.model import Agreement
from onrecord.resources.agreements import may_be_one

_PROPER = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
_NUMBERED = re.compile(r"\b(?:resolution|decision) (?:no\.? )?(\d+)", re.IGNORECASE)
_COMMON = frozenset(
    """agreement accord declaration treaty protocol pact convention memorandum ceasefire truce statement deal charter
    armistice joint trilateral bilateral the peace january february march april may june july august september october
    november december article""".split()
)


def united(found: Sequence[Agreement]) -> list[list[int]]:
    """The places of agreements that are one, in groups; the groups and their members in the order given."""
    groups: list[list[int]] = []
    for at, one in enumerate(found):
        home = next((group for group in groups if any(_same(found[other], one) for other in group)), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return groups


def _same(one: Agreement, other: Agreement) -> bool:
    if one.known_id or other.known_id:
        return one.known_id == other.known_id
    if _number(one.name) != _number(other.name):
        return False  # two resolutions of one council, or one of them and a pact with the council
    names = _proper(one.name), _proper(other.name)
    if one.date and other.date and not may_be_one(one.date, other.date):
        return False
    if one.date and other.date and names[0] and names[1] and not (names[0] & names[1]):
        return False
    if one.date and other.date and not (one.date == other.date and len(one.date) < len("2029-06-14")):
        return True
    if bool(names[0] & names[1]):
        return True
    return one.name.casefold() == other.name.casefold()


def _number(name: str) -> str | None:
    """The number of a body's text: "resolution 1701"."""
    found = _NUMBERED.search(name)
    return None if found is None else found[1]


def _proper(name: str) -> frozenset[str]:
    """The proper names in the name of an agreement ("Harbour Accord": Harbour)."""
    words = {word.casefold() for word in _PROPER.findall(name)}
    return frozenset(words - _COMMON)
