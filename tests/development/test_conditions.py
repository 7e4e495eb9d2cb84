"""Conditions in the development sentences: floors, raised when a figure rises."""

from onrecord.reader import Reader
from tests.development.conditions.scoring import measure

FOUND, FIELDS, FALSE = 0.93, 0.94, 6


def test_conditions_of_the_development_sentences(reader: Reader) -> None:
    score = measure(reader)
    assert score.f1 >= FOUND, score.lines
    assert score.fields >= FIELDS, score.lines
    assert score.false.total() <= FALSE, score.lines
