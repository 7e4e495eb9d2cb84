"""All views of some reports as a folder of CSV files or as one workbook with a sheet a view."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from onrecord.export.view_rows import DOCUMENT, Row, columns, documents, row
from onrecord.model import Report
from onrecord.present.views import VIEWS, View

CELL = 32_767
"""Characters that a cell of a workbook can hold; longer ones are cut with an ellipsis there, never in CSV."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BEGUN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Day of making that is written into every workbook, so that the same reports give the same bytes."""
_WIDTHS = {"evidence": 60, "what": 48, "words": 48, "uses": 60, "steps": 60, "answers": 48}


def tables(
    reports: Sequence[Report], on: str | None = None, views: Sequence[View] = VIEWS
) -> Iterator[tuple[str, tuple[str, ...], list[Row]]]:
    """Name, columns and rows of the table of reports, then of every view; days are counted to `on`."""
    yield "reports", DOCUMENT, list(documents(reports))
    for view in views:
        yield view.name, columns(view), [row(line) for line in view.make(reports, on)]


def write_csv(
    reports: Sequence[Report], folder: Path, on: str | None = None, views: Sequence[View] = VIEWS
) -> dict[str, int]:
    """One CSV file (RFC 4180, UTF-8) a view in `folder`, made where absent; rows written to each, by file name."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for name, names, rows in tables(reports, on, views):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="", errors="replace") as out:
            writer = csv.DictWriter(out, names, lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(rows)
        counts[f"{name}.csv"] = len(rows)
    return counts


def workbook(reports: Sequence[Report], on: str | None = None, views: Sequence[View] = VIEWS) -> bytes:
    """The bytes of an XLSX workbook: a sheet of the reports, then one a view, with filters and a fixed first row.

    Texts stay texts: nothing that a report says becomes a formula or a link.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": "OnRecord", "created": _BEGUN})
    bold = book.add_format({"bold": True, "bg_color": "#eef2f7", "bottom": 1})
    top = book.add_format({"valign": "top", "text_wrap": True})
    for name, names, rows in tables(reports, on, views):
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(names):
            sheet.set_column(at, at, _WIDTHS.get(column, 18), top)
            sheet.write_string(0, at, column.replace("_", " "), bold)
        for number, cells in enumerate(rows, 1):
            for at, column in enumerate(names):
                value = cells[column]
                if isinstance(value, str):
                    sheet.write_string(number, at, _fitting(value), top)
                else:
                    sheet.write_number(number, at, value, top)
        sheet.autofilter(0, 0, max(1, len(rows)), len(names) - 1)
    book.close()
    return out.getvalue()


def _fitting(text: str) -> str:
    """A text without characters that no workbook can hold, at most `CELL` long."""
    clean = _FORBIDDEN.sub("\ufffd", text)
    return clean if len(clean) <= CELL else clean[: CELL - 1] + "…"
