"""Fits boosted trees on examples (`places/`, `events/`) and writes them as JSON for `resources/trees.py`.

    python train/common/trees.py recogniser.npz src/onrecord/resources/places/recogniser.json

Needs scikit-learn and numpy (the training environment); the package itself needs only the JSON.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

SETTINGS = {"min_samples_leaf": 8, "subsample": 0.7, "max_features": 0.3, "random_state": 0}
SIZES = {
    "recogniser": (150, 5, 0.08),
    "resolver": (200, 4, 0.08),
    "event_places": (100, 3, 0.06),
    "actors": (360, 5, 0.04),
    "recipients": (360, 5, 0.04),
    "carried": (250, 4, 0.03),
    "channels": (200, 4, 0.05),
    "audiences": (200, 4, 0.05),
    "states": (200, 4, 0.06),
    "homes": (200, 4, 0.05),
}


def model(name: str) -> GradientBoostingClassifier:
    """An unfitted ensemble of the size for one of the tasks."""
    count, depth, rate = SIZES[name]
    return GradientBoostingClassifier(n_estimators=count, max_depth=depth, learning_rate=rate, **SETTINGS)


def exported(fitted: GradientBoostingClassifier, names: list[str]) -> dict[str, object]:
    """The ensemble as padded arrays; a leaf's children are itself, its value already times the learning rate."""
    trees = [estimator[0].tree_ for estimator in fitted.estimators_]
    width = max(tree.node_count for tree in trees)
    shape = (len(trees), width)
    column, left, right = (np.zeros(shape, int) for _ in range(3))
    threshold, value = np.zeros(shape), np.zeros(shape)
    for i, tree in enumerate(trees):
        nodes = np.arange(tree.node_count)
        leaf = tree.children_left < 0
        column[i, nodes] = np.where(leaf, 0, tree.feature)
        threshold[i, nodes] = np.where(leaf, 0.0, tree.threshold)
        left[i, nodes] = np.where(leaf, nodes, tree.children_left)
        right[i, nodes] = np.where(leaf, nodes, tree.children_right)
        value[i, nodes] = np.where(leaf, tree.value[:, 0, 0] * fitted.learning_rate, 0.0)
    prior = fitted.init_.class_prior_[1]
    return {
        "features": names, "depth": fitted.max_depth, "bias": round(float(np.log(prior / (1 - prior))), 6),
        "column": column.tolist(), "threshold": np.round(threshold, 5).tolist(), "left": left.tolist(),
        "right": right.tolist(), "value": np.round(value, 5).tolist(),
    }  # fmt: skip


def main() -> None:
    """Fits on all examples and writes the ensemble."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("examples", type=Path)
    options.add_argument("output", type=Path)
    given = options.parse_args()
    data = np.load(given.examples)
    fitted = model(given.output.stem).fit(data["rows"], data["labels"], data["weight"])
    text = json.dumps(exported(fitted, [str(name) for name in data["names"]]), separators=(",", ":"))
    given.output.write_text(text + "\n", "utf-8")
    print(f"{len(data['labels'])} examples, {int(data['labels'].sum())} positive, {len(text) // 1024} KB")


if __name__ == "__main__":
    main()
