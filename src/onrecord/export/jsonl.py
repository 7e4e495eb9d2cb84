"""JSON Lines of the record contract."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.export.options import Options
from onrecord.model import Report


class JsonLines:
    """One record a line, each document before its records; nothing is shortened."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Write each report as soon as it comes."""
        for report in reports:
            out.write(report.to_jsonl(text=options.text))


EXPORTER = JsonLines()
