"""Which record of a report is the one that a line of an article's reading asks for, and which records none asks for."""

from collections.abc import Iterator, Sequence

from onrecord.evaluation.scoring.common import Bounds, Row, bounds, overlap
from onrecord.model import Condition, Event, Report, Span, Statement

SAME_WORDS, SAME_CLAUSE = 0.75, 0.3
"""Least intersection over union of two statements' contents, and of two records' evidence."""
_EDGES = " \n\t“”\"'‘’.,;:—-"


def trimmed(where: Bounds, text: str) -> Bounds:
    """Bounds without marks and blanks at their edges."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def share(one: Bounds, other: Bounds) -> float:
    """Intersection over the stretch that both make up."""
    return overlap(one, other) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


def _whole(spans: Sequence[Bounds], text: str) -> Bounds:
    parts = [trimmed(span, text) for span in spans]
    return min(start for start, _ in parts), max(end for _, end in parts)


def _place(span: Span) -> Bounds:
    return span.start, span.end


def alike_statement(label: Row, one: Statement, text: str) -> float:
    """The share of words that a statement has with a label's, all parts of their contents together."""
    want = _whole([bounds(part) for part in label["content"]], text)
    return share(want, _whole([_place(part) for part in one.content], text))


def is_event(label: Row, one: Event, text: str) -> bool:
    """Whether an event is of a label's type and in its clause, or told by its word."""
    evidence, anchor = (trimmed(bounds(label[key]), text) for key in ("evidence", "anchor"))
    return one.event == label["event"] and (
        share(evidence, trimmed(_place(one.evidence), text)) >= SAME_CLAUSE
        or overlap(anchor, trimmed(_place(one.anchor), text)) > 0
    )


def is_condition(label: Row, one: Condition, text: str) -> bool:
    """Whether a condition is told in a label's clause."""
    return share(trimmed(bounds(label["evidence"]), text), trimmed(_place(one.evidence), text)) >= SAME_CLAUSE


def beyond(gold: Row, text: str, report: Report) -> Iterator[tuple[str, int, list[str]]]:
    """By kind of record, how many a report has, and in words those of them that no label asks for.

    A careful reading is not everything that could be recorded, so that these are no errors one by one; but of two
    readers who find the same, the one with fewer of them is the better.
    """
    statements = [
        f"statement {one.content[0].text[:60]!r}"
        for one in report.statements
        if not any(alike_statement(label, one, text) >= SAME_WORDS for label in gold["statements"])
    ]
    yield "statements", len(report.statements), statements
    events = [
        f"event {one.event} {one.mode} {one.status} {one.anchor.text!r} by {one.coded_by.rule or one.coded_by.model}"
        for one in report.events
        if not any(is_event(label, one, text) for label in gold["events"])
    ]
    yield "events", len(report.events), events
    conditions = [
        f"condition {one.kind} {one.evidence.text[:60]!r}"
        for one in report.conditions
        if not any(is_condition(label, one, text) for label in gold["conditions"])
    ]
    yield "conditions", len(report.conditions), conditions
