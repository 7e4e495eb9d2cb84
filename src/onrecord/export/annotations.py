"""Records as W3C Web Annotations in JSON-LD, to be read back without loss.

One AnnotationPage holds the annotations of all reports. The body of each is the complete record of the JSON Lines
contract; its targets are the words the record points at, each with a TextPositionSelector (Unicode code points, end
exclusive) and a TextQuoteSelector (the words with what stands before and after them), so that they are found again in
a text that has moved. See https://www.w3.org/TR/annotation-model/.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from onrecord.errors import Code, InputError
from onrecord.export.options import Options
from onrecord.model import Agreement, Condition, Document, Event, Mention, Report, Span, Statement
from onrecord.model.jsonl import decode
from onrecord.model.records import Record
from onrecord.version import __version__

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"record": {"@id": "urn:onrecord:record", "@type": "@json"}}]
AROUND = 32
"""Code points before and after the words that are kept with them."""


class Annotations:
    """JSON-LD: one page of annotations."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Write the page; with `options.text`, each document's canonical text stands in its own annotation."""
        items = (item for report in reports for item in annotations(report, text=options.text))
        head = {"@context": CONTEXT, "type": "AnnotationPage", "generator": f"OnRecord {__version__}"}
        out.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "items": [')
        for number, item in enumerate(items):
            out.write((",\n" if number else "\n") + json.dumps(item, ensure_ascii=False, separators=(",", ":")))
        out.write("\n]}\n")


def annotations(report: Report, *, text: bool = False) -> Iterator[dict[str, Any]]:
    """The annotations of one report: of the document itself, then of its records in text order."""
    source = report.document.uri or f"urn:onrecord:{report.document.id}"
    for record in report.records():
        kept = msgspec.structs.replace(record, text=None) if isinstance(record, Document) and not text else record
        spans = tuple(dict.fromkeys(_spans(record)))
        targets = [_target(source, span, report.document.text) for span in spans]
        yield {
            "id": f"urn:onrecord:{record.id}",
            "type": "Annotation",
            "motivation": "describing" if isinstance(record, Document) else "classifying",
            "body": {"type": "Dataset", "format": "application/json", "record": msgspec.to_builtins(kept)},
            "target": targets or {"source": source},
        }


def reports(page: str, source: str = "annotations") -> tuple[Report, ...]:
    """The reports of a page that `Annotations` wrote, in its order.

    Raises InputError (OR-E010) for what is no such page, and where a selector does not say what its record says.
    """
    groups: list[list[Record]] = []
    for number, item in enumerate(_items(page, source), 1):
        try:
            record = decode(json.dumps(item["body"]["record"]))
        except (KeyError, TypeError, ValueError, msgspec.MsgspecError, InputError) as error:
            raise InputError(
                Code.E010, source=source, line=number, reason=f"no record in the annotation: {error}"
            ) from error
        if isinstance(record, Document):
            groups.append([])
        if not groups:
            raise InputError(Code.E010, source=source, line=number, reason="the first annotation is not of a document")
        _checked(item, record, source, number)
        groups[-1].append(record)
    return tuple(Report.of(group) for group in groups)


def _items(page: str, source: str) -> list[dict[str, Any]]:
    try:
        content = json.loads(page)
    except ValueError as error:
        raise InputError(Code.E010, source=source, line=1, reason=f"not JSON: {error}") from error
    items = content.get("items") if isinstance(content, dict) else None
    if not isinstance(items, list):
        raise InputError(Code.E010, source=source, line=1, reason="not a page of annotations: it has no items")
    return items


def _checked(item: dict[str, Any], record: Record, source: str, number: int) -> None:
    """That the selectors of an annotation and its record point at the same words."""
    spans = {(span.start, span.end, span.text) for span in _spans(record)}
    targets = item.get("target")
    told = set()
    for target in targets if isinstance(targets, list) else []:
        selectors: dict[str, dict[str, Any]] = {one["type"]: one for one in target["selector"]}
        place, quote = (selectors.get(kind, {}) for kind in _SELECTORS)
        told.add((place.get("start"), place.get("end"), quote.get("exact")))
    if told != spans:
        raise InputError(Code.E010, source=source, line=number, reason="its selectors are not those of its record")


_SELECTORS = ("TextPositionSelector", "TextQuoteSelector")


def _target(source: str, span: Span, text: str | None) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": span.text}
    if text is not None:
        quote["prefix"] = text[max(0, span.start - AROUND) : span.start]
        quote["suffix"] = text[span.end : span.end + AROUND]
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [place, quote]}


def _spans(record: Record) -> tuple[Span, ...]:
    """The words that a record is about, the main ones first."""
    match record:
        case Document():
            return ()
        case Statement():
            return (*record.content, *(() if record.cue is None else (record.cue,)))
        case Event():
            return (record.anchor, record.evidence, *record.mentions)
        case Condition():
            return (record.evidence,)
        case Agreement():
            return (*record.mentions, *record.obligations)
        case Mention():
            return (record.span,)


EXPORTER = Annotations()
