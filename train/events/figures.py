r"""How often the parties of an act are right: as rules and the tagger have them, and as trees choose among all phrases.

    python train/events/figures.py build/events/actors.npz build/events/recipients.npz

Five folds by report, in whole reports only. A side is right where a phrase of the label's words is chosen, or none is and the
label names nobody. Runs in the training environment.
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
        found: dict[str, list[bool]] = {"named": [], "nobody": []}
        before: dict[str, list[bool]] = {"named": [], "nobody": []}
        for act in np.unique(data["acts"][weight == 1.0]):
            at = data["acts"] == act
            named = bool(data["named"][at][0])
            sort = "named" if named else "nobody"
            found[sort].append(right(shares[at], bars[at], labels[at], named=named))
            before[sort].append(bool(labels[at][known[at]].any()) if named else not known[at].any())
        for name, hits in (("as they were", before), ("chosen", found)):
            told = ", ".join(f"{sort} {np.mean(some):.3f} of {len(some)}" for sort, some in hits.items())
            print(f"{path.stem} {name}: {np.mean([x for some in hits.values() for x in some]):.3f} ({told})")


if __name__ == "__main__":
    main()
