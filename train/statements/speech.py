"""What the speech network learns: through which channel a statement was made, to whom, and which words name its speaker.

From reports of which every statement is labelled (`speeches/*.txt`, form of `labelled.py`). A label:

    KIND ACT | content | cue | source | speaker | office | state | addressees | channel

Words are as the report writes them, "-" where it tells none: the content, cue and source in the sentence itself, the
others anywhere in the report. What the network is told of each statement is what rules read (`speech_rules.py` writes it
down), so that it learns how far they can be trusted; statements that rules missed are there by their labels alone.
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module
from statements import data, labelled
from statements.data import windowing

signs = runtime_module("annotate.speech_signs")
KINDS = signs.POINTED
SPEECHES = Path(__file__).with_name("speeches")
ALIKE = 0.5
"""Least share of characters in common by which a statement of the rules is the labelled one."""


@dataclass(frozen=True)
class Label:
    """One labelled statement: code points of its first content, cue and source, its channel, the words of each of `KINDS`;
    None for what the label does not tell."""

    content: tuple
    cue: tuple
    source: tuple
    channel: int | None
    pointed: list


@dataclass(frozen=True)
class Paper:
    """A report as the network sees it: hidden states of its windows, which of their positions are its own, the statements,
    and what is to be answered of each: (channel, for each of `KINDS` the positions to point at), None where not labelled
    or not judged. `mended`: rules were made by what it showed, so that they go wrong less often than they do elsewhere."""

    name: str
    windows: list
    own: list
    given: object
    goals: list
    mended: bool = False


# ---- labels
def labels(report):
    """The labelled statements of a report."""
    return [label(report, line) for line in report.lines]


def label(report, line):
    """One of them. Raises ValueError where its words are not in the report."""
    text, sentence = report.text, line.sentence
    _, content, cue, source, speaker, office, state, addressees, channel = line.cells
    pointed = [found(text, addressees, sentence), found(text, speaker), found(text, office), told_of(text, state)]
    return Label(
        labelled.content(report, line, content.split(" // ")[0]),
        word(text, cue, sentence),
        word(text, source.split(" ; ")[0], sentence),
        signs.CHANNELS.index(channel),
        pointed,
    )


def word(text, cell, sentence):
    """Where a cell's words stand in the sentence; None of "-"."""
    return None if cell == "-" else tuple(labelled.place(text, cell, sentence))


def found(text, cell, sentence=None):
    """Where the words of a cell stand: in the sentence if they do, else everywhere; none of "-"."""
    spans = []
    for words in cell.split(" ; ") if cell != "-" else ():
        bare = re.sub(r"#\d$", "", words.strip())
        hits = (labelled.places(text, bare, sentence) if sentence else []) or labelled.places(text, bare, any_case=True)
        if not hits:
            raise ValueError(f"{words!r} is not in the report: {text[:60]!r}")
        spans += hits
    return spans


def told_of(text, cell):
    """Where a state of a label stands, or what its people are called; none of "-"."""
    spans = found(text, cell)
    for words in cell.split(" ; ") if cell != "-" else ():
        for way in labelled.called(text, re.sub(r"#\d$", "", words.strip())):
            spans += labelled.places(text, way)
    return sorted({tuple(span) for span in spans})


# ---- what rules read
def tellings(path):
    """name of a report: its statements as rules read them, of a file of `speech_rules.py`."""
    rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return {
        row["name"]: [signs.Telling(**{k: fixed(v) for k, v in t.items()}) for t in row["tellings"]] for row in rows
    }


def fixed(value):
    """Lists of JSON as the tuples that they were."""
    return tuple(map(fixed, value)) if isinstance(value, list) else value


def alone(one):
    """A labelled statement that rules did not find."""
    return signs.Telling(one.content, one.cue, one.source, "", "", "", "", *(4 * [False]), ())


def paired(found, labelled_ones):
    """(telling, label or None) of all statements in text order; best likeness first, each once."""
    alike = sorted(
        ((likeness(t.content, one.content), i, j) for i, t in enumerate(found) for j, one in enumerate(labelled_ones)),
        reverse=True,
    )
    of, taken = {}, set()
    for share, i, j in alike:
        if share >= ALIKE and i not in of and j not in taken:
            of[i] = j
            taken.add(j)
    pairs = [(t, labelled_ones[of[i]] if i in of else None) for i, t in enumerate(found)]
    pairs += [(alone(one), one) for j, one in enumerate(labelled_ones) if j not in taken]
    return sorted(pairs, key=lambda pair: pair[0].content)


def likeness(one, other):
    """Characters in common by characters in either."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


# ---- papers
def paper(tokenizer, report, told, found, window, rng=None, *, mended=False):
    """One report with its labels, disturbed if a random source is given, and its windows where their states are to stand;
    `window` (limit, context) of the tagger."""
    text = data.disturb(report.text, rng) if rng else report.text
    paragraphs = data.paragraphs_of(text)
    cut = [p for p in (windowing.pieces(tokenizer, t, at) for t, at in paragraphs) if p]
    windows = windowing.windows(cut, *window)
    sheet = signs.sheet(windows, [at for _, at in paragraphs])
    pairs = [(t, one) for t, one in paired(found, told) if sheet.at(t.content)]
    if not pairs:
        return None
    goals = [None if one is None else (one.channel, [goal(sheet, spans) for spans in one.pointed]) for _, one in pairs]
    given = signs.inputs(sheet, [t for t, _ in pairs])
    return Paper(report.name, windows, signs.own_positions(windows), given, goals, mended)


def goal(sheet, spans):
    """The positions of words, position 0 of none; None where nobody knows."""
    if spans is None:
        return None
    positions = np.array([at for span in spans for at in sheet.covered(span)], dtype=int)
    return positions if len(positions) else np.zeros(1, dtype=int)
