"""The embedded gazetteer: sorted keys of names over memory-mapped tables, opened in milliseconds."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.resources.countries import PLOVER
from onrecord.resources.places_names import fold, key, slug

FOLDER = Path(__file__).parent / "places"

KINDS = (
    "country", "division", "district", "capital", "town", "continent", "world region", "ocean", "sea", "lake", "river",
    "autonomous region", "border crossing", "breakaway region", "bridge", "canal", "corridor",
    "de facto autonomous region", "disputed area", "exclave", "infrastructure", "line", "occupied area", "pipeline",
    "special place", "special region", "strait",
)  # fmt: skip
"""Kinds of place; the first five are administrative or settled, those from "continent" on are our own tables'."""
COUNTRY, DIVISION, DISTRICT, CAPITAL, TOWN = range(5)
FEATURES = KINDS.index("continent")
"""From here on the kinds of our own tables."""
REGIONS = KINDS.index("autonomous region")
"""From here on those of our own regions, corridors and crossings, not of seas and rivers."""

PASSAGES = tuple(
    KINDS.index(kind)
    for kind in ("border crossing", "bridge", "canal", "corridor", "infrastructure", "pipeline", "strait")
)
"""Of these, what lies open or shut and is nobody's name."""

RECORD = np.dtype([
    ("lat", "f4"), ("lon", "f4"), ("population", "u4"), ("precision", "u2"), ("kind", "u1"), ("country", "u2"),
    ("admin1", "i4"), ("admin2", "i4"), ("geonameid", "u4"), ("name", "u4"),
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places that go by one name: their `numbers` in the gazetteer, and `how` each goes by it.

    0 its own name, 1 another name, 2 a short form, 3 the adjective or people of it.
    """

    numbers: npt.NDArray[np.int64]
    how: npt.NDArray[np.int64]


class Gazetteer:
    """Places by name. Columns of the tables are arrays over place numbers; coordinates are WGS84 degrees."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._keys = _mapped(folder / "keys.npy")
        self._starts = _mapped(folder / "starts.npy")
        self._postings = _mapped(folder / "postings.npy")
        self._names = _mapped(folder / "names.npy")
        self.records = _mapped(folder / "records.npy")
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        self._iso3: list[str] = [PLOVER.get(code, code) for code in meta["iso3"]]
        self._countries = {
            int(number): tuple(PLOVER.get(code, code) for code in codes) for number, codes in meta["countries"].items()
        }
        self.folded = functools.lru_cache(65_536)(self._folded)
        """The canonical name of a place, by its number, as it is compared."""

    def __len__(self) -> int:
        return len(self.records)

    def lookup(self, folded: Sequence[str]) -> list[Candidates | None]:
        """The places of each folded name, None where no place goes by it; one search for all of them."""
        if not folded:
            return []
        keys = np.array([key(name) for name in folded], np.uint64)
        at = np.searchsorted(self._keys, keys)
        known = self._keys[np.minimum(at, len(self._keys) - 1)] == keys
        return [self._candidates(int(i)) if ok else None for i, ok in zip(at, known, strict=True)]

    def _candidates(self, at: int) -> Candidates:
        packed = np.asarray(self._postings[self._starts[at] : self._starts[at + 1]], np.int64)
        return Candidates(packed >> 2, packed & 3)

    def named(self, name: str) -> Candidates | None:
        """The places that go by one name, written in any case."""
        return self.lookup([fold(name)])[0]

    def name(self, number: int) -> str:
        """The canonical name of a place."""
        start = int(self.records["name"][number])
        end = int(self.records["name"][number + 1]) if number + 1 < len(self.records) else len(self._names)
        return bytes(self._names[start:end]).decode()

    def _folded(self, number: int) -> str:
        return fold(self.name(number))

    def kind(self, number: int) -> str:
        """The kind of a place, one of KINDS."""
        return KINDS[int(self.records["kind"][number])]

    def countries(self, number: int) -> tuple[str, ...]:
        """Codes (ISO 3166 alpha-3, PLOVER's KOS) of the country of a place; of every claimant where it is disputed."""
        if number in self._countries:
            return self._countries[number]
        code = int(self.records["country"][number])
        return (self._iso3[code],) if code < len(self._iso3) else ()

    def ident(self, number: int) -> str:
        """The identifier of a place: `country:AZE`, `geonames:587084`, `region:lachin-corridor`, `feature:nile`."""
        kind = self.kind(number)
        if kind == "country":
            return f"country:{self.countries(number)[0]}"
        geonameid = int(self.records["geonameid"][number])
        if geonameid:
            return f"geonames:{geonameid}"
        ours = KINDS.index(kind) < REGIONS
        return f"{'feature' if ours else 'region'}:{slug(self.name(number))}"


def _mapped(path: Path) -> npt.NDArray[Any]:
    """The array of a file, read from disk only where it is looked at; a plain array over it, which indexes faster."""
    return np.asarray(np.load(path, mmap_mode="r"))


@functools.cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with OnRecord, opened once a process."""
    return Gazetteer()
