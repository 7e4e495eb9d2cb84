"""What the cue layer learns: which word reports a statement, as what, and where that statement begins, ends and has its source.

From the reports of which every statement is labelled (`speeches/*.txt`, form of `labelled.py`; `speech.py` tells what a
label holds). Statements inside statements are labelled there like all others.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module
from statements import data, labelled, speech
from statements.data import windowing

scheme = runtime_module("annotate.cue_scheme")
ACTS, SIDES, WIDTH = scheme.ACTS, scheme.SIDES, scheme.WIDTH


@dataclass(frozen=True)
class Told:
    """One statement in code points of its text: act by number, content, cue and source; `inner`: told in another one."""

    act: int
    content: list
    cue: tuple | None
    source: tuple | None
    inner: bool


@dataclass(frozen=True)
class Targets:
    """Of one window: weight of "none" at each position, and for each statement with its cue there (position, act, the
    positions of its first and last piece and of its source; position 0: told nowhere; None: out of sight), inner."""

    weights: np.ndarray
    told: list


def statements(report):
    """The statements labelled in a report."""
    read = [_read(report, line) for line in report.lines]
    hulls = [(content[0][0], max(end for _, end in content)) for _, content, *_ in read]
    return [Told(*one, inner=_is_inside(hull, hulls)) for one, hull in zip(read, hulls, strict=True)]


def _read(report, line):
    head, content, cue, source = line.cells[:4]
    parts = sorted(labelled.content(report, line, part) for part in content.split(" // "))
    told = speech.word(report.text, source.split(" ; ")[0], line.sentence)
    return ACTS.index(head.split()[1]), parts, speech.word(report.text, cue, line.sentence), told


def _is_inside(hull, hulls):
    return any(o[0] <= hull[0] and hull[1] <= o[1] and o[1] - o[0] > hull[1] - hull[0] for o in hulls)


def examples(report, tokenizer, limit, context, rng=None):
    """All windows of a report with their targets; set as another desk might have, if a random source is given."""
    text = data.disturb(report.text, rng) if rng else report.text
    paragraphs = [windowing.pieces(tokenizer, t, o) for t, o in data.paragraphs_of(text)]
    told = statements(report)
    return [(w, targets(w, told)) for w in windowing.windows([p for p in paragraphs if p], limit, context)]


def targets(window, told):
    """What the network is to answer for one window."""
    weights = np.ones(len(window.tokens), dtype=np.float32)
    weights[: window.context] = 0
    weights[window.starts < 0] = 0
    found = []
    for one in told:
        word = data.covered(window, one.cue) if one.cue is not None else ()
        if not len(word):
            continue
        weights[word] = 0
        if word[0] >= window.context:
            first, last = data.covered(window, one.content[0])[:1], data.covered(window, one.content[-1])[-1:]
            source = np.zeros(1, dtype=int) if one.source is None else data.covered(window, one.source)
            sides = [positions if len(positions) else None for positions in (first, last, source)]
            found.append((int(word[0]), one.act, sides, one.inner))
    return Targets(weights, found)
