"""Train the statement tagger.

python train/statements/train.py --data ../shared/data/statements_train.jsonl --out DIR
"""

import argparse
import pickle
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import PRETRAINED, Average, descend, linear_schedule, parameter_groups, set_threads
from statements import acts, data, invent
from statements.network import ALL_KINDS, STATEMENT_KINDS, Tagger, Teacher, loss


@dataclass
class ToldBatch:
    """Acts of a batch: weight of "none" [B, L]; for each act its row, type, words that may tell it [N, K] (-1: no more) and
    allowed positions of actor and recipient [N, L] (none allowed: not judged)."""

    weights: torch.Tensor
    rows: torch.Tensor
    types: torch.Tensor
    firsts: torch.Tensor
    actors: torch.Tensor
    recipients: torch.Tensor


@dataclass
class Batch:
    """Tensors of windows of like length; labelled either for statements (tags, arcs) or for acts (told)."""

    ids: torch.Tensor
    mask: torch.Tensor
    features: torch.Tensor
    tags: torch.Tensor | None
    arcs: list
    told: ToldBatch | None = None

    def to(self, device):
        """The same on a device."""
        return Batch(*(moved(getattr(self, name), device) for name in self.__dataclass_fields__))


def moved(part, device):
    """A tensor, or tensors within lists, tuples and batches, on a device."""
    if isinstance(part, torch.Tensor):
        return part.to(device, non_blocking=True)
    if isinstance(part, (list, tuple)):
        return type(part)(moved(p, device) for p in part)
    if isinstance(part, ToldBatch):
        return ToldBatch(*(moved(getattr(part, name), device) for name in part.__dataclass_fields__))
    return part


def arc_targets(examples, kind, length):
    """(row, query position, allowed targets [N, L]) over all positions of the arcs' starts whose target is in sight."""
    rows, queries, goals = [], [], []
    for row, example in enumerate(examples):
        for arc in example.arcs:
            content, source, cue = arc
            start, target = ((content, source), (content, cue), (cue, source))[kind]
            if start is None or target is None or not start[0]:
                continue
            goal = np.zeros(length, dtype=bool)
            goal[target] = True
            rows += [row] * len(start)
            queries += start.tolist()
            goals += [goal] * len(start)
    if not rows:
        return None
    return torch.tensor(rows), torch.tensor(queries), torch.from_numpy(np.stack(goals))


def collate(examples):
    """Pad windows to the longest; all are of one source, labelled for statements or (window, Targets) for acts."""
    told = isinstance(examples[0], tuple)
    seen = [e[0] if told else e.window for e in examples]
    length = max(len(w.tokens) for w in seen)

    def pad(rows, fill):
        return torch.from_numpy(np.stack([np.pad(r, (0, length - len(r)), constant_values=fill) for r in rows]))

    ids, features = pad([w.tokens for w in seen], 0), pad([w.features for w in seen], 0)
    mask = pad([np.ones(len(w.tokens), dtype=np.int64) for w in seen], 0)
    if told:
        weights = pad([t.weights for _, t in examples], 0)
        return Batch(ids, mask, features, None, [], told_batch([t.acts for _, t in examples], weights, length))
    arcs = [arc_targets(examples, kind, length) for kind in (0, 1, 2)]
    return Batch(ids, mask, features, pad([e.tags for e in examples], data.IGNORE), arcs)


def told_batch(acts, weights, length):
    """The acts of each window as tensors."""
    listed = [(row, *act) for row, some in enumerate(acts) for act in some]
    most = max((len(first) for _, _, first, _, _ in listed), default=1)
    firsts = np.full((len(listed), most), -1, dtype=np.int64)
    sides = np.zeros((2, len(listed), length), dtype=bool)
    for i, (_, _, first, *parties) in enumerate(listed):
        firsts[i, : len(first)] = first
        for goals, positions in zip(sides, parties, strict=True):
            if positions is not None:
                goals[i, positions] = True
    rows, types = (torch.tensor([act[k] for act in listed], dtype=torch.int64) for k in (0, 1))
    return ToldBatch(weights, rows, types, *(torch.from_numpy(a) for a in (firsts, sides[0], sides[1])))


def batches(examples, size, rng):
    """Batches of about `size` positions, of windows of like length, in random order."""
    order = sorted(examples, key=lambda e: (length_of(e), rng.random()))
    made, current = [], []
    for e in order:
        if current and (len(current) + 1) * length_of(e) > size:
            made.append(current)
            current = []
        current.append(e)
    if current:
        made.append(current)
    rng.shuffle(made)
    return made


def length_of(example):
    """Positions of a window."""
    return len(example[0].tokens) if isinstance(example, tuple) else len(example.tags)


@dataclass
class Material:
    """What is trained on: documents labelled for statements; reports and single sentences labelled for acts."""

    docs: list
    reports: list
    singles: list


def material(a):
    """Read it, without what is kept aside."""
    docs = data.read(a.data)
    if not a.all:
        docs, _ = data.hold_out(docs)
    if not a.acts:
        return Material(docs, [], [])
    reports = acts.reports()
    singles = [*acts.sentences(a.acts), *(acts.plain(a.negatives) if a.negatives else ())]
    kept = [[t for t in some if a.all or not acts.aside(t)] for some in (reports, singles)]
    return Material(docs, *kept)


def epoch_batches(stuff, tokenizer, a, seed):
    """The batches of one pass: every document and sentence, disturbed afresh, and a few invented reports."""
    rng = random.Random(seed)
    spoken = invent.material(stuff.docs)
    made = [invent.report(rng, spoken, i) for i in range(round(a.invented * len(stuff.docs)))]
    said = [e for d in [*stuff.docs, *made] for e in data.examples(d, tokenizer, a.limit, a.context, rng)]
    packs = list(acts.packed(stuff.singles, rng))
    packs += [acts.together([r], rng) for r in stuff.reports for _ in range(a.repeat)]
    told = [e for t, w in packs for e in acts.examples(t, w, tokenizer, a.limit, a.context, rng)]
    mixed = [*batches(said, a.size, rng), *(batches(told, a.size, rng) if told else [])]
    rng.shuffle(mixed)
    return [collate(group) for group in mixed]


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data/statements_train.jsonl")
    p.add_argument("--acts", help="rows of acts_rows.py; without them only statements are learned")
    p.add_argument("--negatives", help="sentences without acts, in the events format; half of them is learned from")
    p.add_argument("--repeat", type=int, default=2, help="how often a pass reads each labelled report")
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.9)
    p.add_argument("--smoothing", type=float, default=0.03)
    p.add_argument("--size", type=int, default=3072, help="positions a batch")
    p.add_argument("--limit", type=int, default=192)
    p.add_argument("--context", type=int, default=24)
    p.add_argument("--layers", type=int)
    p.add_argument("--invented", type=float, default=0.3, help="invented reports for each document")
    p.add_argument("--all", action="store_true", help="train on every document; hold none out")
    p.add_argument("--device", default="cpu")
    p.add_argument("--workers", type=int, default=0, help="processes that prepare passes ahead")
    p.add_argument("--teacher", help="weights of a deeper tagger whose answers are learned too")
    p.add_argument(
        "--unlabelled", nargs="*", default=[], help="texts (JSON Lines) read for the teacher's answers alone"
    )
    p.add_argument("--threads-file")
    a = p.parse_args()
    train(a)


def passes(a):
    """The batches of each pass, prepared ahead by other processes where there are some."""
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    stuff = material(a)
    print(len(stuff.docs), "documents,", len(stuff.reports), "reports,", len(stuff.singles), "sentences", flush=True)
    plans = Passes(stuff, tokenizer, a)
    yield from torch.utils.data.DataLoader(plans, batch_size=None, num_workers=a.workers, shuffle=False)


class Passes(torch.utils.data.Dataset):
    """Pass number -> its batches."""

    def __init__(self, stuff, tokenizer, a):
        self.stuff, self.tokenizer, self.a = stuff, tokenizer, a

    def __len__(self):
        return self.a.epochs

    def __getitem__(self, number):
        made = epoch_batches(self.stuff, self.tokenizer, self.a, 1000 * self.a.seed + number)
        return pickle.dumps(made)  # as bytes: thousands of shared tensors would use up the open files


def train(a):
    """Train, keeping an average of the weights; writes weights.pt after every epoch."""
    torch.manual_seed(a.seed)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    teacher = Teacher(a.teacher, a.device) if a.teacher else None
    network = (teacher.student(a.layers) if teacher else Tagger(a.layers, ALL_KINDS if a.acts else STATEMENT_KINDS)).to(
        a.device
    )
    network.train()
    optimizer = torch.optim.AdamW(
        parameter_groups(network, network.bert, a.rate, a.head_rate, a.decay), weight_decay=0.01
    )
    schedule, average, step, began = None, Average(network, 0.995), 0, time.time()
    for epoch, made in enumerate(passes(a)):
        plan = pickle.loads(made)
        if schedule is None:
            schedule = linear_schedule(optimizer, round(len(plan) * a.epochs), 0.06)
            print(f"{len(plan)} steps a pass after {time.time() - began:.0f}s", flush=True)
        seen = []
        for batch in (made.to(a.device) for made in plan):
            set_threads(a.threads_file)
            with torch.autocast(a.device, dtype=torch.bfloat16):
                answers = network(batch.ids, batch.mask, batch.features)
                total, parts = loss(network, batch, answers, a.smoothing)
                if teacher:
                    apart = teacher.apart(batch, answers)
                    total, parts[3] = 0.5 * total + apart, apart.detach()
            descend(total, network, optimizer, schedule, average, step)
            step += 1
            seen.append(parts)
            if step % 200 == 0:
                recent = np.array([[float(x) for x in row] for row in seen[-200:]])
                shown = recent.sum(0) / np.maximum(1, (recent > 0).sum(0))
                print(epoch, step, shown.round(4), f"{time.time() - began:.0f}s", flush=True)
        torch.save({"weights": {k: v.cpu() for k, v in average.weights.items()}, "args": vars(a)}, out / "weights.pt")
    print(f"done in {time.time() - began:.0f}s", flush=True)


if __name__ == "__main__":
    main()
