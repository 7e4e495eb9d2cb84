"""Entries of the gazetteer that are one place to a reader: a town and the district around it, a region of both sides.

The belief in a name is not split among them. A town stands for its namesake divisions unless the words say "region" or
"province"; a region of our own table, under its neutral name, for every entry that one side's divisions make of it.
"""

from __future__ import annotations

import csv
import functools
import math

import numpy as np

from onrecord.resources.places_gazetteer import (
    CAPITAL,
    COUNTRY,
    DISTRICT,
    DIVISION,
    FOLDER,
    KINDS,
    REGIONS,
    TOWN,
    Gazetteer,
)

CONSIDERED = 12
"""Candidates looked at, the likeliest first."""
NEAR_KM = 80.0
"""How far a town may lie from the middle of the division that bears its name and holds it."""
AROUND_KM = 60.0
"""How far an entry may lie from the middle of a disputed region, beyond the region's own radius."""
DISPUTED = frozenset(
    map(
        KINDS.index,
        (
            "autonomous region", "breakaway region", "de facto autonomous region", "disputed area", "exclave",
            "occupied area", "special place", "special region",
        ),
    )
)  # fmt: skip
_NAMED_BY_SIDES = (KINDS.index("breakaway region"), KINDS.index("special place"))
_RANK = {CAPITAL: 0, TOWN: 1, DISTRICT: 2, DIVISION: 3}
_RANK_OF_AREA = {DIVISION: 0, DISTRICT: 1, CAPITAL: 2, TOWN: 3}

type Shared = list[tuple[int, float]]


def merged(known: Gazetteer, name: str, numbers: list[int], shares: list[float], *, area: bool) -> Shared:
    """The candidates of a folded name with what is one place under one of them, best first.

    `area`: the words call the place a province, region or the like.
    """
    top = list(zip(numbers[:CONSIDERED], shares[:CONSIDERED], strict=True))
    rest = list(zip(numbers[CONSIDERED:], shares[CONSIDERED:], strict=True))
    groups: list[Shared] = []
    heads = one_of(known)
    for entry, share in top:
        number = heads.get(entry, entry)
        group = _group_of(known, name, number, groups)
        if group is None:
            groups.append([(number, share)])
        else:
            group.append((number, share))
    found = [(_head(known, group, area=area), sum(share for _, share in group)) for group in groups]
    found.sort(key=lambda pair: -pair[1])
    return found + rest


def _group_of(known: Gazetteer, name: str, number: int, groups: list[Shared]) -> Shared | None:
    """The first group in which an entry is one place with another."""
    for group in groups:
        for other, _ in group:
            if _one_place(known, name, number, other):
                return group
    return None


def _head(known: Gazetteer, group: Shared, *, area: bool) -> int:
    """The entry that stands for a group: our own table's, else by kind; between equals the likelier."""
    if len(group) == 1:
        return group[0][0]
    rank = _RANK_OF_AREA if area else _RANK
    kinds = known.records["kind"]

    def order(pair: tuple[int, float]) -> tuple[int, float]:
        kind = int(kinds[pair[0]])
        return (-1 if kind >= REGIONS else rank.get(kind, 9), -pair[1])

    return min(group, key=order)[0]


@functools.lru_cache(1 << 16)  # reports name the same places
def _one_place(known: Gazetteer, name: str, one: int, other: int) -> bool:
    if one == other:
        return True
    first, second = known.records[one], known.records[other]
    kinds = {int(first["kind"]), int(second["kind"])}
    if kinds & DISPUTED:
        return _in_region(known, name, one, other)
    if COUNTRY in kinds or max(kinds) > TOWN or first["country"] != second["country"]:
        return False
    if kinds <= {CAPITAL, TOWN} or len(kinds) == 1:
        return False
    held = other in (first["admin1"], first["admin2"]) or one in (second["admin1"], second["admin2"])
    return bool(_km(known, one, other) < (NEAR_KM if held else NEAR_KM / 3))


def _in_region(known: Gazetteer, name: str, one: int, other: int) -> bool:
    """Whether one is a region of our table and the other what a claimant's divisions or towns make of it.

    A region that goes by another name and is claimed by one state alone leaves the name to its town ("Kirkuk").
    """
    if known.records["kind"][one] not in DISPUTED:
        one, other = other, one
    shared = known.records["kind"][one] in _NAMED_BY_SIDES or len(known.countries(one)) > 1
    own = known.folded(one).removesuffix(" state").removesuffix(" region").removesuffix(" province")
    if name not in (known.folded(one), own) and not shared:
        return False
    if known.records["kind"][other] == COUNTRY or not set(known.countries(one)) & set(known.countries(other)):
        return False
    return _km(known, one, other) < AROUND_KM + float(known.records["precision"][one])


def _km(known: Gazetteer, one: int, other: int) -> float:
    first, second = known.records[one], known.records[other]
    north = float(first["lat"]) - float(second["lat"])
    middle = math.radians((float(first["lat"]) + float(second["lat"])) / 2)
    east = (float(first["lon"]) - float(second["lon"])) * math.cos(middle)
    return 111.2 * math.hypot(north, east)


@functools.cache
def one_of(known: Gazetteer) -> dict[int, int]:
    """The entries that other entries stand for, by number, from the table of disputed places."""
    wanted = {int(ident): row["id"] for row in disputed() for ident in row["entries"].split("|") if ident}
    ids = known.records["geonameid"]
    by_geonameid = {int(ids[n]): int(n) for n in np.flatnonzero(np.isin(ids, list(wanted)))}
    heads = {row["id"]: _number(known, row["id"], row["name"]) for row in disputed()}
    found = {by_geonameid[g]: heads[ident] for g, ident in wanted.items() if g in by_geonameid}
    return {number: head for number, head in found.items() if head is not None and number != head}


def _number(known: Gazetteer, ident: str, name: str) -> int | None:
    places = known.named(name)
    return next((int(n) for n in places.numbers if known.ident(int(n)) == ident), None) if places is not None else None


@functools.cache
def disputed() -> tuple[dict[str, str], ...]:
    """The table of places that several states claim: id, neutral name, countries, GeoNames entries of each side."""
    with (FOLDER / "disputed.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@functools.cache
def claimed(ident: str) -> tuple[str, ...]:
    """All states that claim a place of the table; nothing for other places."""
    row = next((row for row in disputed() if row["id"] == ident), None)
    return tuple(row["countries"].split("|")) if row is not None else ()
