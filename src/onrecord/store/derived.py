"""Values that follow from one document alone, kept beside it: nothing is lost with them, they can be made again."""

from collections.abc import Mapping

from sqlalchemy import Connection, inspect, select, text

from onrecord.store.schema import derived

_PUT = text(
    "INSERT INTO derived (doc, kind, version, value) SELECT id, :kind, :version, :value FROM documents WHERE id = :doc"
)
"""A document that was taken out in the meantime is left out."""


def values(connection: Connection, kind: str, version: str) -> dict[str, str]:
    """The values of a kind by the ids of their documents, without those of another version."""
    if not inspect(connection).has_table(derived.name):
        return {}
    wanted = select(derived.c.doc, derived.c.value).where(derived.c.kind == kind, derived.c.version == version)
    return {doc: value for doc, value in connection.execute(wanted).fetchall()}  # noqa: C416  (rows, no pairs)


def keep(connection: Connection, kind: str, version: str, found: Mapping[str, str]) -> None:
    """Keep values, by the ids of their documents, in place of those of the same kind."""
    derived.create(connection, checkfirst=True)
    rows = [{"doc": doc, "kind": kind, "version": version, "value": value} for doc, value in found.items()]
    connection.execute(text("DELETE FROM derived WHERE doc = :doc AND kind = :kind"), rows)
    connection.execute(_PUT, rows)
