"""Geoparsing (Gritta et al., "A Pragmatic Guide to Geoparsing Evaluation", 2019)."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.evaluation.scoring.common import Result, Row, Rows, align, bounds, overlap, pair, prf, ratio

MAX_KM = 20039.0
"""Half the Earth's circumference: the largest possible error, in km."""
NEAR_KM = 161
"""100 miles, the usual limit of a right resolution."""
EARTH_KM = 6371


def km(a: Row, b: Row) -> float:
    """Great-circle distance in km between two rows with lat and lon in degrees (haversine)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a["lat"], a["lon"], b["lat"], b["lon"]))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def log_error_auc(distances: list[float]) -> float | None:
    """Area under the sorted curve of ln(1 + error in km) by the trapezoid rule, over its possible maximum.

    0 is best (Jurgens et al. 2015; Gritta et al. 2018).
    """
    curve = sorted(math.log(1 + distance) for distance in distances)
    if len(curve) < 2:
        return curve[0] / math.log(MAX_KM) if curve else None
    return sum((a + b) / 2 for a, b in pairwise(curve)) / (math.log(MAX_KM) * (len(curve) - 1))


@dataclass
class _Counts:
    """Running sums over documents."""

    errors: list[str]
    total: Counter[str] = field(default_factory=Counter)
    distances: list[float] = field(default_factory=list)
    kinds: defaultdict[str | None, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, gold: Row, predicted: Row) -> None:
        want, got = gold["places"], predicted["places"]
        matched = align([bounds(x) for x in want], [bounds(x) for x in got])
        found = {i for i, _ in matched}
        taken = {j for _, j in matched}
        free = [x for j, x in enumerate(got) if j not in taken]
        exempt = gold.get("ignore", [])
        ignored = sum(any(overlap(bounds(x), bounds(y)) for y in exempt) for x in free)
        with_coordinates = sum(x.get("lat") is not None for x in want)
        self.total.update(gold=len(want), pred=len(got) - ignored, match=len(matched), gold_xy=with_coordinates)
        for i, x in enumerate(want):
            self.kinds[x.get("kind")].update(n=1, found=i in found)
        for i, j in matched:
            self._match(gold, want[i], got[j])
        missed = [x for i, x in enumerate(want) if i not in found]
        self.errors += [f"{gold['doc_id']}: missed {gold['text'][slice(*bounds(x))]!r}" for x in missed]

    def _match(self, document: Row, want: Row, got: Row) -> None:
        if want.get("lat") is None:
            self.total["match_no_xy"] += 1
            return
        placed = got.get("lat") is not None and got.get("lon") is not None
        distance = km(want, got) if placed else MAX_KM
        self.distances.append(distance)
        if want.get("geonameid") and got.get("geonameid"):
            self.total.update(ids=1, ids_right=str(want["geonameid"]) == str(got["geonameid"]))
        if distance > NEAR_KM:
            words = document["text"][slice(*bounds(want))]
            self.errors.append(f"{document['doc_id']}: {distance:,.0f} km off: {words!r}")

    def result(self) -> Result:
        total, distances = self.total, sorted(self.distances)
        n, near = len(distances), sum(distance <= NEAR_KM for distance in distances)
        result = {
            "toponym": prf(total["match"], total["pred"], total["gold"]),
            "resolved": n,
            "mean_km": ratio(sum(distances), n),
            "median_km": (distances[(n - 1) // 2] + distances[n // 2]) / 2 if n else None,
            "acc161": ratio(near, n),
            "auc": log_error_auc(distances),
            "geonameid_acc": ratio(total["ids_right"], total["ids"]),
            "e2e161": prf(near, total["pred"] - total["match_no_xy"], total["gold_xy"]),
        }
        named = {kind: c for kind, c in self.kinds.items() if kind is not None}
        if named:
            result["recall_by_kind"] = {
                k: {"n": c["n"], "found": c["found"] / c["n"]} for k, c in sorted(named.items())
            }
        return result


def score_places(gold: Rows, predicted: Rows, errors: list[str]) -> Result:
    """Toponym F1 (overlap, one-to-one) and distances over matched gold with coordinates.

    A match without predicted coordinates counts as the largest possible error. Unmatched predictions on a gold
    `ignore` span do not count. e2e161: found and within 161 km; R over gold with coordinates, P over
    predictions less those matched to gold without coordinates.
    """
    counts = _Counts(errors)
    for want, got in pair(gold, predicted, "places"):
        counts.add(want, got)
    return counts.result()
