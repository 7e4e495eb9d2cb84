"""Why a time has its days and a name its place, in words: read off the record, its neighbours and the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Candidate, Place, Time
from onrecord.resources.countries import by_code
from onrecord.resources.names import fold
from onrecord.resources.places_gazetteer import Gazetteer, gazetteer
from onrecord.resources.places_sides import usage

RIVALS = 3
"""Namesakes named beside the place that was chosen."""
_HOLDING = 25
"""Characters within which the name of what holds a place follows it ("Paris, Texas")."""
_BASES = {
    "explicit": "told in full by its own words",
    "publication date": "reckoned from the report's publication date",
    "document": "reckoned from what the report told before",
    "unresolved": "left open",
}


def of_time(time: Time) -> Iterator[str]:
    """The value of a time, the days it may mean, on what they rest, and why they are open where they are."""
    days = " to ".join(dict.fromkeys(day or "open" for day in (time.start, time.end)))
    told = time.start is not None or time.end is not None
    yield f"{(time.type or 'time').lower()}, value {time.value or 'unknown'}{f', {days}' if told else ''}"
    yield _BASES[time.basis] + (f": {time.reason}" if time.reason else "")


def of_place(place: Place, others: Sequence[Place]) -> Iterator[str]:
    """What a place is, what spoke for it, and which namesakes it had; `others` are the report's other place names."""
    if place.id is None and place.candidates:
        yield "left open: no reading is likely enough, or nothing in the report tells between them"
        return
    known = gazetteer()
    found = known.named(place.mention.text) or known.named(place.name or "")
    numbers = [int(number) for number in found.numbers] if found is not None else []
    if place.id is not None and place.id not in map(known.ident, numbers) and place.name:
        own = known.named(place.name)
        numbers = [int(number) for number in own.numbers] if own is not None else numbers
    if not numbers or place.id is None:
        yield "no table holds this name: it is a place without a point"
        return
    yield _described(place)
    chosen = next((n for n in numbers if known.ident(n) == place.id), None)
    rivals = [n for n in numbers if n != chosen]
    if len(place.country) > 1:
        yield f"one neutral name for what {', '.join(place.country)} claim"
    yield from _sides(place)
    yield from _signs(known, place, chosen, rivals, others)
    if rivals:
        yield f"other readings: {'; '.join(_rival(known, n) for n in _largest(known, rivals))}"


def _sides(place: Place) -> Iterator[str]:
    """Whose name of a disputed place the report uses, and what the other sides call it."""
    found = usage(place.id or "")
    words = place.mention.text
    neutral = fold(words) == fold(place.name or "")  # said by all, also by the side whose name it is
    for row in (row for row in found if row.has(words) and not neutral):
        yield f"“{words}” is the name used by {row.side}"
    others = [f"{', '.join(row.names)} ({row.side})" for row in found if not row.has(words)]
    if others:
        yield f"by side it also goes by {'; '.join(others)}"


def _described(place: Place) -> str:
    point = "" if place.lat is None else f", at {place.lat:.2f} {place.lon:.2f} within {place.precision_km:g} km"
    return f"{place.kind} in {', '.join(place.country) or 'no country'}{point}"


def _signs(
    known: Gazetteer, place: Place, chosen: int | None, rivals: list[int], others: Sequence[Place]
) -> Iterator[str]:
    """What spoke for a reading, as far as records and gazetteer show it."""
    if not rivals:
        yield "in its favour: it is the only place of this name"
        return
    signs = []
    if (holder := _holder(known, place, chosen, others)) is not None:
        signs.append(f"the report says that it lies in {holder}")
    near = [o for o in others if o.id not in (None, place.id) and set(o.country) & set(place.country)]
    if near:
        names = ", ".join(dict.fromkeys(o.name or o.mention.text for o in near))
        signs.append(f"the report names other places of {' and '.join(place.country)} ({names})")
    if chosen is not None and _population(known, chosen) >= max(_population(known, n) for n in rivals):
        signs.append("it has the most inhabitants")
    if place.kind in ("capital", "country"):
        signs.append(f"it is a {place.kind}")
    if chosen is not None and known.kind(chosen) not in ("country", "division", "district", "capital", "town"):
        signs.append("our own table holds it")
    yield f"in its favour: {'; '.join(signs) or 'the learned model, by kind, inhabitants and nearness'}"


def _holder(known: Gazetteer, place: Place, chosen: int | None, others: Iterable[Place]) -> str | None:
    """The place said to hold this one: named right after it, and its division or country in the gazetteer."""
    if chosen is None:
        return None
    record = known.records[chosen]
    above = {known.ident(int(n)) for n in (record["admin1"], record["admin2"]) if n >= 0}
    above |= {f"country:{code}" for code in known.countries(chosen)}
    after = (o for o in others if 0 < o.mention.start - place.mention.end <= _HOLDING)
    return next((o.name for o in after if o.id in above), None)


def _population(known: Gazetteer, number: int) -> int:
    return int(known.records["population"][number])


def located(candidate: Candidate) -> str:
    """The name of a place that could be meant, with its division and country where the gazetteer tells them."""
    known = gazetteer()
    found = known.named(candidate.name)
    number = next((int(n) for n in found.numbers if known.ident(int(n)) == candidate.id), None) if found else None
    if number is None:
        return candidate.name
    division = int(known.records[number]["admin1"])
    above = [known.name(division)] if division not in (-1, number) else []
    above += [country.name if (country := by_code(code)) else code for code in known.countries(number)]
    return ", ".join(dict.fromkeys((candidate.name, *above)))


def _largest(known: Gazetteer, numbers: list[int]) -> list[int]:
    return sorted(numbers, key=lambda n: (-_population(known, n), n))[:RIVALS]


def _rival(known: Gazetteer, number: int) -> str:
    where = ", ".join(known.countries(number))
    return f"{known.name(number)}, {known.kind(number)}{f' in {where}' if where else ''} ({known.ident(number)})"
