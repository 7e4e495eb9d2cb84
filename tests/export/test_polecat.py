"""The POLECAT table: its forty columns in order, one line an event, and the sidecar of spans."""

import io
import json
from pathlib import Path

from onrecord.codebook.cameo import cameo, plover
from onrecord.codebook.plover import TYPES
from onrecord.export.options import Options
from onrecord.export.polecat import COLUMNS, EXPORTER
from onrecord.export.registry import get
from onrecord.model import Report
from tests.present.sample import EMPTY, REPORT, TEXT, hostile

HEADER = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|"
    "Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|"
    "Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
    "Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")


def table(*reports: Report) -> list[dict[str, str]]:
    """The rows of the table, read back without any quoting."""
    out = io.StringIO(newline="")
    EXPORTER.write(reports, out, Options())
    lines = out.getvalue().split("\n")
    assert lines.pop() == ""
    assert lines[0].split("\t") == HEADER
    rows = [line.split("\t") for line in lines[1:]]
    assert all(len(row) == len(HEADER) for row in rows)
    return [dict(zip(HEADER, row, strict=True)) for row in rows]


def test_polecat_has_the_forty_columns_in_order() -> None:
    assert list(COLUMNS) == HEADER
    assert len(COLUMNS) == 40
    assert get("polecat") is EXPORTER


def test_polecat_has_a_row_for_each_event() -> None:
    rows = table(REPORT, EMPTY, hostile())
    assert [row["Event ID"] for row in rows] == [e.id for one in (REPORT, hostile()) for e in one.events]
    first, event = rows[0], REPORT.events[0]
    assert first["Event Type"] == event.event
    assert float(first["Intensity"]) == event.intensity
    assert first["Actor Name"] == "; ".join(actor.name or "" for actor in event.actors)
    assert first["Publication Date"] == (REPORT.document.published or "")
    assert first["Quad Code"].endswith(("COOPERATION", "CONFLICT"))


def test_polecat_event_date_falls_back_to_the_publication() -> None:
    for row, event in zip(table(REPORT), REPORT.events, strict=True):
        day = event.when.start if event.when else None
        assert row["Event Date"] == (day or REPORT.document.published or "")


def test_polecat_sidecar_points_at_the_text(tmp_path: Path) -> None:
    counts = EXPORTER.write_folder([REPORT], tmp_path, Options())
    assert counts == {"events.tsv": len(REPORT.events), "spans.jsonl": len(REPORT.events)}
    beside = [json.loads(line) for line in (tmp_path / "spans.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["Event ID"] for row in beside] == [event.id for event in REPORT.events]
    for row in beside:
        for span in (row["anchor"], row["evidence"], *filter(None, row["actors"])):
            assert TEXT[span["start"] : span["end"]] == span["text"]
        assert row["cameo"].isdigit()


def test_cameo_has_a_code_for_every_type_and_mode() -> None:
    for name, kind in TYPES.items():
        for mode in (None, *kind.modes):
            assert cameo(name, mode).isdigit()


def test_cameo_codes_lead_back_to_the_type() -> None:
    for name in TYPES:
        if name not in ("RETREAT",):
            assert plover(cameo(name, None)) == name
    assert plover("0874") == plover("087") == "RETREAT"
    assert plover("163") == plover("191") == "COERCE"
    assert plover("010") is None
    assert plover("904") is None
