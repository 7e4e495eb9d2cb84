"""The coder that is shipped: MiniLM-L6 learns what the teacher of its fold answers, then, in its upper layers, the rows.

python train/dyads/student.py --data ROWS --pairs PAIRS --answers DIR/teacher/answers-0.pt --fold 0 --seeds 0 1 2 --out DIR

Stage 1 learns from all labelled sentences, unlabelled pairs and rows; stage 2, once for each seed, from the rows and draws of
the others, the lowest layers left as they are. Writes FOLD-SEED.pt (or all-SEED.pt) and the scores of the rows left out.
"""

import argparse
import random
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import development, lesson, parted
from dyads.figures import report
from dyads.fit import Schedule, fitted, predict, weights
from dyads.folds import write
from dyads.material import NEAR, drawn, in_turn, material
from dyads.network import Coder
from dyads.vary import Vary


def main():
    """Command line."""
    a = options()
    a.out.mkdir(parents=True, exist_ok=True)
    rows, texts = development(a.data), material(a.pairs, a.most)
    answers = {name: shares.tolist() for name, shares in torch.load(a.answers, weights_only=True).items()}
    kept, unseen = parted(rows, a.fold)
    of_rows = lessons(kept.values(), [answers["rows"][i] for i in kept], a.trust_rows)
    taught = {name: lessons(examples, answers[name], a.trust) for name, examples in texts.items()}
    near = [one for one, e in zip(taught["own"], texts["own"], strict=True) if e.group == NEAR]
    network = first(a, of_rows, taught)
    tell(f"student, fold {a.fold}, stage 1", network, unseen)
    general = weights(network)
    for seed in a.seeds:
        network = last(a, seed, general, of_rows, near, everything(taught))
        torch.save(weights(network), a.out / f"{a.fold}-{seed}.pt")
        if scores := tell(f"student, fold {a.fold} seed {seed}", network, unseen):
            write(a.out, a.fold, seed, unseen, scores)


def options():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True, help="rows of the dyads format")
    p.add_argument("--pairs", required=True, help="pairs of pairs.py")
    p.add_argument("--answers", required=True, help="shares of teacher.py for this fold")
    p.add_argument("--fold", default="all", help="the fold whose rows are left out, or all")
    p.add_argument("--trust", type=float, default=0.7, help="weight of the teacher beside the label of a sentence")
    p.add_argument("--trust-rows", type=float, default=0.5, help="and beside that of a row")
    p.add_argument("--made", type=int, default=300, help="sentences made from the codebook in each pass of stage 1")
    p.add_argument("--repeat", type=int, default=2, help="times that each row is met in a pass of stage 1")
    p.add_argument("--seed", type=int, default=5, help="of stage 1")
    p.add_argument("--passes", type=int, default=6)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--rate", type=float, default=3e-4)
    p.add_argument("--seeds", type=int, nargs="+", default=[0], help="of stage 2")
    p.add_argument("--last-passes", type=int, default=4)
    p.add_argument("--last-rate", type=float, default=2e-4)
    p.add_argument("--frozen", type=int, default=3, help="lowest layers left as they are in stage 2")
    p.add_argument("--near", type=int, default=300, help="sentences in the manner of the rows in each pass of stage 2")
    p.add_argument("--others", type=int, default=150, help="others in each pass of stage 2")
    p.add_argument("--most", type=int, help="only so many examples of each source, to see that it runs")
    p.add_argument("--out", type=Path, required=True)
    return p.parse_args()


def lessons(examples, answers, trust):
    """What examples teach with a teacher's shares."""
    return [lesson(e, answer, trust) for e, answer in zip(examples, answers, strict=True)]


def everything(taught):
    """Lessons of all sources but the made sentences."""
    return [one for name, some in taught.items() if name != "made" for one in some]


def first(a, rows, taught):
    """Stage 1."""
    torch.manual_seed(a.seed)
    rng, others = random.Random(a.seed), everything(taught)
    passes = [[*others, *in_turn(taught["made"], turn, a.made), *rows * a.repeat] for turn in range(a.passes)]
    return fitted(Coder(), passes, Schedule(a.rate, 1e-3, batch=a.batch), Vary(others, rng), rng)


def last(a, seed, general, rows, near, others):
    """Stage 2."""
    torch.manual_seed(seed)
    rng, network = random.Random(seed), Coder()
    network.load_state_dict(general, strict=False)  # word vectors are never trained
    passes = [[*rows, *drawn(near, a.near, rng), *drawn(others, a.others, rng)] for _ in range(a.last_passes)]
    schedule = Schedule(a.last_rate, 5e-4, decay=0.85, frozen=a.frozen)
    return fitted(network, passes, schedule, Vary([*rows, *near], rng), rng)


def tell(name, network, unseen):
    """Scores of the rows left out, their figures printed; none where no row is."""
    scores = predict(network, list(unseen.values()))
    if scores:
        report(name, scores, unseen.values())
    return scores


if __name__ == "__main__":
    main()
