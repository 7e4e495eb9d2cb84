"""A report: one document and everything that was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec

from onrecord.model.jsonl import decode_lines, encode
from onrecord.model.records import Agreement, Condition, Document, Event, Mention, Record, Statement

if TYPE_CHECKING:
    import pandas

type Table = Literal["statements", "events", "conditions", "agreements", "mentions"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its records, each tuple in text order."""

    document: Document
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    conditions: tuple[Condition, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """The report made of one document and its records, in any order.

        Raises ValueError where there is not exactly one document.
        """
        return cls.of_sorted(sorted(records, key=text_order))

    @classmethod
    def of_sorted(cls, rows: Sequence[Record]) -> Self:
        """The report made of one document and its records, which are in text order already.

        Raises ValueError where there is not exactly one document.
        """
        kinds: dict[type[Record], list[Any]] = {kind: [] for kind in KIND_ORDER}
        for row in rows:
            kinds[type(row)].append(row)
        documents = kinds[Document]
        if len(documents) != 1:
            raise ValueError(f"a report has one document, not {len(documents)}")
        return cls(
            document=documents[0],
            statements=tuple(kinds[Statement]),
            events=tuple(kinds[Event]),
            conditions=tuple(kinds[Condition]),
            agreements=tuple(kinds[Agreement]),
            mentions=tuple(kinds[Mention]),
        )

    @classmethod
    def from_jsonl(cls, lines: str) -> Self:
        """The report in JSON Lines that `to_jsonl` wrote. Lines end with \\n only: texts may hold other line ends.

        Raises InputError (OR-E010) for a line that is no record, ValueError where there is not one document.
        """
        return cls.of(decode_lines(lines.split("\n")))

    def records(self) -> Iterator[Record]:
        """The document, then all its records in text order."""
        yield self.document
        rows: list[Record] = [
            *self.statements, *self.events, *self.conditions, *self.agreements, *self.mentions
        ]  # fmt: skip
        yield from sorted(rows, key=text_order)

    def to_jsonl(self, *, text: bool = False) -> str:
        """JSON Lines of the contract; with `text`, the document's canonical text too."""
        document = self.document if text else msgspec.structs.replace(self.document, text=None)
        lines = [encode(document), *(encode(r) for r in self.records() if not isinstance(r, Document))]
        return "\n".join(lines) + "\n"

    def to_frame(self, table: Table) -> pandas.DataFrame:
        """One table as a pandas frame: a row a record, nested fields flattened with dots (`speaker.name`)."""
        import pandas  # noqa: PLC0415  (half a second that `read` must not pay)

        return pandas.json_normalize([msgspec.to_builtins(record) for record in getattr(self, table)])


KIND_ORDER: tuple[type[Record], ...] = (Document, Statement, Event, Condition, Agreement, Mention)


def text_order(record: Record) -> tuple[int, int, int, str]:
    """Sort key of text order: place of the first character, longer first, kind, id."""
    start, end = extent(record)
    return start, -end, _RANK[type(record)], record.id


_RANK = {kind: rank for rank, kind in enumerate(KIND_ORDER)}


def extent(record: Record) -> tuple[int, int]:
    """First and last character (exclusive) that a record points at; (-1, -1) for the document."""
    match record:
        case Mention(span=span) | Event(evidence=span) | Condition(evidence=span):  # most are mentions
            return span.start, span.end
        case Statement(content=content):
            return content[0].start, content[-1].end
        case Agreement(mentions=mentions) if mentions:
            return mentions[0].start, mentions[0].end
        case _:
            return -1, -1
