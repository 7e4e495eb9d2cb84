"""The ledgers over the development crises: floors of the hand-made lines that are right, raised when a figure rises."""

from pathlib import Path

import pytest

from onrecord.reader import Reader
from tests.golden_crisis.ledger_scoring import Crisis, measure

FLOORS = {
    "crisis": {"access": 5, "demands": 10, "pledges": 5, "agreements": 8, "humanitarian": 16, "contacts": 6,
               "toolkit": 9, "accountability": 0},
    "crossing": {"access": 10, "demands": 1, "pledges": 3, "agreements": 5, "humanitarian": 29, "contacts": 4,
                 "toolkit": 1, "accountability": 0},
}  # fmt: skip
"""Lines right, of 8, 14, 11, 8, 18, 7, 10 and 4; and of 13, 16, 10, 9, 35, 8, 10 and 6.

Accountability fell from 2 when rules of other rooms changed: in one report
“Ilsara” is taken for the first name of “Ilsara Grid”, in another “the Ministry” for no particular one."""


@pytest.mark.parametrize("name", FLOORS)
def test_development_crisis_ledgers_do_not_get_worse(reader: Reader, name: str) -> None:
    scores = {score.name: score for score in measure(Crisis(reader, Path(__file__).parent / name))}
    worse = {one: scores[one].lines for one, floor in FLOORS[name].items() if scores[one].right < floor}
    assert not worse, worse
