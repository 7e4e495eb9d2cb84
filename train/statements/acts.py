"""What the tagger learns of acts: which word tells one, of which type, and whose it is.

Two kinds of source: reports of which every sentence is labelled (`reports/*.txt`), and single sentences of which one act is
(`acts_rows.py`). Of the second, several words may tell the act; the network is asked that one of them does, and whose
that one is. Words that nobody judged teach nothing.
"""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module
from statements import data, labelled
from statements.data import windowing

TYPES = ("NONE", *runtime_module("annotate.dyad_input").LABELS)
MUTUAL = frozenset(["CONSULT", "COOPERATE"])
REPORTS = Path(__file__).with_name("reports")
WEIGHTS = {"report": 1.0, "none": 1.0, "none_plain": 1.0, "gum": 1.0}
"""How much a word without a label teaches that it tells no act; in sentences labelled for one act others may be told."""
UNSURE = 0.25


@dataclass(frozen=True)
class Act:
    """One act in code points of its text: type, words that may tell it, parties (None: not judged)."""

    type: int
    triggers: list
    actors: list | None
    recipients: list | None


@dataclass(frozen=True)
class Told:
    """A text, the acts told in it, and words of which it is not known whether they tell one."""

    group: str
    text: str
    acts: list
    ignore: list = field(default_factory=list)
    weight: float = 1.0


# ---- reports of which every sentence is labelled
def reports(folder=REPORTS):
    """The labelled reports of a folder."""
    return [told(r) for r in labelled.reports(folder)]


def report_file(path):
    """Those of one file."""
    return [told(r) for r in labelled.report_file(path)]


def told(report):
    """A labelled report and its acts."""
    return Told(report.name, report.text, [act_of(report.text, line.cells, line.sentence) for line in report.lines])


def act_of(text, cells, sentence):
    """One label, TYPE mode status | anchor | actors | recipients."""
    head, anchor, actors, recipients = cells
    event = head.split()[0]
    event = "YIELD" if event in ("CONCEDE", "RETREAT") else event
    sides = [
        sorted(labelled.place(text, w.strip(), sentence) for w in cell.split(" ; ")) if cell != "-" else []
        for cell in (actors, recipients)
    ]
    return Act(TYPES.index(event), [labelled.place(text, anchor, sentence)], *sides)


# ---- single sentences
def sentences(path):
    """The rows of `acts_rows.py`."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind = row["group"].rpartition("-")[0]
        yield Told(row["group"], row["text"], [act(a) for a in row["acts"]], row["ignore"], WEIGHTS.get(kind, UNSURE))


def act(row):
    """One act of a row; what two do together is told of both."""
    sides = row["actors"], row["recipients"]
    if row["type"] in MUTUAL and all(sides):
        sides = sorted([*sides[0], *sides[1]]), None
    return Act(TYPES.index(row["type"]), row["triggers"], *(side or None for side in sides))


def plain(path, every=2):
    """Sentences without political acts, of every second document."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = row["id"].rpartition("-")[0]
        if labelled.aside(document, every):
            yield Told("gum-0", row["text"], [], [], 1.0)


def aside(told, share=7):
    """Whether a text is kept out of training: a seventh of the blocks or reports."""
    return labelled.aside(told.group, share)


def packed(singles, rng):
    """Single sentences as the paragraphs of made-up documents, a few at a time."""
    order = rng.sample(singles, len(singles))
    while order:
        count = rng.randint(1, 8)
        yield together(order[:count], rng)
        order = order[count:]


def together(some, rng):
    """Several texts as one."""
    text, acts, ignore, weights = "", [], [], []
    for one in some:
        text += rng.choice(" \n") if text else ""
        start = len(text)
        text += one.text
        acts += [
            Act(a.type, shifted(a.triggers, start), shifted(a.actors, start), shifted(a.recipients, start))
            for a in one.acts
        ]
        ignore += shifted(one.ignore, start)
        weights.append((start, len(text), one.weight))
    return Told("packed", text, acts, ignore), weights


def shifted(spans, by):
    """Spans moved."""
    return None if spans is None else [[a + by, b + by] for a, b in spans]


# ---- targets
@dataclass(frozen=True)
class Targets:
    """Of one window: weight of "no act" at each position, and for each act its type, the first positions of the words that may
    tell it, and the positions of its parties (None: not judged; position 0: named nowhere)."""

    weights: np.ndarray
    acts: list


def examples(told, weights, tokenizer, limit, context, rng=None):
    """All windows of a text with their targets: (window, Targets)."""
    text = data.disturb(told.text, rng) if rng else told.text
    paragraphs = [windowing.pieces(tokenizer, t, o) for t, o in data.paragraphs_of(text)]
    return [(w, targets(w, told, weights)) for w in windowing.windows([p for p in paragraphs if p], limit, context)]


def targets(window, told, weights):
    """What the network is to answer for one window."""
    share = np.zeros(len(window.tokens), dtype=np.float32)
    for start, end, weight in weights:
        share[(window.starts >= start) & (window.ends <= end)] = weight
    share[: window.context] = 0
    share[window.starts < 0] = 0
    for span in told.ignore:
        share[data.covered(window, span)] = 0
    acts = []
    for a in told.acts:
        words = [data.covered(window, s) for s in a.triggers]
        for word in words:
            share[word] = 0
        first = [int(w[0]) for w in words if len(w) and w[0] >= window.context]
        if first:
            acts.append((a.type, first, side(window, a.actors), side(window, a.recipients)))
    return Targets(share, acts)


def side(window, spans):
    """Positions of a party."""
    if spans is None:
        return None
    return data.targets([data.covered(window, s) for s in spans])
