"""The evidence base, on SQLite always and on PostgreSQL where there is a server."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine, text

from onrecord.errors import StoreError
from onrecord.ingest.document import document
from onrecord.model import Actor, CodedBy, Event, Report, Span, Statement
from onrecord.model.ids import record_id
from onrecord.store import EvidenceBase, Review

TEXT = "Minister Ada Lind said the Orlo crossing would open. Veldoria called on Karsunia to talk."


def report(text: str = TEXT, uri: str = "a.txt", published: str | None = "2031-05-02") -> Report:
    """A report with one statement and one event."""
    source = document(text, published=published, uri=uri)
    content = (Span.of(text, 23, 51),)
    statement = Statement(
        id=record_id("statement", source.id, content),
        doc=source.id,
        kind="indirect",
        content=content,
        speaker=Actor(mention=Span.of(text, 9, 17), name="Ada Lind", kind="person", resolved_by="name"),
    )
    evidence = Span.of(text, 53, len(text))
    event = Event(
        id=record_id("event", source.id, (evidence,), "REQUEST"),
        doc=source.id,
        event="REQUEST",
        mode="meet",
        quad=3,
        intensity=0.0,
        anchor=Span.of(text, 62, 71),
        evidence=evidence,
        coded_by=CodedBy(rule="request-call-on"),
    )
    return Report(document=source, statements=(statement,), events=(event,))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    server = os.environ.get("ONRECORD_TEST_POSTGRES_URL")
    if not server:
        assert not os.environ.get("ONRECORD_REQUIRE_ALL_TESTS"), "ONRECORD_TEST_POSTGRES_URL is not set"
        pytest.skip("NOT RUN: needs a PostgreSQL server (ONRECORD_TEST_POSTGRES_URL)")
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
    engine.dispose()
    yield server


@pytest.fixture
def store(url: str) -> Iterator[EvidenceBase]:
    with EvidenceBase.open(url) as opened:
        yield opened


def test_base_gives_back_what_was_stored(store: EvidenceBase) -> None:
    stored = report()
    assert store.add(stored) == "added"
    assert store.report(stored.document.id) == stored
    assert store.counts() == {"document": 1, "event": 1, "statement": 1}
    assert store.report("doc-nobody") is None


def test_base_loading_the_same_report_twice_changes_nothing(store: EvidenceBase) -> None:
    store.add(report())
    assert store.add(report()) == "unchanged"
    assert store.counts() == {"document": 1, "event": 1, "statement": 1}
    assert len(store.search("crossing")) == 2


def test_base_another_reading_replaces_the_records(store: EvidenceBase) -> None:
    first = report()
    store.add(first)
    assert store.add(replace(first, statements=())) == "replaced"
    assert store.counts() == {"document": 1, "event": 1}
    assert [hit.record for hit in store.search("crossing")] == [None]


def test_base_reviews_outlive_a_new_reading(store: EvidenceBase) -> None:
    first = report()
    decision = Review(first.events[0].id, "rejected", "ada", "2031-05-03T10:00:00Z", "not a demand")
    store.add(first)
    store.review(decision)
    store.add(replace(first, statements=()))
    assert store.reviews(first.events[0].id) == (decision,)


def test_base_reports_come_by_date_with_unknown_dates_last(store: EvidenceBase) -> None:
    for uri, published in (("c", None), ("b", "2031-05-09"), ("a", "2031-05-02")):
        store.add(report(uri=uri, published=published))
    assert [r.document.uri for r in store.reports()] == ["a", "b", "c"]
    assert [r.document.uri for r in store.reports(since="2031-05-03")] == ["b"]
    assert [r.document.uri for r in store.reports(until="2031-05-03")] == ["a"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("crossing", True),
        ("CROSSING open", True),
        ('"Orlo crossing"', True),
        ('"crossing Orlo"', False),
        ("harbour", False),
        ("AND ( OR", False),
        ('"', False),
        ("crossing'; DROP TABLE records; --", False),
    ],
)
def test_search_finds_words_and_phrases(store: EvidenceBase, query: str, found: bool) -> None:
    store.add(report())
    assert bool(store.search(query)) is found
    assert store.counts()["document"] == 1


def test_search_shows_the_words_found(store: EvidenceBase) -> None:
    store.add(report())
    assert any("«crossing»" in hit.snippet for hit in store.search("crossing"))


def test_base_a_crash_in_the_middle_leaves_the_document_as_it_was(
    store: EvidenceBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = report()
    store.add(before)

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(type(store._search), "add", crash)
        with pytest.raises(RuntimeError, match="power cut"):
            store.add(replace(before, statements=()))
        with pytest.raises(RuntimeError, match="power cut"):
            store.add(report(uri="other.txt"))
    assert store.report(before.document.id) == before
    assert store.counts() == {"document": 1, "event": 1, "statement": 1}
    assert len(store.search("crossing")) == 2


def test_base_keeps_text_that_databases_dislike(store: EvidenceBase) -> None:
    awkward = document("nul \x00, quote ', emoji 🛂, right-to-left \u202e and crossing", uri="odd")
    store.add(Report(document=awkward))
    again = store.report(awkward.id)
    assert again is not None and again.document == awkward
    assert store.search("crossing")


def test_base_refuses_a_store_of_another_layout(url: str) -> None:
    with EvidenceBase.open(url) as opened, opened._write() as connection:
        connection.execute(text("UPDATE onrecord_meta SET value = '999'"))
    with pytest.raises(StoreError, match=r"OR-E030.*version 999.*Export it"):
        EvidenceBase.open(url)


def test_base_refuses_a_damaged_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match=r"OR-E030.*Restore it from a backup"):
        EvidenceBase.open(str(broken))


@pytest.mark.parametrize(
    ("bad", "remedy"),
    [
        ("mysql://host/db", "Give a file name"),
        ("://", "Give a file name"),
        ("/nowhere/at/all.db", "Give a file in a folder"),
    ],
)
def test_base_says_what_to_do_about_a_bad_url(bad: str, remedy: str) -> None:
    with pytest.raises(StoreError, match=f"OR-E030.*{remedy}"):
        EvidenceBase.open(bad)


def test_base_hides_the_password_in_errors() -> None:
    with pytest.raises(StoreError) as caught:
        EvidenceBase.open("postgresql+psycopg://ada:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)


def test_base_another_process_sees_only_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with EvidenceBase.open(str(path)) as store:
        store.add(report())
        with store._write() as connection:
            store._insert(connection, report(uri="half.txt"), "x")
            other = sqlite3.connect(path)
            assert other.execute("SELECT count(*) FROM documents").fetchone() == (1,)
            other.close()


def test_base_says_which_document_is_damaged(tmp_path: Path) -> None:
    held = document("The ferry sailed.", uri="ferry")
    with EvidenceBase.open(str(tmp_path / "s.db")) as base:
        base.add(Report(document=held))
        with base._write() as connection:
            connection.execute(text("UPDATE documents SET json = '{'"))
        for asked in (base.document, base.report):
            with pytest.raises(StoreError, match=f"OR-E030.*{held.id}.*Restore it"):
                asked(held.id)


def test_base_gives_a_document_without_its_records(store: EvidenceBase) -> None:
    held = document("The ferry sailed.", uri="ferry")
    store.add(Report(document=held))
    assert store.document(held.id) == held and store.document("doc-none") is None


def test_base_tells_a_database_of_something_else(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE ferries (name)")
    before = other.read_bytes()
    with pytest.raises(StoreError, match=r"OR-E030.*of something else"):
        EvidenceBase.open(str(other))
    assert other.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


def test_base_takes_an_empty_database(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with EvidenceBase.open(str(tmp_path / "new.db")) as base:
        assert base.counts() == {"document": 0}
