"""The command line as a user meets it: outputs, exit codes, messages."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import app
from onrecord.ingest.document import document
from onrecord.model import Report
from onrecord.store import EvidenceBase
from onrecord.version import __version__

SAMPLE = Path(__file__).parents[2] / "examples" / "harbour-road.txt"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, where errors become messages."""
    line = [sys.executable, "-m", "onrecord.cli.app", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)


def test_read_prints_json_lines_of_the_contract() -> None:
    result = run("read", str(SAMPLE), "--published", "2031-05-14", "--format", "jsonl")
    assert result.exit_code == 0, result.output
    report = Report.from_jsonl(result.stdout)
    assert report.document.text is None
    assert report.document.published == "2031-05-14"
    assert report.statements


def test_read_writes_what_json_and_the_name_of_an_output_ask_for(tmp_path: Path) -> None:
    lines = run("read", str(SAMPLE), "--json").stdout
    assert lines == run("read", str(SAMPLE), "--format", "jsonl").stdout
    array = tmp_path / "records.json"
    assert run("read", str(SAMPLE), "--output", str(array)).exit_code == 0
    assert json.loads(array.read_text(encoding="utf-8")) == [json.loads(line) for line in lines.splitlines()]
    assert run("timeline", str(array), "--json").stdout == run("timeline", str(SAMPLE), "--json").stdout
    array.write_text('[{"record":"document",', encoding="utf-8")
    broken = command("timeline", str(array))
    assert broken.returncode == 2 and "OR-E010" in broken.stderr and "Traceback" not in broken.stderr


def test_read_refuses_a_database_of_something_else(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE ferries (name)")
    before = other.read_bytes()
    for arguments in (("read", str(SAMPLE), "--store"), ("timeline", "--store"), ("search", "x", "--store")):
        result = command(*arguments, str(other))
        assert result.returncode == 2 and "OR-E030" in result.stderr and "of something else" in result.stderr
    assert other.read_bytes() == before


def test_read_with_text_round_trips() -> None:
    result = run("read", str(SAMPLE), "--format", "jsonl", "--with-text")
    assert Report.from_jsonl(result.stdout).document.text == SAMPLE.read_text(encoding="utf-8")


def test_read_goes_on_after_a_bad_file_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = run("read", str(tmp_path / "empty.txt"), str(SAMPLE), "--format", "jsonl")
    assert result.exit_code == 1
    assert "OR-E002" in result.stderr and "1 read, 1 not" in result.stderr
    assert Report.from_jsonl(result.stdout).document.uri == SAMPLE.name


def test_read_of_nothing_readable_is_exit_code_2(tmp_path: Path) -> None:
    assert run("read", str(tmp_path / "missing.txt")).exit_code == 2


def test_read_an_unknown_format_is_refused_before_reading() -> None:
    result = command("read", str(SAMPLE), "--format", "yaml")
    assert result.returncode == 2
    assert "OR-E052" in result.stderr and "jsonl" in result.stderr and "Traceback" not in result.stderr


def test_read_keeps_reports_in_a_store_that_can_be_searched(tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    for expected in ("added", "unchanged"):
        result = run("read", str(SAMPLE), "--store", store, "--format", "jsonl")
        assert result.exit_code == 0 and expected in result.stderr
    found = run("search", "insulin", "--store", store, "--json")
    assert found.exit_code == 0
    assert all("«insulin»" in json.loads(line)["snippet"] for line in found.stdout.splitlines())
    assert run("search", "submarine", "--store", store).exit_code == 1


def test_read_takes_a_table_of_ones_own_actors(tmp_path: Path) -> None:
    table, store = tmp_path / "own.csv", str(tmp_path / "s.db")
    table.write_text("name,id,country,sector,kind\nHarbour Watch,hw-1,ARM,CVL,organization\n", encoding="utf-8")
    story = tmp_path / "story.txt"
    story.write_text("Harbour Watch accused the police of shooting at crowds.", encoding="utf-8")
    arguments = ("read", str(story), "--store", store, "--format", "jsonl")
    plain = run(*arguments)
    assert plain.exit_code == 0 and "hw-1" not in plain.stdout and "added" in plain.stderr
    own = run(*arguments, "--actors", str(table))
    assert own.exit_code == 0 and '"id":"hw-1"' in own.stdout and "OR-W009" in own.stdout
    assert "replaced" in own.stderr
    assert "hw-1" in run("explain", str(story), "--actors", str(table)).stdout
    other = tmp_path / "other.txt"
    other.write_text("Harbour Watch accused the army of burning a village.", encoding="utf-8")
    run("read", str(other), "--store", store, "--format", "jsonl")
    mixed = run("timeline", "--store", store, "--actors", str(table), "--json")
    assert "different actor tables" in mixed.stderr and "1: the actor table own.csv (1 rows" in mixed.stderr
    assert "was not used" in mixed.stderr


def test_read_refuses_a_malformed_table_before_reading(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,sector\nHarbour Watch,XXX\n", encoding="utf-8")
    for verb in ("read", "explain", "timeline"):
        result = command(verb, str(SAMPLE), "--actors", str(table))
        assert result.returncode == 2 and not result.stdout
        assert "OR-E020" in result.stderr and "own.csv, line 2" in result.stderr and "Traceback" not in result.stderr


def test_predict_and_evaluate_agree(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    row = {"doc_id": "d", "text": "The talks ended on 3 May 2019.", "published": "2019-05-04",
           "times": [{"start": 19, "end": 29, "type": "DATE", "value": "2019-05-03"}]}  # fmt: skip
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert run("predict", "times", str(gold), str(out)).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["doc_id"] == "d"
    scored = json.loads(run("evaluate", "times", str(gold), "--json").stdout)
    assert scored["relaxed"]["n_gold"] == 1 and scored["gold"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("evaluate", "colours", "x.jsonl"), "OR-E051"),
        (("evaluate", "times", "/nowhere.jsonl"), "OR-E001"),
        (("evaluate", "times", "/dev/null"), "OR-E050"),
        (("read", str(SAMPLE), "--output", "/tmp/nowhere.xlsx"), "OR-E052"),
        (("timeline", str(SAMPLE), "--output", "/tmp/nowhere.yaml"), "OR-E052"),
        (("search", "x", "--store", "mysql://a/b"), "OR-E030"),
        (("read", "x", "--published", "soon"), "OR-E007"),
        (("predict", "times", "/dev/null", "/nowhere/out.jsonl"), "OR-E053"),
    ],
)
def test_verbs_errors_are_coded_and_without_traceback(arguments: tuple[str, ...], message: str) -> None:
    result = command(*arguments)
    assert result.returncode == 2
    assert message in result.stderr and "Traceback" not in result.stderr


def test_schema_is_a_json_schema_of_every_record() -> None:
    schema = json.loads(run("schema").stdout)
    assert {"Document", "Statement", "Event", "Condition", "Agreement", "Mention", "Span"} <= schema["$defs"].keys()
    assert len(schema["anyOf"]) == 6


def test_doctor_finds_the_installation_fine() -> None:
    result = run("doctor", "--json")
    assert result.exit_code == 0, result.output
    assert all(finding["fine"] for finding in json.loads(result.stdout))


def test_version_is_the_packages() -> None:
    assert run("--version").stdout.strip() == f"onrecord {__version__}"


def test_help_does_not_load_the_parser() -> None:
    probe = "import sys; from onrecord.cli.app import app; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


def test_search_makes_no_store_and_names_the_report(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    run("search", "ferry", "--store", str(missing))
    assert not missing.exists()
    with EvidenceBase.open(str(tmp_path / "s.db")) as base:
        text = "The ferry sails again.\n\nThe ferry was full, Ada Lund said."
        base.add(Report(document=document(text, title="Ferry back", publisher="Quay Post", published="2031-05-14")))
    shown = run("search", "ferry", "--store", str(tmp_path / "s.db")).stdout
    assert "Ferry back · Quay Post · 2031-05-14" in shown
    assert "again. The" in shown.replace("«", "").replace("»", "")


def test_predict_leaves_an_older_output_where_it_cannot_go_on(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("kept", encoding="utf-8")
    assert run("predict", "colours", str(tmp_path / "in.jsonl"), str(out)).exit_code != 0
    assert run("predict", "times", str(out), str(out)).exit_code != 0
    assert out.read_text(encoding="utf-8") == "kept"


def test_main_a_reader_of_the_output_that_has_gone_is_no_error() -> None:
    line = [sys.executable, "-m", "onrecord.cli.app", "schema"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b"" and process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_main_output_that_cannot_be_written_is_told_without_traceback() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        line = [sys.executable, "-m", "onrecord.cli.app", "schema"]
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 2 and "OR-E053" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "start"), [("record.jsonl", '{"record"'), ("record.HTML", "<!doctype html>"), ("record.txt", "report.txt")]
)
def test_the_name_of_an_output_says_its_format(tmp_path: Path, name: str, start: str) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Ardenia\n\nThe minister of Ardenia said on Monday that the road was open.\n", encoding="utf-8")
    assert run("read", str(report), "--output", str(tmp_path / name)).exit_code == 0
    written = (tmp_path / name).read_text(encoding="utf-8").strip()
    assert written.lower().startswith(start.lower())


def test_a_named_format_is_written_whatever_the_output_is_called(tmp_path: Path) -> None:
    report, output = tmp_path / "report.txt", tmp_path / "record.jsonl"
    report.write_text("The minister of Ardenia said on Monday that the road was open.\n", encoding="utf-8")
    assert run("read", str(report), "-f", "html", "-o", str(output)).exit_code == 0
    assert output.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
