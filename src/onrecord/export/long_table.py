"""All kinds of records in one table, for a single file or a pipe."""

from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.export.cells import Row, several, truth
from onrecord.model import Actor, Agreement, Condition, Document, Event, Mention, Record, Report, Statement, Time
from onrecord.model.jsonl import encode
from onrecord.model.report import extent
from onrecord.present.chain import Chains

COLUMNS = (
    "record", "id", "doc", "source", "published", "kind", "mode", "status", "negated", "who", "who_country",
    "whom", "whom_country", "when", "when_start", "when_end", "where", "parent", "on_whose_word", "start", "end",
    "text", "json",
)  # fmt: skip
"""`parent` is the statement a record stands in; `json` the complete record, so that nothing is lost."""


def rows(report: Report, *, text: bool = False) -> Iterator[Row]:
    """The document, then its records in text order; with `text`, the document's own text in its row."""
    chains, document = Chains(report.statements), report.document
    for record in report.records():
        start, end = extent(record)
        whole = isinstance(record, Document)
        row = {
            "record": type(record).__name__.lower(), "id": record.id, "doc": document.id,
            "source": document.uri or "", "published": document.published or "",
            **dict.fromkeys(COLUMNS[5:19], ""), **_own(record, chains),
            "start": "" if start < 0 else str(start), "end": "" if start < 0 else str(end),
        }  # fmt: skip
        bare = replace(record, text=None) if isinstance(record, Document) else record
        body = (document.text or "") if text else ""
        yield {**row, "text": body if whole else _words(record), "json": encode(bare)}


def _own(record: Record, chains: Chains) -> Row:
    match record:
        case Statement():
            speaker = () if record.speaker is None else (record.speaker,)
            return {
                "kind": record.kind, "negated": truth(record.negated), **_people(speaker, record.addressees),
                **_when(record.when), **_parent(record.parent, chains),
            }  # fmt: skip
        case Event():
            return {
                "kind": record.event, "mode": record.mode or "", "status": record.status,
                "negated": truth(record.negated), **_people(record.actors, record.recipients),
                **_when(record.when), **_parent(record.statement, chains),
                "where": "" if record.where is None else record.where.name or record.where.mention.text,
            }  # fmt: skip
        case Condition():
            return {
                "kind": record.kind, "mode": record.state or "", "status": record.status,
                "negated": truth(record.negated), **_when(record.since), **_parent(record.statement, chains),
                "where": "" if record.place is None else record.place.name or record.place.mention.text,
            }  # fmt: skip
        case Agreement():
            return {"kind": record.name, **_people(record.parties, ()), "when_start": record.date or ""}
        case Mention():
            actor = () if record.actor is None else (record.actor,)
            where = "" if record.place is None else record.place.name or ""
            return {"kind": record.kind, **_people(actor, ()), **_when(record.time), "where": where}
        case Document():
            return {}


def _people(who: tuple[Actor, ...], whom: tuple[Actor, ...]) -> Row:
    return {
        "who": several(map(_name, who)), "who_country": several("/".join(one.country) for one in who),
        "whom": several(map(_name, whom)), "whom_country": several("/".join(one.country) for one in whom),
    }  # fmt: skip


def _name(actor: Actor) -> str:
    return actor.name or ("" if actor.mention is None else actor.mention.text)


def _when(time: Time | None) -> Row:
    if time is None:
        return {}
    words = "" if time.mention is None else time.mention.text
    return {"when": words, "when_start": time.start or "", "when_end": time.end or ""}


def _parent(statement: str | None, chains: Chains) -> Row:
    voices = chains.voices(statement)
    return {"parent": statement or "", "on_whose_word": several(one.label for one in voices)}


def _words(record: Record) -> str:
    match record:
        case Statement(content=spans) | Agreement(mentions=spans):
            return several(span.text for span in spans)
        case Event(evidence=span) | Condition(evidence=span) | Mention(span=span):
            return span.text
        case Document():
            return ""
