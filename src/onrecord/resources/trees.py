"""Boosted decision trees by numpy: read from JSON, applied to a matrix of features."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent

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
        width, count = self.column.shape[1], len(rows)
        flat = np.ascontiguousarray(rows).ravel()
        root = np.arange(self.column.shape[0], dtype=np.int64) * width
        at = np.broadcast_to(root, (count, len(root)))
        line = (np.arange(count, dtype=np.int64) * rows.shape[1])[:, None]
        for _ in range(self.depth):
            low = flat.take(line + self.column.take(at)) <= self.threshold.take(at)
            at = np.where(low, self.left.take(at), self.right.take(at)) + root
        total: Matrix = self.value.take(at).sum(axis=1) + self.bias
        return 1.0 / (1.0 + np.exp(-total))


@functools.cache
def trees(name: str, folder: Path = FOLDER) -> Trees:
    """The ensemble of a model file of this package ("places/resolver"), read once a process."""
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
