"""Stage 2: the general coder's upper layers trained on, on development rows mixed with our own sentences.

Folds for measuring, or everything for shipping; the lower layers stay as the general coder has them, so that what
they make of each sentence, in a few variants, is worked out once for all folds and seeds.

python train/dyads/special.py --data ../shared/data/dyads_train.jsonl --general G.pt --folds 5 --seeds 0 1 2 --out DIR
python train/dyads/special.py --data ../shared/data/dyads_train.jsonl --general G.pt --all --seeds 0 1 2 --out DIR
"""

import argparse
import json
import random
import sys
from pathlib import Path

import torch
from torch.nn.utils.rnn import pad_sequence

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import SENTENCES, development, encode, folds, held_out, own
from dyads.figures import figures
from dyads.fit import Schedule, alike, bare_tokenizer, fitted, masked, padded, predict
from dyads.network import Coder
from dyads.vary import Vary

NEAR = "news-"
"""Groups of own sentences that are written in the manner of the rows and labelled as the rows are."""


def main():
    """Command line."""
    a = options()
    torch.set_num_threads(1)
    Path(a.out).mkdir(parents=True, exist_ok=True)
    rows, tokenizer = development(a.data), bare_tokenizer()
    ours = [*own(), *(own(SENTENCES / "further") if a.further else [])]
    ours, unseen = held_out(ours) if a.hold else (ours, [])
    number = folds(rows)
    network, rng = general(a.general), random.Random(7)
    near, far = parted(ours)
    far = rng.sample(far, min(len(far), a.own * a.passes))
    stock = Stock(network, a.frozen, tokenizer, Vary([*rows, *near, *far], rng), rng)
    row_states, own_states = stock.of(rows, a.variants), (stock.of(near, 2), stock.of(far, 1))
    for seed in a.seeds:
        for fold in [None] if a.all else a.only or range(a.folds):
            kept = [s for s, f in zip(row_states, number, strict=True) if f != fold]
            network = special(a, seed, kept, own_states)
            if unseen and not fold:
                report(f"own held out, seed {seed}", predict(network, unseen, tokenizer), unseen)
            if fold is None or a.keep:
                state = {k: v for k, v in network.state_dict().items() if "word_embeddings" not in k}
                torch.save(state, Path(a.out) / f"{'all' if fold is None else fold}-{seed}.pt")
            if fold is None:
                continue
            held = [i for i, f in enumerate(number) if f == fold]
            scores = predict(network, [rows[i] for i in held], tokenizer)
            report(f"fold {fold} seed {seed}", scores, [rows[i] for i in held])
            saved = {i: [round(x, 4) for x in s] for i, s in zip(held, scores, strict=True)}
            (Path(a.out) / f"fold-{fold}-{seed}.json").write_text(json.dumps(saved))


def options():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--general", required=True, help="weights of general.py")
    p.add_argument("--out", required=True)
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--only", type=int, nargs="*", help="only these folds")
    p.add_argument("--all", action="store_true")
    p.add_argument("--seeds", type=int, nargs="+", default=[0])
    p.add_argument("--passes", type=int, default=4)
    p.add_argument("--variants", type=int, default=4, help="variants of each row, the first as it is")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=5e-4)
    p.add_argument("--decay", type=float, default=0.85)
    p.add_argument("--frozen", type=int, default=3, help="lowest layers left as they are")
    p.add_argument("--near", type=int, default=300, help="own sentences in the manner of the rows mixed into each pass")
    p.add_argument("--own", type=int, default=150, help="other own sentences mixed into each pass")
    p.add_argument("--inner", type=float, default=0.0, help="dropout inside the encoder")
    p.add_argument("--twice", type=float, default=0.0, help="weight of R-Drop")
    p.add_argument("--further", action="store_true", help="draw on sentences/further too")
    p.add_argument("--keep", action="store_true", help="keep the weights of each fold too")
    p.add_argument("--hold", action="store_true", help="print figures on the own sentences held out of stage 1")
    return p.parse_args()


def report(name, scores, examples):
    """Print the figures of some rows."""
    found = figures(scores, [e.label for e in examples])
    print(name, {k: round(v, 3) for k, v in found.items() if k != "by_class"}, flush=True)


def parted(ours):
    """Own sentences (in the manner of the rows, others)."""
    near = [e for e in ours if e.group.startswith(NEAR)]
    return near, [e for e in ours if not e.group.startswith(NEAR)]


def general(path, inner=0.0):
    """The general coder."""
    network = Coder(inner)
    network.load_state_dict(torch.load(path, weights_only=True), strict=False)
    return network.eval()


class Stock:
    """What the lower layers of a network make of examples: a list of (ids, hidden states, label) for each."""

    def __init__(self, network, depth, tokenizer, vary, rng):
        self.network, self.depth, self.tokenizer, self.vary, self.rng = network, depth, tokenizer, vary, rng

    def of(self, examples, variants):
        """Variants of each example; the first as it is where there are several."""
        found = [[] for _ in examples]
        work = [(self.ids(e, turn, variants), i) for i, e in enumerate(examples) for turn in range(variants)]
        for group in alike(work, 32, random.Random(0)):
            ids = padded([row for row, _ in group])
            with torch.no_grad():
                states = self.network.lower(ids, self.depth).half()
            for (row, i), one in zip(group, states, strict=True):
                found[i].append((row, one[: len(row)].clone(), examples[i].label))
        return found

    def ids(self, example, turn, variants):
        """Vocabulary ids of one variant."""
        if turn == 0 and variants > 1:
            return encode(self.tokenizer, example.parts)
        return masked(encode(self.tokenizer, self.vary(example.parts)), 0.04, self.rng)


def special(a, seed, rows, ours):
    """The general coder, its upper layers trained on with these rows and own sentences (near, far)."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = general(a.general, a.inner)
    schedule = Schedule(a.passes, a.rate, a.head_rate, decay=a.decay, frozen=a.frozen, twice=a.twice)
    near, far = ours
    far = rng.sample(far, len(far))

    def batches_of(turn):
        others = [*rng.sample(near, min(len(near), a.near)), *far[turn * a.own : (turn + 1) * a.own]]
        mixed = [*rows, *others]
        for group in alike([rng.choice(variants) for variants in mixed], schedule.batch, rng):
            ids = padded([row for row, _, _ in group])
            states = pad_sequence([one for _, one, _ in group], batch_first=True).float()
            labels = torch.tensor([label for _, _, label in group])
            yield (lambda network, s=states, i=ids: network.upper(s, i, a.frozen)), labels

    return fitted(network, batches_of, len(rows) + min(len(near), a.near) + a.own, schedule)


if __name__ == "__main__":
    main()
