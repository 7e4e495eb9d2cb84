"""From sources to documents: what is read, and what is refused with which words."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import iso_date
from onrecord.ingest.sources import documents
from onrecord.model import Document

PAGE = """<!doctype html><html><head><title>Road closed | The Halden Post</title>
<meta property="og:site_name" content="The Halden Post">
<meta property="article:published_time" content="2019-05-14T10:00:00Z">
<link rel="canonical" href="https://post.invalid/road"></head><body><nav>Home News Sport</nav><article>
<h1>Road closed</h1>
<p>The road to Tamary was closed on Tuesday, officials said, and “nothing moves”, according to a lorry driver
who had waited for nine hours at the Orlo checkpoint.</p>
<p>Veldorian minister Ada Lind said that it would open soon &amp; that talks were under way in Halden.</p>
</article><footer>All rights reserved</footer></body></html>"""


def one(source: str | Path, published: str | None = None) -> Document | InputError:
    (only,) = documents([str(source)], published)
    return only


def read(path: Path, published: str | None = None) -> Document:
    found = one(path, published)
    assert isinstance(found, Document), found
    return found


def refused(path: str | Path) -> str:
    found = one(path)
    assert isinstance(found, InputError)
    return str(found)


def test_sources_plain_text_keeps_its_offsets(tmp_path: Path) -> None:
    text = "\ufffe odd\r\nlines\r\n\r\n  and “marks” 🛂 "[1:]
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode("utf-8"))
    found = read(file)
    assert found.text == text
    assert found.uri == "a.txt"


def test_sources_html_gives_the_article_and_its_metadata(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    found = read(file)
    assert found.text is not None and "soon & that talks" in found.text
    assert "rights reserved" not in found.text and "Home News" not in found.text
    assert (found.publisher, found.uri) == ("The Halden Post", "https://post.invalid/road")
    assert (found.published, found.published_basis) == ("2019-05-14", "metadata")
    assert found.title is not None and found.title.startswith("Road closed")


def test_sources_html_without_metadata_has_no_date_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    body = PAGE.replace('<meta property="article:published_time" content="2019-05-14T10:00:00Z">', "")
    file.write_text(body.replace("on Tuesday", "on 3 May 2018"), encoding="utf-8")
    assert read(file).published is None


@pytest.mark.parametrize(
    ("head", "option", "expected"),
    [
        ("HALDEN, 12 March 2024 (Wire) — ", None, ("2024-03-12", "dateline")),
        ("HALDEN, March 12, 2024 - ", None, ("2024-03-12", "dateline")),
        ("Press release\nWednesday, 5 June 2019\n\n", None, ("2019-06-05", "dateline")),
        ("From: A. Lind\nDate: Wed, 5 Jun 2019 09:14:00 +0100\n\n", None, ("2019-06-05", "dateline")),
        ("From: A. Lind\nSent: Wednesday, 5 June 2019 at 09:14\n\n", None, ("2019-06-05", "dateline")),
        ("Sun 5\nWed sets 5\n\n", None, (None, "none")),
        ("HALDEN, 12 March 2024 — ", "2024-03-13", ("2024-03-13", "option")),
        ("HALDEN, March 12 — ", None, (None, "none")),
        ("In Halden, 12 March 2024 was a quiet day. ", None, (None, "none")),
        ("HALDEN, 31 February 2024 — ", None, (None, "none")),
    ],
)
def test_sources_publication_date_has_its_basis(
    tmp_path: Path, head: str, option: str | None, expected: tuple[str | None, str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(head + "The minister said that the road would open again.", encoding="utf-8")
    found = read(file, option)
    assert (found.published, found.published_basis) == expected
    assert any(d.code == "OR-W001" for d in found.diagnostics) is (expected[0] is None)


def test_sources_jsonl_reads_the_good_lines_and_names_the_bad(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    good = {"text": "A minister spoke.", "title": "T", "published": "2031-05-02", "uri": "u", "other": 1}
    lines = [json.dumps(good), "", "{broken", json.dumps({"title": "no text"}), json.dumps({"text": " "}),
             json.dumps({"text": "x", "published": "soon"}), json.dumps({"text": "Last."})]  # fmt: skip
    file.write_text("\n".join(lines), encoding="utf-8")
    found = list(documents([str(file)]))
    assert [str(f)[:7] if isinstance(f, InputError) else f.text for f in found] == [
        "A minister spoke.", "OR-E006", "OR-E006", "OR-E002", "OR-E064", "Last."
    ]  # fmt: skip
    assert "line 3" in str(found[1]) and "line 5" in str(found[3])
    assert "many.jsonl, line 6" in str(found[4]) and "'soon'" in str(found[4])
    first = found[0]
    assert isinstance(first, Document) and (first.title, first.published, first.uri) == ("T", "2031-05-02", "u")


def test_sources_a_folder_is_read_by_path_and_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("Second.", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "sub" / "c.htm").write_text(PAGE, encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    found = list(documents([str(tmp_path)]))
    assert [type(f).__name__ for f in found] == ["InputError", "Document", "Document"]


def test_sources_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(b"A minister spoke.")

    monkeypatch.setattr(sys, "stdin", Piped)
    (found,) = documents(["-"])
    assert isinstance(found, Document) and found.text == "A minister spoke." and found.uri is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "OR-E002.*empty"),
        (b" \n\t ", "OR-E002.*empty"),
        (b"%PDF-1.7 ...", "OR-E003.*a PDF"),
        (b"PK\x03\x04....", "OR-E003.*ZIP"),
        (b"ab\x00\x01\x02cd" * 50, "OR-E003.*binary"),
        (b"SQLite format 3\x00", "OR-E003.*--store"),
        (("A ferry sailed. " * 9).encode("utf-16-le"), "OR-E003.*UTF-16.*Save it as UTF-8"),
        (b"\x00" * 99, "OR-E003.*binary"),
        (b"\xff\xfea", "OR-E005.*UTF-8"),
        (b"a" * 50_000_001, "OR-E004.*50 MB"),
    ],
)
def test_decode_refuses_what_is_not_text(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data, "file")


def test_decode_says_that_it_guessed_the_encoding() -> None:
    text = "The minister’s visit to Curaçao was called “très bien” by the señor from Málaga. " * 4
    found = decode(text.encode("cp1252"), "file")
    assert found.text == text
    assert [d.code for d in found.diagnostics] == ["OR-W003"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_decode_follows_a_byte_order_mark(encoding: str) -> None:
    assert decode("“Yes,” she said.".encode(encoding), "file").text == "“Yes,” she said."


def test_sources_a_missing_file_is_an_error_with_its_name() -> None:
    assert "OR-E001: cannot read /nowhere/at/all.txt" in refused("/nowhere/at/all.txt")


def test_sources_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "OR-E008" in refused(tmp_path)


def test_sources_a_bad_published_option_ends_the_command(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"OR-E007.*'tomorrow'"):
        list(documents([str(tmp_path)], "tomorrow"))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Der Minister sagte am Dienstag, dass die Straße bald wieder geöffnet werde, so ein Beamter.", ["OR-W002"]),
        ("The minister said on Tuesday that the road would soon be open again, an official said.", []),
        ("LACHIN STEPANAKERT ARTSAKH", []),
        ("The minister\x07 said on Tuesday that the road\x0b would be open.", ["OR-W007"]),
    ],
)
def test_checks_diagnose_language_and_controls(tmp_path: Path, text: str, codes: list[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert [d.code for d in read(file, "2031-05-02").diagnostics] == codes


def test_sources_a_publication_time_is_taken_for_its_date() -> None:
    assert iso_date("1998-02-13T14:26:00") == "1998-02-13"
    with pytest.raises(InputError, match="OR-E007"):
        iso_date("1998-02-13 noon")


def test_sources_json_is_not_read_as_plain_text(tmp_path: Path) -> None:
    rows = [{"text": "A ferry sailed."}, {"text": "It came back."}]
    for name, content in (("one.json", json.dumps(rows)), ("spread.jsonl", json.dumps(rows, indent=1))):
        (tmp_path / name).write_text(content, encoding="utf-8")
        (found,) = documents([str(tmp_path / name)])
        assert isinstance(found, InputError) and found.code == "OR-E006" and name in str(found)
    (tmp_path / "lines.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [f.text for f in documents([str(tmp_path / "lines.json")]) if isinstance(f, Document)] == [
        "A ferry sailed.", "It came back."
    ]  # fmt: skip


def test_sources_rows_say_that_their_encoding_was_guessed(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(
        '{"text": "Renné’s ferry sailed.", "published": "2031-05-14"}'.encode("cp1252")
    )
    assert [d.code for d in read(tmp_path / "rows.jsonl").diagnostics] == ["OR-W003"]


def test_sources_a_folder_that_is_closed_to_us_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("A ferry sailed.", encoding="utf-8")
    scandir = os.scandir

    def guarded(path: str | Path = ".") -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    told, read_one = documents([str(tmp_path)])
    assert isinstance(told, InputError) and told.code == "OR-E001" and "closed: Permission denied" in str(told)
    assert isinstance(read_one, Document)
    (alone,) = documents([str(tmp_path / "closed")])
    assert isinstance(alone, InputError) and alone.code == "OR-E001"


def test_sources_a_file_in_a_closed_folder_is_an_error_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied", "closed/a.txt")

    for asked in ("stat", "read_bytes"):
        monkeypatch.setattr(Path, asked, closed)
    (found,) = documents(["closed/a.txt"])
    assert isinstance(found, InputError) and found.code == "OR-E001"


def test_sources_records_are_not_read_again(tmp_path: Path) -> None:
    lines = ['{"record":"document","id":"doc-1","text":"A ferry sailed."}', '{"record":"event","id":"event-1"}']
    (tmp_path / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert "OR-E065" in refused(tmp_path / "records.jsonl")
    (tmp_path / "page.jsonld").write_text('{"items": []}', encoding="utf-8")
    assert "OR-E065" in refused(tmp_path / "page.jsonld")
