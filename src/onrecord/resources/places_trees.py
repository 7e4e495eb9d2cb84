"""Boosted decision trees by numpy: read from JSON, applied to a matrix of features."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent / "places"

type Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble: arrays of trees by nodes; a leaf points at itself. `features` names the columns it wants."""

    features: tuple[str, ...]
    column: npt.NDArray[np.int64]
    threshold: Matrix
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Matrix
    depth: int
    bias: float

    def score(self, rows: Matrix) -> Matrix:
        """The probability of each row (rows by features), from the logistic function of the summed leaves."""
        trees, count = self.column.shape[0], rows.shape[0]
        at = np.zeros((count, trees), np.int64)
        each, lines = np.arange(trees)[None, :], np.arange(count)[:, None]
        for _ in range(self.depth):
            low = rows[lines, self.column[each, at]] <= self.threshold[each, at]
            at = np.where(low, self.left[each, at], self.right[each, at])
        total: Matrix = self.value[each, at].sum(axis=1) + self.bias
        return 1.0 / (1.0 + np.exp(-total))


@functools.cache
def trees(name: str, folder: Path = FOLDER) -> Trees:
    """The ensemble of a model file of this package, read once a process."""
    data = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return Trees(
        tuple(data["features"]),
        np.array(data["column"], np.int64),
        np.array(data["threshold"], np.float64),
        np.array(data["left"], np.int64),
        np.array(data["right"], np.int64),
        np.array(data["value"], np.float64),
        data["depth"],
        data["bias"],
    )
