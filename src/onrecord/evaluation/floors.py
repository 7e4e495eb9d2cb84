"""Evaluation floors: the scores below which the development figures may not sink.

`floors.json` holds, for each data set, the task, the file and the least value of each figure (named by its path
in the scorer's result, such as "full.e2e.F1"). Figures rise with `--raise`; lowering one needs its name and a
reason, which stays in the file.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from onrecord.errors import Code, InputError

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.0005
"""Half a unit of the third decimal: figures are printed with three."""


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One data set: `figures` maps paths to least values (greatest, where `sense` says "at most").

    `file` is relative to the development data, or, where `of` says so, to the repository's root.
    """

    task: str
    file: str
    figures: dict[str, float]
    of: Literal["data", "repository"] = "data"
    sense: dict[str, Literal["at least", "at most"]] = {}
    lowered: dict[str, str] = {}


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors by name of data set; raises InputError (OR-E050) for a file that is not of this form."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor])
    except msgspec.DecodeError as error:
        raise InputError(Code.E050, source=path, line=1, reason=error) from error


def write_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write the floors, readable and in a fixed order."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def figure(result: Mapping[str, Any], path: str) -> float:
    """The figure at a dotted `path` of a scorer's result; 0 where the scorer gave none."""
    value: Any = result
    for part in path.split("."):
        value = value[part]
    return float(value or 0.0)


def holds(floor: Floor, path: str, value: float) -> bool:
    """Whether `value` keeps the floor of the figure at `path`."""
    if floor.sense.get(path) == "at most":
        return value <= floor.figures[path] + SLACK
    return value >= floor.figures[path] - SLACK


def raised(floor: Floor, result: Mapping[str, Any]) -> Floor:
    """The floor with every figure that got better moved to its new value (three decimals)."""
    better = {}
    for path, least in floor.figures.items():
        value = round(figure(result, path), 3)
        better[path] = min(least, value) if floor.sense.get(path) == "at most" else max(least, value)
    return msgspec.structs.replace(floor, figures=better)
