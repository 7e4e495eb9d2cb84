"""What a record is: the types of the public contract, their ids and their JSON."""

from onrecord.model.parts import Actor, Candidate, CodedBy, Diagnostic, EventDetail, Place, Time
from onrecord.model.records import Agreement, Condition, Document, Event, Mention, Record, Statement
from onrecord.model.report import Report
from onrecord.model.span import Span, hull

__all__ = [
    "Actor", "Agreement", "Candidate", "CodedBy", "Condition", "Diagnostic", "Document", "Event",
    "EventDetail", "Mention", "Place", "Record", "Report", "Span", "Statement", "Time", "hull",
]  # fmt: skip
