"""`onrecord dossier` over a store and over files: what it shows, and what it says where there is nothing."""

import json
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.errors import Code, InputError, StoreError
from onrecord.model import Document, Report
from onrecord.present.signs import Signs
from onrecord.present.situation import kept as kept_signs
from onrecord.store import EvidenceBase
from tests.present.sample import REPORT

RUN = CliRunner()


@pytest.fixture
def store(tmp_path: Path) -> str:
    url = str(tmp_path / "store.db")
    with EvidenceBase.open(url) as base:
        base.add(REPORT)
    return url


def test_dossier_shows_every_line_with_its_source(store: str) -> None:
    done = RUN.invoke(app, ["dossier", "--store", store, "--topic", "Harbour Road"])
    assert done.exit_code == 0, done.output
    assert "IN SHORT" in done.output and "SOURCES" in done.output
    assert "[1" in done.output


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_dossier_writes_files(store: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{form}"
    done = RUN.invoke(app, ["dossier", "--store", store, "-f", form, "-o", str(target)])
    assert done.exit_code == 0, done.output
    assert target.stat().st_size > 1000


def test_dossier_json_has_no_line_without_evidence(store: str) -> None:
    found = json.loads(RUN.invoke(app, ["dossier", "--store", store, "-f", "json"]).stdout)
    rows = [row for table in found["ledgers"] for row in table["rows"]]
    lines = [*found["summary"], *found["questions"], *found["happenings"], *rows]
    assert rows and all(line["grounds"] and line["sources"] for line in lines)


def test_dossier_page_loads_nothing(store: str) -> None:
    page = RUN.invoke(app, ["dossier", "--store", store, "-f", "html"]).stdout
    assert "default-src 'none'" in page
    assert "<script" not in page and "src=" not in page and "@import" not in page


def test_dossier_says_that_nobody_wrote_about_a_topic(store: str) -> None:
    done = RUN.invoke(app, ["dossier", "--store", store, "--topic", "Kestrel Pass"])
    assert done.exit_code == 1
    assert "none of 1 reports is about 'Kestrel Pass'" in done.output and "onrecord search" in done.output


def test_dossier_says_that_the_period_is_empty(store: str) -> None:
    done = RUN.invoke(app, ["dossier", "--store", store, "--from", "2032-01-01"])
    assert done.exit_code == 1
    assert "longer period" in done.output


def test_dossier_says_that_the_store_is_empty(tmp_path: Path) -> None:
    url = str(tmp_path / "empty.db")
    EvidenceBase.open(url).close()
    done = RUN.invoke(app, ["dossier", "--store", url])
    assert done.exit_code == 1
    assert "the store is empty" in done.output and "onrecord read" in done.output


def test_dossier_does_not_make_a_store(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["dossier", "--store", str(tmp_path / "none.db")])
    assert isinstance(done.exception, InputError) and "no such store" in str(done.exception)
    assert not (tmp_path / "none.db").exists()


def test_dossier_refuses_a_damaged_store(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database" * 100)
    done = RUN.invoke(app, ["dossier", "--store", str(broken)])
    assert isinstance(done.exception, StoreError) and "Restore it from a backup" in str(done.exception)


@pytest.mark.parametrize("options", [["--topic", "?!"], ["--from", "May"], ["--on", "2031-13-01"]])
def test_dossier_refuses_what_it_cannot_look_for(store: str, options: list[str]) -> None:
    assert isinstance(RUN.invoke(app, ["dossier", "--store", store, *options]).exception, InputError)


def _pair() -> tuple[Report, Report]:
    document = replace(REPORT.document, id="doc-other", uri="other.txt", published="2031-05-15")
    return REPORT, replace(REPORT, document=document)


VIEWS = [["dossier", "-f", "json"], *(["ledger", kind, "--json"] for kind in ("demands", "access", "agreements"))]


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_views_are_the_same_in_any_order_twice_and_after_a_crash(
    tmp_path: Path, view: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = _pair()
    urls = [str(tmp_path / f"{name}.db") for name in "abc"]
    for url, order in zip(urls, ((one, other), (other, one, other), (one,)), strict=True):
        with EvidenceBase.open(url) as base:
            for report in order:
                base.add(report)

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    with EvidenceBase.open(urls[2]) as base:
        with monkeypatch.context() as patched:
            patched.setattr(type(base._search), "add", crash)
            with pytest.raises(RuntimeError, match="power cut"):
                base.add(other)
        base.add(other)
    shown = {RUN.invoke(app, [*view, "--store", url]).stdout for url in urls}
    assert len(shown) == 1 and shown.pop()


def test_ledger_counts_a_copy_once(tmp_path: Path) -> None:
    url = str(tmp_path / "store.db")
    with EvidenceBase.open(url) as base:
        for report in _pair():
            base.add(report)
    done = RUN.invoke(app, ["ledger", "demands", "--store", url, "--json"])
    docs = {ground["doc"] for row in map(json.loads, done.stdout.splitlines()) for ground in row["grounds"]}
    assert docs == {REPORT.document.id}
    assert "1 copy counted once" in done.stderr


def _rows(url: str) -> list[tuple[str, ...]]:
    with sqlite3.connect(url) as connection:
        return connection.execute("SELECT doc, kind, version, value FROM derived").fetchall()


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM derived",
        "DROP TABLE derived",
        "UPDATE derived SET version = 'older', value = '1'",
        "UPDATE derived SET value = 'damaged'",
        "UPDATE derived SET value = substr(value, 1, 12)",
    ],
)
def test_dossier_is_the_same_whatever_was_kept(store: str, change: str) -> None:
    first = RUN.invoke(app, ["dossier", "--store", store, "-f", "json"]).stdout
    kept = _rows(store)
    assert [row[0] for row in kept] == [REPORT.document.id]
    with sqlite3.connect(store) as connection:
        connection.execute(change)
    assert RUN.invoke(app, ["dossier", "--store", store, "-f", "json"]).stdout == first
    assert _rows(store) == kept
    assert RUN.invoke(app, ["dossier", "--store", store, "-f", "json"]).stdout == first


def test_dossier_looks_for_signs_only_in_reports_that_are_new(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    signs = kept_signs.signs

    def counted(document: Document) -> Signs:
        looked.append(document.id)
        return signs(document)

    monkeypatch.setattr(kept_signs, "signs", counted)
    other = _pair()[1]
    for expected in ([REPORT.document.id], []):
        looked.clear()
        assert RUN.invoke(app, ["dossier", "--store", store]).exit_code == 0
        assert looked == expected
    with EvidenceBase.open(store) as base:
        base.add(other)
    assert RUN.invoke(app, ["dossier", "--store", store]).exit_code == 0
    assert looked == [other.document.id]


def test_read_keeps_the_signs_of_what_it_stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, file = str(tmp_path / "store.db"), tmp_path / "a.txt"
    file.write_text("Norvia closed the pass on Monday, Premier Ada Lind said.", encoding="utf-8")
    assert RUN.invoke(app, ["read", str(file), "--store", url]).exit_code == 0
    (kept,) = _rows(url)
    assert kept[1:3] == (kept_signs.KIND, kept_signs.version())
    monkeypatch.setattr(kept_signs, "signs", lambda _: pytest.fail("looked for signs that were kept"))
    assert RUN.invoke(app, ["dossier", "--store", url]).exit_code == 0


def test_dossier_reads_a_store_that_may_only_be_read(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = RUN.invoke(app, ["dossier", "--store", store]).stdout

    def refuse(*_: object) -> None:
        raise StoreError(Code.E030, url=store, reason="attempt to write a readonly database", remedy="")

    with sqlite3.connect(store) as connection:
        connection.execute("DROP TABLE derived")
    monkeypatch.setattr(EvidenceBase, "keep", refuse)
    assert RUN.invoke(app, ["dossier", "--store", store]).stdout == shown


@pytest.mark.parametrize("width", [60, 110])
def test_dossier_keeps_to_the_width_asked_for(store: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    longest = max(map(len, RUN.invoke(app, ["dossier", "--store", store]).stdout.splitlines()))
    assert width - 20 < longest <= width


def test_dossier_says_what_is_short_and_one_day_once(store: str) -> None:
    done = RUN.invoke(app, ["dossier", "--store", store])
    assert "shortage (fuel, health)" in done.stdout and "shortage of" not in done.stdout
    assert "1 report by 1 outlet, published 2031-05-14 ·" in done.stdout
