"""What the scorers share: reading and pairing rows, F1, alignment of spans."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import Code, InputError

type Row = Mapping[str, Any]
type Rows = dict[str, Row]
type Result = dict[str, Any]
type Bounds = tuple[int, int]


def rows(path: Path) -> Iterator[Row]:
    """The JSON objects of a JSON Lines file; raises InputError (OR-E050) naming the line that is not one."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, path, number)
    except OSError as error:
        raise InputError(Code.E001, source=path, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError(Code.E005, source=path, reason=error) from error


def _row(line: str, path: Path, number: int) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(Code.E050, source=path, line=number, reason=error) from error
    if not isinstance(row, dict) or not {"id", "doc_id"} & row.keys():
        raise InputError(Code.E050, source=path, line=number, reason='no "id" or "doc_id"')
    return row


def key(row: Row) -> str:
    """What pairs a gold row with its prediction."""
    return str(row["id"] if "id" in row else row["doc_id"])


def load(path: Path) -> Rows:
    """Rows by id; raises InputError (OR-E050) for an id that occurs twice."""
    found: Rows = {}
    for number, row in enumerate(rows(path), 1):
        if key(row) in found:
            reason = f"id {key(row)!r} occurs twice"
            raise InputError(Code.E050, source=path, line=number, reason=reason)
        found[key(row)] = row
    return found


def pair(gold: Rows, predicted: Rows, field: str) -> list[tuple[Row, Row]]:
    """Each gold row with its prediction, an absent one empty.

    Raises InputError (OR-E050) where both carry a text and these differ: offsets would not compare.
    """
    pairs: list[tuple[Row, Row]] = []
    for number, (ident, want) in enumerate(gold.items(), 1):
        got = predicted.get(ident, {})
        if got.get("text") is not None and want.get("text") is not None and got["text"] != want["text"]:
            reason = f"the text of {ident!r} differs between gold and prediction"
            raise InputError(Code.E050, source="predictions", line=number, reason=reason)
        pairs.append((want, {**got, "text": want.get("text", ""), field: got.get(field) or []}))
    return pairs


def prf(hits: float, predicted: float, gold: float, gold_hits: float | None = None) -> Result:
    """Precision, recall and F1; `gold_hits` are the gold items found, where it differs from right predictions."""
    precision = hits / predicted if predicted else 0.0
    recall = (hits if gold_hits is None else gold_hits) / gold if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"P": precision, "R": recall, "F1": f1, "n_pred": predicted, "n_gold": gold}


def ratio(part: float, whole: float) -> float | None:
    """`part / whole`; None of nothing."""
    return part / whole if whole else None


def bounds(row: Row) -> Bounds:
    """The offsets of a row's span."""
    return row["start"], row["end"]


def overlap(a: Bounds, b: Bounds) -> int:
    """Number of characters that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def equal_first(a: Bounds, b: Bounds) -> float:
    """Weight for `align` that prefers equal spans, then larger overlap."""
    return 1e6 * (a == b) + overlap(a, b)


def align(
    gold: Sequence[Bounds],
    predicted: Sequence[Bounds],
    weight: Callable[[Bounds, Bounds], float] = overlap,
    least: float = 0.0,
) -> list[tuple[int, int]]:
    """One-to-one alignment of spans as pairs of indices, greedy by falling weight.

    A weight must exceed 0 and reach `least`; ties go to the earlier spans.
    """
    weighed = ((weight(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    candidates = sorted((-w, i, j) for w, i, j in weighed if w > 0 and w >= least)
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    aligned: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            aligned.append((i, j))
    return aligned


def max_matching(edges: Sequence[Sequence[int]]) -> int:
    """Size of a maximum bipartite matching (Kuhn's algorithm); `edges[i]` are the nodes that node i may take."""
    owner: dict[int, int] = {}

    def take(node: int, seen: set[int]) -> bool:
        for other in edges[node]:
            if other not in seen:
                seen.add(other)
                if other not in owner or take(owner[other], seen):
                    owner[other] = node
                    return True
        return False

    return sum(take(node, set()) for node in range(len(edges)))
