"""What the four layers answer, by themselves, on texts that they did not learn from.

python train/statements/together_figures.py --model DIR --read TEXTS.pkl … [--weights WEIGHTS.pt … --shares …]
"""

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import cues, speech
from statements.layer import pointing
from statements.network import WIDTH
from statements.together import MANY, TASKS, TWO, Four, chosen, distances, loaded


class Figures:
    """Words found by task, as (share, right), how many were labelled, and fields asked and right."""

    def __init__(self, network, distance):
        self.network, self.distance = network, distance
        self.found = {task: [] for task in TASKS[1:]}
        self.gold, self.asked, self.right = Counter(), Counter(), Counter()

    def field(self, name, hit):
        """Count one answer."""
        self.asked[name] += 1
        self.right[name] += bool(hit)

    @torch.no_grad()
    def read(self, whole):
        """Count one text, whose windows are as `together.py read` wrote them."""
        given = [
            [torch.from_numpy(chosen(w, which).astype(np.float32)) for w in whole.windows] for which in (TWO, MANY)
        ]
        for number, (two, many) in enumerate(zip(*given, strict=True)):
            if whole.acts and whole.acts[number][-1]:
                self.acts(two, whole.acts[number][-2])
            if whole.conditions:
                self.conditions(many, whole.conditions[number])
            if whole.cues:
                self.cues(many, whole.cues[number])
        if whole.speech:
            self.speech(replace(whole.speech, windows=given[0]))

    def acts(self, states, targets):
        """Words of each type, each act found once, and its parties where the window names them."""
        scores, arcs = self.network.acts(states)
        shares, hit = scores.softmax(-1).numpy(), set()
        own = {int(word): (kind, n) for n, (kind, words, *_) in enumerate(targets.acts) for word in words}
        self.gold["acts"] += len(targets.acts)
        for at in sorted([*np.flatnonzero(targets.weights > 0), *own], key=lambda at: -shares[at, 1:].max()):
            kind = int(shares[at, 1:].argmax()) + 1
            if own.get(at, (0, -1))[1] in hit:
                continue
            right = at in own and own[at][0] == kind
            if right:
                hit.add(own[at][1])
            self.found["acts"].append((float(shares[at, kind]), right))
        for kind, words, *sides in targets.acts:
            word = int(max(words, key=lambda at: shares[at, kind]))
            for side, allowed in enumerate(sides):
                if allowed is not None and len(allowed) and 0 not in allowed:
                    best = pointed(arcs, word, (side, WIDTH), self.distance[side])
                    self.field(("actor", "recipient")[side], best in allowed)

    def conditions(self, states, targets):
        """Words of each kind, and their status."""
        kinds, statuses, _ = self.network.conditions.layer(states)
        shares, own = kinds.softmax(-1).numpy(), {one[0]: one for one in targets.told}
        self.gold["conditions"] += len(own)
        for at in [*np.flatnonzero(targets.weights > 0), *own]:
            kind = int(shares[at, 1:].argmax()) + 1
            self.found["conditions"].append((float(shares[at, kind]), at in own and own[at][1] == kind))
        for at, one in own.items():
            self.field("status", int(statuses[at].argmax()) == one[2])

    def cues(self, states, targets):
        """Words that report, what they report and who says it."""
        kinds, arcs = self.network.cues.layer(states)
        shares, own = 1 - kinds.softmax(-1)[:, 0].numpy(), {one[0]: one for one in targets.told}
        self.gold["cues"] += len(own)
        self.found["cues"] += [(float(shares[at]), at in own) for at in [*np.flatnonzero(targets.weights > 0), *own]]
        for at, one in own.items():
            hits = [
                allowed is None or pointed(arcs, at, (side, cues.WIDTH), self.network.cues.distance[side]) in allowed
                for side, allowed in enumerate(one[2])
            ]
            self.field("cue's content", all(hits[:2]))
            self.field("cue's source", hits[2])

    def speech(self, paper):
        """Channels, and the best word of each kind that statements point at."""
        channels, pointing = self.network.speech([paper], [paper.given])
        for row, goal in enumerate(paper.goals):
            if goal is None:
                continue
            if goal[0] is not None:
                self.field("channel", int(channels[0, row].argmax()) == goal[0])
            for number, kind in enumerate(speech.KINDS):
                allowed = goal[1][number]
                if allowed is not None:
                    hit = int(pointing[0, row, number].argmax()) in allowed
                    for name in (kind, f"{kind} named") if 0 not in allowed else (kind,):
                        self.field(name, hit)


def pointed(arcs, at, place, bias):
    """The position that the word at `at` of one window points at most."""
    rows, words, mask = torch.tensor([0]), torch.tensor([at]), torch.ones(1, len(arcs))
    return int(pointing(arcs[None], rows, words, place, bias, mask)[0].argmax())


def best(found, gold):
    """The best F1 over bars: itself, the bar, precision and recall."""
    top, hits = (0.0, 0.0, 0.0, 0.0), 0
    for n, (share, right) in enumerate(sorted(found, reverse=True), 1):
        hits += right
        top = max(top, (2 * hits / (n + gold), share, hits / n, hits / gold))
    return top


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--read", nargs="+", required=True)
    p.add_argument("--weights", nargs="*", default=[])
    p.add_argument("--shares", type=float, nargs=4, default=[1.0] * 4)
    a = p.parse_args()
    figures = Figures(Four(a.model).mixed(a.weights, a.shares), distances(a.model))
    for whole, _ in loaded(a.read):
        figures.read(whole)
    for name, found in figures.found.items():
        if figures.gold[name]:
            f, bar, precision, recall = best(found, figures.gold[name])
            print(f"{name}: F1 {f:.3f} at {bar:.2f} (P {precision:.3f}, R {recall:.3f}) of {figures.gold[name]}")
    for name, n in figures.asked.items():
        print(f"{name} {figures.right[name] / n:.3f} of {n}")


if __name__ == "__main__":
    main()
