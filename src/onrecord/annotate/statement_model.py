"""Learned finder of statements: which words are reported, on whose word, and by which cue.

A small transformer reads a document in windows of consecutive paragraphs. For every word piece it gives a tag
(content, source, cue or none) and short vectors by which content points at its source and its cue. In the same pass it
tells which words tell an act, and of whom towards whom (`word_readings`), and leaves states from which further networks
read how each statement was made (`speech_readings`), which conditions are told and which words report (`word_network`).
Needs numpy, onnxruntime and tokenizers; never torch.
The model is built by `train/statements`.

Offsets are Unicode code points, end exclusive. Results depend on the document alone, never on its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.annotate.onnx_sessions import single
from onrecord.annotate.statement_tags import (
    BLOCKED,
    TAGS,
    Floats,
    agreed,
    arc_bias,
    best_tags,
    log_softmax,
    log_sum,
    pointed_at,
    spans_of,
)
from onrecord.annotate.statement_windows import Ints, Window, pieces, windows

OUTPUTS = ["tags", "arcs", "acts", "act_arcs", "speech", "states"]


@dataclass(frozen=True, slots=True)
class TaggedStatement:
    """One statement as the model sees it, in code points of the document; several contents if interrupted.

    `score` (0..1) estimates that a careful reader would mark the content as said, thought or intended by somebody.
    """

    content: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    score: float


@dataclass(frozen=True, slots=True)
class Settings:
    """What was learned or chosen beside the network; read from config.json."""

    limit: int
    context: int
    arc_width: int
    distance: Floats  # [2 or 3, buckets] bias of an arc by its length: content to source, to cue, cue to source
    act_distance: Floats  # [2, buckets] the same of a telling word to its actor, to its recipient
    outside_bias: float  # added to the log probability of "none": the balance of precision and recall
    weights: Floats  # of the seven signs of a content span, and a constant (logistic regression)
    threshold: float  # least score of a statement
    acts: tuple[str, ...]  # types of acts, the first NONE
    condition_distance: Floats  # [parts, buckets] of a word that tells a condition to its parts
    cue_distance: Floats  # [sides, buckets] of a word that reports to the words it reports and to their source


@dataclass(frozen=True, slots=True)
class Reading:
    """One window after the network: [L, 9] tag log probabilities and [L, 4 * width] or [L, 6 * width] arc projections;
    [L, 16] log probabilities of the types of acts, the first of none, and [L, 4 * width] projections of their arcs;
    [L, 128] states for the reading of speech; [L, 1536] those of the words, the
    second, the fourth and the last layer."""

    window: Window
    tags: Floats
    arcs: Floats
    acts: Floats
    act_arcs: Floats
    speech: Floats
    states: Floats


def arc_shares(reading: Reading, span: tuple[int, int], kind: int, settings: Settings) -> Floats:
    """[L] share with which the positions of `span` point at each position; position 0 is "nothing".

    Kinds of arcs are the rows of Settings.distance.
    """
    return shares_of_arcs(reading.arcs, reading.window, span, (kind, settings.arc_width), settings.distance[kind])


def by_word(shares: Floats, positions: Ints, starts: Sequence[int] | Ints) -> list[float]:
    """The shares of positions, which begin at the code points `positions` (-1: at none), summed by word; `starts` are
    code points at which the words begin, in text order, each reaching to the next; the rest counts for none."""
    seen = positions >= 0
    words = np.searchsorted(np.asarray(starts), positions[seen], side="right") - 1
    inside = (words >= 0) & (words < len(starts) - 1)
    found: Floats = np.zeros(len(starts), dtype=np.float32)
    np.add.at(found, words[inside], shares[seen][inside])
    return list(found.tolist())


def shares_of_arcs(arcs: Floats, window: Window, span: tuple[int, int], place: tuple[int, int], bias: Floats) -> Floats:
    """[L] share with which the positions of `span` point at each position, 0 being "nothing".

    `place`: which kind of arc the columns are of, and how wide a query is; `bias`: [buckets] by an arc's length."""
    kind, width = place
    start = 2 * kind * width
    query = arcs[span[0] : span[1], start : start + width]
    key = arcs[:, start + width : start + 2 * width]
    scores = query @ key.T / np.float32(np.sqrt(width)) + arc_bias(bias, span, len(key))
    shares = np.exp(log_softmax(scores)).mean(0)
    shares[1:][window.starts[1:] < 0] = 0.0  # the end mark and the like are no words to point at,
    shares[span[0] : span[1]] = 0.0  # nor are the span's own
    return np.asarray(shares, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Found:
    """A content span of one window, in positions, with what it points at and the seven signs its score is made of."""

    content: tuple[int, int]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    signs: tuple[float, ...]


def found_in(reading: Reading, settings: Settings) -> list[Found]:
    """All content spans of a window."""
    scores = reading.tags.copy()
    scores[:, 0] += settings.outside_bias
    scores[reading.window.starts < 0, 1:] = BLOCKED
    tags = best_tags(scores)
    sources, cues = spans_of(tags, "source"), spans_of(tags, "cue")
    inside = log_sum(reading.tags[:, 1:5])
    found = []
    for a, b in spans_of(tags, "content"):
        if a < reading.window.context:
            continue
        to_source, to_cue = (arc_shares(reading, (a, b), kind, settings) for kind in (0, 1))
        cue, cue_mass = pointed_at(to_cue, cues)
        if cue and len(settings.distance) > 2:
            to_source = agreed(to_source, arc_shares(reading, cue, 2, settings))
        source, _ = pointed_at(to_source, sources)
        signs = (
            float(inside[a:b].mean()),
            float(log_sum(reading.tags[a, [1, 4]])),
            float(log_sum(reading.tags[b - 1, [3, 4]])),
            float(np.log(cue_mass + 1e-3)) if cue else -7.0,
            float(np.log(1 - to_source[0] + 1e-3)),
            float(np.log(b - a)),
            float((reading.window.features[a:b] % 3 > 0).mean()),
        )
        found.append(Found((a, b), source, cue, signs))
    return found


class StatementTagger:
    """Reads documents with the model of a folder (model.onnx, tokenizer.json, config.json), on one thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.session = single(folder / "model.onnx")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.settings = settings_from(json.loads((folder / "config.json").read_text(encoding="utf-8")))

    def tag(self, paragraphs: Sequence[tuple[str, int]]) -> tuple[TaggedStatement, ...]:
        """Statements of one document, given as its paragraphs (text, first code point), in order of their content."""
        return self.statements(self.readings(paragraphs))

    def statements(self, readings: Sequence[Reading]) -> tuple[TaggedStatement, ...]:
        """The statements in the windows of one document, in order of their content."""
        settings = self.settings
        statements: list[TaggedStatement] = []
        for reading in readings:
            scored = [(f, probability(f.signs, settings.weights)) for f in found_in(reading, settings)]
            kept = [(f, s) for f, s in scored if s >= settings.threshold]
            statements.extend(joined(kept, reading.window))
        return tuple(sorted(statements, key=lambda s: s.content))

    def readings(self, paragraphs: Sequence[tuple[str, int]]) -> list[Reading]:
        """The network's answer for every window of a document; windows are read one at a time, so nothing is padded."""
        split = [pieces(self.tokenizer, text, start) for text, start in paragraphs]
        return [self.read(w) for w in windows(split, self.settings.limit, self.settings.context)]

    def read(self, window: Window) -> Reading:
        """Run the network on one window."""
        feed = {"ids": window.tokens, "features": window.features}
        tags, arcs, acts, act_arcs, speech, states = self.session.run(OUTPUTS, feed)
        return Reading(window, log_softmax(tags), arcs, log_softmax(acts), act_arcs, speech, states)


def settings_from(config: dict[str, Any]) -> Settings:
    """Settings of a config.json. Raises ValueError where it was made for other tags."""
    if tuple(config["tags"]) != TAGS:
        raise ValueError(f"statement model was trained for other tags: {config['tags']}")
    return Settings(
        limit=config["limit"],
        context=config["context"],
        arc_width=config["arc_width"],
        distance=np.array(config["distance"], dtype=np.float32),
        outside_bias=config.get("outside_bias", 0.0),
        weights=np.array(config.get("weights", [1, 0, 0, 0, 0, 0, 0, 0]), dtype=np.float32),
        threshold=config.get("threshold", 0.0),
        acts=tuple(config["acts"]),
        act_distance=np.array(config["act_distance"], dtype=np.float32),
        condition_distance=np.array(config["condition_distance"], dtype=np.float32),
        cue_distance=np.array(config["cue_distance"], dtype=np.float32),
    )


def probability(signs: Sequence[float], weights: Floats) -> float:
    """Logistic regression on the signs of a span."""
    return float(1 / (1 + np.exp(-(np.dot(weights[:-1], np.array(signs, dtype=np.float32)) + weights[-1]))))


def joined(found: Sequence[tuple[Found, float]], window: Window) -> list[TaggedStatement]:
    """Fragments that share their cue as one statement; its score is that of its surest fragment."""
    groups: dict[object, list[tuple[Found, float]]] = {}
    for item, score in found:
        groups.setdefault(item.cue or ("alone", item.content), []).append((item, score))
    made = []
    for group in groups.values():
        first = max(group, key=lambda pair: pair[1])
        source = next((f.source for f, _ in [first, *group] if f.source), None)
        content = tuple(code_points(window, f.content) for f, _ in group)
        made.append(TaggedStatement(content, points(window, source), points(window, first[0].cue), first[1]))
    return made


def code_points(window: Window, span: tuple[int, int]) -> tuple[int, int]:
    """A span of positions as code points."""
    return int(window.starts[span[0]]), int(window.ends[span[1] - 1])


def points(window: Window, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The same, or None for none."""
    return code_points(window, span) if span else None


@cache
def statement_tagger() -> StatementTagger:
    """The tagger shipped with the package, opened once."""
    return StatementTagger(Path(str(files("onrecord").joinpath("resources/models/statements"))))
