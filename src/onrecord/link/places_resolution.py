"""Which place each name of a document means: a first belief from population, settled by all the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.annotate.layers import Layers, Toponym
from onrecord.link.places_document import occurrences
from onrecord.link.places_features import Name, Pairs, Vector, contained, distances, features, pairs, prior
from onrecord.resources.places_gazetteer import Gazetteer, gazetteer
from onrecord.resources.places_trees import trees


@dataclass(frozen=True, slots=True)
class Resolved:
    """The candidates of one toponym: gazetteer numbers, best first, with their shares (summing to one)."""

    numbers: tuple[int, ...]
    shares: tuple[float, ...]


def resolve(layers: Layers, toponyms: tuple[Toponym, ...]) -> list[Resolved | None]:
    """For each toponym its candidates in order of belief; None where the gazetteer knows no such name."""
    known = gazetteer()
    found = occurrences(layers, toponyms, known)
    if not found.names:
        return [None] * len(toponyms)
    rows = pairs(found.names, known)
    share = _settled(found.names, rows, known)
    by_name = [_ordered(rows, share, index) for index in range(len(found.names))]
    return [None if index is None else by_name[index] for index in found.of]


def _settled(names: list[Name], rows: Pairs, known: Gazetteer) -> Vector:
    held = contained(names, rows)
    score = trees("resolver").score(features(names, rows, prior(names, rows, held), held, distances(rows), known))
    total = np.bincount(rows.name, score, len(names))[rows.name]
    share: Vector = score / np.maximum(total, 1e-9)
    return share


def _ordered(rows: Pairs, share: Vector, index: int) -> Resolved:
    mine = np.flatnonzero(rows.name == index)
    order = mine[np.lexsort((rows.number[mine], -share[mine]))]
    return Resolved(tuple(int(n) for n in rows.number[order]), tuple(round(float(s), 4) for s in share[order]))


@dataclass(frozen=True, slots=True)
class Located:
    """A point in WGS84 degrees, with the GeoNames identifier of the place or 0."""

    lat: float
    lon: float
    geonameid: int


def locate(layers: Layers, toponyms: tuple[Toponym, ...]) -> list[Located | None]:
    """The likeliest point of each toponym; for a name no table holds, that of the nearest local place in the text.

    The second is an estimate for measuring, not a finding: records of such names carry no coordinates.
    """
    known = gazetteer()
    resolved = resolve(layers, toponyms)
    points = [None if one is None else _point(known, one.numbers[0]) for one in resolved]
    local = [
        (toponym.start, points[i])
        for i, (toponym, one) in enumerate(zip(toponyms, resolved, strict=True))
        if one is not None and known.kind(one.numbers[0]) in ("town", "district", "capital")
    ]
    for i, toponym in enumerate(toponyms):
        if points[i] is None and local:
            points[i] = min(local, key=lambda pair: (abs(pair[0] - toponym.start), pair[0]))[1]
    return points


def _point(known: Gazetteer, number: int) -> Located:
    record = known.records[number]
    return Located(float(record["lat"]), float(record["lon"]), int(record["geonameid"]))
