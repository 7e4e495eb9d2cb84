"""What firms do to one another in a report of the market: a bid, a takeover, a suit is no act of politics.

PLOVER codes what political actors do; firms are some where they deal with states, or shut a pipe in a report of a
crisis. So a report must speak of the market in words of its own, and all parties of an act must be firms or nobody
known.
"""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.annotate.layers import Layers
from onrecord.model import Actor, Event
from onrecord.resources.lexicon import typed

_LEAST = 3
"""Words of the market, different ones, that a report of it has."""
_PER_WORDS = 60
"""Most words of a report for each word of the market in it."""
_KEPT = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST"])
"""Deeds on the ground, whoever does them."""
_CASH = re.compile(r"(?:US|C|A|HK)?[$£€¥]\s?\d")


class Market(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/market.yaml`: words of its reports, endings of firms' names, nouns for firms."""

    words: frozenset[str]
    endings: frozenset[str]
    nouns: frozenset[str]


@cache
def _market() -> Market:
    return typed("market.yaml", Market)


@cache
def _ends() -> frozenset[str]:
    """What firms' names end in, or a noun for a firm, bare."""
    return frozenset(_bare(one) for one in _market().endings) | _market().nouns


@cache
def _firms() -> re.Pattern[str]:
    endings = "|".join(map(re.escape, sorted(_market().endings, key=len, reverse=True)))
    return re.compile(
        rf"(?P<name>[A-Z][\w.’'&-]*(?: (?:of |and |& )?[A-Z][\w.’'&-]*){{0,4}}?),? (?:{endings})(?![\w-])"
    )


def without_trade(events: Iterable[Event], layers: Layers) -> tuple[Event, ...]:
    """The events but for those of firms among themselves, in a report of the market."""
    if not _is_of_market(layers.text):
        return tuple(events)
    firms = {match["name"].casefold() for match in _firms().finditer(layers.text)}
    return tuple(event for event in events if event.event in _KEPT or not _is_trade(event, firms))


def _is_of_market(text: str) -> bool:
    lowered = text.casefold()
    found = [word for word in _market().words if word in lowered]
    if len(found) < _LEAST:
        return False
    told = {word: len(re.findall(rf"\b{re.escape(word)}\b", lowered)) for word in found}
    enough = (sum(told.values()) + len(_CASH.findall(text))) * _PER_WORDS >= len(text.split())
    return enough and sum(count > 0 for count in told.values()) >= _LEAST


def _is_trade(event: Event, firms: set[str]) -> bool:
    parties = (*event.actors, *event.recipients)
    firm = not parties or any(_is_firm(actor, firms) for actor in parties)
    return firm and all(_is_firm(actor, firms) or _is_nobody(actor) for actor in parties)


def _is_firm(actor: Actor, firms: set[str]) -> bool:
    if actor.sector == "BUS":
        return True
    if actor.country and actor.kind in ("state", "government"):
        return False
    name = _words(actor).casefold().removeprefix("the ")
    last = name.split()[-1:]
    named = any(firm == name or firm.startswith(f"{name} ") for firm in firms)
    return bool(last) and (named or _bare(last[0]) in _ends())


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").replace(",", "")


def _words(actor: Actor) -> str:
    return actor.name or (actor.mention.text if actor.mention is not None else "")


def _is_nobody(actor: Actor) -> bool:
    """Whether words name nobody who could be a political actor: a pronoun, a thing, a person without an office."""
    private = actor.kind == "person" and actor.office is None and actor.sector is None
    return not actor.country and (private or actor.kind == "unknown")
