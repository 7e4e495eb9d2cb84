import io
import re

import pytest

from onrecord.export.options import Options
from onrecord.export.terminal import EXPORTER
from onrecord.model import Report
from tests.present.sample import EMPTY, REPORT, hostile


def _printed(*reports: Report, full: bool = False, width: int | None = None, colour: bool | None = None) -> str:
    out = io.StringIO()
    EXPORTER.write(reports, out, Options(full=full, width=width, colour=colour))
    return out.getvalue()


@pytest.fixture(autouse=True)
def _no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def test_terminal_pipe_gets_plain_text() -> None:
    text = _printed(REPORT)
    assert "\x1b" not in text
    assert not re.search("[\u2500-\u257f]", text), "box drawing in a pipe"
    assert not [line for line in text.split("\n") if line != line.rstrip()]


@pytest.mark.parametrize("width", [80, 100, 120])
def test_terminal_keeps_to_its_width(width: int) -> None:
    assert max(map(len, _printed(REPORT, width=width).split("\n"))) <= width


def test_terminal_colour_changes_no_word() -> None:
    coloured = _printed(REPORT, colour=True, width=100)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == _printed(REPORT, colour=False, width=100)


def test_terminal_shortens_long_words_and_full_does_not() -> None:
    def flat(text: str) -> str:
        return " ".join(text.split())

    long = "Minister Lindqvist expressed grave concern about the worsening humanitarian situation in Tamary and urged"
    brief, full = flat(_printed(REPORT)), flat(_printed(REPORT, full=True))
    assert "…" in brief
    assert f"“{long} Karsunia …”" in brief
    assert f"“{long} Karsunia to reopen the Harbour Road without delay,”" in full
    assert "…" not in full


def test_terminal_full_spells_out_what_nested_statements_show_already() -> None:
    assert "said: “The Minister stressed" not in _printed(REPORT)
    assert "said: “The Minister stressed" in _printed(REPORT, full=True)


@pytest.mark.parametrize(
    "line",
    [
        "[alleged] Veldoria: “sending armed men to the Orlo checkpoint on April 20”",
        "[denied] Veldoria: “it sent any troops to the crossing”",
        "[planned] (not said who): “the men would be freed”",
        "[hypothetical] Council of Littoral States (IGO) threatens: “If the road is not reopened",
        "[alleged] Harbour Road: closed:",
        "[not identified] “witnesses”",
        "Ada Lindqvist (VLD) · Foreign Minister, Veldoria · quoted once by Ivo Brandt",
        "time without a calendar date: the week it counts from is not certain: “last week”",
        "place ambiguous: could be Orlo (north) or Orlo (south): “the Orlo checkpoint”",
        "[phone call · to Teodor Marek (KRS) · 2031-05-13 (“Tuesday”)]",
        "OR-W004: an opening quotation mark at 12 is never closed.",
    ],
)
def test_terminal_says(line: str) -> None:
    assert line in " ".join(_printed(REPORT).split())


def test_terminal_diagnostics_come_last() -> None:
    assert _printed(REPORT).rstrip().split("\n\n")[-1].startswith("ABOUT THIS READING")


def test_terminal_report_with_nothing_says_why() -> None:
    text = " ".join(_printed(EMPTY).split())
    assert "Nothing was put on the record: nobody in the text is reported to have said anything" in text
    assert "WHO SAID WHAT" not in text


def test_terminal_report_cannot_steer_the_terminal() -> None:
    text = _printed(hostile())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_terminal_page_of_markup_is_text() -> None:
    assert "[31m" in _printed(hostile())  # rich would read [..] as its own markup
