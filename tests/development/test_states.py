"""Conditions in reports that nothing was made from: what rules and learned reader find together keeps its floor."""

from collections import Counter

from onrecord.reader import Reader
from tests.development.states.score import HOME, LABELLED, count

FOUND, PRECISE, FIELDS = 0.51, 0.68, 0.8
"""Least share of labelled conditions found, of found ones that are labelled, and of fields that are right."""


def test_conditions_of_reports_written_for_the_test(reader: Reader) -> None:
    counts, told = Counter[str](), list[str]()
    for report in LABELLED.reports(HOME / "further"):
        count(report, reader.read(report.text, published=report.day), counts, told)
    whole = {
        end: sum(n for key, n in counts.items() if key.endswith(f" {end}") and not key.startswith(" "))
        for end in ("asked", "found", "false")
    }
    right, judged = (
        sum(n for key, n in counts.items() if key.startswith(" ") and key.endswith(f" {end}"))
        for end in ("found", "asked")
    )
    assert whole["asked"] > 600
    assert whole["found"] >= FOUND * whole["asked"], told
    assert whole["found"] >= PRECISE * (whole["found"] + whole["false"]), told
    assert right >= FIELDS * judged, told


def test_every_label_stands_in_its_sentence_and_names_are_told_once() -> None:
    found = [report for folder in (HOME, HOME / "further") for report in LABELLED.reports(folder)]
    assert len({report.name for report in found}) == len(found) > 1800
    places = [LABELLED.place(r.text, line.cells[1], line.sentence) for r in found for line in r.lines]
    assert all(start < end for start, end in places)
