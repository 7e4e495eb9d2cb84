"""Reports of nine kinds of desk: labels of who says it, to whom and how stand in the text, those kept are read."""

from collections import Counter
from pathlib import Path

import pytest

from onrecord.evaluation import golden
from onrecord.reader import Reader
from tests.development.labelled import parser
from tests.development.spoken.score import rows

FORM = parser()
HOME = Path(__file__).parent / "addressed"
FLOORS = {
    HOME: {"speaker": 0.87, "channel": 0.76, "addressees": 0.74},
    HOME / "kept": {"speaker": 0.95, "channel": 0.74, "addressees": 0.77},
}
"""Figures of 28 November 2026 less a point or two; those in `kept` were read by nobody who mends rules since."""


@pytest.mark.parametrize("folder", FLOORS, ids=lambda folder: folder.name)
def test_words_of_labels_stand_in_their_sentence(folder: Path) -> None:
    for report in FORM.reports(folder, "statement"):
        for line in report.lines:
            _, content, cue, source, *_ = line.cells
            for words in (cue, source):
                if words != "-":
                    FORM.place(report.text, words, line.sentence)
            for part in content.split(" // "):
                start, end = FORM.content(report, line, part)
                assert line.sentence[0] <= start < end <= len(report.text)


@pytest.mark.parametrize("folder", FLOORS, ids=lambda folder: folder.name)
def test_speakers_channels_and_addressees_are_read_as_before(reader: Reader, folder: Path) -> None:
    counts: Counter[str] = Counter()
    for report in FORM.reports(folder, "statement"):
        golden.count(list(rows(report)), reader.read(report.text, published=report.day), counts)
    figures = golden.result(counts)
    got = {name: one["F1"] if isinstance(one, dict) else one for name, one in figures.items()}
    assert not {name: got[name] for name, floor in FLOORS[folder].items() if got[name] < floor}
