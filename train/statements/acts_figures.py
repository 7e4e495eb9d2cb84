"""Figures of the exported tagger on acts: words found to tell one, and whose they are taken to be.

python train/statements/acts_figures.py --model DIR --reports build/reports --negatives ../shared/data/negatives_dev.jsonl
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import acts
from statements.data import model

BARS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--reports", nargs="*", default=[], help="files of labelled reports, all of them")
    p.add_argument("--aside", nargs="*", default=[], help="folders of which only what training keeps aside is read")
    p.add_argument("--acts", help="rows of acts_rows.py, of which what training keeps aside is read")
    p.add_argument("--negatives", help="sentences without acts; those that training leaves out are read")
    a = p.parse_args()
    tagger = model.StatementTagger(Path(a.model))
    for path in a.reports:
        show(Path(path).stem, tagger, list(acts.report_file(Path(path))))
    for folder in a.aside:
        show(f"aside of {Path(folder).name}", tagger, [r for r in acts.reports(folder) if acts.aside(r)])
    if a.acts:
        some = [t for t in acts.sentences(a.acts) if acts.aside(t)]
        for kind in sorted({kind_of(t) for t in some}):
            show(kind, tagger, [t for t in some if kind_of(t) == kind], alone=True)
    if a.negatives:
        read = {t.text for t in acts.plain(a.negatives)}
        rest = [t for t in acts.plain(a.negatives, 1) if t.text not in read]
        show("without acts", tagger, rest, alone=True)


def kind_of(told):
    """The file a sentence is from."""
    return told.group.rpartition("-")[0]


def show(name, tagger, texts, *, alone=False):
    """Print how many acts are found at several thresholds, and how often actor and recipient are right.

    `alone`: only one act of each text is labelled, so nothing found beside it counts as false.
    """
    found, gold, sides = [], 0, {"actor": [0, 0], "recipient": [0, 0]}
    for told in texts:
        for window, targets in acts.examples(told, [(0, len(told.text), 1.0)], tagger.tokenizer, 192, 16):
            shares, arcs = read(tagger, window)
            gold += len(targets.acts)
            own = {first: kind for kind, firsts, _, _ in targets.acts for first in firsts}
            hit = set()
            for at in np.flatnonzero(targets.weights > 0).tolist() + sorted(own):
                best = int(shares[at, 1:].argmax()) + 1
                score = 1 - float(shares[at, 0]) if alone else float(shares[at, best])
                right = own.get(at) == best
                found.append((float(shares[at, best]), right, at in own, at))
                hit.add(at)
                del score
            for _, firsts, *parties in targets.acts:
                at = max(firsts, key=lambda f: 1 - shares[f, 0])
                for side, positions, share in zip(sides, parties, arcs(at), strict=True):
                    if positions is not None:
                        sides[side][0] += int(share.argmax()) in set(positions.tolist())
                        sides[side][1] += 1
    line = [f"{name}: {gold} acts;"]
    for bar in BARS:
        sure = [f for f in found if f[0] >= bar]
        right, placed = sum(f[1] for f in sure), sum(f[2] for f in sure)
        recall, precision = right / max(1, gold), right / max(1, placed if alone and gold else len(sure))
        line.append(
            f"{bar}: P {precision:.3f} R {recall:.3f} F {2 * precision * recall / max(1e-9, precision + recall):.3f} ({len(sure) - placed} elsewhere)"
        )
    line.append(str({k: f"{r / max(1, n):.3f} of {n}" for k, (r, n) in sides.items()}))
    print("\n   ".join(line), flush=True)


def read(tagger, window):
    """(shares of the types [L, 16], function of a position giving the shares with which it points at others, by side)."""
    reading = tagger.read(window)

    def arcs(at):
        span, width, bias = (at, at + 1), tagger.settings.arc_width, tagger.settings.act_distance
        return [model.shares_of_arcs(reading.act_arcs, window, span, (kind, width), bias[kind]) for kind in (0, 1)]

    return np.exp(reading.acts), arcs


if __name__ == "__main__":
    main()
