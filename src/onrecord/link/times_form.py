"""A time expression's form taken apart, and the days that a reading of it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.link import times_calendar as cal
from onrecord.link.times_calendar import Stretch
from onrecord.model.vocabulary import TimeBasis

NO_DATE = "the report's own date is unknown"
FISCAL = "when a fiscal year begins differs from body to body"
NO_DAY = "the calendar has no such day"
OUT_OF_RANGE = "the date lies outside the years that can be counted"
_FAR = 300
"""Days beyond which the direction that the tense gives to a day without a year is taken for a parse error."""


class Unresolved(Exception):  # noqa: N818  # a finding that ends one expression's resolution, never an error of the run
    """The expression has no calendar date; `value` is what can be said of it all the same."""

    def __init__(self, reason: str, value: str | None = None) -> None:
        self.reason, self.value = reason, value
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The latest day, month, year and quarter that the text has told; None where it has told none."""

    day: date | None = None
    month: date | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, its first and last day where it has any, and where they come from."""

    value: str | None
    start: date | None = None
    end: date | None = None
    basis: TimeBasis = "explicit"


@dataclass(frozen=True, slots=True)
class Form:
    """A form taken apart: its kind and details, with the expression's tense, the report's date and the narrative."""

    kind: str
    details: dict[str, str]
    tense: str
    published: date | None
    narrative: Narrative

    @property
    def report(self) -> date:
        """The report's date; raises Unresolved without one."""
        if self.published is None:
            raise Unresolved(NO_DATE)
        return self.published

    @property
    def told(self) -> tuple[date, TimeBasis]:
        """The latest day of the narrative, else the report's date."""
        if self.narrative.day is not None:
            return self.narrative.day, "document"
        return self.report, "publication date"

    def number(self, key: str) -> int:
        """A detail as a whole number."""
        return int(self.details[key])


type Reading = Callable[[Form], Resolved]
"""How forms of one kind are read; raises Unresolved with the reason, ValueError for a day that does not exist."""


def of(stretch: Stretch, basis: TimeBasis, form: Form | None = None) -> Resolved:
    """The stretch as a reading; with `form`, the part of it that the form asks for ("late February")."""
    if form is not None and form.details.get("mod"):
        stretch = cal.part_of(stretch, form.details["mod"])
    return Resolved(stretch.value, stretch.start, stretch.end, basis)


def towards(form: Form, candidates: list[date], length: int = 0, far: int = _FAR) -> date:
    """The candidate that the tense points to: the latest behind or the first ahead of the report, else the nearest.

    `length` is how many days a candidate lasts: a month that has begun counts as behind and as ahead; beyond `far`
    days the tense is not believed, unless the verb is surely that of the day. Raises Unresolved where no year has such
    a day.
    """
    if not candidates:
        raise Unresolved(NO_DAY)
    report = form.report
    nearest = min(candidates, key=lambda day: (abs((day - report).days), day))
    behind = [day for day in candidates if day <= report]
    ahead = [day for day in candidates if day + timedelta(days=length) >= report]
    if form.tense == "past" and behind:
        found = max(behind)
    elif form.tense in ("future", "present") and ahead:
        found = min(ahead)
    else:
        return nearest
    doubtful = abs((found - report).days) > far and not form.details.keys() & {"since", "own"}
    return nearest if doubtful else found
