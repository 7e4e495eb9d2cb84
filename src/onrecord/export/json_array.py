"""The records of the contract as one JSON array, for programs that read a whole file at once."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.export.options import Options
from onrecord.model import Report


class JsonArray:
    """The rows of JSON Lines in the same order, one a line still, in brackets and with commas."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Write each report as soon as it comes."""
        joint = "["
        for report in reports:
            for row in report.to_jsonl(text=options.text).rstrip("\n").split("\n"):
                out.write(f"{joint}{row}")
                joint = ",\n"
        out.write("[]\n" if joint == "[" else "]\n")


EXPORTER = JsonArray()
