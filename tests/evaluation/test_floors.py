"""The committed floors: each names a measure that exists and data that is there."""

from pathlib import Path

import pytest

from onrecord.evaluation.__main__ import OWN
from onrecord.evaluation.floors import Floor, read_floors
from onrecord.evaluation.tasks import TASKS

ROOT = Path(__file__).parents[2]
FLOORS = read_floors()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_floor_names_a_known_measure_and_data_of_the_repository_that_exist(name: str) -> None:
    floor: Floor = FLOORS[name]
    assert floor.task in OWN or floor.task in TASKS
    assert floor.of == "data" or (ROOT / floor.file).exists()
    assert floor.figures
