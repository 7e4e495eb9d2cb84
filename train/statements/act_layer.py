"""The act layer: a narrow transformer layer over the shipped tagger's hidden states, which stay as they are.

It tells which words tell an act and at whom they point. It learns from labelled reports and sentences (`acts.py`) and from
a teacher's answers: a whole tagger trained for statements and acts together (`train.py --acts`), which reads acts a little
better but statements otherwise than the rules behind the shipped one expect.

python train/statements/act_layer.py read --model DIR --teacher DIR --acts ROWS --out FILE.pt
python train/statements/act_layer.py train --read FILE.pt … --teacher DIR --out LAYER.pt
python train/statements/act_layer.py join --model DIR --layer LAYER.pt --teacher DIR
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import Average, descend, linear_schedule
from common.export import session
from statements import acts, data
from statements.acts import TYPES
from statements.layer import Layer, batches, join, load, masks, padded, pointing, states_of, with_states
from statements.network import STATEMENT_KINDS, WIDTH
from statements.train import told_batch

MARK = "act_layer/"
POSITIVE = 2.0
TRUST = 0.1
"""How much the teacher's answers count where every act of a text is labelled: there the labels know better."""


# ---- what both networks make of the texts
def texts(a, rng):
    """(text with its acts, weights) of one reading: labelled reports and sentences, and news without labels."""
    singles = [t for t in (*acts.sentences(a.acts), *acts.plain(a.negatives)) if a.all or not acts.aside(t)]
    packs = list(acts.packed(singles, rng))
    packs += [acts.together([r], rng) for r in acts.reports() if a.all or not acts.aside(r)]
    for path in a.news:
        docs = data.read(path)
        for d in rng.sample(docs, min(len(docs), a.count)):
            packs.append((acts.Told("news", d["text"], []), []))
    return packs


def read(a):
    """Write what both networks make of every window of the texts."""
    rng = random.Random(a.seed)
    tokenizer, shipped = Tokenizer.from_file(str(Path(a.model) / "tokenizer.json")), with_states(a.model)
    teacher, rows = session(Path(a.teacher) / "model.onnx"), []
    began = time.time()
    for told, weights in texts(a, rng):
        for window, targets in acts.examples(told, weights, tokenizer, 192, 16, rng if a.disturb else None):
            arcs, scores = teacher.run(["arcs", "acts"], {"ids": window.tokens, "features": window.features})
            rows.append(
                (
                    states_of(shipped, window),
                    scores.astype(np.float16),
                    arcs[:, 2 * STATEMENT_KINDS * WIDTH :].astype(np.float16),
                    targets,
                    bool(weights) and all(weight == 1.0 for *_, weight in weights),
                )
            )
    print(len(rows), "windows", f"{time.time() - began:.0f}s")
    torch.save(rows, a.out)


# ---- training
def loss(layer, group, distance):
    """Of a batch: (what labels say, how far from the teacher)."""
    states, scores, arcs = (padded([row[k] for row in group]) for k in range(3))
    length, mask = states.shape[1], masks([row[0] for row in group])
    found, projected = layer(states, mask)
    seen = mask.bool()
    trust = torch.tensor([TRUST if row[4] else 1.0 for row in group])[:, None].expand(-1, length)[seen]
    away = functional.kl_div(
        found[seen].log_softmax(-1), scores[seen].log_softmax(-1), log_target=True, reduction="none"
    ).sum(-1)
    apart = 4 * away + (projected[seen] - arcs[seen]).square().mean(-1) / arcs[seen].var()
    apart = (apart * trust).mean()
    weights = padded([row[3].weights for row in group])
    told = told_batch([row[3].acts for row in group], weights, length)
    return labelled(found, projected, mask, told, distance), apart


def labelled(found, projected, mask, told, distance):
    """One of the words that may tell an act does; its arcs are those of the likeliest."""
    shares = found.log_softmax(-1)
    none, count = -(shares[..., 0] * told.weights).sum(), told.weights.sum()
    if not len(told.rows):
        return none / count.clamp(min=1.0)
    words = shares[told.rows[:, None], told.firsts.clamp(min=0), told.types[:, None]].masked_fill(told.firsts < 0, -1e4)
    total = (none - POSITIVE * torch.logsumexp(words, -1).sum()) / (count + POSITIVE * len(told.rows))
    likeliest = told.firsts.gather(1, words.argmax(-1, keepdim=True))[:, 0]
    for kind, goals in enumerate((told.actors, told.recipients)):
        judged = goals.any(-1)
        if judged.any():
            at = likeliest[judged]
            shares = pointing(projected, told.rows[judged], at, (kind, WIDTH), distance[kind], mask)
            total = total - 0.25 * torch.logsumexp(shares.masked_fill(~goals[judged], -1e4), -1).mean()
    return total


def train(a):
    """Train the layer; weights averaged over the last steps."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rng = random.Random(a.seed)
    rows = [row for path in a.read for row in torch.load(path, weights_only=False)]
    config = json.loads((Path(a.teacher) / "config.json").read_text())
    distance = torch.tensor(config["distance"][STATEMENT_KINDS:])
    layer = Layer({"acts": len(TYPES), "act_arcs": 4 * WIDTH})
    optimizer = torch.optim.AdamW(layer.parameters(), lr=a.rate, weight_decay=0.01)
    steps = a.passes * len(batches(rows, a.size, rng))
    schedule, began = linear_schedule(optimizer, steps, 0.06), time.time()
    average, step = Average(layer, 0.99), 0
    for turn in range(a.passes):
        layer.train()
        seen = []
        for group in batches(rows, a.size, rng):
            said, apart = loss(layer, group, distance)
            descend(a.labels * said + apart, layer, optimizer, schedule, average, step)
            step += 1
            seen.append((said.item(), apart.item()))
        print(turn, np.mean(seen, 0).round(4), f"{time.time() - began:.0f}s", flush=True)
        torch.save(average.weights, a.out)


# ---- joining
def put_in(a):
    """Put the layer into the shipped graph and its settings into config.json."""
    folder = Path(a.model)
    print(join(folder, load(torch.load(a.layer, weights_only=True)), MARK), "bytes")
    config = json.loads((folder / "config.json").read_text())
    taught = json.loads((Path(a.teacher) / "config.json").read_text())
    config["act_distance"] = taught["distance"][STATEMENT_KINDS:]
    config["acts"] = list(TYPES)
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=("read", "train", "join"))
    p.add_argument("--model")
    p.add_argument("--teacher", required=True)
    p.add_argument("--acts", help="rows of acts_rows.py")
    p.add_argument("--negatives")
    p.add_argument("--news", nargs="*", default=[], help="documents read for the teacher's answers alone")
    p.add_argument("--count", type=int, default=150, help="how many of them")
    p.add_argument("--disturb", action="store_true")
    p.add_argument("--all", action="store_true", help="also what is kept aside")
    p.add_argument("--read", nargs="*", default=[])
    p.add_argument("--layer")
    p.add_argument("--out")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--passes", type=int, default=12)
    p.add_argument("--size", type=int, default=3072)
    p.add_argument("--rate", type=float, default=1.5e-3)
    p.add_argument("--labels", type=float, default=0.5, help="weight of the labels beside the teacher's answers")
    a = p.parse_args()
    {"read": read, "train": train, "join": put_in}[a.what](a)


if __name__ == "__main__":
    main()
