"""Records that were read in a text with blanks for its marks, put back on the text itself."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.report import Report
from onrecord.model.span import Span

_BLANKS = re.compile(r"\s{2,}")


def grounded(report: Report, text: str) -> Report:
    """`report`, read in a text as long as `text` in which marks were blanks, with the words of `text` in its spans.

    No span begins or ends with what was read as a blank, and the names that are told are told without blanks of marks.
    """
    read = report.document.text or ""
    document = replace(report.document, text=text)
    records = (_grounded(record, read, text) for record in report.records() if record is not report.document)
    return Report.of((document, *records))


def _grounded(value: Any, read: str, text: str) -> Any:
    if isinstance(value, Span):
        start, end = value.start, value.end
        while start < end and read[start].isspace():
            start += 1
        while end > start and read[end - 1].isspace():
            end -= 1
        return Span.of(text, start, end) if start < end else Span.of(text, value.start, value.end)
    if isinstance(value, str):
        return _BLANKS.sub(" ", value).strip() if _BLANKS.search(value) else value
    if isinstance(value, tuple):
        return tuple(_grounded(part, read, text) for part in value)
    if isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        found = {name: _grounded(part, read, text) for name, part in fields.items()}
        changed = {name: part for name, part in found.items() if part != fields[name]}
        return replace(value, **changed) if changed else value
    return value
