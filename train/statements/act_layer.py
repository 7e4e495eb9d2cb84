"""The act layer: a narrow transformer layer over the shipped tagger's hidden states, which stay as they are.

It tells which words tell an act and at whom they point. It learns from labelled reports and sentences (`acts.py`) and from
a teacher's answers: a whole tagger trained for statements and acts together (`train.py --acts`), which reads acts a little
better but statements otherwise than the rules behind the shipped one expect.

python train/statements/act_layer.py read --model DIR --teacher DIR --acts ROWS --out FILE.npz
python train/statements/act_layer.py train --read FILE.npz … --teacher DIR --out LAYER.pt
python train/statements/act_layer.py join --model DIR --layer LAYER.pt --teacher DIR
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import linear_schedule
from common.export import session, to_int8, to_onnx
from statements import acts, data
from statements.acts import TYPES
from statements.network import STATEMENT_KINDS, WIDTH, distance_buckets
from statements.train import told_batch

STATES = ("/encoder/LayerNorm_5/LayerNormalization_output_0", "/encoder/LayerNorm_11/LayerNormalization_output_0")
"""Hidden states of the third and of the last layer in the shipped graph."""
MARK = "act_layer/"
POSITIVE = 2.0


class Block(nn.Module):
    """One transformer layer: states [B, L, width], mask [B, L] -> the same."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv, self.mixed = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.first, self.last = nn.LayerNorm(width), nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask=None):
        count, length, width = x.shape
        query, key, value = self.qkv(x).view(count, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5
        if mask is not None:
            scores = scores.masked_fill(mask[:, None, None, :] == 0, -1e4)
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(count, length, width)
        x = self.first(x + self.drop(self.mixed(mixed)))
        return self.last(x + self.drop(self.down(functional.gelu(self.up(x)))))


class ActLayer(nn.Module):
    """Hidden states [B, L, 768], mask [B, L] -> scores of acts [B, L, 16], projections of arcs [B, L, 4 * WIDTH].

    Without a mask, of one window: [L, 768] -> [L, 16], [L, 4 * WIDTH]."""

    def __init__(self, width=192, heads=6, inner=512, depth=2):
        super().__init__()
        self.low, self.start, self.drop = nn.Linear(768, width), nn.LayerNorm(width), nn.Dropout(0.1)
        self.blocks = nn.ModuleList(Block(width, heads, inner) for _ in range(depth))
        self.acts, self.arcs = nn.Linear(width, len(TYPES)), nn.Linear(width, 4 * WIDTH)

    def forward(self, states, mask=None):
        x = self.start(self.low(self.drop(states if mask is not None else states.unsqueeze(0))))
        for block in self.blocks:
            x = block(x, mask)
        x = x if mask is not None else x[0]
        return self.acts(x), self.arcs(x)


# ---- what both networks make of the texts
def with_states(folder):
    """A session of the shipped tagger that also gives its hidden states."""
    graph = onnx.load(Path(folder) / "model.onnx")
    for name in STATES:
        graph.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["length", None]))
    with tempfile.TemporaryDirectory() as place:
        onnx.save(graph, Path(place) / "states.onnx")
        return session(Path(place) / "states.onnx")


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
            feed = {"ids": window.tokens, "features": window.features}
            low, high = shipped.run(list(STATES), feed)
            arcs, scores = teacher.run(["arcs", "acts"], feed)
            states = np.concatenate([low, high], 1).astype(np.float16)
            rows.append(
                (
                    states,
                    scores.astype(np.float16),
                    arcs[:, 2 * STATEMENT_KINDS * WIDTH :].astype(np.float16),
                    targets,
                    bool(weights),
                )
            )
    print(len(rows), "windows", f"{time.time() - began:.0f}s")
    torch.save(rows, a.out)


# ---- training
def batches(rows, size, rng):
    """Batches of about `size` positions."""
    order = sorted(rows, key=lambda r: (len(r[0]), rng.random()))
    made, current = [], []
    for row in order:
        if current and (len(current) + 1) * len(row[0]) > size:
            made.append(current)
            current = []
        current.append(row)
    made.append(current)
    rng.shuffle(made)
    return made


def padded(arrays):
    """Arrays of like width as one tensor."""
    return nn.utils.rnn.pad_sequence([torch.from_numpy(np.asarray(x, dtype=np.float32)) for x in arrays], True)


def loss(layer, group, distance):
    """Of a batch: (what labels say, how far from the teacher)."""
    states, scores, arcs = (padded([row[k] for row in group]) for k in range(3))
    length = states.shape[1]
    mask = torch.zeros(len(group), length)
    for i, row in enumerate(group):
        mask[i, : len(row[0])] = 1
    found, projected = layer(states, mask)
    seen = mask.bool()
    apart = functional.kl_div(
        found[seen].log_softmax(-1), scores[seen].log_softmax(-1), log_target=True, reduction="batchmean"
    )
    apart = 4 * apart + functional.mse_loss(projected[seen], arcs[seen]) / arcs[seen].var()
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
    buckets = distance_buckets(found.shape[1])
    for kind, goals in enumerate((told.actors, told.recipients)):
        judged = goals.any(-1)
        if judged.any():
            start = 2 * kind * WIDTH
            rows = told.rows[judged]
            query = projected[rows, likeliest[judged], start : start + WIDTH]
            key = projected[rows, :, start + WIDTH : start + 2 * WIDTH]
            scores = (query[:, None] * key).sum(-1) / WIDTH**0.5 + distance[kind][buckets[likeliest[judged]]]
            scores = scores.masked_fill(mask[rows] == 0, -1e4)
            right = torch.logsumexp(scores.masked_fill(~goals[judged], -1e4), -1)
            total = total + 0.25 * (torch.logsumexp(scores, -1) - right).mean()
    return total


def train(a):
    """Train the layer; weights averaged over the last steps."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rng = random.Random(a.seed)
    rows = [row for path in a.read for row in torch.load(path, weights_only=False)]
    config = json.loads((Path(a.teacher) / "config.json").read_text())
    distance = torch.tensor(config["distance"][STATEMENT_KINDS:])
    layer = ActLayer()
    optimizer = torch.optim.AdamW(layer.parameters(), lr=a.rate, weight_decay=0.01)
    steps = a.passes * len(batches(rows, a.size, rng))
    schedule, began = linear_schedule(optimizer, steps, 0.06), time.time()
    average = {k: v.detach().clone() for k, v in layer.state_dict().items()}
    step = 0
    for turn in range(a.passes):
        layer.train()
        seen = []
        for group in batches(rows, a.size, rng):
            said, apart = loss(layer, group, distance)
            (a.labels * said + apart).backward()
            torch.nn.utils.clip_grad_norm_(layer.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step += 1
            keep = min(0.99, (1 + step) / (10 + step))
            for name, value in layer.state_dict().items():
                average[name].lerp_(value, 1 - keep)
            seen.append((said.item(), apart.item()))
        print(turn, np.mean(seen, 0).round(4), f"{time.time() - began:.0f}s", flush=True)
        torch.save(average, a.out)


# ---- joining
def join(a):
    """Put the layer into the shipped graph and its settings into config.json."""
    folder = Path(a.model)
    weights = torch.load(a.layer, weights_only=True)
    layer = ActLayer(depth=len({name.split(".")[1] for name in weights if name.startswith("blocks.")}))
    layer.load_state_dict(weights)
    with tempfile.TemporaryDirectory() as place:
        full, small = Path(place) / "full.onnx", Path(place) / "small.onnx"
        to_onnx(layer.eval(), (torch.zeros(16, 768),), ["states"], ["acts", "act_arcs"], full)
        to_int8(full, small, reduce_range=True)
        added = onnx.compose.add_prefix(onnx.load(small), MARK)
    base = onnx.load(folder / "model.onnx")
    graph = base.graph
    if any(o.name == "acts" for o in graph.output):
        raise SystemExit(f"{folder} has an act layer already")
    graph.node.append(helper.make_node("Concat", list(STATES), [MARK + "states"], axis=1, name=MARK + "concat"))
    for part in ("node", "initializer"):
        getattr(graph, part).extend(getattr(added.graph, part))
    for name, width in (("acts", len(TYPES)), ("act_arcs", 4 * WIDTH)):
        graph.node.append(helper.make_node("Identity", [MARK + name], [name], name=MARK + "out_" + name))
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["length", width]))
    onnx.save(base, folder / "model.onnx")
    config = json.loads((folder / "config.json").read_text())
    taught = json.loads((Path(a.teacher) / "config.json").read_text())
    config["act_distance"] = taught["distance"][STATEMENT_KINDS:]
    config["acts"] = list(TYPES)
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    print((folder / "model.onnx").stat().st_size, "bytes")


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
    {"read": read, "train": train, "join": join}[a.what](a)


if __name__ == "__main__":
    main()
