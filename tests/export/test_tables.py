import csv
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.export.options import Options
from onrecord.export.rows import TABLES
from onrecord.export.tables import EXPORTER
from onrecord.model import Report
from onrecord.model.jsonl import decode
from tests.present import sample
from tests.present.sample import EMPTY, REPORT, TEXT, hostile


def _long(*reports: Report, text: bool = False) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    EXPORTER.write(reports, out, Options(text=text))
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def _folder(path: Path, *reports: Report) -> dict[str, list[dict[str, str]]]:
    EXPORTER.write_folder(reports, path, Options())
    tables: dict[str, list[dict[str, str]]] = {}
    for name in TABLES:
        with (path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return tables


def test_tables_long_has_every_record_and_loses_nothing() -> None:
    rows = _long(REPORT, EMPTY, hostile())
    assert len(rows) == sum(len(list(one.records())) for one in (REPORT, EMPTY, hostile()))
    kept = Report.of(decode(row["json"]) for row in rows if row["doc"] == sample.DOC)
    assert kept.statements == REPORT.statements
    assert kept.events == REPORT.events


def test_tables_long_text_and_offsets_agree() -> None:
    rows = [row for row in _long(REPORT) if row["start"] and " | " not in row["text"]]
    assert len(rows) > 30
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)


def test_tables_long_names_parent_and_voices() -> None:
    row = next(row for row in _long(REPORT) if row["id"] == sample.SENT.id)
    assert row["parent"] == sample.VIOLATED.id
    assert row["on_whose_word"] == "Office of the Foreign Minister of Karsunia | Teodor Marek"
    assert (row["kind"], row["mode"], row["status"], row["who"]) == ("MOBILIZE", "troops", "alleged", "Veldoria")


def test_tables_long_carries_the_text_only_where_asked() -> None:
    assert _long(REPORT)[0]["text"] == ""
    assert _long(REPORT, text=True)[0]["text"] == TEXT


def test_tables_folder_is_complete_and_counted(tmp_path: Path) -> None:
    counts = EXPORTER.write_folder([REPORT, EMPTY], tmp_path, Options())
    tables = _folder(tmp_path / "again", REPORT, EMPTY)
    assert counts == {f"{name}.csv": len(rows) for name, rows in tables.items()}
    assert counts["documents.csv"] == 2
    for name in ("statements", "events", "conditions", "agreements", "mentions"):
        assert [row["id"] for row in tables[name]] == [one.id for one in getattr(REPORT, name)]


def test_tables_folder_keeps_words_offsets_and_relations(tmp_path: Path) -> None:
    tables = _folder(tmp_path, REPORT)
    ids = {row["id"] for rows in tables.values() for row in rows}
    for row in tables["events"]:
        start, end = map(int, row["anchor_offsets"].split("-"))
        assert TEXT[start:end] == row["anchor"]
        assert not row["statement"] or row["statement"] in ids
    assert all(not row["parent"] or row["parent"] in ids for row in tables["statements"])
    demand = next(row for row in tables["events"] if row["id"] == sample.REOPEN.id)
    assert (demand["demand"], demand["deadline"]) == ("reopen the Harbour Road", "without delay")


def test_tables_folder_has_headers_even_for_empty_tables(tmp_path: Path) -> None:
    EXPORTER.write_folder([], tmp_path, Options())
    for name, table in TABLES.items():
        header = (tmp_path / f"{name}.csv").read_bytes()
        assert header == (",".join(table.columns) + "\r\n").encode()


def test_tables_are_exact_whatever_the_cell_holds(tmp_path: Path) -> None:
    attack = hostile()
    (row,) = _folder(tmp_path, attack)["statements"]
    assert row["content"] == attack.statements[0].content[0].text
    assert json.loads(_long(attack)[1]["json"])["venue"] == attack.statements[0].venue


def test_tables_texts_go_beside_the_tables_where_asked(tmp_path: Path) -> None:
    EXPORTER.write_folder([REPORT], tmp_path, Options(text=True))
    (path,) = (tmp_path / "texts").iterdir()
    assert path.read_bytes().decode() == TEXT


@pytest.mark.parametrize("doc", ["../../escape", "a/b", "C:\\x"])
def test_tables_text_file_stays_in_its_folder(tmp_path: Path, doc: str) -> None:
    report = Report(document=replace(sample.DOCUMENT, id=doc))
    EXPORTER.write_folder([report], tmp_path / "out", Options(text=True))
    assert len(list((tmp_path / "out" / "texts").iterdir())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
