"""CSV (RFC 4180, UTF-8): a folder with one table a kind, or all records in one table.

Values are exact. A cell that begins with `=`, `+`, `-` or `@` is left as it is, because changing it would change
the data: import the file as text into a spreadsheet that evaluates formulas.
"""

import csv
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from onrecord.export import long_table
from onrecord.export.options import Options
from onrecord.export.rows import TABLES
from onrecord.model import Report


class Tables:
    """CSV in one stream (all kinds in one table) or in a folder (one file a kind, joined by ids)."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """One table of all records, each with its kind, its parent and its complete JSON."""
        writer = _writer(out, long_table.COLUMNS)
        for report in reports:
            writer.writerows(long_table.rows(report, text=options.text))

    def write_folder(self, reports: Iterable[Report], folder: Path, options: Options) -> dict[str, int]:
        """`documents.csv`, `statements.csv` … in `folder`, made where absent; records written to each.

        With `options.text`, each document's canonical text goes to `texts/ID.txt`, to which offsets point.
        """
        folder.mkdir(parents=True, exist_ok=True)
        counts = {f"{name}.csv": 0 for name in TABLES}
        with ExitStack() as files:
            writers = {
                name: _writer(
                    files.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline="")),
                    table.columns,
                )
                for name, table in TABLES.items()
            }
            for report in reports:
                for name, table in TABLES.items():
                    rows = list(table.rows(report))
                    writers[name].writerows(rows)
                    counts[f"{name}.csv"] += len(rows)
                if options.text and report.document.text is not None:
                    _write_text(folder / "texts", report)
        return counts


def _writer(out: TextIO, columns: tuple[str, ...]) -> csv.DictWriter[str]:
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    return writer


def _write_text(folder: Path, report: Report) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / f"{re.sub(r'[^0-9A-Za-z_-]', '_', report.document.id)}.txt"
    path.write_text(report.document.text or "", encoding="utf-8", newline="")


EXPORTER = Tables()
