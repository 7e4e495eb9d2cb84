"""Let the shipped act layer go on learning from every text whose acts are labelled; the mean of several trainings.

All start from the shipped weights, so that their mean is a layer too; the tagger's hidden states stay and are read once,
of every text as it is and disturbed. The labels alone teach: the teacher of the first layer (`act_layer.py`) had seen
few of these texts.

python train/statements/acts_again.py --model DIR --acts ROWS.jsonl --negatives FILE --contacts FOLDER … --articles FOLDER …
  --reports FOLDER … --out DIR
"""

import argparse
import json
import random
import shutil
import sys
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import Average, descend, linear_schedule
from common.export import shipped_weights
from statements import acts, articles, data, labelled
from statements.act_layer import MARK
from statements.act_layer import labelled as loss_of_labels
from statements.data import windowing
from statements.layer import Layer, batches, join, masks, padded, states_of, with_states
from statements.network import WIDTH
from statements.train import told_batch

LIMIT, CONTEXT = 192, 16
PACKED = 2
"""How often the single sentences are put together anew, in other company."""


# ---- reading
def texts(a, rng):
    """(text with its acts, weights) of everything labelled."""
    reports = [acts.told(r) for folder in a.reports for r in labelled.reports(folder)]
    reports += [acts.told(r) for folder in a.contacts for r in labelled.reports(folder, "act")]
    reports += [one.told for folder in a.articles for one in articles.articles(folder)]
    yield from ((told, [(0, len(told.text), 1.0)]) for told in {t.text: t for t in reports}.values())
    singles = [t for t in (*acts.sentences(a.acts), *acts.plain(a.negatives)) if not acts.aside(t)]
    for _ in range(PACKED):
        yield from acts.packed(singles, rng)


def read(a, rng):
    """Of every text the rows of its windows, as it is and disturbed: (hidden states, what is to be answered)."""
    tokenizer, shipped = Tokenizer.from_file(str(a.model / "tokenizer.json")), with_states(a.model)

    def rows(text, told, weights):
        paragraphs = [windowing.pieces(tokenizer, t, at) for t, at in data.paragraphs_of(text)]
        of_text = windowing.windows([p for p in paragraphs if p], LIMIT, CONTEXT)
        return [(states_of(shipped, window), acts.targets(window, told, weights)) for window in of_text]

    return [[rows(t, told, w) for t in (told.text, data.disturb(told.text, rng))] for told, w in texts(a, rng)]


# ---- training
def layer_of(weights):
    """The act layer of saved weights."""
    layer = Layer({"acts": len(acts.TYPES), "act_arcs": 4 * WIDTH})
    layer.load_state_dict(weights)
    return layer


def loss(layer, group, distance):
    """What the labels of a batch say."""
    states, mask = padded([states for states, _ in group]), masks([states for states, _ in group])
    found, arcs = layer(states, mask)
    weights = padded([goals.weights for _, goals in group])
    told = told_batch([goals.acts for _, goals in group], weights, states.shape[1])
    return loss_of_labels(found, arcs, mask, told, distance)


def trained(pairs, first, distance, seed, a):
    """The weights of one training, averaged over its last steps."""
    torch.manual_seed(seed)
    rng, layer, began = random.Random(seed), layer_of(first), time.time()

    def plan():
        return batches([row for pair in pairs for row in rng.choice(pair)], a.size, rng)

    optimizer = torch.optim.AdamW(layer.parameters(), lr=a.rate, weight_decay=0.02)
    schedule = linear_schedule(optimizer, a.passes * len(plan()), 0.06)
    average, step = Average(layer, 0.995), 0
    for turn in range(a.passes):
        layer.train()
        seen = []
        for group in plan():
            value = loss(layer, group, distance)
            descend(value, layer, optimizer, schedule, average, step)
            step += 1
            seen.append(value.item())
        print("seed", seed, "pass", turn, f"{np.mean(seen):.4f} {time.time() - began:.0f}s", flush=True)
    return average.weights


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--acts", required=True, help="rows of acts_rows.py")
    p.add_argument("--negatives", required=True, help="sentences without acts; half of the documents is learned from")
    p.add_argument("--reports", type=Path, nargs="*", default=[], help="folders of reports with labels of acts alone")
    p.add_argument("--contacts", type=Path, nargs="*", default=[], help="folders of texts with labels of every sort")
    p.add_argument("--articles", type=Path, nargs="*", default=[], help="folders of articles with their readings")
    p.add_argument("--out", type=Path, required=True, help="the folder that the model with the new layer goes to")
    p.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    p.add_argument("--passes", type=int, default=4)
    p.add_argument("--size", type=int, default=6000, help="positions a batch")
    p.add_argument("--rate", type=float, default=7e-4)
    p.add_argument("--share", type=float, default=0.75, help="of the new weights, the rest those that were shipped")
    a = p.parse_args()
    torch.set_num_threads(1)
    pairs = read(a, random.Random(1))
    print(len(pairs), "texts", sum(len(states) for pair in pairs for states, _ in pair[0]), "positions", flush=True)
    first = shipped_weights(a.model / "model.onnx", MARK)
    distance = torch.tensor(json.loads((a.model / "config.json").read_text())["act_distance"])
    learned = [trained(pairs, first, distance, seed, a) for seed in a.seeds]
    if a.out != a.model:
        shutil.copytree(a.model, a.out, dirs_exist_ok=True)
    mean = {name: torch.stack([weights[name] for weights in learned]).mean(0) for name in first}
    mean = {name: first[name].lerp(weights, a.share) for name, weights in mean.items()}
    print(join(a.out, layer_of(mean), MARK), "bytes")


if __name__ == "__main__":
    main()
