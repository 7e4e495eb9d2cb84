"""The task "dyads": the type of event that a given actor does to a given recipient, always answered."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.annotate import dyad_model
from onrecord.evaluation.rule_evidence import rule_evidence, spans


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The likeliest type of each row, with its calibrated score: the learned coder, the codebook's rules weighed in."""
    model = dyad_model.standard()
    for row in rows:
        source, target = spans(row, "source"), spans(row, "target")
        evidence = rule_evidence(row["sentence"], source, target)
        relation = model.weighed(row["sentence"], source, target, evidence)
        yield {"id": row["id"], "event": relation.event, "score": round(relation.score, 4)}
