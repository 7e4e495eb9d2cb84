"""What the condition layer learns: which word tells a state of affairs, as what it is told, and the words of its parts.

Reports of which every sentence is labelled (`states/*.txt`; the format is in its README): KIND status | anchor | part: words …
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module
from statements import data, labelled
from statements.data import windowing

scheme = runtime_module("annotate.condition_scheme")
KINDS, STATUSES, PARTS, WIDTH = scheme.KINDS, scheme.STATUSES, scheme.PARTS, scheme.WIDTH
STATES = Path(__file__).with_name("states")
_MAY_TELL = re.compile(
    r"\b(?:kill|die|dead|death|wound|injur|casualt|victim|missing|hostage|flee|fled|displac|evacuat|refugee|shell|bomb|clash|"
    r"fight|gunfire|ceasefire|truce|curfew|siege|blockad|block|clos|shut|reopen|stranded|shortage|hunger|famine|starv|"
    r"damag|destroy|collaps|outage|power cut)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """One condition in code points of its text: kind and status by number, the telling word, the words of each part."""

    kind: int
    status: int
    anchor: list
    parts: dict


@dataclass(frozen=True)
class Targets:
    """Of one window: weight of "none" at each position, and for each condition (position, kind, status, [positions of each
    part; position 0: told nowhere; None: out of sight])."""

    weights: np.ndarray
    told: list


def conditions(report):
    """The conditions labelled in a report."""
    return [_told(report.text, line) for line in report.lines]


def _told(text, line):
    head, anchor, *parts = line.cells
    kind, status = head.split()
    spans = {}
    for cell in parts:
        name, _, words = cell.partition(": ")
        spans[name] = [labelled.place(text, w.strip(), line.sentence) for w in words.split(" ; ")]
    return Told(KINDS.index(kind), STATUSES.index(status), labelled.place(text, anchor, line.sentence), spans)


def unjudged(text):
    """The sentences of news without labels that may well tell a condition: of deaths, flight, want, closure and the like."""
    return [m.span() for m in re.finditer(r"[^.!?\n]+[.!?]?", text) if _MAY_TELL.search(m.group())]


def examples(text, told, tokenizer, limit, context, rng=None, ignore=()):
    """All windows of a text with their targets; set as another desk might have, if a random source is given.

    Of the words in the spans of `ignore` nobody judged whether they tell a condition."""
    text = data.disturb(text, rng) if rng else text
    paragraphs = [windowing.pieces(tokenizer, t, o) for t, o in data.paragraphs_of(text)]
    return [(w, targets(w, told, ignore)) for w in windowing.windows([p for p in paragraphs if p], limit, context)]


def targets(window, told, ignore=()):
    """What the network is to answer for one window."""
    weights = np.ones(len(window.tokens), dtype=np.float32)
    weights[: window.context] = 0
    weights[window.starts < 0] = 0
    for span in ignore:
        weights[data.covered(window, span)] = 0
    found = []
    for one in told:
        word = data.covered(window, one.anchor)
        weights[word] = 0
        if len(word) and word[0] >= window.context:
            parts = [_part(window, one.parts.get(name, [])) for name in PARTS]
            found.append((int(word[0]), one.kind, one.status, parts))
    return Targets(weights, found)


def _part(window, spans):
    """The positions of a part; None where it is out of sight, or nobody judged it."""
    return None if spans is None else data.targets([data.covered(window, s) for s in spans])
