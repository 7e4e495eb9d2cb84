"""The records of the contract as one JSON array, for programs that read a whole file at once."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from onrecord.export.options import Options
from onrecord.model import Report


def array(rows: Iterable[str]) -> Iterator[str]:
    """The pieces of one JSON array of encoded rows, a line each."""
    joint = "["
    for row in rows:
        yield f"{joint}{row}"
        joint = ",\n"
    yield "[]\n" if joint == "[" else "]\n"


class JsonArray:
    """The rows of JSON Lines in the same order, one a line still, in brackets and with commas."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Write each report as soon as it comes."""
        told = (report.to_jsonl(text=options.text).rstrip("\n").split("\n") for report in reports)
        out.writelines(array(row for rows in told for row in rows))


EXPORTER = JsonArray()
