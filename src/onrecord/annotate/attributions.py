"""Attributions, cues, acts, conditions and circumstances of speech by the tagger, which reads a document once."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from onrecord.annotate import condition_scheme, cue_scheme
from onrecord.annotate.layers import Attribution, Layers
from onrecord.annotate.parse import paragraph_bounds
from onrecord.annotate.speech_readings import SpeechNetwork, SpeechReadings
from onrecord.annotate.statement_model import Reading, Settings, StatementTagger, TaggedStatement, statement_tagger
from onrecord.annotate.word_network import WordNetwork
from onrecord.annotate.word_readings import Answers, Scheme, WordReadings
from onrecord.model.apparatus import without_apparatus

type Bounds = tuple[int, int]
SIDES = ("actor", "recipient")
"""At whom a word that tells an act points."""
READINGS = ("acts", "conditions", "cues", "speech")
"""Layers that are None where the model is not installed."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger finds in one document; all but the attributions is None where its model is not installed."""

    attributions: tuple[Attribution, ...] = ()
    acts: WordReadings | None = None
    conditions: WordReadings | None = None
    cues: WordReadings | None = None
    speech: SpeechReadings | None = None

    def into(self, layers: Layers) -> Layers:
        """The layers with these filled in."""
        found = {name: getattr(self, name) for name in ("attributions", *READINGS)}
        return replace(layers, **found)


def attributions(layers: Layers) -> tuple[Attribution, ...]:
    """The statements that the learned tagger finds, in text order; none where its model is not installed."""
    return _tagged(layers.text, tuple((p.start, p.end) for p in layers.paragraphs)).attributions


def acts(layers: Layers) -> WordReadings | None:
    """What it makes of each word as one that tells an act."""
    return _tagged(layers.text, tuple((p.start, p.end) for p in layers.paragraphs)).acts


def conditions(layers: Layers) -> WordReadings | None:
    """What it makes of each word as one that tells a condition."""
    return _tagged(layers.text, tuple((p.start, p.end) for p in layers.paragraphs)).conditions


def cues(layers: Layers) -> WordReadings | None:
    """What it makes of each word as one that reports what somebody said, thought or means to do."""
    return _tagged(layers.text, tuple((p.start, p.end) for p in layers.paragraphs)).cues


def speech(layers: Layers) -> SpeechReadings | None:
    """What it makes of how and to whom each statement was made."""
    return _tagged(layers.text, tuple((p.start, p.end) for p in layers.paragraphs)).speech


@contextmanager
def beginning(text: str) -> Iterator[Callable[[], Tagged]]:
    """The same, begun at once on a second thread: the tagger needs the words only, so it can read beside the parser.

    Both spend their time outside Python's lock. Calling what is yielded waits for the result. On a machine (or in a
    process confined to) one processor there is nothing to gain, and the work is done when it is asked for.
    """
    bounds = tuple(paragraph_bounds(text))
    if _processors() < 2:
        yield lambda: _tagged(text, bounds)
        return
    with ThreadPoolExecutor(1) as thread:
        yield thread.submit(_tagged, text, bounds).result


@lru_cache(maxsize=1)  # all five layers of a document are made of one reading
def _tagged(text: str, bounds: tuple[Bounds, ...]) -> Tagged:
    tagger = _installed()
    if tagger is None:
        return Tagged()
    words = without_apparatus(text)
    readings = tagger.readings([(words[start:end], start) for start, end in bounds])
    return Tagged(
        _attributions(text, tagger.statements(readings)),
        _acts(readings, tagger.settings),
        _condition_network(tagger).read(readings),
        _cue_network(tagger).read(readings),
        SpeechReadings(readings, [start for start, _ in bounds], _speech_network(tagger.folder)),
    )


def _attributions(text: str, found: Sequence[TaggedStatement]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            tuple(_whole(text, part) for part in f.content),
            None if f.source is None else _bare(text, _whole(text, f.source)),
            None if f.cue is None else _whole(text, f.cue),
            f.score,
        )
        for f in found
    )


def _acts(readings: Sequence[Reading], settings: Settings) -> WordReadings:
    scheme = Scheme(settings.acts, SIDES, settings.arc_width, settings.act_distance)
    return WordReadings([Answers(r.window, r.acts, r.act_arcs) for r in readings], scheme)


def _whole(text: str, bounds: Bounds) -> Bounds:
    """Bounds widened to the words they cut: the network knows pieces of words only."""
    start, end = bounds
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _bare(text: str, bounds: Bounds) -> Bounds:
    """Bounds without the comma or white space at their end."""
    start, end = bounds
    while end - 1 > start and text[end - 1] in " \t,;:":
        end -= 1
    return start, end


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _installed() -> StatementTagger | None:
    model = files("onrecord").joinpath("resources/models/statements/model.onnx")
    return statement_tagger() if model.is_file() else None


@cache
def _speech_network(folder: Path) -> SpeechNetwork:
    return SpeechNetwork(folder)


@cache
def _condition_network(tagger: StatementTagger) -> WordNetwork:
    told, distance = condition_scheme, tagger.settings.condition_distance
    scheme = Scheme(told.KINDS, told.PARTS, told.WIDTH, distance, told.STATUSES)
    return WordNetwork(tagger.folder / "conditions.onnx", scheme)


@cache
def _cue_network(tagger: StatementTagger) -> WordNetwork:
    scheme = Scheme(cue_scheme.ACTS, cue_scheme.SIDES, cue_scheme.WIDTH, tagger.settings.cue_distance)
    return WordNetwork(tagger.folder / "cues.onnx", scheme)
