"""What the speech layer learns: through which channel a statement was made, to whom, and which words name its speaker.

From reports of which every statement is labelled (`speeches/*.txt`, form of `labelled.py`). A label:

    KIND ACT | content | cue | source | speaker | office | state | addressees | channel

Words are as the report writes them, "-" where it tells none: the content, cue and source in the sentence itself, the
others anywhere in the report.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import data, labelled
from statements.data import windowing

CHANNELS = (
    "unknown", "statement", "readout", "phone call", "meeting", "speech", "interview", "press briefing",
    "broadcast", "social media", "letter", "report",
)  # fmt: skip
KINDS = ("addressee", "speaker", "office", "state")
"""What a statement points at."""
SPEECHES = Path(__file__).with_name("speeches")


@dataclass(frozen=True)
class Speech:
    """One statement in code points: where its content and its cue begin, its channel, and the words of each of `KINDS`."""

    anchors: list
    channel: int
    pointed: dict


@dataclass(frozen=True)
class Told:
    """A report and its statements."""

    name: str
    text: str
    speeches: list


def told(folder=SPEECHES):
    """The labelled reports of a folder."""
    return [
        Told(r.name, r.text, [speech(r.text, line.cells, line.sentence) for line in r.lines])
        for r in labelled.reports(folder)
    ]


def speech(text, cells, sentence):
    """One statement. Raises ValueError where a label's words are not in the report."""
    _, content, cue, _, speaker, office, state, addressees, channel = cells
    anchors = [content_start(text, part, sentence) for part in content.split(" // ")][:1]
    if cue != "-":
        anchors.append(labelled.place(text, cue, sentence)[0])
    pointed = {
        "addressee": found(text, addressees, sentence),
        "speaker": found(text, speaker),
        "office": found(text, office),
        "state": found(text, state),
    }
    return Speech(anchors, CHANNELS.index(channel), pointed)


def content_start(text, content, sentence):
    """Where a content begins."""
    first = re.sub(r" >$", "", content).split(" ... ")[0].strip()
    at = text.find(first, *sentence)
    if at < 0:
        raise ValueError(f"{content!r} is not in {text[slice(*sentence)]!r}")
    return at


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


# ---- targets
@dataclass(frozen=True)
class Target:
    """One statement of a window: positions that stand for it, its channel, and for each of `KINDS` the positions to
    point at (position 0: named nowhere; None: named out of the window's sight)."""

    anchors: list
    channel: int
    pointed: list


def examples(one, tokenizer, limit, context, rng=None):
    """All windows of a report with their targets: (window, targets)."""
    text = data.disturb(one.text, rng) if rng else one.text
    paragraphs = [windowing.pieces(tokenizer, t, o) for t, o in data.paragraphs_of(text)]
    made = windowing.windows([p for p in paragraphs if p], limit, context)
    return [(w, [t for s in one.speeches if (t := target(w, s)) is not None]) for w in made]


def target(window, said):
    """What the network is to answer of one statement; None where it does not begin in this window."""
    kept = [int(p) for at in said.anchors for p in np.flatnonzero(window.starts == at) if p >= window.context]
    if not kept:
        return None
    spans = [[data.covered(window, span) for span in said.pointed[kind]] for kind in KINDS]
    return Target(kept, said.channel, [data.targets(group) for group in spans])
