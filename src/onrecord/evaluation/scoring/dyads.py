"""Event type of a given source–target pair (Hu et al., ACL 2024, "Zero-Shot-PLOVER")."""

import random
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from onrecord.evaluation.scoring.common import Result, Rows, ratio
from onrecord.evaluation.scoring.plover import QUADS, event_type

type Labels = Sequence[tuple[Hashable, Hashable]]

LEVELS = ("root", "quad", "binary")


def class_scores(pairs: Labels) -> dict[Any, Result]:
    """Precision, recall and F1 for every gold label; `pairs` are (gold, predicted or None)."""
    hits = Counter(gold for gold, predicted in pairs if gold == predicted)
    gold_counts = Counter(gold for gold, _ in pairs)
    predicted_counts = Counter(predicted for _, predicted in pairs)
    return {
        label: {
            "P": hits[label] / predicted_counts[label] if predicted_counts[label] else 0.0,
            "R": hits[label] / gold_counts[label],
            "F1": 2 * hits[label] / (gold_counts[label] + predicted_counts[label]),
            "n": gold_counts[label],
        }
        for label in sorted(gold_counts, key=lambda label: (str(type(label)), label))
    }


def macro_f1(pairs: Labels) -> float:
    """Unweighted mean over the gold labels of their F1.

    scikit-learn's f1_score(average="macro", labels=the gold labels). No label (None) is a miss, and no
    class's false positive.
    """
    scores = class_scores(pairs)
    return sum(score["F1"] for score in scores.values()) / len(scores) if scores else 0.0


def bootstrap(
    pairs: Labels, metric: Callable[[Labels], float], rounds: int = 1000, seed: int = 20231124
) -> list[float]:
    """Percentile 95 % interval of `metric` over `rounds` resamples of the rows with replacement (fixed seed)."""
    rng = random.Random(seed)  # noqa: S311  (statistics, not secrets)
    values = sorted(metric(rng.choices(pairs, k=len(pairs))) for _ in range(rounds)) if pairs else [0.0]
    return [values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]]


def _levels(gold: Any, predicted: str | None) -> dict[str, tuple[Hashable, Hashable]]:
    root = event_type(gold["event"])
    quad = int(gold.get("quad") or QUADS[root or ""])
    predicted_quad = QUADS.get(predicted or "")
    binary = None if predicted_quad is None else predicted_quad > 2
    return {"root": (root, predicted), "quad": (quad, predicted_quad), "binary": (quad > 2, binary)}


def _block(rows: Sequence[dict[str, tuple[Hashable, Hashable]]]) -> Result:
    block: Result = {"n": len(rows)}
    for level in LEVELS:
        pairs = [row[level] for row in rows]
        right = sum(gold == predicted for gold, predicted in pairs)
        block[level] = {"accuracy": ratio(right, len(pairs)), "macro_f1": macro_f1(pairs)}
    return block


def score_dyads(gold: Rows, predicted: Rows, errors: list[str]) -> Result:
    """Accuracy and macro-F1 on root type, quad class and cooperation against conflict (binary).

    The gold's own `quad` counts where given, else its type's; the prediction's is its type's. A missing id or
    empty label is wrong. `gsr` and `not_gsr`: the same for rows that the gold marks as PLOVER gold records.
    """
    rows = []
    for ident, want in gold.items():
        label = event_type(predicted.get(ident, {}).get("event"))
        rows.append(_levels(want, label))
        if rows[-1]["root"][0] != label:
            sentence = want.get("sentence", "")[:120]
            errors.append(f"{ident}: gold {rows[-1]['root'][0]} predicted {label}: {sentence}")
    roots = [row["root"] for row in rows]
    result = _block(rows)
    result["answered"] = sum(label is not None for _, label in roots)
    result["unknown_labels"] = dict(Counter(x for _, x in roots if x is not None and x not in QUADS))
    result["root"]["macro_f1_ci95"] = bootstrap(roots, macro_f1)
    result["root"]["per_class"] = class_scores(roots)
    if any("gsr" in want for want in gold.values()):
        marked = list(zip(gold.values(), rows, strict=True))
        result["gsr"] = _block([row for want, row in marked if want.get("gsr")])
        result["not_gsr"] = _block([row for want, row in marked if not want.get("gsr")])
    return result
