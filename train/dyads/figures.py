"""Figures of scores against labels: macro-F1 over types and quads, accuracy, the most confident share."""

import math

from dyads.data import INPUT

QUADS = dict(zip(INPUT.LABELS, (1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4), strict=True))


def figures(scores, labels, share=0.7):
    """All figures of one set of rows; the harness's own scorer defines the same ones."""
    found = [max(range(len(s)), key=s.__getitem__) for s in scores]
    quads = list(QUADS.values())
    by_class = {name: f1(found, labels, i) for i, name in enumerate(INPUT.LABELS) if i in labels}
    sure = sorted(range(len(labels)), key=lambda i: -max(shares(scores[i])))[: round(share * len(labels))]
    quad_found, quad_gold = [quads[f] for f in found], [quads[g] for g in labels]
    return {
        "root.macro_f1": sum(by_class.values()) / len(by_class),
        "root.accuracy": accuracy(found, labels),
        "quad.macro_f1": sum(f1(quad_found, quad_gold, q) for q in (1, 2, 3, 4)) / 4,
        "sure.accuracy": accuracy([found[i] for i in sure], [labels[i] for i in sure]),
        "by_class": by_class,
    }


def accuracy(found, gold):
    """Share of right answers."""
    return sum(f == g for f, g in zip(found, gold, strict=True)) / len(gold)


def f1(found, gold, which):
    """F1 of one class."""
    right = sum(f == g == which for f, g in zip(found, gold, strict=True))
    return 2 * right / max(1, found.count(which) + gold.count(which))


def shares(scores, temperature=1.0):
    """Softmax."""
    top = max(scores)
    powers = [math.exp((s - top) / temperature) for s in scores]
    return [p / sum(powers) for p in powers]


def temperature(scores, labels):
    """The temperature under which the right answers are likeliest, in steps of 0.05."""

    def loss(t):
        return -sum(math.log(max(1e-12, shares(s, t)[g])) for s, g in zip(scores, labels, strict=True))

    return min((round(0.3 + 0.05 * i, 2) for i in range(45)), key=loss)


def report(name, scores, examples):
    """Print the figures of some examples."""
    found = figures(scores, [e.label for e in examples])
    print(name, {k: round(v, 3) for k, v in found.items() if k != "by_class"}, flush=True)
