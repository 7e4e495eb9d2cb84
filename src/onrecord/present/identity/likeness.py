"""How likely two items are one, 0–1: the sum of what their parties, days, places and words say."""

from onrecord.codebook.plover import VERBAL
from onrecord.present.identity.items import Form, Item

SAME = 0.56
"""From this likeness on, two items are one."""
_FURTHEST = 9
"""Days between two items from which on they are not one."""
_ONE_DAY = frozenset({"phone", "visit"})
"""Forms of contact that do not go on on the next day, as talks do."""
_ONCE = 2
"""Days between the windows of two reports within which both may tell of one contact without its day."""
_BACK = 60
"""Days from which on what is told as known is not one with what was told before."""
_APART: frozenset[tuple[Form, Form]] = frozenset(
    {("phone", "visit"), ("visit", "phone"), ("phone", "meeting"), ("meeting", "phone")}
)
"""Forms of contact that are never one."""


def likeness(one: Item, other: Item, least: float = 0.0) -> float:
    """How likely two items of one kind are the same; 0 where something rules it out, or where it is under `least`."""
    if one.kind != "contact" and one.by and other.by and one.by.isdisjoint(other.by):
        return 0.0  # done by others: of most that are compared, and told at once
    days = _days(one, other)
    if days == 0.0:
        return 0.0
    if one.kind == "contact":
        return _contact(one, other, days, least)
    if one.kind == "statement":
        return _statement(one, other, days)
    if one.type != other.type or (one.negated != other.negated and not one.deed):
        return 0.0
    if one.kind == "condition":
        return 0.25 * days + 0.3 * _place(one, other) + 0.45 * _words(one, other)
    return _event(one, other, days, least)


def _contact(one: Item, other: Item, days: float, least: float) -> float:
    if (one.form, other.form) in _APART:
        return 0.0
    if one.form != "visit" and _other_counterpart(one.persons, other.persons):
        return 0.0
    parties = _overlap(one.parties, other.parties)
    if parties == 0.0 and one.form == other.form == "meeting":
        parties = max(_named(one, other), _named(other, one))
    form = 1.0 if one.form == other.form else 0.5
    if 0.25 * parties + 0.25 + 0.3 * days + 0.1 * form + 0.1 + 1e-9 < least:
        return 0.0  # whatever else they name
    named = _overlap(one.names, other.names)
    if 0.25 * parties + 0.25 * named + 0.3 * days + 0.1 * form + 0.1 + 1e-9 < least:
        return 0.0  # whatever their words
    return 0.25 * parties + 0.25 * named + 0.3 * days + 0.1 * form + 0.1 * max(_words(one, other), _met(one, other))


def _other_counterpart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one person talks with one here and with another there."""
    return bool(one & other) and len(one) == 2 == len(other) and one != other


def _event(one: Item, other: Item, days: float, least: float) -> float:
    by, to = _overlap(one.by, other.by), _overlap(one.to, other.to)
    if one.deed:
        to = max(to, _overlap(one.struck, other.struck), _about(one, other), _about(other, one))
    if by == 0.0 or (by < 0.5 and to == 0.0):
        return 0.0
    spoken, place = one.type in VERBAL, _place(one, other)
    rest = 0.2 * days if spoken else 0.25 * days + 0.15 * place
    if 0.2 * by + 0.15 * to + rest + (0.45 if spoken else 0.25) + 1e-9 < least:
        return 0.0  # whatever their words
    words = _words(one, other)
    if spoken:
        return 0.2 * by + 0.15 * to + 0.2 * days + 0.45 * min(1.0, words * 1.3)
    return 0.2 * by + 0.15 * to + 0.25 * days + 0.15 * place + 0.25 * min(1.0, words * 1.3)


def _statement(one: Item, other: Item, days: float) -> float:
    by, words = _overlap(one.by, other.by), _words(one, other)
    return 0.0 if by == 0.0 else 0.2 * by + 0.2 * days + 0.6 * min(1.0, words * 1.2)


def _days(one: Item, other: Item) -> float:
    """1 for the same day told by both, less where a report's date stands in for it, 0 beyond `_FURTHEST` days."""
    begun, ended, first, last = one.first, one.last, other.first, other.last
    if begun is None or ended is None or first is None or last is None:
        return 0.3
    gap = begun - last if begun > first else first - ended  # less than none where they overlap
    if gap > 0 and ((one.back and begun > last) or (other.back and first > ended)):
        return 0.6 if gap <= _BACK else 0.0
    if gap > _FURTHEST:
        return 0.0
    if one.dated and other.dated:
        if gap > 0 and one.form == other.form and one.form in _ONE_DAY:
            return 0.0
        wide = max(ended - begun, last - first)
        return (1.0 if wide <= 2 else 0.7) if gap <= 0 else 0.45 if gap == 1 else 0.1
    if gap <= 0:
        return 0.75
    if one.type in VERBAL or (one.kind == "contact" and gap > _ONCE):
        return 0.0  # said or held again
    return 0.5 if gap <= 2 else 0.25


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the smaller set stands in the other; half where one is not told."""
    if not one or not other:
        return 0.5
    return len(one & other) / min(len(one), len(other))


def _named(one: Item, other: Item) -> float:
    """Which part of those who meet in one telling is named in the sentence of another."""
    return len(one.parties & other.names) / len(one.parties)


def _about(one: Item, other: Item) -> float:
    """Whether what one deed struck stands in the words of another."""
    return 0.8 if one.struck and all(word in other.terms or word in other.names for word in one.struck) else 0.0


def _place(one: Item, other: Item) -> float:
    if one.place and other.place:
        if one.place & other.place:
            return 1.0
        return 0.8 if one.deed and (one.place & other.names or other.place & one.names) else 0.0  # fired from, hit at
    either = one.place or other.place
    return 0.5 if not either else 0.8 if either & (one.names & other.names) else 0.5


def _met(one: Item, other: Item) -> float:
    return 1.0 if one.place and other.place and one.place & other.place else 0.0


def _words(one: Item, other: Item) -> float:
    if not one.norm or not other.norm:
        return 0.3
    small, large = (one.terms, other.terms) if len(one.terms) < len(other.terms) else (other.terms, one.terms)
    both = small.keys() & large.keys()
    if not both:
        return 0.0
    return sum([value * large[key] for key, value in small.items() if key in both]) / (one.norm * other.norm)
