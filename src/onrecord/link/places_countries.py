"""Names that two countries share ("Congo"): left open unless the report names a place or people of only one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.layers import Layers
from onrecord.link.places_resolution import Resolved
from onrecord.resources.countries import by_code
from onrecord.resources.places_gazetteer import Gazetteer


def undecided(known: Gazetteer, layers: Layers, resolved: Sequence[Resolved | None]) -> list[Resolved | None]:
    """The candidates of each toponym; those of a name that two countries share settled by the rest of the report."""
    told: set[str] | None = None
    found: list[Resolved | None] = []
    for one in resolved:
        if one is None or len(shared := _countries(known, one)) < 2:
            found.append(one)
            continue
        told = _told(known, layers, resolved) if told is None else told
        decided = [pair for pair in shared if known.countries(pair[0])[0] in told]
        found.append(_settled(one, decided) if len(decided) == 1 else replace(_first(one, shared), open=True))
    return found


def _countries(known: Gazetteer, one: Resolved) -> list[tuple[int, float]]:
    """The countries among the candidates, where the best candidate is one."""
    if known.kind(one.numbers[0]) != "country":
        return []
    pairs = zip(one.numbers, one.shares, strict=True)
    return [(number, share) for number, share in pairs if known.kind(number) == "country"]


def _settled(one: Resolved, decided: list[tuple[int, float]]) -> Resolved:
    number = decided[0][0]
    rest = [(n, s) for n, s in zip(one.numbers, one.shares, strict=True) if n != number]
    return Resolved((number, *(n for n, _ in rest)), (max(one.shares), *(s for _, s in rest)))


def _first(one: Resolved, shared: list[tuple[int, float]]) -> Resolved:
    """The candidates with the countries before all other namesakes."""
    own = {number for number, _ in shared}
    rest = [(n, s) for n, s in zip(one.numbers, one.shares, strict=True) if n not in own]
    return Resolved(tuple(n for n, _ in (*shared, *rest)), tuple(s for _, s in (*shared, *rest)))


def _told(known: Gazetteer, layers: Layers, resolved: Sequence[Resolved | None]) -> set[str]:
    """The countries of the other places that the report names, and those it names in full or by their capital."""
    places = [one for one in resolved if one is not None and len(_countries(known, one)) < 2]
    codes = {code for one in places for code in known.countries(one.numbers[0])}
    for entity in layers.entities:
        codes |= {key.partition(":")[2] for key in entity.keys if key.startswith("seat:")}
        if len(entity.keys) == 1 and entity.keys[0].startswith("country:"):
            country = by_code(entity.keys[0].partition(":")[2])
            codes |= {country.code} if country is not None else set()
    return codes
