"""Stage 1: the general coder, from our own sentences and the codebook, without any development row.

python train/dyads/general.py --seed 0 --out build/dyads/general-0.pt
"""

import argparse
import random
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import INPUT, SENTENCES, Example, held_out, own
from dyads.data import development as rows_of
from dyads.figures import figures
from dyads.fit import Schedule, bare_tokenizer, batches, fitted, predict
from dyads.network import Coder
from dyads.synthetic import Maker
from dyads.synthetic import examples as rule_examples
from dyads.vary import Vary


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--passes", type=int, default=5)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--decay", type=float, default=0.9)
    p.add_argument("--frozen", type=int, default=2, help="lowest layers left as they are")
    p.add_argument("--made", type=int, default=300, help="sentences made from the codebook, new in each pass")
    p.add_argument("--batch", type=int, default=12)
    p.add_argument("--inner", type=float, default=0.0, help="dropout inside the encoder")
    p.add_argument("--twice", type=float, default=0.0, help="weight of R-Drop")
    p.add_argument("--further", action="store_true", help="the sentences of sentences/further too")
    p.add_argument("--start", help="go on from these weights")
    p.add_argument("--hold", action="store_true", help="hold out a seventh of the blocks and print figures on it")
    p.add_argument("--watch", help="rows of the dyads format to print figures on")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    ours = [*own(), *(own(SENTENCES / "further") if a.further else [])]
    kept, held = held_out(ours) if a.hold else (ours, [])
    kept += [Example(parts, INPUT.LABELS.index(label), "rule") for parts, label in rule_examples()]
    maker, tokenizer = Maker(rng), bare_tokenizer()

    vary = Vary(kept, rng)

    def batches_of(_):
        made = (maker.make() for _ in range(a.made))
        examples = [*kept, *(Example(parts, INPUT.LABELS.index(label), "made") for parts, label in made)]
        return batches(examples, vary, tokenizer, schedule, rng)

    schedule = Schedule(a.passes, a.rate, 1e-3, a.decay, a.batch, frozen=a.frozen, twice=a.twice)
    network = Coder(a.inner)
    if a.start:
        network.load_state_dict(torch.load(a.start, weights_only=True), strict=False)
    network = fitted(network, batches_of, len(kept) + a.made, schedule)
    for name, rows in (("held out", held), (a.watch, rows_of(a.watch) if a.watch else [])):
        if rows:
            print(name, len(rows), figures(predict(network, rows, tokenizer), [e.label for e in rows]))
    Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    torch.save({k: v for k, v in network.state_dict().items() if "word_embeddings" not in k}, a.out)


if __name__ == "__main__":
    main()
