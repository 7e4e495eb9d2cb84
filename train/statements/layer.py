"""A narrow transformer layer over the shipped tagger's hidden states, which stay as they are, and how it joins the graph.

What the tagger finds is the same to the bit with or without it; it costs a few per cent of the tagger's time.
"""

import argparse
import json
import random
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from torch import nn
from torch.nn import functional

from common.encoder import Average, descend, linear_schedule
from common.export import session, shipped_weights, to_int8, to_onnx
from statements.network import BUCKETS, distance_buckets

STATES = ("/encoder/LayerNorm_5/LayerNormalization_output_0", "/encoder/LayerNorm_11/LayerNormalization_output_0")
"""Hidden states of the third and of the last layer in the shipped graph."""
MANY_STATES = ("/Add_output_0", *(f"/encoder/LayerNorm_{n}/LayerNormalization_output_0" for n in (3, 7, 11)))
"""Those of the words alone, and of the second, fourth and last layer."""
HIDDEN = 384
FINDING = 10
"""How much finding words weighs, a mean over all, beside what is asked of those that tell something."""


class Block(nn.Module):
    """One transformer layer: states [B, L, width], mask [B, L] -> the same."""

    def __init__(self, width, heads, inner, drop):
        super().__init__()
        self.heads = heads
        self.qkv, self.mixed = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.first, self.last = nn.LayerNorm(width), nn.LayerNorm(width)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask=None):
        count, length, width = x.shape
        query, key, value = self.qkv(x).view(count, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5
        if mask is not None:
            scores = scores.masked_fill(mask[:, None, None, :] == 0, -1e4)
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(count, length, width)
        x = self.first(x + self.drop(self.mixed(mixed)))
        return self.last(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Layer(nn.Module):
    """Hidden states [B, L, given], mask [B, L] -> one [B, L, n] for each of `outputs` (name: n).

    Without a mask, of one window: [L, given] -> [L, n] each."""

    def __init__(self, outputs, width=192, inner=512, depth=2, drop=0.1, given=len(STATES) * HIDDEN):
        super().__init__()
        self.low, self.start, self.drop = nn.Linear(given, width), nn.LayerNorm(width), nn.Dropout(drop)
        self.blocks = nn.ModuleList(Block(width, width // 32, inner, drop) for _ in range(depth))
        self.outputs = nn.ModuleDict({name: nn.Linear(width, n) for name, n in outputs.items()})

    def forward(self, states, mask=None):
        x = self.start(self.low(self.drop(states if mask is not None else states.unsqueeze(0))))
        for block in self.blocks:
            x = block(x, mask)
        x = x if mask is not None else x[0]
        return tuple(output(x) for output in self.outputs.values())


def load(weights):
    """The layer of saved weights, whose sizes they tell."""
    heads = {name.split(".")[1]: w for name, w in weights.items() if name.startswith("outputs.") and w.dim() == 2}
    depth = len({name.split(".")[1] for name in weights if name.startswith("blocks.")})
    inner, width = weights["blocks.0.up.weight"].shape
    given = weights["low.weight"].shape[1]
    layer = Layer({n: len(w) for n, w in heads.items()}, width, inner, depth, given=given)
    layer.load_state_dict(weights)
    return layer.eval()


class Pointing(nn.Module):
    """A layer over MANY_STATES whose words point at others, and the bias of its arcs by their length [sides, buckets]."""

    DISTANCE = "distance"

    def __init__(self, outputs, sides, **sizes):
        super().__init__()
        self.layer = Layer(outputs, given=len(MANY_STATES) * HIDDEN, **sizes)
        self.distance = nn.Parameter(torch.zeros(sides, BUCKETS))

    def put_in(self, folder, name, key):
        """Take the weights of a layer as it is shipped in a folder, with the bias of its arcs in config.json."""
        config = json.loads((folder / "config.json").read_text())
        weights = {f"layer.{part}": values for part, values in shipped_weights(folder / name).items()}
        self.load_state_dict({**weights, self.DISTANCE: torch.tensor(config[key])})

    @classmethod
    def opened(cls, path):
        """(layer, bias of the arcs) of saved weights."""
        weights = torch.load(path, weights_only=True)
        layer = {name.removeprefix("layer."): w for name, w in weights.items() if name != cls.DISTANCE}
        return load(layer), weights[cls.DISTANCE]


def commands(steps, folders, drop, *, reads=None):
    """The parser for the steps of a reader of words; `reads` is the `nargs` of the files that `read` has written."""
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=steps)
    p.add_argument("--model")
    p.add_argument("--folder", type=Path, nargs="*", default=folders)
    p.add_argument("--read", nargs=reads, default=[] if reads else None)
    p.add_argument("--layer")
    p.add_argument("--out")
    p.add_argument("--all", action="store_true", help="also the reports kept aside")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--passes", type=int, default=7)
    p.add_argument("--size", type=int, default=3072)
    p.add_argument("--rate", type=float, default=1.5e-3)
    p.add_argument("--width", type=int, default=128)
    p.add_argument("--drop", type=float, default=drop)
    return p


def together(group):
    """(states, weights, mask) of a batch of (states, targets, …), and what is told there: (row, position, kind, …)."""
    states, weights = padded([row[0] for row in group]), padded([row[1].weights for row in group])
    told = [(i, *one) for i, row in enumerate(group) for one in row[1].told]
    return states, weights, masks([row[0] for row in group]), told


def finding(kinds, weights, told, positive):
    """What finding the words that tell something misses; one of these weighs `positive` of the others."""
    shares = kinds.log_softmax(-1)
    total, count = -(shares[..., 0] * weights).sum(), weights.sum()
    if not told:
        return total / count.clamp(min=1.0)
    rows, at, kind = (torch.tensor([one[k] for one in told]) for k in range(3))
    return FINDING * (total - positive * shares[rows, at, kind].sum()) / (count + positive * len(told))


def school(network, rows, loss, a):
    """Train a network on rows, in batches of about `a.size` positions; the weights averaged over the last steps go to `a.out`."""
    torch.set_num_threads(1)
    rng = random.Random(a.seed)
    optimizer = torch.optim.AdamW(network.parameters(), lr=a.rate, weight_decay=0.02)
    steps = a.passes * len(batches(rows, a.size, rng))
    schedule, average = linear_schedule(optimizer, steps, 0.06), Average(network, 0.99)
    step, began = 0, time.time()
    for turn in range(a.passes):
        network.train()
        seen = []
        for group in batches(rows, a.size, rng):
            value = loss(network, group)
            descend(value, network, optimizer, schedule, average, step)
            step += 1
            seen.append(value.item())
        print(turn, round(float(np.mean(seen)), 4), f"{time.time() - began:.0f}s", flush=True)
    torch.save(average.weights, a.out)


def off_sides(network, arcs, told, width, mask):
    """What pointing misses, over the sides: the mean of the negative log of the share that falls on allowed positions.

    `told`: (row, position, for each side the positions allowed, None where it is out of sight) of each word.
    """
    rows, at = (torch.tensor([one[k] for one in told]) for k in (0, 1))
    total = arcs.new_zeros(())
    for side in range(len(network.distance)):
        goals = torch.zeros(len(told), arcs.shape[1], dtype=torch.bool)
        for n, (*_, sides) in enumerate(told):
            if sides[side] is not None:
                goals[n, torch.from_numpy(np.asarray(sides[side]))] = True
        judged = goals.any(-1)
        if judged.any():
            log = pointing(arcs, rows[judged], at[judged], (side, width), network.distance[side], mask)
            total = total - torch.logsumexp(log.masked_fill(~goals[judged], -1e4), -1).mean()
    return total


def put_beside(folder, name, key, weights, outputs):
    """Write a layer beside the tagger, which gives its states besides, and its arcs' bias under `key` of config.json."""
    layer, distance = Pointing.opened(weights)
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "full.onnx"
        to_onnx(layer, (torch.zeros(16, len(MANY_STATES) * HIDDEN),), ["states"], list(outputs), full)
        to_int8(full, folder / name, reduce_range=True)
    give_states(folder)
    config = json.loads((folder / "config.json").read_text())
    config[key] = [[round(float(x), 4) for x in row] for row in distance]
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    return (folder / name).stat().st_size


def pointing(arcs, rows, at, place, bias, mask):
    """[N, L] log shares with which the positions `at` of the windows `rows` point at each position.

    `arcs` [B, L, 2 * width * kinds], `place` (kind, width), `bias` [buckets] by distance, `mask` [B, L]."""
    kind, width = place
    start = 2 * kind * width
    query = arcs[rows, at, start : start + width]
    key = arcs[rows, :, start + width : start + 2 * width]
    scores = (query[:, None] * key).sum(-1) / width**0.5 + bias[distance_buckets(arcs.shape[1])[at]]
    return scores.masked_fill(mask[rows] == 0, -1e4).log_softmax(-1)


def with_states(folder, states=STATES):
    """A session of the shipped tagger that also gives its hidden states."""
    graph = onnx.load(Path(folder) / "model.onnx")
    for name in states:
        graph.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["length", None]))
    with tempfile.TemporaryDirectory() as place:
        onnx.save(graph, Path(place) / "states.onnx")
        return session(Path(place) / "states.onnx")


def give_states(folder):
    """Let the tagger of a folder give its hidden states besides ("states", [L, 1536]), once."""
    base = onnx.load(folder / "model.onnx")
    if any(output.name == "states" for output in base.graph.output):
        return
    width = len(MANY_STATES) * HIDDEN
    base.graph.node.append(helper.make_node("Concat", list(MANY_STATES), ["states"], axis=1, name="states"))
    base.graph.output.append(helper.make_tensor_value_info("states", TensorProto.FLOAT, ["length", width]))
    onnx.save(base, folder / "model.onnx")


def states_of(shipped, window, states=STATES):
    """[L, 384 * states] hidden states of one window, half precision."""
    found = shipped.run(list(states), {"ids": window.tokens, "features": window.features})
    return np.concatenate(found, 1).astype(np.float16)


def batches(rows, size, rng, length=lambda row: len(row[0])):
    """Batches of about `size` positions; `length` tells those of a row, whose first item is its states if not."""
    order = sorted(rows, key=lambda r: (length(r), rng.random()))
    made, current = [], []
    for row in order:
        if current and (len(current) + 1) * length(row) > size:
            made.append(current)
            current = []
        current.append(row)
    made.append(current)
    rng.shuffle(made)
    return made


def padded(arrays):
    """Arrays of like width as one tensor."""
    known = [x if isinstance(x, torch.Tensor) else torch.from_numpy(np.asarray(x, dtype=np.float32)) for x in arrays]
    return nn.utils.rnn.pad_sequence(known, True)


def masks(arrays):
    """[B, longest] 1 where a row of arrays has a position."""
    mask = torch.zeros(len(arrays), max(map(len, arrays)))
    for i, array in enumerate(arrays):
        mask[i, : len(array)] = 1
    return mask


def join(folder, layer, mark):
    """Put the layer into the graph of a folder, its own names led by `mark`; one that stood there goes."""
    names = list(layer.outputs)
    with tempfile.TemporaryDirectory() as place:
        full, small = Path(place) / "full.onnx", Path(place) / "small.onnx"
        to_onnx(layer.eval(), (torch.zeros(16, 768),), ["states"], names, full)
        to_int8(full, small, reduce_range=True)
        added = onnx.compose.add_prefix(onnx.load(small), mark)
    base = onnx.load(folder / "model.onnx")
    graph = base.graph
    gone = {name for node in graph.node if node.name.startswith(mark) for name in node.output}
    for old in [o for o in graph.output if o.name in gone]:
        graph.output.remove(old)
    for part in ("node", "initializer"):
        for old in [x for x in getattr(graph, part) if x.name.startswith(mark)]:
            getattr(graph, part).remove(old)
    graph.node.append(helper.make_node("Concat", list(STATES), [mark + "states"], axis=1, name=mark + "concat"))
    for part in ("node", "initializer"):
        getattr(graph, part).extend(getattr(added.graph, part))
    for name, output in layer.outputs.items():
        graph.node.append(helper.make_node("Identity", [mark + name], [name], name=mark + "out_" + name))
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["length", output.out_features]))
    onnx.save(base, folder / "model.onnx")
    return (folder / "model.onnx").stat().st_size
