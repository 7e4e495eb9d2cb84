"""Conditions as CSV with HXL hashtags, which humanitarian data tools read without being told what the columns are.

See https://hxlstandard.org/standard/1-1final/. One row a condition and figure; a condition without figures has one row.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from onrecord.export.cells import several
from onrecord.export.view_rows import Cell, outer
from onrecord.present.figures import Figure
from onrecord.present.ledgers.conditions import ConditionRow
from onrecord.present.phrases import flat

COLUMNS: tuple[tuple[str, str], ...] = (
    ("First reported", "#date+reported+start"), ("Last reported", "#date+reported+end"),
    ("Began not before", "#date+start+earliest"), ("Began not after", "#date+start+latest"),
    ("Country", "#country+code+v_iso3"), ("Place", "#loc+name"), ("Latitude", "#geo+lat"), ("Longitude", "#geo+lon"),
    ("Kind", "#impact+type"), ("State", "#impact+state"), ("Sectors", "#sector+list"), ("Severity", "#severity+name"),
    ("Affected", "#affected+description"), ("Figure", "#affected+num"), ("Unit", "#affected+unit"),
    ("Bound", "#affected+bound"), ("Status", "#status+name"), ("Feared", "#status+feared"), ("Cause", "#cause+claimed"),
    ("Said by", "#meta+source+name"), ("Side", "#meta+source+side"), ("Words", "#description+evidence"),
    ("Documents", "#meta+document+id"), ("Records", "#meta+record+id"),
)  # fmt: skip
"""Header and hashtag of each column."""


def write_hxl(rows: Iterable[ConditionRow], out: TextIO) -> int:
    """Write the header, the hashtags and the rows; how many rows of data there are."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([header for header, _ in COLUMNS])
    writer.writerow([tag for _, tag in COLUMNS])
    count = 0
    for count, cells in enumerate(_cells(rows), 1):  # noqa: B007  (the last count is the answer)
        writer.writerow(cells)
    return count


def _cells(rows: Iterable[ConditionRow]) -> Iterator[list[Cell]]:
    for row in rows:
        for figure in row.figures or (None,):
            yield _one(row, figure)


def _one(row: ConditionRow, figure: Figure | None) -> list[Cell]:
    number: Cell = "" if figure is None else int(figure.value) if figure.value.is_integer() else figure.value
    return [
        row.first or "", row.last or "", row.since_from or "", row.since_to or "", several(row.country),
        row.place or "", "" if row.lat is None else row.lat, "" if row.lon is None else row.lon, row.kind,
        row.state or "", several(row.sectors), row.severity or "", row.affected or "", number,
        "" if figure is None else figure.unit, "" if figure is None else figure.bound,
        "negated" if row.negated else row.status, "true" if row.feared else "false", row.cause or "",
        several(row.said_by), row.side, several(flat(g.span.text) for g in outer(row.grounds)),
        several(dict.fromkeys(g.doc for g in row.grounds)), several(dict.fromkeys(g.record for g in row.grounds)),
    ]  # fmt: skip
