"""Builds the reference tables from the CSV files of facts: `python -m onrecord.resources.build FOLDER`.

FOLDER holds countries.csv, officeholders.csv, organizations.csv, armed_groups.csv, regions.csv, agreements.csv
and instruments.csv; the tables are written beside this module. The same files give the same bytes.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from onrecord.resources import (
    agreements,
    countries,
    groups,
    instruments,
    offices,
    organizations,
    regions,
)
from onrecord.resources.names import fold, skeleton, slug
from onrecord.resources.tables import Note, write

COMPILED = "2026-11-24"
FACTS = "facts compiled for OnRecord from general knowledge, checked by rule; see docs"

UNCHECKED = "dictionary code"
"""In an armed group's type: the row is from the Phoenix dictionary."""


def code(iso3: str) -> str:
    """PLOVER's country code for an ISO 3166 alpha-3 code."""
    return countries.PLOVER.get(iso3, iso3)


def cells(value: str) -> tuple[str, ...]:
    """The values of a multi-valued cell."""
    return tuple(dict.fromkeys(part.strip() for part in value.split("|") if part.strip()))


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def country_rows(folder: Path) -> list[countries.Country]:
    """Countries by code."""
    found = [
        countries.Country(
            id=f"country:{code(row['iso3'])}",
            code=code(row["iso3"]),
            iso3=row["iso3"],
            iso2=row["iso2"],
            name=row["name"],
            aliases=cells(row["aliases"]),
            demonyms=cells(row["demonyms"]),
            adjective=row["adjective"],
            capitals=cells("|".join((row["capital"], row["capital_aliases"], row["capital_metonym"]))),
            metonyms=cells(row["government_metonyms"]),
            status=row["status"],
            notes=row["notes"],
        )
        for row in rows(folder, "countries.csv")
    ]
    return sorted(found, key=lambda c: c.code)


ORGANIZATION_CODES = {
    "humanitarian": ("NGO",),
    "human rights NGO": ("NGO",),
    "research NGO": ("NGO",),
    "mediation": ("NGO",),
}
STATE_BODIES = {"United States Agency for International Development": "USA"}


def organization_rows(folder: Path) -> list[organizations.Organization]:
    """Organisations in the file's order, organs and missions with the organisation they belong to."""
    raw = list(rows(folder, "organizations.csv"))
    wholes = {row["name"]: row for row in raw if row["type"] in ("IGO", "regional", "military alliance")}
    return [
        organizations.Organization(
            id=organization_id(row),
            name=row["name"],
            acronym=row["acronym"],
            aliases=cells(row["aliases"]),
            type=row["type"],
            codes=organization_codes(row),
            sector="CVL" if "NGO" in organization_codes(row) else "",
            part_of=whole(row, wholes),
            members=tuple(code(member) for member in cells(row["members"])),
        )
        for row in raw
    ]


def organization_id(row: dict[str, str]) -> str:
    """The Wikidata item where known, else a slug of the name."""
    return f"wikidata:{row['wikidata']}" if row["wikidata"] else f"org:{slug(row['name'])}"


def organization_codes(row: dict[str, str]) -> tuple[str, ...]:
    """PLOVER's codes for actors without a state."""
    if row["name"] in STATE_BODIES:
        return (STATE_BODIES[row["name"]],)
    for kind, codes in ORGANIZATION_CODES.items():
        if row["type"].startswith(kind):
            return codes
    return ("IGO",)


PARTS = {
    "European Union": r"European (Commission|Council|Parliament|External|Civil Protection|Peace|Defence|Central)"
    r"|Frontex|Euro(pol|just)|High Representative of the Union|Council of the European Union",
    "Council of Europe": r"European (Court of Human|Committee for the Prev)|Venice Commission",
}
"""Parts that do not begin with the name of the whole."""


def whole(row: dict[str, str], wholes: dict[str, dict[str, str]]) -> str:
    """The id of the organisation whose part this is: its type or the first words of its name say so."""
    if row["type"].startswith("UN "):
        return organization_id(wholes["United Nations"])
    if row["type"] == "CSDP mission":
        return organization_id(wholes["European Union"])
    for name, pattern in PARTS.items():
        if re.match(pattern, row["name"]):
            return organization_id(wholes[name])
    for name, candidate in wholes.items():
        heads = [head for head in (name, candidate["acronym"]) if head and name != row["name"]]
        if any(row["name"].startswith(f"{h} ") or row["name"].endswith(f" of the {h}") for h in heads):
            return organization_id(candidate)
    return ""


GROUP_SECTORS = (
    ("state force", "MIL"),
    ("criminal", "CRM"),
    ("PMC", "PRM"),
    ("militia", "PRM"),
    ("authority forces", "PRE"),
    ("authority alliance", "PRE"),
)


def group_rows(folder: Path) -> list[groups.Group]:
    """Armed groups in the file's order."""
    return [
        groups.Group(
            id=f"group:{slug(row['name'])}" + (f"-{row['country_iso3'].lower()}" if row["country_iso3"] else ""),
            name=re.sub(r" \([^)]*\)$", "", row["name"]),
            aliases=cells(row["aliases"]),
            country=code(row["country_iso3"]),
            type=row["type"],
            sector=next((sector for word, sector in GROUP_SECTORS if word in row["type"]), "REB"),
            active_from=row["active_from"],
            active_to=row["active_to"],
            checked=UNCHECKED not in row["type"],
        )
        for row in rows(folder, "armed_groups.csv")
    ]


def region_rows(folder: Path) -> list[regions.Region]:
    """Regions in the file's order."""
    found = []
    for row in rows(folder, "regions.csv"):
        box = [float(edge) for edge in row["bbox"].split(",")] if row["bbox"] else None
        found.append(
            regions.Region(
                id=f"region:{slug(row['name'])}",
                name=row["name"],
                aliases=cells(row["aliases"]),
                kind=row["kind"],
                claimed_by=tuple(code(c) for c in cells(row["claimed_by"])),
                administered_by=row["administered_by"],
                lat=number(row["lat"]),
                lon=number(row["lon"]),
                precision_km=number(row["precision_km"]),
                bbox=(box[0], box[1], box[2], box[3]) if box else None,
                geometry_source=row["geometry_source"],
                notes=row["notes"],
            )
        )
    return found


def number(value: str) -> float | None:
    """A number, None for a blank cell."""
    return float(value) if value else None


_ISO_LIST = re.compile(r"\[([A-Z|, ]+)\]$")


def agreement_rows(folder: Path) -> list[agreements.Agreement]:
    """Agreements in the file's order."""
    found = []
    for row in rows(folder, "agreements.csv"):
        listed = _ISO_LIST.search(row["parties"])
        others = cells(_ISO_LIST.sub("", row["parties"]))
        codes = [c for c in (re.split(r"[|, ]+", listed[1]) if listed else others) if re.fullmatch("[A-Z]{3}", c)]
        found.append(
            agreements.Agreement(
                id=row["agreement_id"],
                name=row["name"],
                aliases=cells(row["aliases"]),
                date=row["date"],
                countries=tuple(code(c) for c in codes),
                parties=tuple(party for party in others if party not in codes),
                obligations=row["obligations_summary"],
            )
        )
    return found


def instrument_rows(folder: Path) -> list[instruments.Instrument]:
    """Instruments in the file's order."""
    return [
        instruments.Instrument(
            id=f"instrument:{slug(row['institution'])}-{slug(row['instrument'])}",
            institution=row["institution"],
            name=row["instrument"],
            established=row["established"],
            description=row["description"],
            triggered_by=row["triggered_by"],
        )
        for row in rows(folder, "instruments.csv")
    ]


def office_rows(folder: Path) -> list[offices.Tenure]:
    """Tenures in the file's order, repeated ones once."""
    found = [
        offices.Tenure(
            person=row["person"].strip(),
            wikidata=row["person_wikidata"],
            country=code(row["country_iso3"]),
            jurisdiction=row["jurisdiction"],
            office=row["office"],
            role=row["role_class"],
            start=row["start"],
            end=row["end"],
            snapshot=row["snapshot_date"],
        )
        for row in rows(folder, "officeholders.csv")
    ]
    bodies = {row["name"] for row in rows(folder, "organizations.csv")}
    bodies |= {row["acronym"] for row in rows(folder, "organizations.csv") if row["acronym"]}
    return list(dict.fromkeys(_served(list(_joined([t for t in found if fold(t.person)])), bodies)))


def _served(found: list[offices.Tenure], bodies: set[str]) -> Iterator[offices.Tenure]:
    """Rows of those who went from a state's office to one of an organisation (`bodies`, by name), under one id.

    Of one name, where no other bears it, and at times that do not overlap, but for a chair in which ministers take
    turns: "Prime Minister of Belgium", then "President of the European Council".
    """
    national: dict[str, list[offices.Tenure]] = {}
    for tenure in found:
        if tenure.country and tenure.wikidata:
            national.setdefault(fold(tenure.person), []).append(tenure)
    for tenure in found:
        own = national.get(fold(tenure.person), []) if not tenure.country and not tenure.wikidata else []
        one = len({t.wikidata for t in own}) == 1 and tenure.jurisdiction in bodies
        if one and (tenure.office.startswith("Chair") or not any(_overlap(t, tenure) for t in own)):
            yield msgspec.structs.replace(tenure, wikidata=own[0].wikidata)
        else:
            yield tenure


def _overlap(one: offices.Tenure, other: offices.Tenure) -> bool:
    """Whether two tenures surely share days; one open at its snapshot is not known to go on after it."""
    last, others = (offices.first_day(t.end or t.snapshot) for t in (one, other))
    first, second = (offices.last_day(t.start) if t.start else "" for t in (one, other))
    return first < others and second < last


def _joined(found: list[offices.Tenure]) -> Iterator[offices.Tenure]:
    """Rows of one person from two sources under one id; an open row whose twin knows the end is left out."""
    listed: dict[tuple[str, str], list[offices.Tenure]] = {}
    for tenure in found:
        if tenure.wikidata:
            listed.setdefault((tenure.seat, tenure.role), []).append(tenure)
    twins = {t: twin for t in found if not t.wikidata and (twin := _twin(t, listed.get((t.seat, t.role), [])))}
    closed = {twin for t, twin in twins.items() if t.end and not twin.end}
    for tenure in found:
        if tenure in twins:
            yield msgspec.structs.replace(tenure, wikidata=twins[tenure].wikidata)
        elif tenure not in closed:
            yield tenure


def _twin(tenure: offices.Tenure, listed: list[offices.Tenure]) -> offices.Tenure | None:
    """The row of the same person in the same office, spelled otherwise."""
    name = skeleton(tenure.person)
    for other in listed:
        length = min(len(tenure.start), len(other.start))
        if tenure.start[:length] != other.start[:length] or length < 4:
            continue
        theirs = skeleton(other.person)
        words, others = set(name.split()), set(theirs.split())
        if words <= others or others <= words or SequenceMatcher(None, name, theirs).ratio() >= 0.75:
            return other
    return None


WIKIDATA = "every-politician-scrapers (output of Wikidata queries, facts only) and general knowledge"
PHOENIX = "general knowledge; names of the rows marked unchecked from Phoenix (petrarch2, MIT)"
NATURAL_EARTH = "general knowledge; geometry partly Natural Earth 10m (public domain)"
PAX = "general knowledge; ids, names, dates and countries of pax-* from PA-X v3"


def build(source: Path, target: Path) -> list[Path]:
    """Write every table from the CSV files in `source` into the folder `target`; returns the paths."""

    def put(table: str, found: Sequence[msgspec.Struct], origin: str, snapshot: str = COMPILED) -> Path:
        note = Note(table=table, source=origin, licence="facts; CC0", snapshot=snapshot, rows=len(found))
        return write(target, note, found)

    tenures = office_rows(source)
    return [
        put(countries.TABLE, country_rows(source), FACTS),
        put(organizations.TABLE, organization_rows(source), FACTS),
        put(groups.TABLE, group_rows(source), PHOENIX),
        put(regions.TABLE, region_rows(source), NATURAL_EARTH),
        put(agreements.TABLE, agreement_rows(source), PAX),
        put(instruments.TABLE, instrument_rows(source), FACTS),
        put(offices.NAMES, [offices.spellings(tenures)], WIKIDATA, max(t.snapshot for t in tenures)),
        put(offices.TABLE, tenures, WIKIDATA, max(t.snapshot for t in tenures)),
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path, default=Path("../shared/reference"))
    parser.add_argument("--target", type=Path, default=Path(__file__).parent)
    arguments = parser.parse_args()
    for path in build(arguments.source, arguments.target):
        print(f"{path} {path.stat().st_size / 1000:.0f} kB")  # noqa: T201


if __name__ == "__main__":
    main()
