"""Choose what the network does not learn: the balance of precision and recall, and the score of a statement.

python train/statements/calibrate.py --model DIR --data ../shared/data/statements_train.jsonl

Uses only the documents that training held out. The network is made generous (BALANCE), then a score (logistic
regression of "this span matches a gold span with IoU >= .5" on seven signs) sorts its finds. The threshold is the
lowest whose F1 is within SLACK of the best: a reader forgives a span too many sooner than one too few.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import data
from statements.data import model

TRIM = set(" \t\r\n\u00a0“”„«»\"'‘’`.,;:!?-–—…")
BALANCE = -1.0
SLACK = 0.003


def trim(text, start, end):
    """As the scorer: no white space, marks or stops at the ends."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


def iou(a, b):
    """Intersection over union in characters."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def matches(gold, found):
    """For each found span, whether it is matched one to one with IoU >= .5."""
    pairs = sorted(((-w, i, j) for i, g in enumerate(gold) for j, p in enumerate(found) if (w := iou(g, p)) >= 0.5))
    used, right = set(), [False] * len(found)
    for _, i, j in pairs:
        if i not in used and not right[j]:
            used.add(i)
            right[j] = True
    return right


def table(docs, readings, settings):
    """(signs [N, 7], right [N], number of gold fragments) of all spans at these settings."""
    signs, right, total = [], [], 0
    for doc, read in zip(docs, readings, strict=True):
        text = doc["text"]
        gold = [trim(text, q["start"], q["end"]) for q in doc["quotes"]]
        found = [(model.code_points(r.window, f.content), f.signs) for r in read for f in model.found_in(r, settings)]
        found = [(trim(text, *span), s) for span, s in found]
        right += matches(gold, [span for span, _ in found])
        signs += [s for _, s in found]
        total += len(gold)
    return np.array(signs), np.array(right), total


def lowest_threshold(scores, right, total):
    """(F1, threshold): the lowest threshold whose F1, smoothed against luck, is within SLACK of the best."""
    order = np.argsort(-scores)
    f1 = 2 * np.cumsum(right[order]) / (np.arange(1, len(scores) + 1) + total)
    smooth = np.convolve(f1, np.ones(41) / 41, mode="valid")
    at = int(np.flatnonzero(smooth >= smooth.max() - SLACK)[-1]) + 20
    return float(f1[at]), float(scores[order[at]])


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--data", default="../shared/data/statements_train.jsonl")
    a = p.parse_args()
    folder = Path(a.model)
    tagger = model.StatementTagger(folder)
    _, docs = data.hold_out(data.read(a.data))
    readings = [tagger.readings(data.paragraphs_of(d["text"])) for d in docs]
    f1, weights, threshold = fitted(docs, readings, replace(tagger.settings, outside_bias=BALANCE))
    path = folder / "config.json"
    chosen = {
        "outside_bias": BALANCE,
        "weights": [round(float(w), 4) for w in weights],
        "threshold": round(threshold, 4),
    }
    path.write_text(json.dumps({**json.loads(path.read_text()), **chosen}, indent=1) + "\n")
    print(f"held out {len(docs)} documents: F1 {f1:.3f}", chosen)


def fitted(docs, readings, settings):
    """(F1, weights, threshold) of the score."""
    signs, right, total = table(docs, readings, settings)
    fit = LogisticRegression(C=0.3, max_iter=1000).fit(signs, right)
    weights = np.concatenate([fit.coef_[0], fit.intercept_])
    scores = 1 / (1 + np.exp(-(signs @ weights[:-1] + weights[-1])))
    plain = 2 * right.sum() / (len(right) + total)
    best, threshold = lowest_threshold(scores, right, total)
    print(f"{len(right)} spans, F1 {plain:.3f} without threshold, {best:.3f} with")
    return best, weights, threshold


if __name__ == "__main__":
    main()
