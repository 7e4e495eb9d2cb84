"""Why a time has its days and a name its place, in words."""

import pytest

from onrecord.model import Place, Span, Time
from onrecord.model.parts import Candidate
from onrecord.present.explain import explain
from onrecord.present.reasons import of_place, of_time
from onrecord.reader import Reader

WORDS = Span(start=0, end=5, text="Paris")


@pytest.mark.issue(5)
def test_reasons_of_a_time_tell_value_days_and_basis() -> None:
    time = Time(
        mention=WORDS, type="DATE", value="2023-03", start="2023-03-01", end="2023-03-31", basis="publication date"
    )
    assert list(of_time(time)) == [
        "date, value 2023-03, 2023-03-01 to 2023-03-31",
        "reckoned from the report's publication date",
    ]


@pytest.mark.issue(5)
def test_reasons_of_an_open_time_tell_why() -> None:
    time = Time(mention=WORDS, type="DATE", reason="the report's own date is unknown")
    assert list(of_time(time)) == ["date, value unknown", "left open: the report's own date is unknown"]


@pytest.mark.issue(5)
def test_reasons_of_a_place_tell_what_spoke_for_it_and_its_rivals(reader: Reader) -> None:
    report = reader.read("A tornado hit Paris, Texas, on Monday.")
    (paris,) = (one for one in explain(report, at=14) if one.card.kind == "place")
    assert any(reason.startswith("in its favour: the report says that it lies in Texas") for reason in paris.reasons)
    assert any("capital in FRA" in reason for reason in paris.reasons if reason.startswith("other readings"))


@pytest.mark.issue(5)
def test_reasons_of_a_disputed_place_name_all_who_claim_it(reader: Reader) -> None:
    report = reader.read("Drones hit Crimea on Monday.")
    (crimea,) = (one for one in explain(report, at=11) if one.card.kind == "place")
    assert "one neutral name for what UKR, RUS claim" in crimea.reasons


@pytest.mark.issue(5)
def test_reasons_of_open_and_unknown_places() -> None:
    candidates = (Candidate("country:COD", "Congo", 0.5), Candidate("country:COG", "Congo", 0.4))
    (left,) = of_place(Place(mention=WORDS, name="Congo", candidates=candidates), ())
    assert left.startswith("left open")
    words = Span(start=0, end=8, text="Qzelmoor")
    assert list(of_place(Place(mention=words, name="Qzelmoor"), ())) == [
        "no table holds this name: it is a place without a point"
    ]
