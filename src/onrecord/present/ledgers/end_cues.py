"""The words in which an end is asked, told done, told not done or told to last, of `resources/ends.yaml`."""

import re
from functools import cache, lru_cache

import msgspec

from onrecord.present.ledgers.fulfilments import matter
from onrecord.resources.cues import Cue, Phrases, worded
from onrecord.resources.lexicon import typed


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of end, by the words in which it is asked, told done, told not done."""

    name: str
    asks: list[str]
    done: list[str]
    undone: list[str]


class Carrier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What moves, and the routes of which its coming tells that they are open."""

    moves: list[str]
    routes: list[str]


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/ends.yaml`."""

    kinds: list[Kind]
    carriers: list[Carrier]
    counts: list[str]
    bids: list[str]
    still: list[str]
    not_still: list[str]
    refusing: list[str]
    goods: list[str]


class Cues(msgspec.Struct, frozen=True):
    """The patterns of one kind."""

    name: str
    asks: Cue
    done: Cue
    undone: Cue


@cache
def cues() -> tuple[Cues, ...]:
    """The patterns of each kind."""
    return tuple(
        Cues(one.name, worded(one.asks), worded(one.done), worded(one.undone))
        for one in typed("ends.yaml", Lists).kinds
    )


@cache
def bids() -> tuple[str, ...]:
    """Verbs with which somebody bids another do something."""
    return tuple(typed("ends.yaml", Lists).bids)


@cache
def goods() -> frozenset[str]:
    """Nouns that a word of asking stands in."""
    return frozenset(typed("ends.yaml", Lists).goods)


@cache
def counts() -> frozenset[str]:
    """Words that only count."""
    return frozenset(typed("ends.yaml", Lists).counts)


@cache
def carriers() -> tuple[tuple[Cue, frozenset[str]], ...]:
    """What moves, with the routes that its coming tells open."""
    return tuple(
        (worded(one.moves), frozenset(matter(" ".join(one.routes)))) for one in typed("ends.yaml", Lists).carriers
    )


@cache
def lasting() -> tuple[Cue, Cue, Cue]:
    """What tells that something is still so, that somebody only still hopes, that somebody refuses to do something."""
    lists = typed("ends.yaml", Lists)
    return worded(lists.still), worded(lists.not_still), worded(lists.refusing)


@cache
def _phrases() -> tuple[Phrases[str], Phrases[tuple[str, bool]]]:
    """The phrases in which each kind is asked, and those that tell it done or not done."""
    kinds = typed("ends.yaml", Lists).kinds
    told = (((one.name, done), one.done if done else one.undone) for one in kinds for done in (True, False))
    return Phrases((one.name, one.asks) for one in kinds), Phrases(told)


def asked_in(text: str) -> list[Cues]:
    """The kinds of which a text can have words in which they are asked."""
    near = _phrases()[0].near(text)
    return [one for one in cues() if one.name in near]


def told_in(text: str) -> list[tuple[Cues, bool, bool]]:
    """The kinds of which a text can have words that tell them done, or not done."""
    near = _phrases()[1].near(text)
    found = ((one, (one.name, True) in near, (one.name, False) in near) for one in cues())
    return [(one, done, undone) for one, done, undone in found if done or undone]


def without_asking(asked: str) -> str:
    """Words without those of asking, whichever kind they are of."""
    for one in asked_in(asked):
        asked = one.asks.finder.sub(lambda found: found.group() if is_goods(found) else _kept(found.group()), asked)
    return asked


def is_goods(found: re.Match[str]) -> bool:
    """Whether a word of asking is a noun there: the "deliveries" that are to be restored."""
    return found.group().casefold() in goods()


def _kept(phrase: str) -> str:
    """What stands between the words of a phrase of asking: the "train" of "let a train through"."""
    return " ".join(phrase.split()[1:-1])


@lru_cache(50_000)
def kinds(asked: str) -> tuple[str, ...]:
    """The kinds of which words ask something."""
    found = [(one.name, match) for one in asked_in(asked) if (match := one.asks.search(asked))]
    done = tuple(name for name, match in found if not is_goods(match))
    return done or tuple(name for name, _ in found)
