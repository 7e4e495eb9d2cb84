"""How often the sides that trees choose are right, beside what rules carry: five folds by report, examples of `carried.py`.

    python train/events/carried_figures.py build/events/carried.npz

Runs in the training environment.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.trees import model

FOLDS, SEEDS = 5, 3
KEPT, NEW = 0.3, 0.45
"""The bars of `link/recipient_choice.py`, whose guards are held against columns here, and so a little otherwise."""


def shares(data, seed):
    """How likely each side is, by trees that did not learn from its report."""
    names = sorted(set(data["reports"].tolist()))
    order = np.random.RandomState(seed).permutation(len(names))
    fold = {names[place]: number % FOLDS for number, place in enumerate(order)}
    folds = np.array([fold[name] for name in data["reports"].tolist()])
    found = np.zeros(len(folds))
    for number in range(FOLDS):
        kept, asked = folds != number, folds == number
        fitted = model("carried").set_params(random_state=seed)
        fitted.fit(data["rows"][kept], data["labels"][kept], data["weight"][kept])
        found[asked] = fitted.predict_proba(data["rows"][asked])[:, 1]
    return found


def barred(data):
    """The sides that an act may concern only where rules name them."""
    names = list(data["names"])
    told = {name: data["rows"][:, names.index(name)] > 0 for name in names}
    crowd = ~(told["actor_person"] | told["actor_public"] | told["actor_body"])
    asked = told["type_REQUEST"] & (told["mode_meet"] | told["mode_assist"]) & ~told["stateless"]
    return told["to_nobody"] | crowd | (asked & ~told["listener"] & ~told["cue listener"])


def chosen(likely, named, never):
    """Which of an act's sides are chosen."""
    return [n for n, share in enumerate(likely) if (share >= KEPT if named[n] else share >= NEW and not never[n])]


def measured(data, choose):
    """By source, how often what is chosen for an act is right."""
    counts = {}
    for act in np.unique(data["acts"]):
        at = np.flatnonzero(data["acts"] == act)
        got, right = choose(at), data["labels"][at]
        count = counts.setdefault(str(data["reports"][at[0]]).partition("-")[0], Counter())
        hit = any(right[n] for n in got)
        what = (
            ("right" if hit else "wrong" if got else "none")
            if data["named"][at[0]]
            else "given"
            if got
            else "rightly none"
        )
        count.update([what])
    return counts


def main():
    """Prints by source how often rules and trees are right."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("examples", type=Path)
    data = dict(np.load(options.parse_args().examples))
    now = data["rows"][:, list(data["names"]).index("now")]
    never = barred(data)
    told = [("rules", measured(data, lambda at: np.flatnonzero(now[at]).tolist()))]
    for seed in range(SEEDS):
        likely = shares(data, seed)
        told.append((f"trees {seed}", measured(data, lambda at: chosen(likely[at], now[at], never[at]))))  # noqa: B023
    for who, counts in told:
        for source, count in sorted(counts.items()):
            fits = count["right"] + count["rightly none"]
            print(f"{who:8} {source:10} {fits / count.total():.3f} of {count.total()}:", dict(sorted(count.items())))


if __name__ == "__main__":
    main()
