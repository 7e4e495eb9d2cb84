"""Source coreference: which mentions are the same person or organisation within a document."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

from onrecord.evaluation.scoring.common import Result, Row, Rows, align, bounds, equal_first, pair, prf

type Clusters = Mapping[Any, Hashable]


def b_cubed(gold: Clusters, predicted: Clusters) -> tuple[float, float]:
    """B-cubed (Bagga and Baldwin 1998) as its two sums over mentions; arguments map mention to cluster.

    The share of a mention's predicted cluster that is right (precision), and of its gold cluster that is found
    (recall). A mention that the other side lacks adds 0.
    """
    of_gold, of_predicted = Counter(gold.values()), Counter(predicted.values())
    both = Counter((gold[m], predicted[m]) for m in gold if m in predicted)
    precision = sum(n * n / of_predicted[p] for (_, p), n in both.items())
    return precision, sum(n * n / of_gold[g] for (g, _), n in both.items())


def muc_links(key: Clusters, response: Clusters) -> tuple[int, int]:
    """MUC (Vilain et al. 1995): links of `key` found in `response`, and links of `key`."""
    members: dict[Hashable, list[Any]] = {}
    for mention, cluster in key.items():
        members.setdefault(cluster, []).append(mention)
    right = total = 0
    for cluster_members in members.values():
        parts = len({response[m] for m in cluster_members if m in response})
        parts += sum(m not in response for m in cluster_members)
        right += len(cluster_members) - parts
        total += len(cluster_members) - 1
    return right, total


def _clusters(gold: Row, predicted: Row, counts: Counter[str], errors: list[str]) -> None:
    want, got = sorted(gold["mentions"], key=bounds), sorted(predicted["mentions"], key=bounds)
    matched = align([bounds(x) for x in want], [bounds(x) for x in got], equal_first)
    name: dict[int, Hashable] = {j: i for i, j in matched}
    of_gold: dict[Hashable, Hashable] = {i: x["entity"] for i, x in enumerate(want)}
    of_predicted: dict[Hashable, Hashable] = {name.get(j, ("spurious", j)): x["entity"] for j, x in enumerate(got)}
    counts.update(gold=len(want), pred=len(got), match=len(matched))
    paired: tuple[Clusters, Clusters] = (
        {i: of_gold[i] for i, _ in matched},
        {i: of_predicted[i] for i, _ in matched},
    )
    sides: dict[str, tuple[Clusters, Clusters]] = {"": paired, "_all": (of_gold, of_predicted)}
    for suffix, (a, b) in sides.items():
        precision, recall = b_cubed(a, b)
        recalled, links = muc_links(a, b)
        precise, predicted_links = muc_links(b, a)
        sums = {
            "bp": precision,
            "br": recall,
            "rr": recalled,
            "rn": links,
            "pr": precise,
            "pn": predicted_links,
        }
        for measure, value in sums.items():
            counts[measure + suffix] += value  # type: ignore[assignment]  # a Counter adds fractions as well
    for i, _ in matched:
        others = [x for x, _ in matched if x != i and of_gold[x] == of_gold[i]]
        if others and not any(of_predicted[x] == of_predicted[i] for x in others):
            words = gold["text"][slice(*bounds(want[i]))]
            errors.append(f"{gold['doc_id']}: {words!r} not linked to any of its entity {of_gold[i]!r}")


def score_sources(gold: Rows, predicted: Rows, errors: list[str]) -> Result:
    """Mention F1, and B³ and MUC of putting the mentions together.

    b3, muc: over the mentions that both sides have; b3_all, muc_all: over all, unpaired ones counting as
    errors (a missed mention costs recall, a spurious one precision).
    """
    c: Counter[str] = Counter()
    for want, got in pair(gold, predicted, "mentions"):
        _clusters(want, got, c, errors)
    return {
        "mentions": prf(c["match"], c["pred"], c["gold"]),
        "b3": prf(c["bp"], c["match"], c["match"], c["br"]),
        "muc": prf(c["pr"], c["pn"], c["rn"], c["rr"]),
        "b3_all": prf(c["bp_all"], c["pred"], c["gold"], c["br_all"]),
        "muc_all": prf(c["pr_all"], c["pn_all"], c["rn_all"], c["rr_all"]),
    }
