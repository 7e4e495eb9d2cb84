"""The ledgers over the development crises: floors of the hand-made lines that are right, raised when a figure rises."""

from pathlib import Path

import pytest

from onrecord.reader import Reader
from tests.golden_crisis.ledger_scoring import Crisis, measure

FLOORS = {
    "crisis": {"access": 6, "demands": 10, "pledges": 6, "agreements": 8, "humanitarian": 16, "contacts": 6,
               "toolkit": 9, "accountability": 3},
    "crossing": {"access": 10, "demands": 9, "pledges": 7, "agreements": 5, "humanitarian": 29, "contacts": 4,
                 "toolkit": 4, "accountability": 2},
}  # fmt: skip
"""Lines right, of 8, 14, 11, 8, 18, 7, 10 and 4; and of 13, 16, 10, 9, 35, 8, 10 and 6."""


@pytest.mark.parametrize("name", FLOORS)
def test_development_crisis_ledgers_do_not_get_worse(reader: Reader, name: str) -> None:
    scores = {score.name: score for score in measure(Crisis(reader, Path(__file__).parent / name))}
    worse = {one: scores[one].lines for one, floor in FLOORS[name].items() if scores[one].right < floor}
    assert not worse, worse
