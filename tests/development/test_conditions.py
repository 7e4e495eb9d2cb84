"""Conditions in the development sentences: floors, raised when a figure rises.

Of what counts as false since the learned reader came, two thirds are states of affairs that the first labels left out
("the price of rice has tripled", "thousands returned home", "the dam was hit").
"""

from onrecord.reader import Reader
from tests.development.conditions.scoring import measure

FOUND, FIELDS, FALSE = 0.93, 0.94, 14


def test_conditions_of_the_development_sentences(reader: Reader) -> None:
    score = measure(reader)
    assert score.f1 >= FOUND, score.lines
    assert score.fields >= FIELDS, score.lines
    assert score.false.total() <= FALSE, score.lines
