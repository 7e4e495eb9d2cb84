"""Boosted decision trees by numpy: read from JSON, applied to a matrix of features."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent

type Matrix = npt.NDArray[np.float64]
type Nodes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble: arrays of all nodes, tree after tree; a leaf points at itself. `features` names its columns.

    `below` has two nodes for each: that of values above its threshold, then that of the others. `roots` are the first
    nodes of the trees.
    """

    features: tuple[str, ...]
    column: Nodes
    threshold: Matrix
    below: Nodes
    value: Matrix
    roots: Nodes
    depth: int
    bias: float

    @classmethod
    def of(
        cls, features: tuple[str, ...], column: Nodes, threshold: Matrix, left: Nodes, right: Nodes, value: Matrix,
        depth: int, bias: float,
    ) -> Self:  # fmt: skip
        """An ensemble from arrays of trees by nodes; `left` and `right` count the nodes of their own tree."""
        count, width = column.shape
        roots = np.arange(count, dtype=np.int64) * width
        below = np.stack((right, left), axis=-1) + roots[:, None, None]
        return cls(features, column.ravel(), threshold.ravel(), below.ravel(), value.ravel(), roots, depth, bias)

    def score(self, rows: Matrix) -> Matrix:
        """The probability of each row (rows by features), from the logistic function of the summed leaves."""
        flat = np.ascontiguousarray(rows).ravel()
        line = (np.arange(len(rows), dtype=np.int64) * rows.shape[1])[:, None]
        at = self.roots[None, :]  # the same for all rows
        for _ in range(self.depth):
            low = flat.take(line + self.column.take(at)) <= self.threshold.take(at)
            at = self.below.take(2 * at + low)
        total: Matrix = self.value.take(at).sum(axis=1) + self.bias
        return 1.0 / (1.0 + np.exp(-total))


class Columns(dict[str, Sequence[float]]):
    """Values as columns, one each: 1 in that of the value itself, 0 in the others; what is none of them has none."""

    def __init__(self, values: Sequence[str]) -> None:
        super().__init__({one: [float(one == other) for other in values] for one in values})
        self._none = [0.0] * len(values)

    def __missing__(self, _: str) -> Sequence[float]:
        return self._none


@functools.cache
def trees(name: str, folder: Path = FOLDER) -> Trees:
    """The ensemble of a model file of this package ("places/resolver"), read once a process."""
    data = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return Trees.of(
        tuple(data["features"]),
        np.array(data["column"], np.int64),
        np.array(data["threshold"], np.float64),
        np.array(data["left"], np.int64),
        np.array(data["right"], np.int64),
        np.array(data["value"], np.float64),
        data["depth"],
        data["bias"],
    )
