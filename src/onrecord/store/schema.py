"""The tables of the evidence base, the same in SQLite and PostgreSQL.

Records are kept as the JSON of the public contract beside the columns that are searched by; people's reviews
have a table of their own and are never overwritten by a new reading.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = "2"
"""Version of this layout; a store of another one is refused with a remedy, never changed silently."""

metadata = MetaData()

meta = Table("onrecord_meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text))

documents = Table(
    "documents",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("uri", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", String(10), index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("reading", String(64), nullable=False),  # SHA-256 of the JSON Lines: the same reading changes nothing
    Column("fingerprint", LargeBinary, nullable=False),  # of the text, so that copies are found without reading it
    Column("json", Text, nullable=False),  # with the document's text
)

records = Table(
    "records",
    metadata,
    Column("doc", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),  # text order within the document
    Column("id", String(40), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("json", Text, nullable=False),
    Index("records_kind", "kind"),
)

derived = Table(
    "derived",
    metadata,
    Column("doc", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("version", String(40), nullable=False),  # of what made it: a value of another version is worth nothing
    Column("value", Text, nullable=False),
)
"""What follows from a document alone and was kept so that it need not be made again; whoever made it can read it.

Made when first something is kept: a store without it is as good, only slower.
"""

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("record", String(40), nullable=False, index=True),
    Column("verdict", String(10), nullable=False),
    Column("note", Text),
    Column("reviewer", Text, nullable=False),
    Column("at", String(32), nullable=False),
)
