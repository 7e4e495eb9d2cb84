"""Learned readers of single words: narrow layers over the tagger's states, each in a file of its own.

Which words tell a state of affairs (conditions.onnx, `condition_scheme`) and which report what somebody said
(cues.onnx, `cue_scheme`), as what, and at which words they point. Built by `train/statements/condition_layer.py` and
`cue_layer.py`.
"""

from collections.abc import Sequence
from pathlib import Path

from onrecord.annotate.onnx_sessions import single
from onrecord.annotate.statement_model import Reading
from onrecord.annotate.statement_tags import log_softmax
from onrecord.annotate.word_readings import Answers, Scheme, WordReadings


class WordNetwork:
    """The network of a file, on one thread; `scheme` is what it tells of a word."""

    def __init__(self, path: Path, scheme: Scheme) -> None:
        self._session = single(path)
        self._scheme = scheme
        self._outputs = ["kinds", "arcs", *(["statuses"] if scheme.statuses else [])]

    def read(self, readings: Sequence[Reading]) -> WordReadings:
        """The words of one document, from what the tagger left of its windows."""
        return WordReadings([self._answers(reading) for reading in readings], self._scheme)

    def _answers(self, reading: Reading) -> Answers:
        kinds, arcs, *more = self._session.run(self._outputs, {"states": reading.states})
        return Answers(reading.window, log_softmax(kinds), arcs, *(log_softmax(statuses) for statuses in more))
