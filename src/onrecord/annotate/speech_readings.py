"""What the learned tagger makes of how each statement was made: its channel, and the words for audience and speaker.

The tagger reads each document once, for statements, acts and this, so asking costs nothing more. Offsets are code
points of the document, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, cast

import numpy as np

from onrecord.annotate.statement_model import Reading, Settings, by_word, speech_shares
from onrecord.annotate.statement_tags import Floats, log_softmax
from onrecord.model.vocabulary import Channel

type Kind = Literal["addressee", "speaker", "office", "state"]
"""What a statement points at: words for its audience, and for its speaker's name, office and state."""


@dataclass(frozen=True)
class SpeechReading:
    """One statement, read at the positions where its content and its cue begin."""

    _reading: Reading
    _positions: tuple[int, ...]
    _settings: Settings
    _known: dict[Kind, Floats] = field(default_factory=dict)

    @cached_property
    def channels(self) -> dict[Channel, float]:
        """Share of each channel in 0-1; they sum to 1."""
        scores = log_softmax(self._reading.channels[list(self._positions)].mean(0)[None])[0]
        names = cast(Sequence[Channel], self._settings.channels)
        return dict(zip(names, np.exp(scores).tolist(), strict=True))

    def nobody(self, kind: Kind) -> float:
        """Share with which the statement points at nothing in sight."""
        return float(self._shares(kind)[0])

    def masses(self, kind: Kind, starts: Sequence[int]) -> list[float]:
        """Share with which the statement points at each word; `starts` are where the words begin, in text order, each
        reaching to the next; nothing is counted beyond the last."""
        return by_word(self._shares(kind), self._reading.window, starts)

    def _shares(self, kind: Kind) -> Floats:
        if kind not in self._known:
            shares = [speech_shares(self._reading, p, kind, self._settings) for p in self._positions]
            self._known[kind] = np.asarray(np.mean(shares, axis=0), dtype=np.float32)
        return self._known[kind]

    @property
    def bounds(self) -> tuple[int, int]:
        """The code points that the tagger had in sight."""
        window = self._reading.window
        return int(window.starts[window.starts >= 0].min()), int(window.ends.max())


class SpeechReadings:
    """The statements of one document as the tagger read them."""

    def __init__(self, readings: Sequence[Reading], settings: Settings) -> None:
        self._readings, self._settings = tuple(readings), settings

    def of(self, starts: Sequence[int]) -> SpeechReading | None:
        """The statement whose content, and cue, begin at these code points; None where the tagger read none of them."""
        places = [self._places[at] for at in starts if at in self._places]
        if not places:
            return None
        number = places[0][0]
        return SpeechReading(self._readings[number], tuple(p for n, p in places if n == number), self._settings)

    @cached_property
    def _places(self) -> dict[int, tuple[int, int]]:
        return {
            int(start): (number, position)
            for number, reading in enumerate(self._readings)
            for position, start in enumerate(reading.window.starts)
            if start >= 0 and position >= reading.window.context
        }
