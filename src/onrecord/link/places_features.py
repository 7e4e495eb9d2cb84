"""What tells the place that is meant from its namesakes: features of candidate places in their document."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.annotate.areas import Area
from onrecord.resources.places_gazetteer import (
    CAPITAL,
    COUNTRY,
    DISTRICT,
    DIVISION,
    FEATURES,
    KINDS,
    TOWN,
    Candidates,
    Gazetteer,
)
from onrecord.resources.places_names import fold

type Vector = npt.NDArray[np.float64]
type Numbers = npt.NDArray[np.int64]

NOMINAL = 6.0
"""Log population that places of our own tables (seas, corridors) count for."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the document: its words, its candidates, and how often it occurs.

    `containers` are the names said to hold it somewhere ("Paris, Texas"), as indices into the document's names.
    `area`: what the text calls it by a word such as "state" or "county".
    """

    text: str
    places: Candidates
    count: int
    containers: tuple[int, ...]
    adjective: bool
    first: int
    area: Area = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """All (name, candidate) pairs of a document, flat: `name` says whose candidate each row is."""

    name: Numbers
    number: Numbers
    how: Numbers
    kind: Numbers
    population: Vector
    lat: Vector
    lon: Vector
    country: Numbers
    admin1: Numbers
    admin2: Numbers


def pairs(names: list[Name], gazetteer: Gazetteer) -> Pairs:
    """The candidates of every name as flat columns; a division is its own `admin1`, a country its own `country`."""
    number = np.concatenate([name.places.numbers for name in names])
    records = gazetteer.records[number]
    kind = records["kind"].astype(np.int64)
    own = kind >= FEATURES
    population = np.log10(records["population"].astype(np.float64) + 1.0)
    population = np.where(own, NOMINAL, population)
    admin1 = np.where(kind == DIVISION, number, records["admin1"]).astype(np.int64)
    admin2 = np.where(kind == DISTRICT, number, records["admin2"]).astype(np.int64)
    country = records["country"].astype(np.int64)
    return Pairs(
        np.repeat(np.arange(len(names)), [len(name.places.numbers) for name in names]),
        number,
        np.concatenate([name.places.how for name in names]),
        kind,
        population,
        records["lat"].astype(np.float64),
        records["lon"].astype(np.float64),
        np.where(country == 65535, -1, country),
        admin1,
        admin2,
    )


_OF_KIND = np.zeros(len(KINDS))
"""What its kind adds to the first guess at a candidate."""
_OF_KIND[[COUNTRY, DIVISION, CAPITAL]] = 1.5, 0.7, 1.0


def prior(names: list[Name], rows: Pairs, held: Vector) -> Vector:
    """A first guess at each candidate's share of its name: population, kind, and what the text says holds it.

    `held` is what `contained` gives.
    """
    weight = rows.population * 0.8 - 1.5 * (rows.how == 1)
    weight = weight + _OF_KIND[rows.kind]
    weight = weight + 4.0 * held
    return shares(weight * np.log(10) * 0.6, rows.name, len(names))


def shares(weight: Vector, name: Numbers, count: int) -> Vector:
    """Softmax of `weight` within each name."""
    top = np.full(count, -np.inf)
    np.maximum.at(top, name, weight)
    power = np.exp(weight - top[name])
    total: Vector = np.bincount(name, power, count)
    result: Vector = power / total[name]
    return result


def contained(names: list[Name], rows: Pairs) -> Vector:
    """1 where a candidate lies in a candidate of a name that the text says holds it, −1 where it lies in none."""
    result = np.zeros(len(rows.number))
    for index, name in enumerate(names):
        if not name.containers:
            continue
        mine = rows.name == index
        holders = np.concatenate([names[c].places.numbers for c in name.containers])
        around = np.stack([rows.admin1[mine], rows.admin2[mine], rows.country[mine], rows.number[mine]])
        in_admin1, in_admin2, in_country, itself = np.isin(around, holders)
        inside = (in_admin1 | in_admin2 | in_country) & ~itself
        result[mine] = np.where(inside, 1.0, -1.0 if inside.any() else 0.0)
    return result


def distances(rows: Pairs) -> Vector:
    """Great-circle distances between all candidates, in km."""
    lat, lon = np.radians(rows.lat), np.radians(rows.lon)
    x = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    chord = np.clip(x @ x.T, -1.0, 1.0)
    km: Vector = 6371.0 * np.arccos(chord)
    return km


def features(names: list[Name], rows: Pairs, share: Vector, held: Vector, km: Vector, gazetteer: Gazetteer) -> Vector:
    """The matrix of pairs by NAMES; `share` is the present belief in each candidate within its name."""
    weight = np.array([np.log2(1.0 + name.count) for name in names])[rows.name] * share
    other = (rows.name[:, None] != rows.name[None, :]) * weight[None, :]
    settled = other * ((rows.kind >= DISTRICT) & (rows.kind < FEATURES))[None, :]
    total = weight.sum() - np.bincount(rows.name, weight, len(names))[rows.name] + 1e-9
    country = ((rows.country[:, None] == rows.country[None, :]) & (rows.country >= 0)[:, None]) * other
    admin1 = ((rows.admin1[:, None] == rows.admin1[None, :]) & (rows.admin1 >= 0)[:, None]) * other
    admin2 = ((rows.admin2[:, None] == rows.admin2[None, :]) & (rows.admin2 >= 0)[:, None]) * other
    is_country = (rows.kind == COUNTRY)[None, :]
    is_division = (rows.kind == DIVISION)[None, :]
    best = _best(rows.population, rows.name, len(names))
    count = np.bincount(rows.name, minlength=len(names))
    closest = np.where(settled > 0.3, km, 20_000.0).min(axis=1)
    by_country, by_admin1, by_admin2 = (found.sum(axis=1) for found in (country, admin1, admin2))
    near = {radius: (settled * np.exp(-km / radius)).sum(axis=1) for radius in (30.0, 100.0, 400.0)}
    columns = [
        rows.population,
        best - rows.population,
        rows.how.astype(float),
        *((rows.kind == kind).astype(float) for kind in (COUNTRY, DIVISION, DISTRICT, CAPITAL, TOWN)),
        (rows.kind >= FEATURES).astype(float),
        np.log2(count)[rows.name],
        held,
        np.array([float(bool(name.containers)) for name in names])[rows.name],
        by_country / total,
        by_admin1 / total,
        by_admin2 / total,
        np.minimum(by_admin1, 10),
        np.minimum(by_country, 10),
        np.minimum(by_admin2, 10),
        (country * is_country).max(axis=1),
        (admin1 * is_division).max(axis=1),
        _relative(by_country, rows.name, len(names)),
        _relative(by_admin1, rows.name, len(names)),
        near[30.0],
        near[100.0],
        near[400.0],
        _relative(near[100.0], rows.name, len(names)),
        _relative(near[400.0], rows.name, len(names)),
        np.log10(closest + 1.0),
        _own_name(names, rows, gazetteer),
        share,
        np.minimum(total, 30),
        np.array([float(name.adjective) for name in names])[rows.name],
        np.array([float(len(name.text.split())) for name in names])[rows.name],
        np.array([min(name.first, 3000) / 100.0 for name in names])[rows.name],
    ]
    return np.stack(columns, axis=1)


def _best(value: Vector, name: Numbers, count: int) -> Vector:
    top = np.full(count, -np.inf)
    np.maximum.at(top, name, value)
    result: Vector = top[name]
    return result


def _relative(value: Vector, name: Numbers, count: int) -> Vector:
    """Each candidate's share of a support within its name."""
    total = np.bincount(name, value, count)[name]
    result: Vector = np.where(total > 1e-6, value / np.maximum(total, 1e-9), 0.0)
    return result


def _own_name(names: list[Name], rows: Pairs, gazetteer: Gazetteer) -> Vector:
    folded = [fold(name.text) for name in names]
    known, pairs = gazetteer.folded, zip(rows.name.tolist(), rows.number.tolist(), strict=True)
    return np.array([known(number) == folded[index] for index, number in pairs], float)


NAMES = (
    "population", "population_gap", "how", "country", "division", "district", "capital", "town", "own", "namesakes",
    "contained", "has_container", "country_share", "admin1_share", "admin2_share", "admin1_support", "country_support",
    "admin2_support", "country_named", "division_named", "country_relative", "admin1_relative", "near_30", "near_100",
    "near_400", "near_100_relative", "near_400_relative", "closest", "own_name", "share", "total", "adjective", "words",
    "first",
)  # fmt: skip
"""The features, in the order of the matrix's columns."""
