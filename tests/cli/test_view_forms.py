"""Every view as CSV, page and file; the bundle; annotations in place of reports."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import app
from onrecord.present.views import VIEWS
from tests.present import sample

LEDGERS = [("ledger", view.name) for view in VIEWS if view.ledger]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def records(tmp_path: Path) -> str:
    path = tmp_path / "records.jsonl"
    path.write_text(sample.REPORT.to_jsonl(text=True), encoding="utf-8")
    return str(path)


FULL = [one for one in LEDGERS if one[1] not in ("toolkit", "accountability")]


@pytest.mark.parametrize("view", [("timeline",), ("positions",), ("compare",), *FULL], ids=" ".join)
def test_forms_csv_and_html_of_every_view(view: tuple[str, ...], records: str, tmp_path: Path) -> None:
    table = run(*view, records, "--format", "csv")
    assert table.exit_code == 0, table.output
    assert len(list(csv.reader(io.StringIO(table.stdout)))) > 1
    out = tmp_path / "view.html"
    assert run(*view, records, "--format", "html", "--output", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_forms_of_ledgers_that_hold_nothing_end_with_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text(sample.EMPTY.to_jsonl(text=True), encoding="utf-8")
    assert run("ledger", "toolkit", str(path), "--format", "csv").exit_code == 1


def test_forms_json_to_a_file_says_the_same_as_to_the_screen(records: str, tmp_path: Path) -> None:
    out = tmp_path / "demands.jsonl"
    run("ledger", "demands", records, "--format", "json", "--output", str(out))
    assert out.read_text(encoding="utf-8") == run("ledger", "demands", records, "--json").stdout
    for verb in (("ledger", "demands"), ("compare",)):
        assert run(*verb, records, "--json", "--output", str(out)).stdout == ""
        assert out.read_text(encoding="utf-8") == run(*verb, records, "--json").stdout


@pytest.mark.parametrize("view", [("timeline",), ("positions",), ("compare",), ("ledger", "demands")], ids=" ".join)
def test_forms_are_what_the_output_is_called(view: tuple[str, ...], records: str, tmp_path: Path) -> None:
    out = {suffix: tmp_path / f"view.{suffix}" for suffix in ("json", "csv", "html", "txt")}
    for path in out.values():
        done = run(*view, records, "--output", str(path))
        assert done.exit_code == 0 and done.stdout == "" and f"wrote {path}" in done.stderr
    found = json.loads(out["json"].read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in run(*view, records, "--json").stdout.splitlines()]
    assert found == (rows[0] if view == ("compare",) else rows)
    assert out["csv"].read_text(encoding="utf-8") == run(*view, records, "--format", "csv").stdout
    assert out["html"].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert out["txt"].read_text(encoding="utf-8").strip() == run(*view, records).stdout.strip()


def test_forms_of_a_dossier_are_what_the_output_is_called(records: str, tmp_path: Path) -> None:
    out = tmp_path / "dossier.md"
    assert run("dossier", records, "--output", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("# ")
    assert json.loads(run("dossier", records, "--json").stdout) == json.loads(
        run("dossier", records, "--format", "json").stdout
    )


def test_forms_hxl_is_for_conditions_only(records: str) -> None:
    assert "#severity+name" in run("ledger", "humanitarian", records, "--format", "hxl").stdout
    refused = run("ledger", "demands", records, "--format", "hxl")
    assert refused.exit_code != 0 and "OR-E063" in str(refused.exception)


def test_forms_timeline_as_a_picture(records: str) -> None:
    assert run("timeline", records, "--format", "svg").stdout.startswith("<svg")


def test_export_writes_bundles(records: str, tmp_path: Path) -> None:
    assert run("export", records, "--output", str(tmp_path / "a.xlsx")).exit_code == 0
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"
    assert run("export", records, "--format", "csv", "--output", str(tmp_path / "tables")).exit_code == 0
    assert (tmp_path / "tables" / "access.csv").exists()
    only = run("export", records, "--format", "html", "--view", "access")
    assert only.exit_code == 0 and 'id="demands"' not in only.stdout


def test_export_needs_a_place_for_a_workbook_and_knows_its_views(records: str, tmp_path: Path) -> None:
    assert run("export", records).exit_code == 2
    refused = run("export", records, "--view", "weather", "--output", str(tmp_path / "a.xlsx"))
    assert "OR-E062" in str(refused.exception)
    nowhere = run("export", records, "--output", str(tmp_path / "no" / "a.xlsx"))
    assert "OR-E053" in str(nowhere.exception)


def test_export_annotations_can_be_given_to_views(records: str, tmp_path: Path) -> None:
    out = tmp_path / "a.jsonld"
    assert run("export", records, "--format", "annotations", "--output", str(out)).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["type"] == "AnnotationPage"
    assert run("ledger", "access", str(out), "--json").stdout == run("ledger", "access", records, "--json").stdout


@pytest.mark.parametrize("verb", [("read",), ("timeline",), ("ledger", "demands"), ("positions",), ("compare",),
                                  ("dossier",), ("export",)], ids=" ".join)  # fmt: skip
def test_forms_an_output_never_takes_the_place_of_a_report(verb: tuple[str, ...], records: str) -> None:
    before = Path(records).read_bytes()
    form = "json" if verb[0] not in ("read", "export") else "annotations"
    refused = run(*verb, records, "--format", form, "--output", records)
    assert getattr(refused.exception, "code", None) == "OR-E053" and Path(records).read_bytes() == before


def test_forms_an_output_never_takes_the_place_of_a_report_in_a_folder(tmp_path: Path) -> None:
    report = tmp_path / "reports" / "one.txt"
    report.parent.mkdir()
    report.write_text("The minister of Ardenia said on Monday that the road was open.\n", encoding="utf-8")
    refused = run("read", str(report.parent), "--output", str(report))
    assert getattr(refused.exception, "code", None) == "OR-E053"
    assert report.read_text("utf-8").startswith("The minister")
    assert run("read", str(report.parent), "--output", str(report.with_suffix(".out"))).exit_code == 0


def test_forms_for_people_have_no_python_in_them(records: str) -> None:
    shown = run("ledger", "calendar", records).stdout
    assert "dated: yes" in shown and "True" not in shown
