import io

import pytest

from onrecord.errors import InputError
from onrecord.export.options import Options
from onrecord.export.registry import get, names
from onrecord.model import Report
from onrecord.model.jsonl import decode_lines
from tests.present import sample
from tests.present.sample import EMPTY, REPORT, hostile


def test_registry_has_the_formats_of_the_contract() -> None:
    assert names()[:4] == ("terminal", "jsonl", "csv", "html")
    assert "polecat" in names()


def test_registry_refuses_an_unknown_format_by_code() -> None:
    with pytest.raises(InputError, match=r"OR-E052.*pdf.*terminal, jsonl, csv, html"):
        get("pdf")


@pytest.mark.parametrize("name", ["terminal", "jsonl", "csv", "html"])
def test_registry_formats_write_any_reports_and_the_same_each_time(name: str) -> None:
    def written() -> str:
        out = io.StringIO(newline="")
        get(name).write(iter([REPORT, EMPTY, hostile(), REPORT]), out, Options())
        return out.getvalue()

    assert written()
    assert written() == written()


@pytest.mark.parametrize("name", ["terminal", "jsonl", "csv", "html"])
def test_registry_formats_bear_no_reports_at_all(name: str) -> None:
    get(name).write([], io.StringIO(), Options())


def test_jsonl_round_trip_is_exact() -> None:
    out = io.StringIO()
    get("jsonl").write([REPORT], out, Options(text=True))
    assert Report.of(decode_lines(out.getvalue().splitlines())) == REPORT


def test_jsonl_leaves_the_text_out_unless_asked() -> None:
    out = io.StringIO()
    get("jsonl").write([REPORT], out, Options())
    assert sample.TEXT.split("\n", 1)[0] not in out.getvalue()
