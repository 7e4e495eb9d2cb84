"""Whole articles with a careful reading (`tests/articles`) as the layers over the tagger learn from them.

Their readings name people, bodies and states as an analyst would; a network points at words. A name stands for its own
words, in the statement's sentence or else anywhere; for a person also by the last name alone; a state also by what its
people are called. What stands nowhere in the text so is not asked.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from statements import acts, conditions, cues, labelled, speech

ARTICLES = Path(__file__).resolve().parents[2] / "tests" / "articles"
ACCESS = ("blocked", "restricted", "open")
KINDS = {"shortage": ("shortage",), "casualties": ("casualties",), "displacement": ("displacement",)}
KINDS["humanitarian situation"] = ("humanitarian", "shortage")
STATED = {"closed": ("blocked",), "blocked": ("blocked",), "restricted": ("restricted",), "open": ("open",)}
"""Kinds of the network by those of readings, and by the state of a way."""
SHORT = 3
"""Characters of words that hardly tell an act ("put", "the")."""


@dataclass(frozen=True)
class Article:
    """Its name and text; the labels of its statements (`speech.Label`), those as the reader of cues learns them
    (`cues.Told`), what it tells of acts (`acts.Told`) and of conditions (`State`)."""

    name: str
    text: str
    labels: list
    cues: list
    told: acts.Told
    states: list


@dataclass(frozen=True)
class State:
    """One condition of a reading, which does not say by which word it is told: the words that may be it, the kinds it
    may be told as, its status, and the words of its parts (None: not judged)."""

    words: list
    kinds: list
    status: int
    parts: dict


def articles(folder=ARTICLES):
    """The development articles of a folder."""
    return [article(path) for path in sorted(Path(folder).glob("*.gold.json"))]


def article(path):
    """One article."""
    name = path.name.removesuffix(".gold.json")
    text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
    reading = json.loads(path.read_text(encoding="utf-8"))
    told = acts.Told(name, text, [act(text, row) for row in reading["events"]])
    rows = reading["statements"]
    states = [state(text, row) for row in reading["conditions"]]
    return Article(name, text, [label(text, row) for row in rows], [cue(row) for row in rows], told, states)


def state(text, row):
    """One condition of a reading."""
    start, end = bounds(row["evidence"])
    words = [[start + m.start(), start + m.end()] for m in re.finditer(r"[^\W\d][\w'’-]*", text[start:end])]
    kinds = KINDS.get(row["kind"]) or STATED.get(row.get("state"), ACCESS)
    parts = dict.fromkeys(conditions.PARTS)
    for name, told in (
        ("place", [row.get("place")]),
        ("since", [row.get("since")]),
        ("restricted", row.get("restricted")),
    ):
        named = [one for one in told or [] if one]
        spans = [labelled.places(text, one, (start, end), any_case=True) for one in named]
        parts[name] = None if not all(spans) else [s for found in spans for s in found]
    status = conditions.STATUSES.index("hypothetical" if row.get("status") == "possible" else "asserted")
    return State(words, [conditions.KINDS.index(kind) for kind in kinds], status, parts)


def cue(row):
    """One statement of a reading: what reports it, and what it reports."""
    word = row["cue"] and bounds(row["cue"])
    source = row["speaker_mention"] and bounds(row["speaker_mention"])
    parts = sorted(bounds(part) for part in row["content"])
    return cues.Told(cues.ACTS.index("speech"), parts, word, source, inner=row["parent"] is not None)


def act(text, row):
    """One event of a reading: each word of its anchor may tell it, its parties are asked where its sentence names them."""
    event = "YIELD" if row["event"] in ("CONCEDE", "RETREAT") else row["event"]
    start, end = bounds(row["anchor"])
    words = [[start + m.start(), start + m.end()] for m in re.finditer(r"\w[\w'’-]*", text[start:end])]
    longer = [w for w in words if w[1] - w[0] > SHORT] or words
    evidence = bounds(row["evidence"])
    sides = [side(text, row[key], evidence, (start, end)) for key in ("actors", "recipients")]
    return acts.Act(acts.TYPES.index(event), longer, *sides)


def side(text, names, evidence, anchor):
    """Where a party stands in the evidence; none of no names; None where it is not named there."""
    spans = []
    for name in names:
        last = name.rpartition(" ")[2]
        ways = [name, *([last] if last[:1].isupper() else []), *labelled.called(text, name)]
        spans.append(next((s for w in ways if (s := labelled.places(text, w, evidence, any_case=True))), []))
    if not all(spans):
        return None
    return sorted(s for span in spans for s in span if not (anchor[0] <= s[0] < anchor[1])) or (
        [] if not names else None
    )


def label(text, row):
    """One statement of a reading."""
    content = bounds(row["content"][0])
    sentence = around(text, row)
    office, _, state = (row["speaker_office"] or "").rpartition(", ")
    office, state = (office, state) if office else (state, "")
    channel = row["channel"]
    return speech.Label(
        content,
        row["cue"] and bounds(row["cue"]),
        row["speaker_mention"] and bounds(row["speaker_mention"]),
        speech.signs.CHANNELS.index(channel) if channel in speech.signs.CHANNELS else None,
        [
            told(text, row["addressees"], sentence),
            told(text, [row["speaker"]] if proper(row["speaker"]) else []),
            told(text, [office.split(",")[0]]) if office else None if not proper(row["speaker"]) else [],
            states(text, state) if state else None,
        ],
    )


def bounds(span):
    """Code points of a span of a reading."""
    return span["start"], span["end"]


def proper(name):
    """Whether a speaker has a name."""
    return bool(name) and not name.islower() and any(w[0].isupper() for w in name.split())


def around(text, row):
    """The sentence of a statement's cue, or of where its content begins."""
    at = (row["cue"] or row["content"][0])["start"]
    start = max(0, *(m.end() for m in re.finditer(r"(?:[.!?][”\"’]?\s|\n)", text) if m.end() <= at), 0)
    end = next((m.end() for m in re.finditer(r"(?:[.!?][”\"’]?(?:\s|$)|\n)", text) if m.end() > at), len(text))
    return min(start, row["content"][0]["start"]), max(end, min(row["content"][0]["end"], end))


def told(text, names, sentence=None):
    """Where names stand; none of no names; None where one of them stands nowhere."""
    spans = []
    for name in names:
        last = name.rpartition(" ")[2]
        ways = [name, *([last] if last[:1].isupper() else [])]
        near = next((s for w in ways if sentence and (s := labelled.places(text, w, sentence, any_case=True))), [])
        spans.append(near or next((s for w in ways if (s := labelled.places(text, w, any_case=True))), []))
    return [one for span in spans for one in span] if all(spans) else None


def states(text, name):
    """Where a state stands, or its adjective."""
    return [
        s for way in dict.fromkeys((name, *labelled.called(text, name))) for s in labelled.places(text, way)
    ] or None
