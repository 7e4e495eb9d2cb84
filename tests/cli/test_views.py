"""The views on the command line: files, records and stores in; terminal and JSON out; exit codes."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from onrecord.cli.app import app
from onrecord.errors import Code
from onrecord.model import CodedBy, Diagnostic, Report
from onrecord.store import EvidenceBase
from tests.present import sample


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def records(tmp_path: Path) -> str:
    """The hand-made report as JSON Lines of records, so that nothing has to be parsed."""
    path = tmp_path / "records.jsonl"
    path.write_text(sample.REPORT.to_jsonl(text=True), encoding="utf-8")
    return str(path)


@pytest.fixture
def store(tmp_path: Path) -> str:
    with EvidenceBase.open(str(tmp_path / "s.db")) as base:
        base.add(sample.REPORT)
    return str(tmp_path / "s.db")


LEDGERS = ("demands", "pledges", "agreements", "access", "conditions", "humanitarian", "calendar", "process")
VIEWS = [("timeline",), ("positions",), *(("ledger", kind) for kind in LEDGERS)]


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_views_say_the_same_of_records_and_of_a_store(view: tuple[str, ...], records: str, store: str) -> None:
    from_file, from_store = run(*view, records, "--json"), run(*view, "--store", store, "--json")
    assert from_file.exit_code == from_store.exit_code == 0, from_file.output
    assert from_file.stdout == from_store.stdout
    for line in from_file.stdout.splitlines():
        for ground in json.loads(line)["grounds"]:
            span = ground["span"]
            assert sample.TEXT[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("view", [*VIEWS, ("compare",), ("explain",)], ids=" ".join)
def test_views_print_for_people(view: tuple[str, ...], records: str) -> None:
    result = run(*view, records)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() and "Traceback" not in result.output


def test_views_compare_names_both_sides_as_json(records: str) -> None:
    found = json.loads(run("compare", records, "--json").stdout)
    assert {side["side"] for side in found["sides"]} == {"VLD", "KRS"}


@pytest.mark.parametrize(
    "arguments",
    [("ledger", "demands"), ("ledger", "weather", "x.txt"), ("timeline",), ("compare", "{r}", "{r}", "{r}")],
    ids=" ".join,
)
def test_views_a_wrong_command_is_exit_code_2(arguments: tuple[str, ...], records: str) -> None:
    assert run(*(part.format(r=records) for part in arguments)).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("ledger", "access", "{r}", "--on", "soon"), "OR-E007"), (("timeline", "--store", "none.db"), "OR-E001")],
)
def test_views_errors_are_coded(arguments: tuple[str, ...], code: str, records: str) -> None:
    result = run(*(part.format(r=records) for part in arguments))
    assert getattr(result.exception, "code", None) == code


def test_views_damaged_records_name_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(sample.REPORT.to_jsonl(text=True) + '{"record":"event"}\n', encoding="utf-8")
    result = run("timeline", str(path))
    assert getattr(result.exception, "code", None) == "OR-E010" and "line" in str(result.exception)


def test_views_a_store_is_not_made_by_asking(tmp_path: Path) -> None:
    run("timeline", "--store", str(tmp_path / "new.db"))
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("view", [*VIEWS, ("compare",), ("explain",)], ids=" ".join)
def test_views_with_nothing_to_show_are_exit_code_1(view: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text(sample.EMPTY.to_jsonl(text=True), encoding="utf-8")
    assert run(*view, str(path)).exit_code == 1


def test_views_access_counts_days_to_the_day_asked_for(records: str) -> None:
    row = json.loads(run("ledger", "access", records, "--on", "2031-05-22", "--json").stdout)
    assert row["days_least"] == 30 and row["days_most"] is None


def test_views_explain_one_record(records: str) -> None:
    result = run("explain", records, "--record", sample.REOPEN.id)
    assert result.exit_code == 0 and "request-sample" in result.stdout and "urged" in result.stdout
    assert run("explain", records, "--record", "event-none").exit_code == 1


def test_views_explain_tells_what_chose_the_parties(tmp_path: Path) -> None:
    event = replace(sample.REOPEN, coded_by=CodedBy(rule="request-sample", parties="parties-trees"))
    path = tmp_path / "one.jsonl"
    path.write_text(Report.of((sample.DOCUMENT, event)).to_jsonl(text=True), encoding="utf-8")
    assert "chosen by parties-trees, otherwise than by this rule" in run("explain", str(path)).stdout
    assert json.loads(run("explain", str(path), "--json").stdout)["parties"] == "parties-trees"


def test_views_files_in_another_encoding_are_read_or_refused_with_a_code(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_bytes(
        '{"text": "Ola Renné denied that the ferry had sailed.", "published": "2031-05-14"}'.encode("cp1252")
    )
    assert run("explain", str(rows)).exit_code == 0
    page = tmp_path / "page.jsonld"
    page.write_bytes("{é".encode("cp1252"))
    assert getattr(run("timeline", str(page)).exception, "code", None) == "OR-E005"


def test_views_say_that_records_came_without_text(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    for text, told in ((False, True), (True, False)):
        path.write_text("".join(one.to_jsonl(text=text) for one in (sample.REPORT, sample.EMPTY)), encoding="utf-8")
        assert ("2 reports of 2 came without text" in run("timeline", str(path)).stderr) is told


def test_views_say_that_a_report_is_not_english(tmp_path: Path) -> None:
    note = Diagnostic("OR-W002", Code.W002.value.format(language="fr"))
    head = replace(sample.REPORT.document, uri="depeche.txt", diagnostics=(note,))
    report = Report(document=head)
    with EvidenceBase.open(str(tmp_path / "s.db")) as base:
        base.add(report)
    (tmp_path / "r.jsonl").write_text(report.to_jsonl(text=True), encoding="utf-8")
    for source in ((str(tmp_path / "r.jsonl"),), ("--store", str(tmp_path / "s.db"))):
        for view in (("ledger", "demands"), ("dossier",)):
            assert run(*view, *source).stderr.count("depeche.txt: OR-W002") == 1


def test_views_say_in_good_english_that_nothing_was_found(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text(sample.EMPTY.to_jsonl(text=True), encoding="utf-8")
    assert "nothing with a time was found in 1 report\n" in run("timeline", str(path)).stderr
    assert "in 1 report\n" in run("ledger", "demands", str(path)).stderr
    assert "in 1 report\n" in run("positions", str(path)).stderr


def test_compare_needs_every_report_that_was_given(records: str, tmp_path: Path) -> None:
    alone, lacking = run("compare", records), run("compare", records, str(tmp_path / "none.txt"))
    assert alone.exit_code == 0 and "OR-E001" in lacking.stderr
    assert (lacking.exit_code, lacking.stdout) == (2, "")


def test_timeline_parts_a_reason_from_what_it_is_about(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Ardenia's minister Ola Rennet met fishermen in Port Ilven on Tuesday.", encoding="utf-8")
    assert "own date is unknown · CONSULT" in " ".join(run("timeline", str(path)).stdout.split())


def test_ledger_takes_a_day_as_the_other_verbs_do(records: str) -> None:
    plain, timed = (
        run("ledger", "access", records, "--on", day, "--json") for day in ("2031-05-22", "2031-05-22T10:00")
    )
    assert timed.exit_code == 0 and timed.stdout == plain.stdout


def test_views_of_a_store_in_a_closed_folder_are_refused_with_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied", "closed/s.db")

    monkeypatch.setattr(Path, "stat", closed)
    for source in (("--store", "closed/s.db"), ("closed/records.jsonld",), ("closed/records.jsonl",)):
        result = run("timeline", *source)
        assert result.exit_code == 2 or getattr(result.exception, "code", None) == "OR-E001"
