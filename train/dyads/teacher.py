"""The teacher: a larger encoder with the coder's input and head, trained in two stages; its shares are what the coder learns.

python train/dyads/teacher.py general --encoder build/all-mpnet-base-v2 --seed 0 --out DIR/general-0.pt
python train/dyads/teacher.py answers --encoder build/all-mpnet-base-v2 --general DIR/general-*.pt --data ROWS --pairs PAIRS \
    --fold 0 --out DIR

`general` learns from labelled sentences without any row. `answers` trains a general teacher on, with the rows of all folds but
one (or all rows), once for each one given, and writes the mean of their shares for everything that the coder of that fold may learn from.
"""

import argparse
import random
import sys
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import INPUT, development, lesson, parted
from dyads.figures import report
from dyads.fit import MASK, Schedule, fitted, predict, weights
from dyads.folds import write
from dyads.material import NEAR, drawn, in_turn, material
from dyads.network import pooled
from dyads.vary import Vary


class Teacher(nn.Module):
    """The coder's ids [batch, length] -> a score for each label [batch, labels], by all-mpnet-base-v2 in `folder`."""

    def __init__(self, folder):
        super().__init__()
        self.bert = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.register_buffer("own", own_ids(self.bert.config.vocab_size), persistent=False)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(3 * self.bert.config.hidden_size, len(INPUT.LABELS))

    def forward(self, ids):
        states = self.bert(input_ids=self.own[ids], attention_mask=(ids != 0).long()).last_hidden_state
        return self.out(self.drop(pooled(states, ids)))


def own_ids(size):
    """The teacher's id for each of the coder's: MPNet has the same word pieces four further on, behind `<s> <pad> </s> <unk>`,
    its mask as the last of all; marks take ids that its vocabulary never uses either."""
    ids = torch.arange(size - 5) + 4
    ids[0], ids[INPUT.CLS], ids[INPUT.SEP], ids[MASK] = 1, 0, 2, size - 1
    for mark in (one for marks in INPUT.MARKS.values() for one in marks):
        ids[mark] = mark + 14
    return ids


def main():
    """Command line."""
    a = options()
    {"general": general, "answers": answers}[a.step](a)


def options():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("step", choices=["general", "answers"])
    p.add_argument("--encoder", required=True, help="folder of all-mpnet-base-v2")
    p.add_argument("--data", help="rows of the dyads format; `general` only prints figures on them")
    p.add_argument("--general", nargs="+", help="weights of `general`")
    p.add_argument("--pairs", help="pairs of pairs.py")
    p.add_argument("--fold", default="all", help="the fold whose rows are left out, or all")
    p.add_argument("--seed", type=int, default=0, help="of `general`; `answers` counts from 0")
    p.add_argument("--passes", type=int, help="4 of `general`, 5 of `answers`")
    p.add_argument("--batch", type=int, help="32 and 24")
    p.add_argument("--rate", type=float, help="6e-5 and 4e-5; ten times that of the linear layer")
    p.add_argument("--made", type=int, default=300, help="sentences made from the codebook in each pass of `general`")
    p.add_argument("--near", type=int, default=300, help="sentences in the manner of rows in each pass of `answers`")
    p.add_argument("--others", type=int, default=300, help="others in each pass of `answers`")
    p.add_argument("--most", type=int, help="only so many examples of each source, to see that it runs")
    p.add_argument("--out", type=Path, required=True)
    return p.parse_args()


def general(a):
    """Stage 1."""
    torch.manual_seed(a.seed)
    rng, texts = random.Random(a.seed), material(most=a.most)
    examples = [e for name in ("own", "further", "rules", "acts") for e in texts[name]]
    passes = [[*examples, *in_turn(texts["made"], turn, a.made)] for turn in range(a.passes or 4)]
    rate = a.rate or 6e-5
    schedule = Schedule(rate, 10 * rate, batch=a.batch or 32)
    passes = [list(map(lesson, some)) for some in passes]
    network = fitted(Teacher(a.encoder), passes, schedule, Vary(examples, rng), rng)
    if a.data:
        rows = development(a.data)
        report(f"rows, by general teacher {a.seed}", predict(network, rows), rows)
    a.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(weights(network), a.out)


def answers(a):
    """Stage 2, and the mean shares of the teachers."""
    rows, texts = development(a.data), material(a.pairs, a.most)
    kept, unseen = parted(rows, a.fold)
    everything = {**texts, "rows": rows}
    found = {name: [] for name in everything}
    a.out.mkdir(parents=True, exist_ok=True)
    for seed, path in enumerate(a.general):
        network = special(a, seed, path, list(kept.values()), texts)
        for name, examples in everything.items():
            found[name].append(torch.tensor(predict(network, examples)).softmax(-1))
        if unseen:
            scores = predict(network, list(unseen.values()))
            report(f"teacher, fold {a.fold} seed {seed}", scores, unseen.values())
            write(a.out, a.fold, seed, unseen, scores)
    torch.save({name: sum(s) / len(s) for name, s in found.items()}, a.out / f"answers-{a.fold}.pt")


def special(a, seed, path, rows, texts):
    """A general teacher trained on with rows, sentences in their manner, and others."""
    torch.manual_seed(seed)
    rng = random.Random(100 + seed)
    network = Teacher(a.encoder)
    network.load_state_dict(torch.load(path, weights_only=True), strict=False)  # word vectors are never trained
    near = [e for e in texts["own"] if e.group == NEAR]
    far = [e for name in ("own", "further", "acts") for e in texts[name] if e.group != NEAR]
    passes = [[*rows, *drawn(near, a.near, rng), *drawn(far, a.others, rng)] for _ in range(a.passes or 5)]
    rate = a.rate or 4e-5
    schedule = Schedule(rate, 10 * rate, batch=a.batch or 24)
    return fitted(network, [list(map(lesson, some)) for some in passes], schedule, Vary([*rows, *near], rng), rng)


if __name__ == "__main__":
    main()
