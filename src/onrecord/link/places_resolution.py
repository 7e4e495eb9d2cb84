"""Which place each name of a document means: a first belief from population, settled by all the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.annotate.layers import Layers, Toponym
from onrecord.link.places_document import occurrences
from onrecord.link.places_features import Name, Pairs, Vector, contained, distances, features, pairs, prior
from onrecord.link.places_strays import strays
from onrecord.link.places_twins import merged
from onrecord.resources.places_gazetteer import CAPITAL, DISTRICT, DIVISION, FEATURES, TOWN, Gazetteer, gazetteer
from onrecord.resources.places_names import fold
from onrecord.resources.trees import trees

ELSEWHERE = 0.15
"""What remains of the belief in a namesake that does not lie where the text says the place lies."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The candidates of one toponym: gazetteer numbers, best first, with their shares (summing to one).

    `open`: nothing in the text tells between the first two, or the first strays from all other places.
    """

    numbers: tuple[int, ...]
    shares: tuple[float, ...]
    open: bool = False


def resolve(layers: Layers, toponyms: tuple[Toponym, ...]) -> list[Resolved | None]:
    """For each toponym its candidates in order of belief; None where the gazetteer knows no such name."""
    known = gazetteer()
    found = occurrences(layers, toponyms, known)
    if not found.names:
        return [None] * len(toponyms)
    rows = pairs(found.names, known)
    share = _settled(found.names, rows, known)
    astray = strays(found.names, rows, share)
    by_name = [_ordered(known, name, rows, share, index, astray) for index, name in enumerate(found.names)]
    return [None if index is None else by_name[index] for index in found.of]


def _settled(names: list[Name], rows: Pairs, known: Gazetteer) -> Vector:
    held = contained(names, rows)
    columns = features(names, rows, prior(names, rows, held), held, distances(rows), known)
    score = trees("places/resolver").score(columns)
    score = np.where(_passed_over(held, rows, len(names)), score * ELSEWHERE, score)
    score = np.where(_no_area(names, rows), score * ELSEWHERE, score)
    score = np.where(_by_another_name(rows, len(names)), score * ELSEWHERE, score)
    score = np.where(_no_dateline(names, rows), score * ELSEWHERE**3, score)
    total = np.bincount(rows.name, score, len(names))[rows.name]
    share: Vector = score / np.maximum(total, 1e-9)
    return share


def _passed_over(held: Vector, rows: Pairs, count: int) -> npt.NDArray[np.bool_]:
    """The candidates that do not lie where the text says, though a namesake does ("Springfield, Missouri")."""
    some = np.zeros(count, bool)
    some[rows.name[held > 0]] = True
    return some[rows.name] & (held <= 0)


def _no_area(names: list[Name], rows: Pairs) -> npt.NDArray[np.bool_]:
    """The candidates that are no division or region, where the text calls the place one ("the state of Washington")."""
    called = ("division", "district")
    wide = np.array([name.area == "division" for name in names], bool)[rows.name]
    told = np.array([name.area in called for name in names], bool)[rows.name]
    area = (rows.kind == DIVISION) | ((rows.kind == DISTRICT) & ~wide) | (rows.kind >= FEATURES)
    some = np.zeros(len(names), bool)
    some[rows.name[told & area]] = True
    passed: npt.NDArray[np.bool_] = told & ~area & some[rows.name]
    return passed


def _no_dateline(names: list[Name], rows: Pairs) -> npt.NDArray[np.bool_]:
    """The divisions, where a report is dated from the name of a capital: a dateline is a town's ("WASHINGTON (AP)")."""
    capital = np.zeros(len(names), bool)
    capital[rows.name[(rows.kind == CAPITAL) & (rows.how == 0)]] = True
    dated = np.array([name.area == "town" for name in names], bool) & capital
    passed: npt.NDArray[np.bool_] = dated[rows.name] & ((rows.kind == DIVISION) | (rows.kind == DISTRICT))
    return passed


WELL_KNOWN = 4.3
"""Log population from which a town keeps its name from towns that go by it besides their own ("Poti")."""


def _by_another_name(rows: Pairs, count: int) -> npt.NDArray[np.bool_]:
    """The towns that go by a name besides their own, where a well-known town has it for its own, and no other name of
    the document is that of a place in their country."""
    own = np.zeros(count, bool)
    own[rows.name[(rows.how == 0) & (rows.kind == TOWN) & (rows.population >= WELL_KNOWN)]] = True
    named = np.flatnonzero((rows.how == 0) & (rows.population >= WELL_KNOWN))
    wanted: npt.NDArray[np.bool_] = own[rows.name] & (rows.how == 1) & (rows.kind == TOWN)
    for row in np.flatnonzero(wanted):
        wanted[row] = not np.any((rows.country[named] == rows.country[row]) & (rows.name[named] != rows.name[row]))
    return wanted


def _ordered(
    known: Gazetteer, name: Name, rows: Pairs, share: Vector, index: int, astray: npt.NDArray[np.bool_]
) -> Resolved:
    mine = np.flatnonzero(rows.name == index)
    order = mine[np.lexsort((rows.number[mine], -share[mine]))]
    numbers, shares = rows.number[order].tolist(), share[order].tolist()
    found = merged(known, fold(name.text), numbers, shares, area=name.area in ("division", "district"))
    likeliest, held = tuple(number for number, _ in found), tuple(round(share, 4) for _, share in found)
    return Resolved(likeliest, held, bool(astray[order[0]]) and not name.containers)


@dataclass(frozen=True, slots=True)
class Located:
    """A point in WGS84 degrees, with the GeoNames identifier of the place or 0."""

    lat: float
    lon: float
    geonameid: int


def locate(layers: Layers, toponyms: tuple[Toponym, ...]) -> list[Located | None]:
    """The likeliest point of each toponym; for one not found or astray that of the nearest local place in the text.

    The second is an estimate for measuring, not a finding: records of such names carry no coordinates.
    """
    known = gazetteer()
    resolved = resolve(layers, toponyms)
    points = [None if one is None or one.open else _point(known, one.numbers[0]) for one in resolved]
    local = [
        (toponym.start, points[i])
        for i, (toponym, one) in enumerate(zip(toponyms, resolved, strict=True))
        if one is not None and not one.open and known.kind(one.numbers[0]) in ("town", "district", "capital")
    ]
    for i, toponym in enumerate(toponyms):
        if points[i] is None and local:
            points[i] = min(local, key=lambda pair: (abs(pair[0] - toponym.start), pair[0]))[1]
    return points


def _point(known: Gazetteer, number: int) -> Located:
    record = known.records[number]
    return Located(float(record["lat"]), float(record["lon"]), int(record["geonameid"]))
