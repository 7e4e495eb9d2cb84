"""Training windows: text disturbed as foreign desks write it, word pieces, tags, and arcs to source and cue."""

import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.runtime import runtime_module

model = runtime_module("annotate.statement_model")
windowing = runtime_module("annotate.statement_windows")
TAGS = runtime_module("annotate.statement_tags").TAGS
IGNORE = -100


@dataclass(frozen=True)
class Example:
    """One window with its targets: tag a position; for each statement the positions of content, source and cue."""

    window: object
    tags: np.ndarray
    arcs: list[tuple[np.ndarray, np.ndarray | None, np.ndarray | None]]  # content, source (None: not visible), cue


def read(path):
    """Records of a JSON Lines file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line]


def paragraphs_of(text):
    """Lines of a text that are not blank, each with its start."""
    return [(m.group(), m.start()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def hold_out(docs, share=0.05, seed=13):
    """(training documents, documents kept for choosing thresholds), split by document."""
    order = sorted(docs, key=lambda d: d["doc_id"])
    random.Random(seed).shuffle(order)
    cut = round(len(order) * share)
    return order[cut:], order[:cut]


# ---- disturbances: each keeps the length of the text, so offsets stay
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
SINGLE_CURLY = str.maketrans({"“": "‘", "”": "’"})
SINGLE_STRAIGHT = str.maketrans({"“": "'", "”": "'", '"': "'"})
GUILLEMETS = str.maketrans({"“": "«", "”": "»"})
LOW = str.maketrans({"“": "„"})


def curl(text):
    """Straight double marks made curly, by turns within a paragraph."""
    return "\n".join(curled(line) for line in text.split("\n"))


def curled(line):
    """The same for one paragraph."""
    parts = line.split('"')
    return "".join(part + mark for part, mark in zip(parts, ["“", "”"] * len(parts), strict=False))[: len(line)]


def same_length_lower(text):
    """Lower case, leaving alone the few letters whose lower case is longer."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def disturb(text, rng):
    """The text as another desk might have set it; same length."""
    draw = rng.random()
    if draw < 0.20:
        text = text.translate(STRAIGHT)
    elif draw < 0.35:
        text = curl(text)
    elif draw < 0.40:
        text = text.translate(SINGLE_CURLY if rng.random() < 0.5 else SINGLE_STRAIGHT)
    elif draw < 0.43:
        text = curl(text).translate(GUILLEMETS if rng.random() < 0.5 else LOW)
    if rng.random() < 0.20:
        rate = rng.choice([0.05, 0.05, 0.3])
        text = "".join(" " if c in '“”"«»„' and rng.random() < rate else c for c in text)
    draw = rng.random()
    if draw < 0.04:
        text = same_length_lower(text)
    elif draw < 0.06:
        text = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    return text


def char_labels(doc):
    """Statements as ((content spans), (source spans), cue span), grouped by attr_id."""
    groups = {}
    for q in doc["quotes"]:
        content, sources, cues = groups.setdefault(q.get("attr_id", (q["start"], q["end"])), (set(), set(), set()))
        content.add((q["start"], q["end"]))
        sources.update(tuple(s) for s in q.get("speaker_spans") or [])
        if not q.get("speaker_spans") and q.get("speaker_start") is not None:
            sources.add((q["speaker_start"], q["speaker_end"]))
        if q.get("cue_start") is not None:
            cues.add((q["cue_start"], q["cue_end"]))
    parts = [tuple(sorted(s) for s in g) for g in groups.values()]
    return [unswapped(doc["text"], *g) for g in parts]


def unswapped(text, contents, sources, cues):
    """The corpus has source and cue the wrong way round in some places ("said" by "Hester"): put them right."""
    if len(sources) == 1 and text[slice(*sources[0])] in (
        "said",
        "says",
        "added",
        "told",
        "wrote",
        "asked",
        "tweeted",
    ):
        return contents, cues, sources
    return contents, sources, cues


def covered(window, span):
    """Positions of the window of which at least half lies in the span."""
    starts, ends = window.starts, window.ends
    shared = np.minimum(ends, span[1]) - np.maximum(starts, span[0])
    return np.flatnonzero((starts >= 0) & (2 * shared >= ends - starts) & (shared > 0))


def write_tags(tags, positions, kind):
    """Mark one span's positions."""
    index = TAGS.index
    if not len(positions):
        return
    if kind == "content":
        tags[positions] = index("I-content")
        tags[positions[-1]] = index("E-content")
        tags[positions[0]] = index("B-content" if len(positions) > 1 else "S-content")
    else:
        tags[positions] = index(f"I-{kind}")
        tags[positions[0]] = index(f"B-{kind}")


def example(window, statements):
    """Targets of one window."""
    tags = np.zeros(len(window.tokens), dtype=np.int64)
    arcs = []
    low, high = window.starts[window.starts >= 0].min(), window.ends.max()
    for contents, sources, cues in statements:
        if contents[-1][1] <= low - 2000 or contents[0][0] >= high + 2000:
            continue
        found = [covered(window, s) for s in contents]
        source = [covered(window, s) for s in sources]
        cue = [covered(window, s) for s in cues]
        for group, kind in ((source, "source"), (cue, "cue"), (found, "content")):
            for positions in group:
                write_tags(tags, positions, kind)
        content = np.concatenate(found) if found else np.zeros(0, int)
        if len(content):
            arcs.append((content, targets(source), targets(cue)))
    tags[: window.context] = IGNORE
    tags[window.starts < 0] = IGNORE
    return Example(window, tags, arcs)


def targets(groups):
    """Positions an arc may end at; position 0 where there is nothing to point at; None where it is out of sight."""
    if not groups:
        return np.zeros(1, dtype=int)
    seen = np.concatenate(groups)
    return seen if len(seen) else None


def examples(doc, tokenizer, limit, context, rng=None):
    """All windows of a document; disturbed and cut at random places if a random source is given."""
    text = disturb(doc["text"], rng) if rng else doc["text"]
    paragraphs = [windowing.pieces(tokenizer, t, o) for t, o in paragraphs_of(text)]
    paragraphs = [p for p in paragraphs if p]
    parts = [paragraphs]
    if rng and len(paragraphs) > 3:
        cut = rng.randrange(1, min(4, len(paragraphs)))
        parts = [paragraphs[:cut], paragraphs[cut:]]
    statements = char_labels(doc)
    return [example(w, statements) for part in parts for w in windowing.windows(part, limit, context)]
