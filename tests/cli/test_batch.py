"""A run over many documents: what is told while it goes on."""

import io
import sys

import pytest

from onrecord.cli.batch import Batch
from onrecord.errors import Code, InputError
from onrecord.ingest.document import document


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def shown(written: str) -> list[str]:
    """The lines that are left on a terminal, on which a carriage return goes back to the beginning of the line."""
    lines = []
    for line in written.split("\n"):
        row = ""
        for part in line.split("\r"):
            row = part + row[len(part) :]
        lines.append(row.rstrip())
    return lines


def test_batch_progress_is_gone_before_anything_else_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    bad = InputError(Code.E002, source="c.txt")
    for number, _ in enumerate(Batch(iter([*map(document, ("Rain.", "Snow.")), bad, document("Sun.")]), 1)):
        screen.write(f"report {number}\n")
    assert "2 reports read" in screen.getvalue()
    assert shown(screen.getvalue()) == ["report 0", "report 1", f"onrecord: {bad}", "report 2", ""]


def test_batch_tells_how_far_a_long_report_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    long, short = document("It rained.\n" * 48), document("It rained.\n" * 5)
    assert len(list(Batch(iter([short, long]), 1))) == 2
    assert "16 of 48 paragraphs parsed" in screen.getvalue()
    assert "48 of 48 paragraphs parsed, linking" in screen.getvalue()
    assert "of 5 paragraphs" not in screen.getvalue()
    assert shown(screen.getvalue()) == [""]


def test_batch_tells_no_progress_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    list(Batch(iter([document("It rained.\n" * 48)]), 1))
    assert pipe.getvalue() == ""
