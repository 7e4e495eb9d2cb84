from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.rendering import render
from onrecord.errors import InputError
from onrecord.export.options import Options
from onrecord.model import Report
from tests.present.sample import EMPTY, REPORT


def test_rendering_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    render([REPORT], "jsonl", None, Options())
    out, err = capsys.readouterr()
    assert out == REPORT.to_jsonl()
    assert err == ""


@pytest.mark.parametrize(
    ("name", "suffix"), [("html", ".html"), ("jsonl", ".jsonl"), ("terminal", ".txt"), ("csv", ".csv")]
)
def test_rendering_to_a_file_says_what_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    render([REPORT, EMPTY], name, path, Options())
    assert path.stat().st_size > 0
    assert capsys.readouterr() == ("", f"wrote {path}: 2 reports\n")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_rendering_csv_to_a_folder_counts_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    render([REPORT], "csv", tmp_path / "tables", Options())
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {
        "documents.csv", "statements.csv", "events.csv", "conditions.csv", "agreements.csv", "mentions.csv",
    }  # fmt: skip
    err = capsys.readouterr().err
    assert "documents.csv (1 record)" in err
    assert "statements.csv (15 records)" in err


def test_rendering_to_a_place_that_cannot_be_written_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="OR-E053"):
        render([REPORT], "html", tmp_path / "no" / "such" / "folder.html", Options())


def test_rendering_that_fails_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")

    def broken() -> Iterator[Report]:
        yield REPORT
        raise RuntimeError("the reading broke")

    with pytest.raises(RuntimeError):
        render(broken(), "jsonl", path, Options())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
