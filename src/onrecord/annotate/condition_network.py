"""The learned reader of conditions: a narrow layer over the tagger's states, in a file of its own (conditions.onnx).

Which words tell a state of affairs, as what it is told, and which words name its parts (`condition_scheme`). Built by
`train/statements/condition_layer.py`.
"""

from collections.abc import Sequence
from pathlib import Path

from onrecord.annotate.condition_scheme import KINDS, PARTS, STATUSES, WIDTH
from onrecord.annotate.onnx_sessions import single
from onrecord.annotate.statement_model import Reading
from onrecord.annotate.statement_tags import Floats, log_softmax
from onrecord.annotate.word_readings import Answers, Scheme, WordReadings


class ConditionNetwork:
    """The network of a folder, on one thread. `distance`: [parts, buckets] bias of an arc by its length."""

    def __init__(self, folder: Path, distance: Floats) -> None:
        self._session = single(folder / "conditions.onnx")
        self._scheme = Scheme(KINDS, PARTS, WIDTH, distance, STATUSES)

    def read(self, readings: Sequence[Reading]) -> WordReadings:
        """The words of one document, from what the tagger left of its windows."""
        return WordReadings([self._answers(reading) for reading in readings], self._scheme)

    def _answers(self, reading: Reading) -> Answers:
        kinds, statuses, arcs = self._session.run(["kinds", "statuses", "arcs"], {"states": reading.states})
        return Answers(reading.window, log_softmax(kinds), arcs, log_softmax(statuses))
