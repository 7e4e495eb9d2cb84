"""What a line of a view stands on: words of a document, and the record that read them."""

from collections.abc import Iterable

import msgspec

from onrecord.model import Report, Span


class Ground(msgspec.Struct, frozen=True, order=True):
    """Words of the document `doc` (code points, end exclusive), published on `published`, read by `record`."""

    published: str
    doc: str
    span: Span
    record: str


def grounds(report: Report, record: str, spans: Iterable[Span]) -> tuple[Ground, ...]:
    """The grounds of one record; `published` is empty where the date of the document is unknown."""
    head = report.document
    published, doc = head.published or "", head.id
    return tuple([Ground(published, doc, span, record) for span in spans])


def gathered(found: Iterable[Ground]) -> tuple[Ground, ...]:
    """Grounds of several reports, each once, by publication date, document and place in it."""
    several = tuple(found)
    return several if len(several) < 2 else tuple(sorted(set(several)))
