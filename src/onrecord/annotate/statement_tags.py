"""Arithmetic after the statement model's network: best allowed tags, spans, and what a span points at.

Positions are those of the word pieces in one window; [L] is the window's length, [9] the number of tags.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

TAGS = ("O", "B-content", "I-content", "E-content", "S-content", "B-source", "I-source", "B-cue", "I-cue")
KINDS = ("", *(tag[2:] for tag in TAGS[1:]))
STARTS = np.array([tag[0] in "OBS" for tag in TAGS])
OPEN = np.array([tag in ("B-content", "I-content") for tag in TAGS])  # must go on
BLOCKED = np.float32(-1e4)


def transitions() -> Floats:
    """[9, 9] 0 where tag j may follow tag i, else -1e4."""
    table = np.full((len(TAGS), len(TAGS)), BLOCKED, dtype=np.float32)
    for i, first in enumerate(TAGS):
        for j, then in enumerate(TAGS):
            inner = then[0] in "IE"
            goes_on = first[0] in "BI" and first[2:] == then[2:]
            if goes_on if inner else not OPEN[i]:
                table[i, j] = 0
    return table


TRANSITIONS = transitions()
INTO = np.ascontiguousarray(TRANSITIONS.T)


def best_tags(scores: Floats) -> Ints:
    """Best allowed sequence of tags for one window's [L, 9] log probabilities.

    The best tag of every position, where they make an allowed sequence (most windows); else by Viterbi.
    """
    single = scores.argmax(-1)
    if STARTS[single[0]] and not OPEN[single[-1]] and not TRANSITIONS[single[:-1], single[1:]].any():
        return np.asarray(single, dtype=np.int64)
    best = np.where(STARTS, scores[0], BLOCKED)
    back = np.zeros(scores.shape, dtype=np.int64)
    reach = np.empty_like(INTO)  # [9, 9] score of tag i after tag j; all arrays are written in place
    for score, before in zip(scores[1:], back[1:], strict=True):
        np.add(INTO, best, out=reach)
        reach.argmax(1, out=before)
        np.maximum.reduce(reach, 1, out=best)
        best += score
    path = [int(np.where(OPEN, BLOCKED, best).argmax())]
    for came in reversed(back[1:].tolist()):
        path.append(came[path[-1]])
    return np.array(path[::-1])


def spans_of(tags: Ints, kind: str) -> list[tuple[int, int]]:
    """Runs of positions [first, last + 1) that the tags mark as one span of `kind`."""
    spans: list[tuple[int, int]] = []
    for i, tag in enumerate(tags.tolist()):
        if KINDS[tag] != kind:
            continue
        if TAGS[tag][0] in "BS" or not spans or spans[-1][1] != i:
            spans.append((i, i + 1))
        else:
            spans[-1] = (spans[-1][0], i + 1)
    return spans


def log_softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), dtype=np.float32)


def log_sum(scores: Floats) -> Floats:
    """Log of the summed probabilities along the last axis."""
    top = scores.max(-1)
    return np.asarray(top + np.log(np.exp(scores - top[..., None]).sum(-1)), dtype=np.float32)


def arc_bias(bias: Floats, span: tuple[int, int], length: int) -> Floats:
    """[N, length] bias of the arcs from each position of a span, by bucket of their distance; those to position 0
    ("nothing") have the last one."""
    by_gap = bias[_buckets(length, len(bias))]
    rows = np.array([by_gap[length - row : 2 * length - row] for row in range(*span)])
    rows[:, 0] = bias[-1]
    return rows


@functools.cache
def _buckets(length: int, count: int) -> Ints:
    """[2 * length] bucket of each distance from -length on."""
    gap = np.arange(-length, length)
    size = np.minimum((2 * np.log2(np.maximum(np.abs(gap), 1))).astype(np.int64), count // 2 - 2)
    return np.where(gap < 0, size, size + count // 2 - 1)


def agreed(first: Floats, second: Floats) -> Floats:
    """Shares on which two views agree: their geometric mean, summing to one."""
    both = np.sqrt(first * second)
    return np.asarray(both / both.sum(), dtype=np.float32)


def pointed_at(shares: Floats, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int] | None, float]:
    """The span with most of the shares, and that mass; None where "nothing" has more."""
    masses = [float(shares[a:b].sum()) for a, b in spans]
    best = int(np.argmax(masses)) if masses else -1
    top = int(shares.argmax())
    if top and not any(a <= top < b for a, b in spans) and shares[top] > max([*masses, float(shares[0])]):
        return (top, top + 1), float(shares[top])
    if best < 0 or masses[best] <= shares[0]:
        return None, float(shares[0])
    return spans[best], masses[best]
