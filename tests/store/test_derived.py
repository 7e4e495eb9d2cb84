"""What is kept beside the documents of a store."""

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from onrecord.errors import StoreError
from onrecord.store import EvidenceBase
from tests.store.test_base import report, url

__all__ = ["url"]


def test_base_gives_back_what_was_kept(url: str) -> None:
    one, other = report(), report(uri="b.txt")
    with EvidenceBase.open(url) as base:
        base.add(one)
        base.add(other)
        assert base.derived("signs", "1") == {}
        base.keep("signs", "1", {one.document.id: "a", other.document.id: ""})
        base.keep("signs", "1", {one.document.id: "b"})
        base.keep("more", "1", {one.document.id: "c"})
    with EvidenceBase.open(url) as base:
        assert base.derived("signs", "1") == {one.document.id: "b", other.document.id: ""}


def test_base_keeps_nothing_of_another_version(url: str) -> None:
    doc = report().document.id
    with EvidenceBase.open(url) as base:
        base.add(report())
        base.keep("signs", "1", {doc: "a"})
        assert base.derived("signs", "2") == {}
        base.keep("signs", "2", {doc: "b"})
        assert base.derived("signs", "1") == {} and base.derived("signs", "2") == {doc: "b"}


def test_base_keeps_nothing_of_a_document_that_it_has_not(url: str) -> None:
    with EvidenceBase.open(url) as base:
        base.keep("signs", "1", {"doc-0": "a"})
        assert base.derived("signs", "1") == {}


def test_base_drops_what_was_kept_with_a_reading(url: str) -> None:
    with EvidenceBase.open(url) as base:
        base.add(report())
        base.keep("signs", "1", {report().document.id: "a"})
        assert base.add(report(published="2031-05-03")) == "replaced"
        assert base.derived("signs", "1") == {}


def test_base_is_the_same_before_anything_is_kept(url: str) -> None:
    with EvidenceBase.open(url) as base:
        assert not inspect(base._engine).has_table("derived")
        base.keep("signs", "1", {})
        assert not inspect(base._engine).has_table("derived")


def test_base_says_that_it_may_not_keep(tmp_path: Path) -> None:
    with EvidenceBase.open(str(tmp_path / "store.db")) as base:
        base.add(report())
        with base._engine.connect() as connection:
            connection.execute(text("PRAGMA query_only = ON"))
        with pytest.raises(StoreError, match="OR-E030"):
            base.keep("signs", "1", {report().document.id: "a"})
