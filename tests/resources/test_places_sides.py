"""Which side uses which name of a disputed place."""

import csv

import pytest

from onrecord.present.explain import explain
from onrecord.reader import Reader
from onrecord.resources.places_gazetteer import FOLDER, gazetteer
from onrecord.resources.places_sides import usage


def test_places_sides_are_of_the_gazetteer() -> None:
    known = gazetteer()
    with (FOLDER / "names_by_side.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found = known.named(row["name"])
            assert found is not None, row
            assert row["id"] in {known.ident(int(number)) for number in found.numbers}, row


def test_places_sides_of_an_island() -> None:
    sides = {row.side: row.names for row in usage("region:falkland-islands")}
    assert "Malvinas" in sides["Argentina"]
    assert usage("country:NOR") == ()


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "line", "other"),
    [
        ("Boats sailed around Diaoyu.", "“Diaoyu” is the name used by China", "Senkaku"),
        ("Boats sailed around the Malvinas.", "“Malvinas” is the name used by Argentina", "Falklands"),
        ("Shells fell in Khankendi.", "“Khankendi” is the name used by Azerbaijan", "Stepanakert (Armenia)"),
        ("A ship burned in the Arabian Gulf.", "“Arabian Gulf” is the name used by Arab states of the Gulf", "Iran"),
    ],
)
def test_places_sides_are_explained(reader: Reader, text: str, line: str, other: str) -> None:
    report = reader.read(text)
    (mention,) = (m for m in report.mentions if m.place)
    (told,) = explain(report, record=mention.id)
    assert line in told.reasons
    assert any(reason.startswith("by side it also goes by") and other in reason for reason in told.reasons)


def test_places_sides_nobody_is_told_to_be_on_a_side_by_the_neutral_name(reader: Reader) -> None:
    report = reader.read("A ship burned in the Persian Gulf.")
    (mention,) = (m for m in report.mentions if m.place)
    (told,) = explain(report, record=mention.id)
    assert not any("is the name used by" in reason for reason in told.reasons)
    assert any("Arabian Gulf" in reason for reason in told.reasons)
