"""The development reports of arguments: their labels stand in their texts, and what the reader reaches on them."""

from onrecord.evaluation.challenge import result
from onrecord.reader import Reader
from tests.development.arguments.score import FOLDER, Labelled, measure, reports


def test_arguments_labels_stand_in_their_reports() -> None:
    found = [report for name in ("first", "second", "third") for report in reports(FOLDER / f"{name}.txt")]
    assert len(found) == 32
    assert sum(label.required for report in found for label in report.labels) == 474


def test_arguments_scorer_finds_nothing_wrong_in_nothing() -> None:
    empty = Labelled("none", "2024-01-01", "Rain fell.", ())
    assert empty.as_text().required == ()


def test_arguments_of_whole_reports(reader: Reader) -> None:
    counts, _ = measure(FOLDER / "second.txt", reader)
    figures = result(counts)
    assert figures["type"]["F1"] >= 0.80
    assert figures["type_arguments"]["F1"] >= 0.40
