"""What was promised by a day and done well after it: the promise was broken."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground
from onrecord.present.ledgers.request_rows import Answer, RequestRow
from onrecord.present.mentioned import mentioned

GRACE = 3
"""Days by which what was promised may be late, or by which a time counted in days may end before the day it names."""
_COUNTED = re.compile(r"\b(?:hours|days?|weeks?)”\)$")


def late(row: RequestRow, made: Basis) -> RequestRow:
    """A promise by a day, with what is told to have been done well after that day as what broke it."""
    due = None if row.by_when is None else _iso(row.by_when[:10])
    if due is None:
        return row
    answers = (
        replace(one, outcome="broken") if one.outcome == "kept" and _after(one, due, made) else one
        for one in row.answers
    )
    return replace(row, answers=tuple(answers))


def earliest(by_when: str | None) -> str | None:
    """The first day on which a promise can be overdue; of a time counted in days, some days before it ends.

    "Within a week" counts from when it was said, which a report may tell days later.
    """
    due = None if by_when is None else _iso(by_when[:10])
    if by_when is None or due is None:
        return None
    return (due - timedelta(days=GRACE if _COUNTED.search(by_when) else 0)).isoformat()


def _after(one: Answer, due: date, made: Basis) -> bool:
    """Whether the sentences of an answer name days, all of them well after the one by which it was due."""
    days = [day for day in map(_iso, _days(one.grounds, made)) if day is not None]
    return bool(days) and (min(days) - due).days > GRACE


def _days(told: Iterable[Ground], made: Basis) -> Iterator[str]:
    for ground in told:
        for mention in mentioned(made.by_document[ground.doc]):
            if mention.time is not None and mention.time.start is not None and mention.span in ground.span:
                yield mention.time.start


def _iso(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
