"""The evidence base: reports in a database, each document all in or all out.

`EvidenceBase.open("sqlite:///onrecord.db")`, a bare path, or a PostgreSQL URL. Loading a report again changes
nothing; loading another reading of the same document replaces its records and leaves people's reviews alone.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Self

from sqlalchemy import Column, Connection, Engine, Select, create_engine, event, func, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DatabaseError, SQLAlchemyError

from onrecord.errors import Code, InputError, StoreError
from onrecord.model import Report, Statement
from onrecord.model.fingerprint import Fingerprint, fingerprint, packed, unpacked
from onrecord.model.jsonl import decode, decode_all, encode
from onrecord.model.records import Document
from onrecord.store.derived import keep, values
from onrecord.store.reviews import Review, add_review, reviews_of
from onrecord.store.schema import VERSION, derived, documents, meta, metadata, records
from onrecord.store.search import Hit, PostgresSearch, SearchIndex, SearchRow, SqliteSearch

type Added = Literal["added", "unchanged", "replaced"]

_SEARCH: dict[str, type[SqliteSearch] | type[PostgresSearch]] = {
    "sqlite": SqliteSearch,
    "postgresql": PostgresSearch,
}
_AT_ONCE = 400
"""Documents whose records are fetched together."""
_REMEDIES = {
    "damaged": "Restore it from a backup, or read the reports into a new store.",
    "layout": "Export it with the version that made it, then load the export into a new store.",
    "url": "Give a file name, sqlite:///file.db or postgresql+psycopg://user@host/database.",
    "driver": "Install it with: pip install 'onrecord[postgres]'.",
    "foreign": "It is a database of something else. Give another file.",
    "file": "Give a file in a folder that exists and that you may write to.",
    "server": "Check that it exists, that the server runs and that you may write to it.",
}


class EvidenceBase:
    """A store of reports. Use as a context manager, or call `close`."""

    def __init__(self, engine: Engine, search: SearchIndex) -> None:
        self._engine = engine
        self._search = search

    @classmethod
    def open(cls, url: str) -> Self:
        """The store at a database URL or file path, made where there is none.

        Raises StoreError (OR-E030) for a URL that is none, a missing driver, a server that does not answer,
        a damaged file, a database of something else (which stays as it is), or a store of another layout.
        """
        engine = _engine(url)
        search = _SEARCH[engine.dialect.name]()
        with _coded(engine), engine.begin() as connection:
            _prepare(connection, search, _shown(engine))
        return cls(engine, search)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, report: Report) -> Added:
        """Store a report in one transaction: after a crash the document is as it was before.

        Raises StoreError (OR-E030) where the database refuses.
        """
        reading = hashlib.sha256(report.to_jsonl(text=True).encode("utf-8")).hexdigest()
        with self._write() as connection:
            known = connection.execute(
                select(documents.c.reading).where(documents.c.id == report.document.id)
            ).scalar_one_or_none()
            if known == reading:
                return "unchanged"
            if known is not None:
                self._remove(connection, report.document.id)
            self._insert(connection, report, reading)
        return "added" if known is None else "replaced"

    def report(self, doc: str) -> Report | None:
        """The report of a document by its id; None where the store has none."""
        with self._read() as connection:
            head = connection.execute(select(documents.c.json).where(documents.c.id == doc)).scalar_one_or_none()
            return None if head is None else self._report(connection, doc, head)

    def document(self, doc: str) -> Document | None:
        """A document by its id, without its records; None where the store has none."""
        with self._read() as connection:
            head = connection.execute(select(documents.c.json).where(documents.c.id == doc)).scalar_one_or_none()
        try:
            found = None if head is None else decode(head)
        except InputError as error:
            raise self._damaged(doc, error) from error
        return found if isinstance(found, Document) else None

    def reports(
        self,
        since: str | None = None,
        until: str | None = None,
        telling: Sequence[Sequence[str]] = (),
    ) -> Iterator[Report]:
        """All reports, by publication date (unknown last), then id; `since` and `until` are ISO dates, inclusive.

        `telling` leaves only those whose text has, for one of its groups, a word with each of the beginnings given.
        """
        with self._read() as connection:
            found = self._search.telling(connection, telling) if telling else None
            rows = connection.execute(_chosen(documents.c.id, documents.c.json, since=since, until=until))
            heads = [(doc, head) for doc, head in rows.fetchall() if found is None or doc in found]
            for at in range(0, len(heads), _AT_ONCE):
                yield from self._several(connection, heads[at : at + _AT_ONCE])

    def fingerprints(self) -> dict[str, Fingerprint]:
        """The fingerprint of every document's text, by its id."""
        with self._read() as connection:
            return {
                doc: unpacked(data)
                for doc, data in connection.execute(_chosen(documents.c.id, documents.c.fingerprint)).fetchall()
            }

    def derived(self, kind: str, version: str) -> dict[str, str]:
        """What was kept of a kind by `keep`, by the ids of the documents; only what was kept under this version."""
        with self._read() as connection:
            return values(connection, kind, version)

    def keep(self, kind: str, version: str, found: Mapping[str, str]) -> None:
        """Keep what follows from documents alone, by their ids; it goes with its document. What it is, is for callers.

        Raises StoreError (OR-E030) where the database refuses, because it may only be read, for instance.
        """
        if found:
            with self._write() as connection:
                keep(connection, kind, version, found)

    def counts(self) -> dict[str, int]:
        """How many documents and records of each kind there are."""
        with self._read() as connection:
            total = connection.execute(select(func.count()).select_from(documents)).scalar_one()
            kinds = connection.execute(
                select(records.c.kind, func.count().label("number")).group_by(records.c.kind).order_by(records.c.kind)
            )
            return {"document": total} | {str(row.kind): int(row.number) for row in kinds}

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Documents and statements with all words of `query` (a phrase where in double quotes), best first."""
        with self._read() as connection:
            return self._search.find(connection, query, limit)

    def review(self, review: Review) -> None:
        """Keep a person's decision on a record; earlier ones stay."""
        with self._write() as connection:
            add_review(connection, review)

    def reviews(self, record: str) -> tuple[Review, ...]:
        """All decisions on a record, oldest first; they outlive new readings of its document."""
        with self._read() as connection:
            return reviews_of(connection, record)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _coded(self._engine), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _coded(self._engine), self._engine.connect() as connection:
            yield connection

    def _remove(self, connection: Connection, doc: str) -> None:
        self._search.remove(connection, doc)
        connection.execute(records.delete().where(records.c.doc == doc))
        connection.execute(documents.delete().where(documents.c.id == doc))

    def _insert(self, connection: Connection, report: Report, reading: str) -> None:
        head = report.document
        connection.execute(
            documents.insert().values(
                id=head.id,
                uri=head.uri,
                title=head.title,
                publisher=head.publisher,
                published=head.published,
                sha256=head.sha256,
                reading=reading,
                fingerprint=packed(fingerprint(head.text or "")),
                json=encode(head),
            )
        )
        rows = [
            {"doc": head.id, "position": n, "id": r.id, "kind": type(r).__name__.lower(), "json": encode(r)}
            for n, r in enumerate(report.records())
            if not isinstance(r, Document)
        ]
        if rows:
            connection.execute(records.insert(), rows)
        self._search.add(connection, _search_rows(report))

    def _report(self, connection: Connection, doc: str, head: str) -> Report:
        return next(self._several(connection, [(doc, head)]))

    def _several(self, connection: Connection, heads: Sequence[tuple[str, str]]) -> Iterator[Report]:
        wanted = select(records.c.doc, records.c.json).where(records.c.doc.in_([doc for doc, _ in heads]))
        rows: dict[str, list[str]] = {}
        for doc, row in connection.execute(wanted.order_by(records.c.doc, records.c.position)).fetchall():
            rows.setdefault(doc, []).append(row)
        for doc, head in heads:
            try:
                yield Report.of_sorted(decode_all((head, *rows.get(doc, ()))))
            except InputError as error:
                raise self._damaged(doc, error) from error

    def _damaged(self, doc: str, error: InputError) -> StoreError:
        reason = f"what it holds of {doc} cannot be read ({error.details['reason']})"
        return StoreError(Code.E030, url=_shown(self._engine), reason=reason, remedy=_REMEDIES["damaged"])


def _chosen(*columns: Column[Any], since: str | None = None, until: str | None = None) -> Select[Any]:
    """Columns of the documents published within bounds, by publication date (unknown last), then id."""
    wanted = select(*columns)
    if since is not None:
        wanted = wanted.where(documents.c.published >= since)
    if until is not None:
        wanted = wanted.where(documents.c.published <= until)
    return wanted.order_by(func.coalesce(documents.c.published, "9999"), documents.c.id)


def _search_rows(report: Report) -> Iterator[SearchRow]:
    head = report.document
    yield SearchRow(head.id, None, _indexable("\n".join(part for part in (head.title, head.text) if part)))
    for statement in report.statements:
        yield SearchRow(report.document.id, statement.id, _indexable(_content(statement)))


def _content(statement: Statement) -> str:
    return " … ".join(span.text for span in statement.content)


def _indexable(body: str) -> str:
    return body.replace("\x00", " ")  # PostgreSQL stores no NUL in text; the records keep it escaped in their JSON


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url) if "://" in url else make_url(f"sqlite:///{Path(url)}")
        if parsed.get_backend_name() not in _SEARCH:
            raise StoreError(Code.E030, url=url, reason="neither SQLite nor PostgreSQL", remedy=_REMEDIES["url"])
        engine = create_engine(parsed)
    except ArgumentError as error:
        raise StoreError(Code.E030, url=url, reason="not a database URL", remedy=_REMEDIES["url"]) from error
    except ModuleNotFoundError as error:
        reason = f"the driver {error.name} is not installed"
        raise StoreError(Code.E030, url=url, reason=reason, remedy=_REMEDIES["driver"]) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _whole_transactions)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _whole_transactions(connection: Any, record: object) -> None:
    """Let SQLAlchemy begin transactions, so that making tables is part of one; keep foreign keys.

    The sqlite3 module would otherwise commit before each CREATE.
    """
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 10000")


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


@contextmanager
def _coded(engine: Engine) -> Iterator[None]:
    """What the database complains of, as a StoreError with a remedy."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StoreError(Code.E030, url=_shown(engine), reason=cause, remedy=_remedy(error, cause, engine)) from error


def _remedy(error: SQLAlchemyError, cause: str, engine: Engine) -> str:
    if isinstance(error, DatabaseError) and any(w in cause for w in ("malformed", "not a database")):
        return _REMEDIES["damaged"]
    if "no such" in cause or "no column" in cause:
        return _REMEDIES["foreign"]
    return _REMEDIES["file" if engine.dialect.name == "sqlite" else "server"]


def _is_foreign(tables: Sequence[str]) -> bool:
    """Whether a file that is to be a store is a database of something else, which is not ours to add tables to."""
    return bool(tables) and meta.name not in tables


def _prepare(connection: Connection, search: SearchIndex, url: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7263)"))  # two processes may open a new store at once
    elif _is_foreign(inspect(connection).get_table_names()):
        reason = "it holds other tables, and none of OnRecord's"
        raise StoreError(Code.E030, url=url, reason=reason, remedy=_REMEDIES["foreign"])
    metadata.create_all(connection, tables=[table for table in metadata.sorted_tables if table is not derived])
    search.create(connection)
    version = connection.execute(select(meta.c.value).where(meta.c.key == "layout")).scalar_one_or_none()
    if version is None:
        connection.execute(meta.insert().values(key="layout", value=VERSION))
    elif version != VERSION:
        reason = f"its layout is version {version}, not {VERSION}"
        raise StoreError(Code.E030, url=url, reason=reason, remedy=_REMEDIES["layout"])
