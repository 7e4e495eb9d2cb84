"""The reference tables: what is in them, how it is found, and that the build gives the same bytes again."""

import gzip
from pathlib import Path

import pytest

from onrecord.errors import ConfigurationError
from onrecord.resources import agreements, countries, groups, instruments, offices, organizations, regions
from onrecord.resources.build import build
from onrecord.resources.names import fold
from onrecord.resources.tables import read

TABLES = (countries, organizations, groups, regions, agreements, instruments, offices)


@pytest.mark.parametrize("module", TABLES, ids=lambda m: m.TABLE)
def test_tables_every_row_counted_and_noted(module: object) -> None:
    table = module.table()  # type: ignore[attr-defined]
    assert table.note.rows == len(table.rows) > 100
    assert table.note.source
    assert table.note.snapshot >= "2025"


@pytest.mark.parametrize(
    "module", [countries, organizations, groups, regions, agreements, instruments], ids=lambda m: m.TABLE
)
def test_tables_ids_are_unique(module: object) -> None:
    ids = [row.id for row in module.all()]  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The U.N.", "un"),
        ("Türkiye", "turkiye"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Nagorno–Karabakh", "nagorno-karabakh"),
        ("Washington, D.C.", "washington, dc"),
    ],
)
def test_names_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_countries_by_every_kind_of_name() -> None:
    assert [c.code for c in countries.by_name("turkey")] == ["TUR"]
    assert [c.code for c in countries.by_demonym("Azeri")] == ["AZE"]
    assert [c.code for c in countries.by_seat("the Kremlin")] == ["RUS"]
    assert {c.code for c in countries.by_demonym("Dominican")} == {"DMA", "DOM"}
    assert countries.by_code("XKX") is countries.by_code("KOS")
    assert countries.by_name("Veldoria") == ()


def test_organizations_parts_know_their_whole() -> None:
    (council,) = organizations.by_name("OSCE Permanent Council")
    whole = organizations.by_id(council.part_of)
    assert whole is not None
    assert whole.acronym == "OSCE"
    assert council in organizations.parts(whole.id)
    assert len(organizations.by_name("ICJ")) == 2


def test_offices_dates_as_precise_as_known() -> None:
    assert offices.first_day("2021-11") == "2021-11-01"
    assert offices.last_day("2024") == "2024-12-31"
    tenure = offices.Tenure("A B", "", "USA", "United States", "Envoy", "ambassador", "2021-11", "", "2023-05-01")
    assert tenure.holds_on("2022-01-01")
    assert not tenure.holds_on("2021-11-15")
    assert tenure.may_hold_on("2021-11-15")
    assert not tenure.holds_on("2024-01-01"), "open at the snapshot is not in office after it"
    assert tenure.may_hold_on("2024-01-01")


def test_tables_missing_table_is_a_coded_error() -> None:
    with pytest.raises(ConfigurationError, match="OR-E041"):
        read("no such table", countries.Country)


def test_build_gives_the_same_tables(shared: Path, tmp_path: Path) -> None:
    package = Path(countries.__file__).parent
    for path in build(shared / "reference", tmp_path):
        built, shipped = (gzip.decompress((folder / path.name).read_bytes()) for folder in (tmp_path, package))
        assert built == shipped, f"rebuild {path.name}"
