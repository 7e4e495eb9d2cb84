"""Prints the figures of the five folds with the weights of several seeds averaged in each fold, as the shipped coder's are.

python train/dyads/special.py --keep … --out DIR, then
python train/dyads/averaged.py --data ../shared/data/dyads_train.jsonl --weights DIR --seeds 1 2
"""

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import development, folds
from dyads.export import averaged
from dyads.figures import figures
from dyads.fit import bare_tokenizer, predict
from dyads.network import Coder


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--weights", required=True, help="folder of FOLD-SEED.pt")
    p.add_argument("--seeds", type=int, nargs="+", required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    rows, tokenizer, network = development(a.data), bare_tokenizer(), Coder()
    number, scores, labels = folds(rows), [], []
    for fold in range(5):
        held = [e for e, f in zip(rows, number, strict=True) if f == fold]
        saved = [torch.load(Path(a.weights) / f"{fold}-{seed}.pt", weights_only=True) for seed in a.seeds]
        network.load_state_dict(averaged(saved), strict=False)  # word vectors are never trained
        scores += predict(network, held, tokenizer)
        labels += [e.label for e in held]
    found = figures(scores, labels)
    print({name: round(value, 3) for name, value in found.items() if name != "by_class"})
    print({name: round(value, 2) for name, value in found["by_class"].items()})


if __name__ == "__main__":
    main()
