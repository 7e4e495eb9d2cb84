r"""How often the channel of a statement is right: as rules tell it, by the tagger's greatest share, and as trees choose.

    python train/statements/channels_figures.py build/channels.npz

Five folds by report over the examples of `channels.py`, whole reports only; no bars. Runs in the training environment.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.trees import model

FOLDS = 5


def fold(name: str) -> int:
    """The fold of a report, by the digest of its name."""
    return hashlib.md5(name.encode()).digest()[-1] % FOLDS


def main() -> None:
    """Prints the shares."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("examples", type=Path)
    data = np.load(options.parse_args().examples)
    rows, labels, weight, names = data["rows"], data["labels"], data["weight"], list(data["names"])
    folds = np.array([fold(str(name)) for name in data["reports"]])
    chosen = np.zeros(len(labels))
    for k in range(FOLDS):
        taught = model("channels").fit(rows[folds != k], labels[folds != k], weight[folds != k])
        chosen[folds == k] = taught.predict_proba(rows[folds == k])[:, 1]
    of_statement = defaultdict(list)
    for at, (statement, one) in enumerate(zip(data["statements"], weight, strict=True)):
        if one == 1.0:
            of_statement[str(statement)].append(at)
    told, shares = rows[:, names.index("told")], rows[:, names.index("share")]
    for name, likely in (("rules", told), ("tagger", shares), ("trees", chosen)):
        right = [bool(labels[max(places, key=lambda at: likely[at])]) for places in of_statement.values()]
        print(f"{name}: {sum(right) / len(right):.3f} of {len(right)} statements")


if __name__ == "__main__":
    main()
