"""The reader of conditions: a narrow transformer layer over the shipped tagger's hidden states, in a file of its own.

python train/statements/condition_layer.py read --model DIR --out FILE.pt
python train/statements/condition_layer.py train --read FILE.pt --out LAYER.pt
python train/statements/condition_layer.py figures --read FILE.pt --layer LAYER.pt
python train/statements/condition_layer.py export --model DIR --layer LAYER.pt
"""

import json
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import conditions, data, labelled
from statements.conditions import KINDS, PARTS, STATES, STATUSES, WIDTH
from statements.layer import (
    MANY_STATES,
    Pointing,
    commands,
    finding,
    off_sides,
    pointing,
    put_beside,
    school,
    states_of,
    together,
    with_states,
)

POSITIVE = 1.5
"""How much a telling word weighs beside one that tells none."""
OUTPUTS = {"kinds": len(KINDS), "statuses": len(STATUSES), "arcs": 2 * WIDTH * len(PARTS)}
NEWS = "news"


# ---- what the tagger makes of the texts
def texts(a):
    """(name, text, conditions, spans that nobody judged) of labelled reports, and of news that tells hardly any."""
    for report in (r for place in a.folder for r in labelled.reports(place)):
        yield report.name, report.text, conditions.conditions(report), ()
    rng = random.Random(a.seed)
    for path in a.news:
        docs = data.read(path)
        for doc in rng.sample(docs, min(len(docs), a.count)):
            yield NEWS, doc["text"], [], conditions.unjudged(doc["text"])


def anchored(one, shipped, reader, tokenizer, config):
    """The conditions of an article, each told by the word of its evidence that the shipped reader finds likeliest."""
    words = {}
    for window, _ in conditions.examples(one.text, [], tokenizer, config["limit"], config["context"]):
        states = states_of(shipped, window, MANY_STATES)
        scores = reader.run(["kinds"], {"states": states.astype(np.float32)})[0]
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        words |= {
            int(at): row for at, row in zip(window.starts[window.context :], shares[window.context :], strict=True)
        }
    told, taken = [], set()
    for state in one.states:
        ways = [(words[w[0]][k], w, k) for w in state.words for k in state.kinds if w[0] in words and w[0] not in taken]
        if ways:
            _, word, kind = max(ways)
            taken.add(word[0])
            told.append(conditions.Told(kind, state.status, word, state.parts))
    return told


def read(a):
    """Write the states of every window of the texts, as they are and disturbed."""
    rng, rows = random.Random(a.seed), []
    tokenizer, shipped = Tokenizer.from_file(str(Path(a.model) / "tokenizer.json")), with_states(a.model, MANY_STATES)
    config = json.loads((Path(a.model) / "config.json").read_text())
    for name, text, told, ignore in texts(a):
        for disturbed in (False,) if name == NEWS else (False, True):
            for window, targets in conditions.examples(
                text, told, tokenizer, config["limit"], config["context"], rng if disturbed else None, ignore
            ):
                rows.append((states_of(shipped, window, MANY_STATES), targets, name, disturbed))
    torch.save(rows, a.out)
    print(len(rows), "windows", sum(len(row[1].told) for row in rows if not row[3]), "conditions")


def rows_of(paths, wanted):
    """The rows whose name is wanted."""
    return [row for path in paths for row in torch.load(path, weights_only=False) if wanted(row)]


# ---- training
def loss(network, group):
    """Of a batch: kinds at every word; status and parts at the words that tell."""
    states, weights, mask, told = together(group)
    kinds, statuses, arcs = network.layer(states, mask)
    total = finding(kinds, weights, told, POSITIVE)
    if not told:
        return total
    rows, at, status = (torch.tensor([one[k] for one in told]) for k in (0, 1, 3))
    total = total + 0.5 * functional.cross_entropy(statuses[rows, at], status)
    sides = [(one[0], one[1], one[4]) for one in told]
    return total + 0.25 * off_sides(network, arcs, sides, WIDTH, mask)


def train(a):
    """Train; weights averaged over the last steps."""
    rows = rows_of(a.read, lambda row: a.all or row[2] == NEWS or not labelled.aside(row[2]))
    torch.manual_seed(a.seed)
    network = Pointing(OUTPUTS, len(PARTS), width=a.width, inner=a.inner, depth=a.depth, drop=a.drop)
    school(network, rows, loss, a)


# ---- figures
@torch.no_grad()
def figures(a):
    """On the reports kept aside: words found at several bars; of labelled words, the share of statuses and parts right."""
    layer, distance = Pointing.opened(a.layer)
    found, gold, right, asked = [], Counter(), Counter(), Counter()
    for states, targets, *_ in rows_of(a.read, lambda row: row[2] != NEWS and labelled.aside(row[2]) and not row[3]):
        kinds, statuses, arcs = layer(torch.from_numpy(states.astype(np.float32)))
        shares = kinds.softmax(-1).numpy()
        own = {at: kind for at, kind, *_ in targets.told}
        gold.update(KINDS[kind] for kind in own.values())
        for at in [*np.flatnonzero(targets.weights > 0).tolist(), *own]:
            best = int(shares[at, 1:].argmax()) + 1
            found.append((float(shares[at, best]), KINDS[best], own.get(at) == best, at in own))
        for at, _, status, parts in targets.told:
            asked["status"] += 1
            right["status"] += int(statuses[at].argmax()) == status
            for number, name in enumerate(PARTS):
                if parts[number] is None:
                    continue
                mask = torch.ones(1, len(states))
                one = (torch.tensor([0]), torch.tensor([at]))
                log = pointing(arcs[None], *one, (number, WIDTH), distance[number], mask)
                hit = int(log[0].argmax()) in parts[number]
                for key in (name, name + ", told") if 0 not in parts[number] else (name,):
                    asked[key] += 1
                    right[key] += hit
    for bar in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        sure = [f for f in found if f[0] >= bar]
        hits = sum(f[2] for f in sure)
        precision, recall = hits / max(1, len(sure)), hits / gold.total()
        print(f"{bar}: P {precision:.3f} R {recall:.3f} F {2 * precision * recall / (precision + recall):.3f}")
    for kind, n in gold.most_common():
        sure = [f for f in found if f[0] >= 0.5 and f[1] == kind]
        print(
            f"{kind:13s} {n:4d} P {sum(f[2] for f in sure) / max(1, len(sure)):.3f} R {sum(f[2] for f in sure) / n:.3f}"
        )
    print({key: f"{right[key] / n:.3f} of {n}" for key, n in asked.items()})


# ---- export
def export(a):
    """Write conditions.onnx and the bias of its arcs."""
    print(put_beside(Path(a.model), "conditions.onnx", "condition_distance", a.layer, OUTPUTS), "bytes")


def main():
    """Command line."""
    steps = {"read": read, "train": train, "figures": figures, "export": export}
    p = commands(steps, [STATES], drop=0.25, reads="*")
    p.add_argument("--news", nargs="*", default=[], help="documents without labels, which tell hardly any condition")
    p.add_argument("--count", type=int, default=400, help="how many of them")
    p.add_argument("--inner", type=int, default=256)
    p.add_argument("--depth", type=int, default=1)
    a = p.parse_args()
    steps[a.what](a)


if __name__ == "__main__":
    main()
