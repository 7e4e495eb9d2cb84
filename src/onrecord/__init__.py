"""OnRecord reads English reporting on diplomacy and conflict and puts it on the record.

>>> import onrecord
>>> reader = onrecord.load()
>>> report = reader.read("“We will reopen the road,” Minister Ada Lind said.", published="2031-05-02")
>>> report.document.published
'2031-05-02'
"""

from onrecord.model import (
    Actor,
    Agreement,
    Candidate,
    CodedBy,
    Condition,
    Diagnostic,
    Document,
    Event,
    EventDetail,
    Mention,
    Place,
    Record,
    Report,
    Span,
    Statement,
    Time,
)
from onrecord.version import __version__

__all__ = [
    "Actor", "Agreement", "Candidate", "CodedBy", "Condition", "Diagnostic", "Document", "Event", "EventDetail",
    "Mention", "Place", "Reader", "Record", "Report", "Span", "Statement", "Time", "UserTable",
    "__version__", "load", "read_user_table",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """What reads, on first use: the parser takes seconds to import, and the record types do not need it."""
    if name in {"Reader", "load"}:
        from onrecord import reader  # noqa: PLC0415

        return getattr(reader, name)
    if name in {"UserTable", "read_user_table"}:
        from onrecord.resources import user_table  # noqa: PLC0415

        return getattr(user_table, name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
