"""Whether a given name is usually a man's or a woman's, for pronouns. Names borne by both are left out."""

import functools
from collections.abc import Sequence
from importlib.resources import files

from onrecord.resources.names import fold


def _lines() -> list[str]:
    return files("onrecord.resources").joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()


@functools.cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines():
        gender, _, names = line.partition(":")
        if gender in ("m", "f"):
            for name in names.split():
                found[fold(name)] = "" if found.get(fold(name), gender) != gender else gender
    return found


@functools.cache
def known_names() -> frozenset[str]:
    """Every given name of the table, folded."""
    return frozenset(_table())


@functools.cache
def _called() -> dict[str, frozenset[str]]:
    """By a given name, folded: the others by which its bearers are called."""
    sets = [line.partition(":")[2].split() for line in _lines() if line.startswith("called:")]
    return {fold(name): frozenset(names) - {name} for names in sets for name in names}


def familiar_names(name: str) -> frozenset[str]:
    """The given names by which somebody of this one may be known: "Joe" for "Joseph"."""
    return _called().get(fold(name), frozenset())


def gender_of(words: Sequence[str]) -> str:
    """ "m", "f" or "" (not known) for a full name, by its given name, else by a Slavic or Turkic family name."""
    first = fold(words[0])
    known = _table().get(first, "")
    if known or len(words) < 2:
        return known
    last = fold(words[-1])
    if last.endswith(("ova", "eva", "ovna", "skaya", "skaia", "ska")):
        return "f"
    if last.endswith(("ov", "ev", "sky", "skiy", "ski", "shvili", "enko")) and not first.endswith("a"):
        return "m"
    return "f" if first.endswith(("ina", "ella", "anna", "elena", "ine", "ette", "yna", "ia")) else ""
