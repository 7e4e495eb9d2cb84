"""The phrases by which sentences tell of contacts, of `resources/contacts.yaml`."""

from functools import cache

import msgspec

from onrecord.resources.cues import Cue, Phrases, worded
from onrecord.resources.lexicon import typed


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/contacts.yaml`."""

    calls: list[str]
    summonses: list[str]
    meets: list[str]
    sits: list[str]
    bodies: list[str]
    takes_place: list[str]
    took_place: list[str]
    talked: list[str]
    stays: list[str]
    invites: list[str]


class Cues(msgspec.Struct, frozen=True):
    """The lists as patterns."""

    calls: Cue
    summonses: Cue
    meets: Cue
    sits: Cue
    bodies: Cue
    takes_place: Cue
    took_place: Cue
    talked: Cue
    stays: Cue
    invites: Cue


@cache
def cues() -> Cues:
    """The pattern of each list."""
    return Cues(**{name: worded(phrases) for name, phrases in _listed().items()})


@cache
def _listed() -> dict[str, list[str]]:
    """The phrases by the names of their lists; that two are to "meet" is told by a verb that lies ahead."""
    lists = msgspec.structs.asdict(typed("contacts.yaml", Lists))
    ahead = [f"{aux} {verb}" for aux in ("will", "are to", "are due to", "were to") for verb in lists["meets"]]
    return {**lists, "meets": ahead}


@cache
def phrases() -> Phrases[str]:
    """The phrases of all lists, to see which can stand in a sentence."""
    return Phrases(_listed().items())
