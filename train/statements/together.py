"""Let the four layers over the tagger go on learning at once, from texts that carry the labels of any of them.

The tagger's hidden states stay; they are read once for every text, as it is and disturbed. Losses, labels and the form in
which each layer is shipped are those of `speech_layer`, `act_layer`, `condition_layer` and `cue_layer`.

python train/statements/together.py read --model DIR --rules ROWS.jsonl … --speeches FOLDER … --acts FOLDER … --out TEXTS.pkl
python train/statements/together.py train --model DIR --read TEXTS.pkl … --old TEXTS.pkl … --out WEIGHTS.pt
python train/statements/together.py put --model DIR --weights WEIGHTS.pt --shares … --out DIR
"""

import argparse
import json
import pickle
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import Average, descend, linear_schedule
from common.export import session, shipped_weights
from statements import (
    act_layer,
    acts,
    articles,
    condition_layer,
    conditions,
    cue_layer,
    cues,
    data,
    labelled,
    speech,
    speech_layer,
)
from statements.data import windowing
from statements.layer import HIDDEN, Layer, Pointing, batches, join, load, put_beside, states_of, with_states
from statements.network import WIDTH
from statements.speech_network import Speech

READ = ("/Add_output_0", *(f"/encoder/LayerNorm_{n}/LayerNormalization_output_0" for n in (3, 5, 7, 11)))
"""What is read: the words alone, and the second, third, fourth and last layer's states."""
TWO, MANY = (2, 4), (0, 1, 3, 4)
"""Those of them that speech and acts, and that conditions and cues are given."""
FOLDERS = {
    "contacts": "texts with labels of every sort",
    "speeches": "reports of which every statement is labelled",
    "acts": "reports of which every act is labelled",
    "states": "reports of which every condition is labelled",
    "articles": "articles with a reading",
}
TASKS = ("speech", "acts", "conditions", "cues")


class Four(nn.Module):
    """The layers as they are shipped in a folder."""

    def __init__(self, folder):
        super().__init__()
        self.speech = Speech()
        self.speech.load_state_dict(speech_layer.shipped(folder))
        self.acts = Layer({"acts": len(acts.TYPES), "act_arcs": 4 * WIDTH})
        self.acts.load_state_dict(shipped_weights(folder / "model.onnx", act_layer.MARK))
        sizes = {"width": 128, "inner": 256, "depth": 1}
        self.conditions = Pointing(condition_layer.OUTPUTS, len(conditions.PARTS), drop=0.25, **sizes)
        self.conditions.put_in(folder, "conditions.onnx", "condition_distance")
        self.cues = Pointing(cue_layer.OUTPUTS, len(cues.SIDES), drop=0.2, **sizes)
        self.cues.put_in(folder, "cues.onnx", "cue_distance")

    def mixed(self, paths, shares):
        """Weights between those shipped and those learned; `shares` of the latter by task."""
        weights, share = self.state_dict(), dict(zip(TASKS, shares, strict=True))
        for path in paths:
            for name, learned in torch.load(path, weights_only=True).items():
                weights[name] = weights[name].lerp(learned, share[name.partition(".")[0]])
        self.load_state_dict(weights)
        return self.eval()


def chosen(window, which):
    """Some of the states of a window, [L, H * len(which)]."""
    return np.concatenate([window[:, n * HIDDEN : (n + 1) * HIDDEN] for n in which], 1)


@dataclass
class Text:
    """One text with what is labelled of it: its windows' states, and by task what is to be answered."""

    name: str
    windows: list
    speech: object | None = None
    acts: list | None = None
    conditions: list | None = None
    cues: list | None = None


@dataclass
class Labels:
    """Of one text, by task; None where it has none. `mended`: as `speech.Paper`."""

    name: str
    text: str
    statements: list | None = None
    mended: bool = False
    cues: list | None = None
    acts: tuple | None = None
    conditions: tuple | None = None


# ---- reading
def every(folders, sort):
    """The reports of folders, with the labels of one sort."""
    return (report for folder in folders for report in labelled.reports(folder, sort))


def gathered(a, anchored):
    """The labels of every text."""
    found = {}

    def of(name, text):
        return found.setdefault(text, Labels(name, text))

    for report in every([*a.speeches, *a.contacts], "statement"):
        one = of(report.name, report.text)
        one.statements, one.cues = speech.labels(report), cues.statements(report)
    for report in every([*a.acts, *a.contacts], "act"):
        of(report.name, report.text).acts = acts.told(report), [(0, len(report.text), 1.0)]
    for report in every([*a.states, *a.contacts], "condition"):
        of(report.name, report.text).conditions = conditions.conditions(report), ()
    for article in (one for place in a.articles for one in articles.articles(place)):
        one = of(article.name, article.text)
        one.statements, one.mended, one.cues = article.labels, True, article.cues
        one.acts, one.conditions = (article.told, [(0, len(article.text), 1.0)]), (anchored(article), ())
    rng = random.Random(a.seed)
    for told, weights in acts.packed(list(acts.plain(a.negatives)) if a.negatives else [], rng):
        of("plain", told.text).acts = told, weights
    for docs in map(data.read, a.news):
        for doc in rng.sample(docs, min(len(docs), a.count)):
            one = of("news", doc["text"])
            one.acts, one.conditions = (acts.Told("news", one.text, []), []), ([], conditions.unjudged(one.text))
    return [one for one in found.values() if rng.random() < a.share]


class Shipped:
    """What the shipped tagger and rules make of a text."""

    def __init__(self, folder, rules):
        config = json.loads((folder / "config.json").read_text())
        self.limit = config["limit"], config["context"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.states, self.acts = with_states(folder, READ), session(folder / "model.onnx")
        self.rules = {name: found for path in rules for name, found in speech.tellings(path).items()}
        given = (
            with_states(folder, condition_layer.MANY_STATES),
            session(folder / "conditions.onnx"),
            self.tokenizer,
            config,
        )
        self.anchored = lambda article: condition_layer.anchored(article, *given)

    def read(self, one, text):
        """A text as it is or disturbed, with what is to be answered."""
        paragraphs = [windowing.pieces(self.tokenizer, t, at) for t, at in data.paragraphs_of(text)]
        windows = windowing.windows([p for p in paragraphs if p], *self.limit)
        whole = Text(one.name, [states_of(self.states, w, READ) for w in windows])
        if one.statements is not None and one.name in self.rules:
            report = labelled.Report(one.name, "", "", text, [])
            found = self.rules[one.name]
            paper = speech.paper(self.tokenizer, report, one.statements, found, self.limit, mended=one.mended)
            whole.speech = paper and replace(paper, windows=[])  # their states stand once, in `whole`
        if one.acts is not None:
            whole.acts = [self._answered(w, *one.acts) for w in windows]
        if one.conditions is not None:
            whole.conditions = [conditions.targets(w, *one.conditions) for w in windows]
        if one.cues is not None:
            whole.cues = [cues.targets(w, one.cues) for w in windows]
        return whole

    def _answered(self, window, told, weights):
        """What the shipped act layer says of a window, and what labels do, as `act_layer.loss` takes it."""
        given = {"ids": window.tokens, "features": window.features}
        arcs, scores = (found.astype(np.float16) for found in self.acts.run(["act_arcs", "acts"], given))
        judged = bool(weights) and all(weight == 1.0 for *_, weight in weights)
        return scores, arcs, acts.targets(window, told, weights), judged


def read(a):
    """Every text as it is and disturbed."""
    shipped, rng, began = Shipped(Path(a.model), a.rules), random.Random(a.seed), time.time()
    texts = gathered(a, shipped.anchored)
    made = [[shipped.read(one, text) for text in (one.text, data.disturb(one.text, rng))] for one in texts]
    with Path(a.out).open("wb") as out:
        pickle.dump([[vars(text) for text in pair] for pair in made], out, protocol=5)
    print(len(made), "texts", sum(len(w) for t, _ in made for w in t.windows), f"positions {time.time() - began:.0f}s")


# ---- training
def size_of(text):
    """Positions of a text."""
    return sum(len(w) for w in text.windows)


def losses(network, group, distance, chance, a):
    """By task, of a batch of texts."""
    found = {}
    group = [replace(t, **{name: None for name in TASKS if name not in a.tasks}) for t in group]
    spoken = [replace(t.speech, windows=[chosen(w, TWO) for w in t.windows]) for t in group if t.speech]
    if spoken:
        found["speech"] = speech_layer.loss(network.speech, spoken, chance)
    told = [(chosen(w, TWO), *one) for t in group if t.acts for w, one in zip(t.windows, t.acts, strict=True)]
    if told:
        said, apart = act_layer.loss(network.acts, told, distance)
        found["acts"] = a.labels * said + apart
    for name, module in (("conditions", condition_layer), ("cues", cue_layer)):
        texts = [(t, getattr(t, name)) for t in group if getattr(t, name)]
        rows = [(chosen(w, MANY), one) for t, goals in texts for w, one in zip(t.windows, goals, strict=True)]
        if rows:
            found[name] = module.loss(getattr(network, name), rows)
    return found


def loaded(paths):
    """The pairs of texts of files that `read` wrote."""
    pairs = (pair for path in paths for pair in pickle.loads(Path(path).read_bytes()))
    return [[Text(**text) for text in pair] for pair in pairs]


def train(a):
    """Train; weights averaged over the last steps."""
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rng, chance = random.Random(a.seed), np.random.default_rng(a.seed)
    new, old = loaded(a.read), loaded(a.old)
    folder = Path(a.model)
    network, distance = Four(folder), distances(folder)
    groups = [
        {"params": list(getattr(network, t).parameters()), "lr": rate} for t, rate in zip(TASKS, a.rates, strict=True)
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02)

    def plan():
        drawn = rng.sample(old, round(a.draw * len(old)))
        return batches([rng.choice(pair) for pair in [*new, *drawn]], a.size, rng, size_of)

    steps = a.passes * len(plan())
    schedule, average, step, began = linear_schedule(optimizer, steps, 0.06), Average(network, 0.995), 0, time.time()
    print(len(new), "new", len(old), "old", steps, "steps", flush=True)
    for turn in range(a.passes):
        network.train()
        seen = {}
        for group in plan():
            found = losses(network, group, distance, chance, a)
            if found:
                descend(sum(found.values()), network, optimizer, schedule, average, step)
            step += 1
            for name, value in found.items():
                seen.setdefault(name, []).append(float(value.detach()))
        print(
            turn, {k: round(float(np.mean(v)), 3) for k, v in seen.items()}, f"{time.time() - began:.0f}s", flush=True
        )
        torch.save({n: w for n, w in average.weights.items() if n.partition(".")[0] in a.tasks}, a.out)


def distances(folder):
    """The bias of the arcs of acts by their length."""
    return torch.tensor(json.loads((folder / "config.json").read_text())["act_distance"])


# ---- into the shipped files
def put(a):
    """Write a folder like the shipped one, with the weights between those shipped and those learned; a layer whose share is 0
    stays to the bit."""
    folder, out = Path(a.model), Path(a.out)
    network = Four(folder).mixed(a.weights, a.shares)
    if out != folder:
        shutil.copytree(folder, out, dirs_exist_ok=True)
    for name, share in zip(TASKS, a.shares, strict=True):
        if share:
            with tempfile.NamedTemporaryFile(suffix=".pt") as file:
                torch.save(getattr(network, name).state_dict(), file.name)
                WRITERS[name](out, file.name)


WRITERS = {
    "speech": lambda out, path: speech_layer.put_in(argparse.Namespace(model=out, weights=path)),
    "acts": lambda out, path: join(out, load(torch.load(path, weights_only=True)), act_layer.MARK),
    "conditions": lambda out, path: put_beside(
        out, "conditions.onnx", "condition_distance", path, condition_layer.OUTPUTS
    ),
    "cues": lambda out, path: put_beside(out, "cues.onnx", "cue_distance", path, cue_layer.OUTPUTS),
}
"""How each layer is shipped."""


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=("read", "train", "put"))
    p.add_argument("--model", required=True)
    p.add_argument("--rules", nargs="*", default=[])
    for name, told in FOLDERS.items():
        p.add_argument(f"--{name}", type=Path, nargs="*", default=[], help=f"folders of {told}")
    p.add_argument("--negatives", help="sentences without acts, in the events format; half of them is learned from")
    p.add_argument("--news", nargs="*", default=[], help="documents read for the shipped act layer's answers alone")
    p.add_argument("--count", type=int, default=120, help="how many of them")
    p.add_argument("--share", type=float, default=1.0, help="of the texts, drawn")
    p.add_argument("--read", nargs="*", default=[], help="files of texts that every pass reads")
    p.add_argument("--old", nargs="*", default=[], help="files of texts of which a pass reads some")
    p.add_argument("--draw", type=float, default=0.17, help="share of the old texts that a pass reads")
    p.add_argument("--weights", nargs="*", default=[])
    p.add_argument("--tasks", nargs="*", choices=TASKS, default=TASKS, help="those to be learned")
    p.add_argument("--shares", type=float, nargs=4, default=[1.0] * 4, help="of the new weights, by task")
    p.add_argument("--out")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--passes", type=int, default=5)
    p.add_argument("--size", type=int, default=3000, help="positions a batch")
    p.add_argument("--rates", type=float, nargs=4, default=[5e-4, 7e-4, 6e-4, 6e-4], help="of learning, by task")
    p.add_argument(
        "--labels", type=float, default=3.0, help="weight of acts' labels beside the shipped layer's answers"
    )
    a = p.parse_args()
    {"read": read, "train": train, "put": put}[a.what](a)


if __name__ == "__main__":
    main()
