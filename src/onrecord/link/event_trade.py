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
_NEUTRAL = frozenset(
    ["it", "its", "they", "their", "them", "he", "his", "she", "her", "we", "our", "which", "that", "who"]
)
_MARKS = (
    "shareholder",
    "stockholder",
    "a share",
    "per share",
    "acqui",
    "takeover",
    "earnings",
    "net income",
    "bidder",
    "merge",
)
"""Of the words of the market those without one of which a report hardly has three."""
_CASH = re.compile(r"(?:US|C|A|HK)?[$£€¥#]\s?\d")


class Market(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/market.yaml`: words of its reports, endings of firms' names, nouns for firms."""

    words: frozenset[str]
    endings: frozenset[str]
    nouns: frozenset[str]


@cache
def _market() -> Market:
    return typed("market.yaml", Market)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, endings = (
        "|".join(map(re.escape, sorted(one, key=len, reverse=True))) for one in (_market().words, _market().endings)
    )
    name = r"(?P<name>[A-Z][\w.’'&-]*(?: (?:of |and |& )?[A-Z][\w.’'&-]*){0,4}?)"
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE), re.compile(rf"{name},? (?:{endings})(?![\w-])")


def without_trade(events: Iterable[Event], layers: Layers) -> tuple[Event, ...]:
    """The events but for those of firms among themselves, in a report of the market."""
    if not _is_of_market(layers.text):
        return tuple(events)
    firms = {match["name"].casefold() for match in _patterns()[1].finditer(layers.text)}
    return tuple(event for event in events if event.event in _KEPT or not _is_trade(event, firms))


def _is_of_market(text: str) -> bool:
    lowered = text.casefold()
    if not any(word in lowered for word in _MARKS):
        return False  # most reports, without the whole list
    found = [match.group().casefold() for match in _patterns()[0].finditer(text)]
    told = len(found) + len(_CASH.findall(text))
    return len(set(found)) >= _LEAST and told * _PER_WORDS >= len(text.split())


def _is_trade(event: Event, firms: set[str]) -> bool:
    parties = (*event.actors, *event.recipients)
    firm = not parties or any(_is_firm(actor, firms) for actor in parties)
    return firm and all(_is_firm(actor, firms) or _is_nobody(actor) for actor in parties)


def _is_firm(actor: Actor, firms: set[str]) -> bool:
    if actor.sector == "BUS":
        return True
    if actor.country and actor.kind in ("state", "government"):
        return False
    name = (actor.name or (actor.mention.text if actor.mention else "")).casefold().removeprefix("the ")
    words = name.replace(".", "").replace(",", "").split()
    if not words:
        return False
    ended = words[-1] in {ending.casefold().rstrip(".").replace(".", "") for ending in _market().endings}
    known = any(firm == name or firm.startswith(f"{name} ") for firm in firms)
    return ended or known or words[-1] in _market().nouns


def _is_nobody(actor: Actor) -> bool:
    """Whether words name nobody who could be a political actor: a pronoun, a thing, a person without an office."""
    name = (actor.name or (actor.mention.text if actor.mention else "")).casefold()
    private = actor.kind == "person" and actor.office is None and not actor.country and actor.sector in (None, "BUS")
    return name in _NEUTRAL or private or (actor.kind == "unknown" and not actor.country)
