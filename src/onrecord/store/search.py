"""Full-text search over documents and statements: FTS5 in SQLite, a tsvector index in PostgreSQL.

Both index the same rows: one for each document's text (`record` empty) and one for each statement's content.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, text


@dataclass(frozen=True, slots=True)
class SearchRow:
    """What is indexed: `record` is the statement's id, or None for the document's own text."""

    doc: str
    record: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A match: where, and the words around it with the found ones between « and »."""

    doc: str
    record: str | None
    snippet: str


class SearchIndex(Protocol):
    """What a database must offer for search; every method works inside the caller's transaction."""

    def create(self, connection: Connection) -> None:
        """Make the index where there is none."""

    def remove(self, connection: Connection, doc: str) -> None:
        """Take out all rows of a document."""

    def add(self, connection: Connection, rows: Iterable[SearchRow]) -> None:
        """Put rows in."""

    def find(self, connection: Connection, query: str, limit: int) -> tuple[Hit, ...]:
        """Rows with all words of `query` (a phrase where in double quotes), best first."""

    def telling(self, connection: Connection, beginnings: Sequence[Sequence[str]]) -> frozenset[str]:
        """Documents whose text has, for one of the given groups, a word with each of its beginnings."""


def phrases(query: str) -> list[str]:
    """The words and "quoted phrases" of a query; punctuation of search languages means nothing here."""
    parts = query.replace("“", '"').replace("”", '"').split('"')
    found = [part.split() if index % 2 == 0 else [part.strip()] for index, part in enumerate(parts)]
    return [phrase for group in found for phrase in group if any(c.isalnum() for c in phrase)]


def letters(beginning: str) -> str:
    """The letters and digits of a beginning of a word; at least one, because none would mean any word."""
    return "".join(c for c in beginning if c.isalnum()) or "0"


class SqliteSearch:
    """SQLite's FTS5, words folded to lower case without accents."""

    def create(self, connection: Connection) -> None:
        """Make the virtual table where there is none."""
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
                "doc UNINDEXED, record UNINDEXED, body, tokenize = 'unicode61 remove_diacritics 2')"
            )
        )

    def remove(self, connection: Connection, doc: str) -> None:
        """Take out all rows of a document."""
        connection.execute(text("DELETE FROM search WHERE doc = :doc"), {"doc": doc})

    def add(self, connection: Connection, rows: Iterable[SearchRow]) -> None:
        """Put rows in."""
        values = [{"doc": row.doc, "record": row.record or "", "body": row.text} for row in rows]
        connection.execute(text("INSERT INTO search (doc, record, body) VALUES (:doc, :record, :body)"), values)

    def find(self, connection: Connection, query: str, limit: int) -> tuple[Hit, ...]:
        """Rows with all words of `query`, best first."""
        words = " ".join('"' + phrase.replace('"', "") + '"' for phrase in phrases(query))
        if not words:
            return ()
        rows = connection.execute(
            text(
                "SELECT doc, record, snippet(search, 2, '«', '»', '…', 24) FROM search "
                "WHERE search MATCH :words ORDER BY bm25(search), doc, record LIMIT :limit"
            ),
            {"words": words, "limit": limit},
        )
        return tuple(Hit(doc, record or None, snippet) for doc, record, snippet in rows)

    def telling(self, connection: Connection, beginnings: Sequence[Sequence[str]]) -> frozenset[str]:
        """Documents whose text has, for one of the given groups, a word with each of its beginnings."""
        wanted = " OR ".join("(" + " AND ".join(f'"{letters(b)}"*' for b in group) + ")" for group in beginnings)
        query = text("SELECT DISTINCT doc FROM search WHERE record = '' AND search MATCH :words")
        return frozenset(connection.execute(query, {"words": wanted}).scalars())


class PostgresSearch:
    """PostgreSQL's text search with the "simple" configuration: words as they are, like SQLite's."""

    def create(self, connection: Connection) -> None:
        """Make the table and its index where there are none."""
        connection.execute(
            text(
                "CREATE TABLE IF NOT EXISTS search (doc varchar(40) NOT NULL, record varchar(40) NOT NULL, "
                "body text NOT NULL, words tsvector NOT NULL)"
            )
        )
        connection.execute(text("CREATE INDEX IF NOT EXISTS search_words ON search USING gin (words)"))
        connection.execute(text("CREATE INDEX IF NOT EXISTS search_doc ON search (doc)"))

    def remove(self, connection: Connection, doc: str) -> None:
        """Take out all rows of a document."""
        connection.execute(text("DELETE FROM search WHERE doc = :doc"), {"doc": doc})

    def add(self, connection: Connection, rows: Iterable[SearchRow]) -> None:
        """Put rows in."""
        values = [{"doc": row.doc, "record": row.record or "", "body": row.text} for row in rows]
        statement = "INSERT INTO search VALUES (:doc, :record, :body, to_tsvector('simple', left(:body, 900000)))"
        connection.execute(text(statement), values)

    def find(self, connection: Connection, query: str, limit: int) -> tuple[Hit, ...]:
        """Rows with all words of `query`, best first."""
        found = phrases(query)
        if not found:
            return ()
        wanted = " && ".join(f"phraseto_tsquery('simple', :p{i})" for i in range(len(found)))
        rows = connection.execute(
            text(
                f"SELECT doc, record, ts_headline('simple', body, {wanted}, "  # noqa: S608  (numbered parameters only)
                "'StartSel=«, StopSel=», MaxWords=24, MinWords=8') FROM search "
                f"WHERE words @@ ({wanted}) ORDER BY ts_rank(words, {wanted}) DESC, doc, record LIMIT :limit"
            ),
            {**{f"p{i}": phrase for i, phrase in enumerate(found)}, "limit": limit},
        )
        return tuple(Hit(doc, record or None, snippet) for doc, record, snippet in rows)

    def telling(self, connection: Connection, beginnings: Sequence[Sequence[str]]) -> frozenset[str]:
        """Documents whose text has, for one of the given groups, a word with each of its beginnings."""
        wanted = " | ".join("(" + " & ".join(f"{letters(b)}:*" for b in group) + ")" for group in beginnings)
        query = text("SELECT DISTINCT doc FROM search WHERE record = '' AND words @@ to_tsquery('simple', :words)")
        return frozenset(connection.execute(query, {"words": wanted}).scalars())
