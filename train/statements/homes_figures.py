"""Five folds over speakers whom no words give a state: how often trees that learned from other reports name theirs.

    python train/statements/homes_figures.py build/homes/homes.npz

Needs the training environment.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.trees import model

FOLDS = 5
TOLD, NEW = 0.2, 0.5
"""As in `onrecord.link.home_choice`."""


def main() -> None:
    """Prints how many speakers rules and trees give the right state, another, or none."""
    data = np.load(sys.argv[1])
    rows, labels = data["rows"], data["labels"].astype(bool)
    reports = sorted(set(data["reports"].tolist()))
    random.Random(0).shuffle(reports)
    fold = {name: number % FOLDS for number, name in enumerate(reports)}
    folds = np.array([fold[name] for name in data["reports"].tolist()])
    shares = np.zeros(len(labels))
    for number in range(FOLDS):
        others = folds != number
        shares[~others] = model("homes").fit(rows[others], labels[others]).predict_proba(rows[~others])[:, 1]
    rule = rows[:, [str(name) for name in data["names"]].index("rule")] == 1.0
    speakers: dict[str, list[int]] = {}
    for at, speaker in enumerate(data["speakers"].tolist()):
        speakers.setdefault(speaker, []).append(at)
    for way in ("rules", "trees"):
        found: Counter[str] = Counter()
        for states in speakers.values():
            best = max(states, key=lambda at: shares[at])
            told = next((at for at in states if rule[at]), None)
            chosen = told if way == "rules" else best if shares[best] >= (TOLD if rule[best] else NEW) else None
            owned = any(labels[states])
            found[
                ("none" if owned else "rightly none") if chosen is None else "right" if labels[chosen] else
                "another" if owned else "one where labels give none that is told of"
            ] += 1  # fmt: skip
        print(way, dict(sorted(found.items())), "of", len(speakers))


if __name__ == "__main__":
    main()
