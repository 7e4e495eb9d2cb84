"""Five folds over the names of texts: how many states trees find that learned from other texts, and what they take for one.

    python train/states/figures.py build/unlisted/states.npz

Needs the training environment. Only names of whole texts are counted, not those of openings.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.trees import model

FOLDS = 5
BARS = (0.05, 0.3, 0.5, 0.7, 0.9)
TOLD, NEW = 0.05, 0.7
"""As in `onrecord.annotate.state_names`."""


def main() -> None:
    """Prints for each bar the share of states found, and how many other names were taken for one."""
    data = np.load(sys.argv[1])
    rows, labels, whole, news = data["rows"], data["labels"].astype(bool), data["weight"] == 1.0, data["news"]
    reports = sorted(set(data["reports"].tolist()))
    random.Random(0).shuffle(reports)
    fold = {name: number % FOLDS for number, name in enumerate(reports)}
    folds = np.array([fold[name] for name in data["reports"].tolist()])
    shares = np.zeros(len(labels))
    for number in range(FOLDS):
        others = folds != number
        fitted = model("states").fit(rows[others], labels[others], data["weight"][others])
        shares[~others] = fitted.predict_proba(rows[~others])[:, 1]
    told = rows[:, [str(name) for name in data["names"]].index("told")] == 1.0
    print(f"{int((labels & whole).sum())} states among {int(whole.sum())} names")
    shipped = (shares >= NEW) | (told & (shares >= TOLD))
    ways = [
        ("forms of words", told),
        *((f"share {bar}", shares >= bar) for bar in BARS),
        ("as the reader takes", shipped),
    ]
    for bar, found in ways:
        hits, wrong = found & labels & whole, found & ~labels & whole
        print(
            f"{bar}: {hits.sum() / (labels & whole).sum():.3f} of states,"
            f" {int((wrong & ~news).sum())} other names of invented reports, {int((wrong & news).sum())} of news"
        )


if __name__ == "__main__":
    main()
