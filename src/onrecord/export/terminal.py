"""The dossier for a terminal or a pipe: plain lines, indented, with colour only where a terminal shows it."""

import os
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from onrecord.export.options import Options
from onrecord.export.screen import PIPED_WIDTH, WIDEST, safe
from onrecord.model import Report
from onrecord.present.dossier import Dossier, dossier
from onrecord.present.entry import Entry
from onrecord.present.outline import Section, contents, headline, outline, provenance
from onrecord.present.phrases import shortened

SHORT, LONGER = 120, 180
"""Characters that are shown of a statement or a note, and of the words of an event, unless all are asked for."""
CARRIED = 0.6
"""A statement whose words are shown to this part by the statements inside it is not spelt out as well."""


class Terminal:
    """A dossier a report, one after the other as they come."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Print each dossier; width and colour follow the terminal unless the options say otherwise."""
        page = _Page(out, options)
        for number, report in enumerate(reports):
            if number:
                page.blank(2)
            _dossier(dossier(report), page)


class _Page:
    """Lines of text, wrapped and indented by us so that a pipe gets no padding and no boxes."""

    def __init__(self, out: TextIO, options: Options) -> None:
        self._console = Console(
            file=out, force_terminal=options.colour, no_color=True if options.colour is False else None,
            highlight=False, markup=False, emoji=False, width=options.width,
        )  # fmt: skip
        piped = not self._console.is_terminal and "COLUMNS" not in os.environ
        self.width = options.width or (PIPED_WIDTH if piped else min(self._console.width, WIDEST))
        self.full = options.full

    def blank(self, lines: int = 1) -> None:
        self._console.print("\n" * (lines - 1))

    def line(self, text: Text, indent: int = 0, hang: int = 0) -> None:
        """One paragraph; all its lines but the first stand `hang` columns further in."""
        room = max(20, self.width - indent - hang)
        for number, part in enumerate(text.wrap(self._console, room)):
            part.rstrip()
            shift = " " * (indent + (hang if number else 0))
            self._console.print(Text(shift) + part, soft_wrap=True)

    def words(self, text: str, limit: int = SHORT) -> str:
        return safe(text if self.full else shortened(text, limit))


def _dossier(found: Dossier, page: _Page) -> None:
    page.line(Text(safe(headline(found)), "bold"))
    page.line(Text(safe(" · ".join(provenance(found))), "dim"))
    page.line(Text(contents(found)))
    if found.nothing:
        page.blank()
        page.line(Text(f"{found.nothing[:1].upper()}{found.nothing[1:]}."))
    for section in outline(found):
        _heading(section.title, page)
        _section(section, page)
    if found.document.diagnostics:
        _heading("About this reading", page)
        for diagnostic in found.document.diagnostics:
            page.line(Text(safe(f"- {diagnostic.code}: {diagnostic.message}")), hang=2)


def _heading(title: str, page: _Page) -> None:
    page.blank()
    page.line(Text(title.upper(), "bold cyan"))


def _section(section: Section, page: _Page) -> None:
    for entry in section.entries:
        if section.key == "speakers":
            _speaker(entry, page)
        else:
            _bullet(entry, page, SHORT if section.key == "timeline" else LONGER)


def _speaker(entry: Entry, page: _Page) -> None:
    text = _marked(entry, "bold")
    text.append(safe("".join(f" · {note}" for note in entry.notes)), "dim")
    page.line(text, hang=4)
    for said in entry.inside:
        _statement(said, page, 2)


def _statement(entry: Entry, page: _Page, indent: int) -> None:
    text = Text("- ") + _marked(entry, "italic")
    if page.full or entry.carried < CARRIED:
        text.append(f": {page.words(entry.words or '')}")
    if entry.notes:
        text.append(safe(f" [{' · '.join(entry.notes)}]"), "dim")
    page.line(text, indent, hang=2)
    for inner in entry.inside:
        _statement(inner, page, indent + 4)


def _bullet(entry: Entry, page: _Page, limit: int) -> None:
    text = Text("- ") + _marked(entry, "bold")
    if entry.words:
        text.append(f": {page.words(entry.words, limit)}")
    if entry.inside:
        text.append(safe(f": {', '.join(inner.head for inner in entry.inside)}"))
    page.line(text, hang=2)
    notes = " · ".join(page.words(note) for note in (*entry.notes, entry.code) if note)
    if notes:
        page.line(Text(notes, "dim"), 4, hang=2)


def _marked(entry: Entry, style: str) -> Text:
    """The head of a line with its status words before it: an allegation must not look like a fact."""
    text = Text()
    for mark in entry.marks:
        text.append(f"[{mark}]", "bold yellow").append(" ")
    return text.append(safe(entry.head), style)


EXPORTER = Terminal()
