"""Records as rows: one table a kind, every record of a kind with the same columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.codebook.cross_walk import cameo_code
from onrecord.export.cells import Row, number, of_actors, of_place, of_spans, of_time, several, truth
from onrecord.model import (
    Agreement,
    CodedBy,
    Condition,
    Document,
    Event,
    Mention,
    Report,
    Span,
    Statement,
)
from onrecord.present.chain import Chains


def document_row(one: Document, _chains: Chains) -> Row:
    """A document."""
    return {
        "id": one.id, "title": one.title or "", "published": one.published or "",
        "published_basis": one.published_basis, "publisher": one.publisher or "", "uri": one.uri or "",
        "language": one.language or "", "sha256": one.sha256, "version": one.version,
        "diagnostics": several(f"{found.code}: {found.message}" for found in one.diagnostics),
    }  # fmt: skip


def statement_row(one: Statement, chains: Chains) -> Row:
    """A statement with its parent and the chain of voices it stands on."""
    return {
        "id": one.id, "doc": one.doc, "parent": one.parent or "", "on_whose_word": _word(one.parent, chains),
        "kind": one.kind, "act": one.act, "negated": truth(one.negated), "channel": one.channel,
        "venue": one.venue or "",
        **of_spans("content", one.content),
        **of_spans("cue", () if one.cue is None else (one.cue,)),
        **of_actors("speaker", () if one.speaker is None else (one.speaker,)),
        **of_actors("addressee", one.addressees),
        **of_time("when", one.when),
    }  # fmt: skip


def event_row(one: Event, chains: Chains) -> Row:
    """An event with the statement and the chain of voices it stands on, and all its details."""
    details: Row = {}
    for name in one.detail.__struct_fields__:
        value: Span | tuple[Span, ...] | None = getattr(one.detail, name)
        details |= of_spans(name, () if value is None else value if isinstance(value, tuple) else (value,))
    return {
        "id": one.id, "doc": one.doc, "statement": one.statement or "",
        "on_whose_word": _word(one.statement, chains), "event": one.event, "mode": one.mode or "",
        "contexts": several(one.contexts), "quad": str(one.quad), "intensity": number(one.intensity),
        "status": one.status, "negated": truth(one.negated),
        "cameo": cameo_code(one),
        **of_actors("actor", one.actors),
        **of_actors("recipient", one.recipients),
        **of_spans("anchor", (one.anchor,)),
        **of_spans("evidence", (one.evidence,)),
        **of_spans("mentions", one.mentions),
        **of_place("where", one.where),
        **of_time("when", one.when),
        **details,
        "rule": one.coded_by.rule or "", "model": one.coded_by.model or "", "score": number(one.coded_by.score),
    }  # fmt: skip


def condition_row(one: Condition, chains: Chains) -> Row:
    """A condition with its cause and the statement it stands on."""
    return {
        "id": one.id, "doc": one.doc, "statement": one.statement or "",
        "on_whose_word": _word(one.statement, chains), "cause": one.cause or "", "kind": one.kind,
        "state": one.state or "", "severity": one.severity or "", "status": one.status,
        "negated": truth(one.negated), "sectors": several(one.sectors), "restricted": several(one.restricted),
        "affected": one.affected or "", "quantity": one.quantity or "",
        **of_spans("evidence", (one.evidence,)),
        **of_place("place", one.place),
        **of_time("since", one.since),
    }  # fmt: skip


def agreement_row(one: Agreement, _chains: Chains) -> Row:
    """An agreement."""
    return {
        "id": one.id, "doc": one.doc, "name": one.name, "known_id": one.known_id or "", "date": one.date or "",
        **of_actors("party", one.parties),
        **of_spans("mentions", one.mentions),
        **of_spans("obligations", one.obligations),
    }  # fmt: skip


def mention_row(one: Mention, _chains: Chains) -> Row:
    """A linked name, place or time."""
    return {
        "id": one.id, "doc": one.doc, "kind": one.kind,
        **of_spans("span", (one.span,)),
        **of_actors("actor", () if one.actor is None else (one.actor,)),
        **of_place("place", one.place),
        **of_time("time", one.time),
    }  # fmt: skip


def _word(statement: str | None, chains: Chains) -> str:
    return several(voice.label for voice in chains.voices(statement))


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record as a table."""

    columns: tuple[str, ...]
    rows: Callable[[Report], Iterator[Row]]


def _table[R](row: Callable[[R, Chains], Row], records: Callable[[Report], tuple[R, ...]], blank: R) -> Table:
    def rows(report: Report) -> Iterator[Row]:
        chains = Chains(report.statements)
        return (row(record, chains) for record in records(report))

    return Table(tuple(row(blank, Chains(()))), rows)


_NONE = Span(0, 0, "")
TABLES: dict[str, Table] = {
    "documents": _table(document_row, lambda r: (r.document,), Document(id="", sha256="", version="")),
    "statements": _table(statement_row, lambda r: r.statements, Statement(id="", doc="", kind="direct", content=())),
    "events": _table(
        event_row,
        lambda r: r.events,
        Event(id="", doc="", event="", quad=1, intensity=0.0, anchor=_NONE, evidence=_NONE, coded_by=CodedBy()),
    ),
    "conditions": _table(
        condition_row, lambda r: r.conditions, Condition(id="", doc="", kind="access", evidence=_NONE)
    ),
    "agreements": _table(agreement_row, lambda r: r.agreements, Agreement(id="", doc="", name="")),
    "mentions": _table(mention_row, lambda r: r.mentions, Mention(id="", doc="", kind="actor", span=_NONE)),
}
"""Every table; the columns are read off a blank record, so that an empty table has its header too."""
