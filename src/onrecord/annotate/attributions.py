"""Attributions by the learned tagger."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

from onrecord.annotate.layers import Attribution, Layers
from onrecord.annotate.parse import paragraph_bounds
from onrecord.annotate.statement_model import StatementTagger, statement_tagger


def attributions(layers: Layers) -> tuple[Attribution, ...]:
    """The statements that the learned tagger finds, in text order; none where its model is not installed."""
    return _tagged(layers.text, [(p.start, p.end) for p in layers.paragraphs])


@contextmanager
def beginning(text: str) -> Iterator[Callable[[], tuple[Attribution, ...]]]:
    """The same, begun at once on a second thread: the tagger needs the words only, so it can read beside the parser.

    Both spend their time outside Python's lock. Calling what is yielded waits for the result. On a machine (or in a
    process confined to) one processor there is nothing to gain, and the work is done when it is asked for.
    """
    bounds = list(paragraph_bounds(text))
    if _processors() < 2:
        yield lambda: _tagged(text, bounds)
        return
    with ThreadPoolExecutor(1) as thread:
        yield thread.submit(_tagged, text, bounds).result


def _tagged(text: str, bounds: Sequence[tuple[int, int]]) -> tuple[Attribution, ...]:
    tagger = _installed()
    if tagger is None:
        return ()
    found = tagger.tag([(text[start:end], start) for start, end in bounds])
    return tuple(Attribution(f.content, f.source, f.cue, f.score) for f in found)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _installed() -> StatementTagger | None:
    model = files("onrecord").joinpath("resources/models/statements/model.onnx")
    return statement_tagger() if model.is_file() else None
