"""Prints the figures of the five folds: mean and spread over seeds, each seed's, and those of the seeds' mean scores.

python train/dyads/folds.py --data ../shared/data/dyads_train.jsonl --scores build/dyads

The temperature is the one under which the right answers of the held-out rows are likeliest; accuracy at the most
confident 70 % does not depend on it much, the scores shown to users do.
"""

import argparse
import json
import math
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import INPUT, development
from dyads.figures import figures, shares, temperature

NAMES = ("root.macro_f1", "root.accuracy", "quad.macro_f1", "sure.accuracy")


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--scores", required=True)
    a = p.parse_args()
    labels = [e.label for e in development(a.data)]
    by_seed = {seed: s for seed, s in held_out_scores(Path(a.scores)).items() if len(s) == len(labels)}
    if not by_seed:
        sys.exit(f"no seed has scores for all {len(labels)} rows in {a.scores}")
    ordered = {seed: [s[i] for i in range(len(labels))] for seed, s in by_seed.items()}
    found = {seed: figures(s, labels) for seed, s in ordered.items()}
    for name in NAMES:
        print(f"{name:16s} {spread([f[name] for f in found.values()])}")
    for label in (name for i, name in enumerate(INPUT.LABELS) if i in labels):
        print(f"  {label:10s} {labels.count(INPUT.LABELS.index(label)):4d} rows  F1 "
              f"{spread([f['by_class'][label] for f in found.values()])}")  # fmt: skip
    together = [mean_scores(some) for some in zip(*ordered.values(), strict=True)]
    joint = figures(together, labels)
    print("scores of all seeds averaged:", {name: round(joint[name], 3) for name in NAMES})
    every = [s for some in ordered.values() for s in some], labels * len(ordered)
    print(f"temperature {temperature(*every)} (averaged: {temperature(together, labels)})")


def held_out_scores(folder):
    """Scores of the rows left out, by seed and number of the row."""
    found = {}
    for path in sorted(folder.glob("fold-*-*.json")):
        seed = int(path.stem.rpartition("-")[2])
        rows = json.loads(path.read_text(encoding="utf-8"))
        found.setdefault(seed, {}).update({int(i): s for i, s in rows.items()})
    return found


def write(folder, fold, seed, unseen, scores):
    """Scores of the rows left out of a fold, by their numbers."""
    saved = {i: [round(x, 4) for x in s] for i, s in zip(unseen, scores, strict=True)}
    (folder / f"fold-{fold}-{seed}.json").write_text(json.dumps(saved), encoding="utf-8")


def spread(values):
    """Mean, least and greatest."""
    return f"{statistics.mean(values):.3f} ({min(values):.3f}–{max(values):.3f}, {len(values)} seeds)"


def mean_scores(rows):
    """Logarithm of the mean share of each label, so that it can be used as scores again."""
    parts = [shares(r) for r in rows]
    return [math.log(max(1e-9, sum(p[i] for p in parts) / len(parts))) for i in range(len(parts[0]))]


if __name__ == "__main__":
    main()
