"""The reports that the act layer learned from, and those it is measured on: every label stands in its sentence."""

from pathlib import Path

import pytest

from onrecord.annotate.dyad_input import LABELS
from tests.development.told.score import Labelled, reports

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "train" / "statements" / "reports").glob("*.txt"))
TEST = ROOT / "tests" / "development" / "told" / "reports.txt"


def all_of(paths: list[Path]) -> list[Labelled]:
    return [report for path in paths for report in reports(path)]


def test_every_label_stands_in_its_sentence_and_has_a_known_type() -> None:
    found = all_of([*FILES, TEST])
    assert len(found) > 300
    assert {act.event for report in found for act in report.acts} == set(LABELS)
    assert len({report.name for report in found}) == len(found)


def test_no_sentence_of_the_measure_was_trained_on() -> None:
    trained = {s for report in all_of(FILES) for s in report.text.replace("\n", " ").split(". ")}
    measured = [s for report in all_of([TEST]) for s in report.text.replace("\n", " ").split(". ") if s.count(" ") > 4]
    assert not trained & set(measured)


def test_words_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(
        "=== x wire 2020-01-01\nRebels fled.\n  ASSAULT - asserted | fired | Rebels | -\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match="'fired' is not in"):
        reports(path)
