"""What the learned tagger makes of how each statement was made: its channel, and the words for audience and speaker.

The tagger's states of the whole document, kept from the pass that found the statements, are read once more by a small
network, with all statements and what rules said of each (`speech_signs`), so that an occasion told at the head of a
report reaches its end and one answer may hang on another. Offsets are code points of the document, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from onrecord.annotate.onnx_sessions import single
from onrecord.annotate.speech_signs import CHANNELS, POINTED, Inputs, Kind, Sheet, Telling, inputs, own_positions, sheet
from onrecord.annotate.statement_model import Reading
from onrecord.annotate.statement_tags import Floats
from onrecord.annotate.statement_windows import Ints
from onrecord.model.vocabulary import Channel

TOGETHER, STRETCH = 48, 512
"""Most statements read together, and most positions from the first of them to the last."""
FAINTEST = 0.003
"""Least share of a word piece that counts as pointed at."""
BEFORE, BEHIND = 512, 128
"""Positions in sight before the first of them and behind the last."""


@dataclass(frozen=True)
class SpeechReading:
    """One statement: log shares of its channels [12] and of the positions that it points at [4, N], first "nothing"."""

    scores: Floats
    pointing: Floats
    sheet: Sheet

    @cached_property
    def channels(self) -> dict[Channel, float]:
        """Share of each channel in 0-1; they sum to 1."""
        return dict(zip(CHANNELS, np.exp(self.scores).tolist(), strict=True))

    def nobody(self, kind: Kind) -> float:
        """Share with which the statement points at nothing in sight."""
        found = self._nobody.get(kind)
        if found is None:
            found = self._nobody[kind] = float(np.exp(self.pointing[POINTED.index(kind), 0]))
        return found

    def pointed(self, kind: Kind) -> Sequence[tuple[int, float]]:
        """Where word pieces pointed at begin (code points, in text order), with their shares; faint ones left out."""
        found = self._pointed.get(kind)
        if found is None:
            found = self._pointed[kind] = self._seen(kind)
        return found

    @cached_property
    def _nobody(self) -> dict[Kind, float]:
        return {}

    @cached_property
    def _pointed(self) -> dict[Kind, Sequence[tuple[int, float]]]:
        return {}

    def _seen(self, kind: Kind) -> Sequence[tuple[int, float]]:
        shares = np.exp(self.pointing[POINTED.index(kind)])
        seen = (shares >= FAINTEST).nonzero()[0]  # few: marks of the network among them are left out one by one
        starts = self.sheet.starts[seen].tolist()
        return [(start, share) for start, share in zip(starts, shares[seen].tolist(), strict=True) if start >= 0]


class SpeechNetwork:
    """The network of a folder (speech.onnx), on one thread."""

    def __init__(self, folder: Path) -> None:
        self._session = single(folder / "speech.onnx")

    def run(self, states: Floats, given: Inputs) -> tuple[Floats, Floats]:
        """[A, 12] log shares of channels and [A, 4, N] of positions, from the tagger's states [N, 128]."""
        feed = {
            "states": states, "roles": given.roles, "facts": given.facts, "pairs": given.pairs, "places": given.places
        }  # fmt: skip
        channels, pointing = self._session.run(["channels", "pointing"], feed)
        return channels, pointing


class SpeechReadings:
    """The statements of one document as the tagger reads them."""

    def __init__(self, readings: Sequence[Reading], paragraph_starts: Sequence[int], network: SpeechNetwork) -> None:
        self._readings, self._paragraph_starts, self._network = tuple(readings), paragraph_starts, network

    def read(self, tellings: Sequence[Telling]) -> list[SpeechReading | None]:
        """Each statement of the document, in the order given; None for one that begins at no word of the document."""
        places = [self._sheet.at(t.content) for t in tellings]
        known = sorted((at, number) for number, at in enumerate(places) if at)
        found: list[SpeechReading | None] = [None] * len(tellings)
        for group in _groups(known):
            numbers = [number for _, number in group]
            view = self._view(group[0][0], group[-1][0])
            part = self._sheet.part(view)
            scores, pointing = self._network.run(self._states[view], inputs(part, [tellings[n] for n in numbers]))
            for row, number in enumerate(numbers):
                found[number] = SpeechReading(scores[row], pointing[row], part)
        return found

    def _view(self, first: int, last: int) -> Ints:
        low, high = max(1, first - BEFORE), min(len(self._sheet.starts), last + BEHIND)
        return np.concatenate([np.zeros(1, dtype=np.int64), np.arange(low, high)])

    @cached_property
    def _sheet(self) -> Sheet:
        return sheet([r.window for r in self._readings], self._paragraph_starts)

    @cached_property
    def _states(self) -> Floats:
        kept = own_positions([r.window for r in self._readings])
        return np.concatenate([r.speech[own] for r, own in zip(self._readings, kept, strict=True)])


def _groups(known: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Statements (position, number) in text order that are read together."""
    groups: list[list[tuple[int, int]]] = []
    for one in known:
        if groups and len(groups[-1]) < TOGETHER and one[0] - groups[-1][0][0] < STRETCH:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups
