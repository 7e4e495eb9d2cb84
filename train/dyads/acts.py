"""The second head of the coder: which type of act a word tells between two parties, or NONE.

A small network over the shipped encoder's vectors (`features.py`), which stay as they are. Trains on rows of
`asked.py` and writes the weights; `join_acts.py` puts them into the shipped graph.

python train/dyads/acts.py --own build/dyads/own.jsonl --news build/dyads/news.jsonl … --out build/dyads/acts.pt
"""

import argparse
import hashlib
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import INPUT
from dyads.features import Reader, read, rows_of

LABELS = (*INPUT.LABELS, "NONE")
NONE = len(LABELS) - 1


class Head(nn.Module):
    """vectors [batch, width] -> a score for each label [batch, labels]; the last is NONE."""

    def __init__(self, width, inner=64, drop=0.3):
        super().__init__()
        self.before, self.inner, self.out = nn.Dropout(drop), nn.Linear(width, inner), nn.Linear(inner, len(LABELS))
        self.drop = nn.Dropout(drop)

    def forward(self, vectors):
        return self.out(self.drop(torch.relu(self.inner(self.before(vectors)))))


def vectors_of(path, reader):
    """Rows of a file and their vectors, worked out once."""
    rows, saved = rows_of(path), Path(path).with_suffix(".npz")
    if not saved.exists() or saved.stat().st_mtime < Path(path).stat().st_mtime:
        vectors, scores = read(reader, rows)
        np.savez(saved, v=vectors.astype(np.float16), s=scores)
    return rows, np.load(saved)["v"].astype(np.float32)


def label(row):
    """(number of the label, weight) of a row; of news, the type of a rule that codes the same word, else NONE."""
    if row["label"] is not None:
        return LABELS.index(row["label"]), 1.0
    rule = row["rule"]
    if rule is None:
        return NONE, 0.5
    return LABELS.index("YIELD" if rule in ("CONCEDE", "RETREAT") else rule), 0.5


def held(row):
    """Whether a row is kept aside: blocks that stage 1 and 2 left out too, and of news half of the documents."""
    name, _, number = row["group"].rpartition("-")
    if row["label"] is None:
        return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0
    return int(number) % 7 == 3


def place(row):
    """A name for a row of news that shows nothing of its text."""
    return hashlib.sha256(f"{row['text']}|{row['trigger'][0]}".encode()).hexdigest()[:12]


def judged():
    """Rows of news without a rule that were read and do tell an act, so that they are no examples of NONE."""
    return set(Path(__file__).with_name("acts").joinpath("news_acts.txt").read_text(encoding="utf-8").split()[1:])


def fitted(vectors, labels, weights, a):
    """The head after training, weights averaged over the last half."""
    torch.manual_seed(a.seed)
    head = Head(vectors.shape[1], a.inner, a.drop)
    optimizer = torch.optim.AdamW(head.parameters(), lr=a.rate, weight_decay=a.decay)
    steps = a.passes * (len(vectors) // 64)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05, reduction="none")
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, a.rate, total_steps=steps + 1)
    x, y, w = (torch.tensor(t) for t in (vectors, labels, weights))
    for _ in range(a.passes):
        head.train()
        for chosen in torch.randperm(len(x)).split(64)[: len(x) // 64]:
            loss = (loss_of(head(x[chosen]), y[chosen]) * w[chosen]).sum() / w[chosen].sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return head.eval()


def report(name, shares, labels):
    """How many acts are found and right, and how many NONE rows are taken for one, at several thresholds."""
    best, score = shares[:, :-1].argmax(1), shares[:, :-1].max(1)
    acts, none = labels < NONE, labels == NONE
    line = [f"{name}: {acts.sum()} acts, {none.sum()} none;"]
    for bar in (0.5, 0.7, 0.8, 0.9, 0.95):
        sure = score >= bar
        right = (sure & acts & (best == labels)).sum() / max(1, acts.sum())
        wrong = (sure & acts & (best != labels)).sum() / max(1, acts.sum())
        line.append(f"{bar}: {right:.3f} right {wrong:.3f} wrong type {(sure & none).sum()}/{none.sum()} false;")
    print(" ".join(line), flush=True)


def options():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--states", required=True, help="the shipped graph with its hidden states as outputs")
    p.add_argument("--own", nargs="+", required=True)
    p.add_argument("--news", nargs="*", default=[])
    p.add_argument("--watch", nargs="*", default=[])
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--passes", type=int, default=14)
    p.add_argument("--inner", type=int, default=192)
    p.add_argument("--drop", type=float, default=0.5)
    p.add_argument("--none", type=float, default=4.0, help="weight of a row without an act")
    p.add_argument("--rate", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.05)
    p.add_argument("--everything", action="store_true", help="train on what is kept aside, too")
    return p.parse_args()


def main():
    """Command line."""
    a = options()
    torch.set_num_threads(1)
    reader = Reader(a.states)
    kept, aside, told = [], {}, judged()
    for path in (*a.own, *a.news):
        rows, vectors = vectors_of(path, reader)
        for row, vector in zip(rows, vectors, strict=True):
            number, weight = label(row)
            weight *= a.none if number == NONE else 1.0
            if row["label"] is None and place(row) in told:
                continue
            kind = Path(path).stem + (" none" if row["group"].startswith("none") else "")
            if held(row):
                aside.setdefault(kind, []).append((vector, number))
            if a.everything or not held(row):
                kept.append((vector, number, weight))
    v, y, w = (np.array(c) for c in zip(*kept, strict=True))
    print(len(v), "rows", np.bincount(y, minlength=len(LABELS)))
    head = fitted(v.astype(np.float32), y, w.astype(np.float32), a)
    for path in a.watch:
        rows, vectors = vectors_of(path, reader)
        aside[Path(path).stem] = [(x, label(r)[0]) for x, r in zip(vectors, rows, strict=True)]
    for name, items in aside.items():
        with torch.no_grad():
            shares = head(torch.tensor(np.array([x for x, _ in items]))).softmax(-1).numpy()
        report(name, shares, np.array([n for _, n in items]))
    torch.save(head.state_dict(), a.out)


if __name__ == "__main__":
    main()
