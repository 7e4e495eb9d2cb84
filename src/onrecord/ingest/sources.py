"""From files, folders and standard input to documents, one after another, each bad one an error of its own."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import Code, InputError
from onrecord.ingest.dateline import dateline
from onrecord.ingest.decode import Decoded, decode
from onrecord.ingest.document import document, iso_date
from onrecord.ingest.html import is_html, page
from onrecord.ingest.jsonl import Row, is_spread, read_rows
from onrecord.model import Diagnostic, Document
from onrecord.model.vocabulary import PublishedBasis

SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"})
"""What is read of a folder; a file named by itself is read whatever it is called."""


def documents(sources: Iterable[str], published: str | None = None) -> Iterator[Document | InputError]:
    """The documents of files, folders and "-" (standard input), in order, folders by path.

    What cannot be read comes as the InputError that says why, so that the rest goes on. `published`
    overrides every document's own date; a value that is no date raises InputError (OR-E007) at once.
    """
    if published is not None:
        published = iso_date(published)
    for source in sources:
        for path in _expand(source):
            yield from _file(path, published) if isinstance(path, str) else (path,)


def _expand(source: str) -> Iterator[str | InputError]:
    if source == "-" or not os.path.isdir(source):  # noqa: PTH112  (Path.is_dir raises where a folder is closed to us)
        yield source
        return
    closed: list[OSError] = []
    found = (folder / name for folder, _, names in Path(source).walk(on_error=closed.append) for name in names)
    files = sorted(path for path in found if path.suffix.lower() in SUFFIXES and _may_be_read(path))
    for error in closed:
        yield InputError(Code.E001, source=error.filename, reason=error.strerror or error)
    if not files and not closed:
        yield InputError(Code.E008, source=source)
    yield from (str(file) for file in files)


def _may_be_read(path: Path) -> bool:
    """Whether a path is a file, or one of which we may not even know: reading it says so."""
    try:
        return path.is_file()
    except OSError:
        return True


def _file(source: str, published: str | None) -> Iterator[Document | InputError]:
    name = "standard input" if source == "-" else source
    try:
        decoded = decode(_bytes(source), name)
        if Path(source).suffix.lower() == ".jsonld":
            raise InputError(Code.E065, source=name)
        if _is_jsonl(source, decoded.text):
            yield from _rows(decoded, name, published)
        elif is_html(decoded.text):
            yield _page(decoded, name, source, published)
        else:
            yield _plain(decoded, None if source == "-" else Path(source).name, published)
    except InputError as error:
        yield error


def _bytes(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise InputError(Code.E001, source=source, reason=error.strerror or error) from error


def _is_jsonl(source: str, text: str) -> bool:
    return Path(source).suffix.lower() in {".jsonl", ".ndjson", ".json"} or (source == "-" and text.lstrip()[:1] == "{")


def _rows(decoded: Decoded, name: str, published: str | None) -> Iterator[Document | InputError]:
    if '"record":"document"' in decoded.text.split("\n", 1)[0]:
        raise InputError(Code.E065, source=name)
    if is_spread(decoded.text):
        raise InputError(Code.E006, source=name, line=1, reason="one JSON value goes over several lines")
    for number, row in read_rows(decoded.text.split("\n"), name):
        try:
            place = f"{name}, line {number}"
            yield _row(row, place, published, decoded.diagnostics) if isinstance(row, Row) else row
        except InputError as error:
            yield error


def _row(row: Row, name: str, published: str | None, diagnostics: tuple[Diagnostic, ...]) -> Document:
    if not row.text.strip():
        raise InputError(Code.E002, source=name)
    try:
        date, basis = dated(row.text, published, row.published)
    except InputError as error:
        raise InputError(Code.E064, source=name, value=row.published) from error
    return document(
        row.text,
        published=date,
        published_basis=basis,
        title=row.title,
        publisher=row.publisher,
        uri=row.uri,
        diagnostics=diagnostics,
    )


def _page(decoded: Decoded, name: str, source: str, published: str | None) -> Document:
    found = page(decoded.text, name)
    date, basis = dated(found.text, published, found.published)
    return document(
        found.text,
        published=date,
        published_basis=basis,
        title=found.title,
        publisher=found.publisher,
        uri=found.uri or (None if source == "-" else Path(source).name),
        diagnostics=decoded.diagnostics,
    )


def _plain(decoded: Decoded, uri: str | None, published: str | None) -> Document:
    date, basis = dated(decoded.text, published, None)
    return document(decoded.text, published=date, published_basis=basis, uri=uri, diagnostics=decoded.diagnostics)


def dated(text: str, option: str | None, metadata: str | None) -> tuple[str | None, PublishedBasis]:
    """The publication date as an ISO date, and its basis: option, metadata, dateline, else none.

    Raises InputError (OR-E007) for metadata that is no date: silence would make it a document without one.
    """
    if option is not None:
        return option, "option"
    if metadata:
        return iso_date(metadata[:10]), "metadata"
    found = dateline(text)
    return (found.isoformat(), "dateline") if found else (None, "none")
