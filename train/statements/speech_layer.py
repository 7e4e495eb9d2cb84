"""How statements were made: through which channel, and which words name whom they were said to and who said them.

A narrow layer over the shipped tagger's hidden states (`layer.py`) and a decoder that reads what it leaves of the whole
document (`speech_network.py`), taught by labelled reports and what rules made of them (`speech.py`).

python train/statements/speech_layer.py read --model DIR --rules ROWS.jsonl --out PAPERS.pkl
python train/statements/speech_layer.py train --read PAPERS.pkl --out WEIGHTS.pt
python train/statements/speech_layer.py figures --read PAPERS.pkl --weights WEIGHTS.pt
python train/statements/speech_layer.py join --model DIR --weights WEIGHTS.pt
"""

import argparse
import json
import pickle
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import Average, descend, linear_schedule
from common.export import shipped_weights, to_int8, to_onnx
from statements import labelled, speech
from statements.layer import batches, join, states_of, with_states
from statements.speech import KINDS, signs
from statements.speech_network import Speech

MARK = "speech_layer/"
AXES = {
    "states": {0: "positions"},
    "roles": {0: "statements"},
    "facts": {0: "statements"},
    "pairs": {0: "statements", 1: "others"},
    "places": {0: "statements", 1: "positions"},
    "channels": {0: "statements"},
    "pointing": {0: "statements", 2: "positions"},
}
"""Inputs and outputs of the decoder and their free axes."""
SILENT, UNSEEN, UNTOLD, MENDED = 0.08, 0.1, 0.1, 0.3
"""Shares of statements left out, of cues and sources hidden, and of statements (and reports) without what rules said;
the last of those of reports that rules were made from."""


def read(a):
    """Every report as it is and disturbed, as pairs of papers."""
    folder, rng = Path(a.model), random.Random(7)
    config = json.loads((folder / "config.json").read_text())
    window = config["limit"], config["context"]
    tokenizer, shipped = Tokenizer.from_file(str(folder / "tokenizer.json")), with_states(folder)
    rules = {name: found for path in a.rules for name, found in speech.tellings(path).items()}
    made = []
    for report in (r for place in a.folder for r in labelled.reports(place)):
        given = tokenizer, report, speech.labels(report), rules[report.name], window
        turns = [speech.paper(*given, source) for source in (None, rng)]
        if all(turns):
            made.append([replace(p, windows=[states_of(shipped, w) for w in p.windows]) for p in turns])
    with Path(a.out).open("wb") as out:
        pickle.dump(made, out)
    print(len(made), "reports", sum(len(p.goals) for p, _ in made), "statements")


def papers(paths):
    """The pairs of papers of files that `read` wrote."""
    return [pair for path in paths for pair in pickle.loads(Path(path).read_bytes())]


# ---- training
def positions(paper):
    """How many a report has."""
    return paper.given.places.shape[1]


def thinned(paper, chance):
    """(the inputs of some of a report's statements with some of what is known of them hidden, the statements' numbers)."""
    given, hidden = paper.given, MENDED if paper.mended else UNTOLD
    count = len(given.roles)
    kept = np.flatnonzero(chance.random(count) >= SILENT)
    kept = kept if len(kept) else np.arange(count)
    roles, facts, places = given.roles[kept].copy(), given.facts[kept].copy(), given.places[kept].copy()
    roles[:, 2:][chance.random((len(kept), 2)) < UNSEEN] = 0
    untold = (chance.random(len(kept)) < hidden) | (chance.random() < hidden)
    facts[untold] = 0
    places[untold, :, -len(signs.WORDS) :] = 0
    return replace(given, roles=roles, facts=facts, pairs=given.pairs[kept][:, kept], places=places), kept


def loss(network, group, chance):
    """Of a batch."""
    given, kept = zip(*(thinned(p, chance) for p in group), strict=True)
    channels, pointing = network(group, given)
    asked = [
        (i, j, p.goals[n])
        for i, (p, numbers) in enumerate(zip(group, kept, strict=True))
        for j, n in enumerate(numbers)
        if p.goals[n] is not None
    ]
    if not asked:
        return channels.sum() * 0
    rows, at = (torch.tensor([one[k] for one in asked]) for k in (0, 1))
    made = torch.tensor([-100 if goal[0] is None else goal[0] for *_, goal in asked])
    total = functional.cross_entropy(channels[rows, at], made, label_smoothing=0.05)
    for kind in range(len(KINDS)):
        wanted = torch.zeros(len(asked), pointing.shape[-1], dtype=torch.bool)
        for n, (*_, goal) in enumerate(asked):
            wanted[n, torch.from_numpy(goal[1][kind]) if goal[1][kind] is not None else slice(None)] = True
        shares = pointing[rows, at, kind].masked_fill(~wanted, -1e4)
        total = total - torch.logsumexp(shares, -1).mean()
    return total


def train(a):
    """Train; weights averaged over the last steps."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rng, chance = random.Random(a.seed), np.random.default_rng(a.seed)
    pairs = [pair for pair in papers(a.read) if a.all or not labelled.aside(pair[0].name)]
    network = Speech()
    optimizer = torch.optim.AdamW(network.parameters(), lr=a.rate, weight_decay=0.05)
    steps = a.passes * len(batches([p for p, _ in pairs], a.size, rng, positions))
    schedule, average = linear_schedule(optimizer, steps, 0.06), Average(network, 0.99)
    step, began = 0, time.time()
    for turn in range(a.passes):
        network.train()
        seen = []
        for group in batches([rng.choice(pair) for pair in pairs], a.size, rng, positions):
            value = loss(network, group, chance)
            descend(value, network, optimizer, schedule, average, step)
            step += 1
            seen.append(value.item())
        if turn % 5 == 4:
            print(turn, round(float(np.mean(seen)), 4), f"{time.time() - began:.0f}s", flush=True)
            torch.save(average.weights, a.out)
    torch.save(average.weights, a.out)


def shipped(folder):
    """The weights of the network that is shipped in a folder."""
    parts = {"layer": shipped_weights(folder / "model.onnx", MARK), "decoder": shipped_weights(folder / "speech.onnx")}
    return {f"{part}.{name}": values for part, weights in parts.items() for name, values in weights.items()}


def opened(path):
    """The network of saved weights; an untrained one without."""
    network = Speech()
    if path is not None:
        network.load_state_dict(torch.load(path, weights_only=True))
    return network.eval()


@torch.no_grad()
def figures(a):
    """On the reports kept aside: the share of statements whose channel, and whose best word, is right."""
    network, right, asked = opened(a.weights), Counter(), Counter()
    for paper in (p for p, _ in papers(a.read) if labelled.aside(p.name)):
        channels, pointing = network([paper], [paper.given])
        for row, goal in enumerate(paper.goals):
            if goal is None:
                continue
            found = "found" if paper.given.facts[row].any() else "missed"
            told = {"channel": int(channels[0, row].argmax()) == goal[0]}
            for number, kind in enumerate(KINDS):
                hit = int(pointing[0, row, number].argmax()) in goal[1][number]
                told[kind] = hit
                told |= {kind + ", named": hit} if 0 not in goal[1][number] else {}
            asked.update((found, name) for name in told)
            right.update((found, name) for name, hit in told.items() if hit)
    for key in sorted(asked):
        print(f"{' '.join(key):26s} {right[key] / asked[key]:.3f} of {asked[key]}")


def narrow(path):
    """The products with signs of pairs and places: too narrow to be worth int8."""
    return [node.name for node in onnx.load(path).graph.node if node.op_type == "MatMul" and "/by_" in node.name]


def put_in(a):
    """Join the layer to the shipped graph and write the decoder beside it."""
    folder, network = Path(a.model), opened(a.weights)
    print(join(folder, network.layer, MARK), "bytes of the tagger")
    sheet = signs.Sheet(*(np.arange(3) for _ in range(3)))
    one = signs.inputs(sheet, [signs.Telling((1, 2), None, None, "", "", "", "", *(4 * [False]), ())])
    example = [torch.zeros(3, 128), *(torch.from_numpy(getattr(one, n)) for n in ("roles", "facts", "pairs", "places"))]
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "full.onnx"
        to_onnx(network.decoder, example, list(AXES)[:5], list(AXES)[5:], full, AXES)
        to_int8(full, folder / "speech.onnx", keep=narrow(full), reduce_range=True)
    print((folder / "speech.onnx").stat().st_size, "bytes of the decoder")


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=("read", "train", "figures", "join"))
    p.add_argument("--model")
    p.add_argument("--rules", nargs="*")
    p.add_argument("--folder", type=Path, nargs="*", default=[speech.SPEECHES])
    p.add_argument("--read", nargs="*", help="files of papers")
    p.add_argument("--weights")
    p.add_argument("--out")
    p.add_argument("--all", action="store_true", help="also the reports kept aside")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--passes", type=int, default=20)
    p.add_argument("--size", type=int, default=3000)
    p.add_argument("--rate", type=float, default=1e-3)
    a = p.parse_args()
    {"read": read, "train": train, "figures": figures, "join": put_in}[a.what](a)


if __name__ == "__main__":
    main()
