r"""How often the parties of an act are right: as rules and the tagger have them, and as trees choose among all phrases.

    python train/events/figures.py build/events/actors.npz build/events/recipients.npz

Five folds by report or sentence; figures on whole reports that the act layer did not learn from, and on sentences of real reporting
("rows"). A side is right where a phrase of the label's words is chosen, or none is and the label names nobody. Runs in the training
environment.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.trees import model

FOLDS = 5


def fold(name: str) -> int:
    """The fold of a report, by the digest of its name."""
    return hashlib.md5(name.encode()).digest()[-1] % FOLDS


def right(shares: np.ndarray, bars: np.ndarray, labels: np.ndarray, *, named: bool) -> bool:
    """Whether the likeliest phrase of one act, of those at their bars, is right, or rightly none is likely."""
    likely = shares >= bars
    best = int(np.argmax(np.where(likely, shares, -1.0)))
    return bool(labels[best]) if likely[best] and named else not likely.any() and not named


def main() -> None:
    """Prints a line a file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("examples", type=Path, nargs="+")
    for path in options.parse_args().examples:
        data = np.load(path)
        rows, labels, weight = data["rows"], data["labels"], data["weight"]
        folds = np.array([fold(str(name)) for name in data["reports"]])
        known = rows[:, list(data["names"]).index(f"rule_{path.stem.removesuffix('s')}")] > 0
        least, kept = data["bars"]  # as `onrecord.extract.event_parties` has them
        bars = np.where(known, kept, least)
        shares = np.zeros(len(labels))
        for k in range(FOLDS):
            taught = model(path.stem).fit(rows[folds != k], labels[folds != k], weight[folds != k])
            shares[folds == k] = taught.predict_proba(rows[folds == k])[:, 1]
        of_row = np.array([str(name).startswith("row-") for name in data["reports"]])
        for source, chosen in (("reports", ~of_row), ("rows", of_row)):
            acts = np.unique(data["acts"][chosen & (weight == 1.0)])
            judged = [(data["acts"] == act, bool(data["named"][data["acts"] == act][0])) for act in acts]
            before = [
                (named, known[at].any() == named and (not named or labels[at][known[at]].any())) for at, named in judged
            ]
            found = [(named, right(shares[at], bars[at], labels[at], named=named)) for at, named in judged]
            for name, hits in (("as they were", before), ("chosen", found)):
                print(f"{path.stem} of {source} {name}: {told(hits)}")


def told(hits: list[tuple[bool, bool]]) -> str:
    """The share of acts that are right: of all, of those whose label names somebody, and of the others."""
    sorts = {"all": hits, "named": [h for h in hits if h[0]], "nobody": [h for h in hits if not h[0]]}
    return ", ".join(
        f"{sort} {np.mean([ok for _, ok in some]):.3f} of {len(some)}" for sort, some in sorts.items() if some
    )


if __name__ == "__main__":
    main()
