"""Trains the coder: one fold for measuring, or everything for shipping.

python train/dyads/train.py --data ../shared/data/dyads_train.jsonl --fold 0 --seed 0 --out DIR
python train/dyads/train.py --data ../shared/data/dyads_train.jsonl --all --seed 0 --out DIR
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import PRETRAINED, Average, linear_schedule, parameter_groups
from dyads.data import INPUT, Example, Vary, development, encode, folds, own
from dyads.network import Coder
from dyads.synthetic import Maker
from dyads.synthetic import examples as rule_examples


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--fold", type=int)
    p.add_argument("--all", action="store_true")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--passes", type=int, default=7)
    p.add_argument("--made", type=int, default=500, help="sentences made from the codebook, new in each pass")
    p.add_argument("--no-own", action="store_true")
    p.add_argument("--rate", type=float, default=1.2e-4)
    p.add_argument("--batch", type=int, default=24)
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    Path(a.out).mkdir(parents=True, exist_ok=True)
    run(a)


def run(a):
    """One training; writes scores of the fold left out, or the weights."""
    rows = development(a.data)
    number = folds(rows)
    kept = [e for e, f in zip(rows, number, strict=True) if a.all or f != a.fold]
    kept += [] if a.no_own else [*own(), *codebook_examples()]
    held = [] if a.all else [(i, e) for i, (e, f) in enumerate(zip(rows, number, strict=True)) if f == a.fold]
    tokenizer = bare_tokenizer()
    network = fitted(a, kept, tokenizer)
    if a.all:
        torch.save(network.state_dict(), Path(a.out) / f"all-{a.seed}.pt")
        return
    scores = predict(network, [encode(tokenizer, e.parts) for _, e in held])
    right = sum(int(s.argmax()) == e.label for s, (_, e) in zip(scores, held, strict=True))
    print(f"fold {a.fold} seed {a.seed}: {right}/{len(held)} {right / len(held):.3f}", flush=True)
    found = {i: [round(float(x), 4) for x in s] for s, (i, _) in zip(scores, held, strict=True)}
    (Path(a.out) / f"fold-{a.fold}-{a.seed}.json").write_text(json.dumps(found))


def codebook_examples():
    """The examples of the codebook's rules."""
    return [Example(parts, INPUT.LABELS.index(label), "rule") for parts, label in rule_examples()]


def bare_tokenizer():
    """The tokenizer without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fitted(a, examples, tokenizer):
    """The network after training, its weights averaged over the last steps."""
    rng = random.Random(a.seed)
    network = Coder()
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)  # words not met keep their meaning
    maker = Maker(rng)
    optimizer = torch.optim.AdamW(parameter_groups(network, network.bert, a.rate, 1e-3, 0.9), weight_decay=0.01)
    steps = a.passes * -(-(len(examples) + a.made) // a.batch)
    schedule = linear_schedule(optimizer, steps, 0.08)
    average, vary = Average(network, 0.98), Vary(examples, rng)
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=0.1)
    step, start = 0, time.time()
    for epoch in range(a.passes):
        network.train()
        total = 0.0
        made = [
            Example(parts, INPUT.LABELS.index(label), "made") for parts, label in (maker.make() for _ in range(a.made))
        ]
        for batch in batches([*examples, *made], vary, tokenizer, a.batch, rng):
            loss = loss_of(network(batch[0]), batch[1])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(network, step)
            step, total = step + 1, total + float(loss.detach())
        print(f"pass {epoch} loss {total / (steps / a.passes):.3f} {time.time() - start:.0f}s", flush=True)
    network.load_state_dict({**network.state_dict(), **average.weights})
    return network.eval()


def batches(examples, vary, tokenizer, size, rng):
    """Padded batches of sentences of like length, in random order."""
    coded = [(encode(tokenizer, vary(e.parts)), e.label) for e in examples]
    coded.sort(key=lambda c: len(c[0]) + rng.randint(0, 12))
    groups = [coded[i : i + size] for i in range(0, len(coded), size)]
    rng.shuffle(groups)
    for group in groups:
        yield padded([ids for ids, _ in group]), torch.tensor([label for _, label in group])


def padded(rows):
    """Rows of ids as one tensor, 0 where they end."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


@torch.no_grad()
def predict(network, rows):
    """Scores of each row."""
    return [network(torch.tensor([row]))[0] for row in rows]


if __name__ == "__main__":
    main()
