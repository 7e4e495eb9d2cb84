"""How much the codebook's rules weigh beside the learned coder, where an answer is always due: finds the weights, prints figures.

python -m onrecord.evaluation.rule_evidence ROWS > EVIDENCE (with the package's own environment), student.py for each fold, then
python train/dyads/weighing.py --data ROWS --evidence EVIDENCE --weights DIR --seeds 0 1 2 --out DIR/weighing.json

A temperature and three weights make the right answers of rows that the coder was not trained on likeliest. The figures are
of each fold with the weights found on the other four; what is written is found on all rows.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import INPUT, development, folds
from dyads.export import averaged
from dyads.figures import figures
from dyads.fit import predict
from dyads.network import Coder

KINDS = ("both", "one", "sentence")


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--evidence", required=True)
    p.add_argument("--weights", required=True, help="folder of FOLD-SEED.pt")
    p.add_argument("--seeds", type=int, nargs="+", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    rows = development(a.data)
    number, labels = folds(rows), torch.tensor([e.label for e in rows])
    found, fold = evidence(a.evidence), torch.tensor(number)
    whole, short = (scores(rows, number, a.weights, a.seeds, cut) for cut in (False, True))
    report("whole sentence, weights averaged", whole, labels)
    both = (whole + short) / 2
    report("and cut short", both, labels)
    report("and rules weighed in", weighed(both, found, labels, fold), labels)
    for seed in a.seeds:
        one = sum(scores(rows, number, a.weights, [seed], cut) for cut in (False, True)) / 2
        report(f"the same with seed {seed} alone", weighed(one, found, labels, fold), labels)
    temperature, weights = fitted(both, found, labels)
    weighing = {"temperature": round(temperature, 3), **{k: round(w, 3) for k, w in zip(KINDS, weights, strict=True)}}
    print(weighing)
    Path(a.out).write_text(json.dumps(weighing) + "\n", encoding="utf-8")


def evidence(path):
    """Evidence [rows, labels, kinds] of 0 and 1."""
    lines = [json.loads(line)["evidence"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    found = torch.zeros(len(lines), len(INPUT.LABELS), len(KINDS))
    for index, by_event in enumerate(lines):
        for event, kinds in by_event.items():
            for kind in kinds:
                found[index, INPUT.LABELS.index(event), KINDS.index(kind)] = 1
    return found


def scores(rows, number, folder, seeds, cut):
    """Scores [rows, labels] of each row by the coder of its fold, weights of the seeds averaged."""
    network, found = Coder(), torch.zeros(len(rows), len(INPUT.LABELS))
    if cut:
        rows = [replace(e, parts=tuple(INPUT.short(e.parts))) for e in rows]
    for fold in range(5):
        held = [i for i, f in enumerate(number) if f == fold]
        saved = [torch.load(Path(folder) / f"{fold}-{seed}.pt", weights_only=True) for seed in seeds]
        network.load_state_dict(averaged(saved), strict=False)  # word vectors are never trained
        found[held] = torch.tensor(predict(network, [rows[i] for i in held]))
    return found


def weighed(both, found, labels, fold):
    """Scores of each fold by the weights found on the others."""
    out = torch.zeros_like(both)
    for one in range(5):
        temperature, weights = fitted(both[fold != one], found[fold != one], labels[fold != one])
        out[fold == one] = both[fold == one] / temperature + found[fold == one] @ torch.tensor(weights)
    return out


def fitted(both, found, labels):
    """(temperature, weights of the kinds) under which the labels are likeliest."""
    sharpness, weights = torch.ones(1, requires_grad=True), torch.zeros(len(KINDS), requires_grad=True)
    search = torch.optim.LBFGS([sharpness, weights], max_iter=200)

    def loss():
        search.zero_grad()
        value = functional.cross_entropy(both * sharpness + found @ weights, labels)
        value.backward()
        return value

    search.step(loss)
    return 1 / sharpness.item(), weights.tolist()


def report(name, found, labels):
    """Print the figures of some scores."""
    by = figures(found.tolist(), labels.tolist())
    print(name, {k: round(v, 3) for k, v in by.items() if k != "by_class"})
    print("   ", {k: round(v, 2) for k, v in by["by_class"].items()}, flush=True)


if __name__ == "__main__":
    main()
