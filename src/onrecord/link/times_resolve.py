"""The forms of time expressions put on the calendar.

A form is a kind and its details (see `annotate.times`). Each kind has one reading; it gets the details, the tense,
the report's date and what the narrative has told so far, and gives a stretch of days with a TIMEX3 value, or raises
`Unresolved` with the reason. Nothing is guessed: a day without a report's date stays without a date.
"""

from datetime import date

from onrecord.link.times_counted import COUNTED
from onrecord.link.times_days import DAYS
from onrecord.link.times_form import NO_DAY, OUT_OF_RANGE, Form, Narrative, Reading, Resolved, Unresolved
from onrecord.link.times_periods import PERIODS

READINGS: dict[str, Reading] = {**DAYS, **PERIODS, **COUNTED}


def resolve(form: str, tense: str, published: date | None, narrative: Narrative) -> Resolved:
    """The calendar reading of `form`; raises Unresolved with the reason where there is none."""
    kind, *details = form.split(" ")
    read = Form(kind, dict(d.split("=", 1) for d in details), tense, published, narrative)
    try:
        resolved = READINGS[kind](read)
    except (ValueError, OverflowError) as error:
        raise Unresolved(NO_DAY if kind in DAYS else OUT_OF_RANGE) from error
    return _with_hour(read, resolved)


def _with_hour(form: Form, resolved: Resolved) -> Resolved:
    """The value with the part of the day or the hour that the form tells."""
    hour = _hour(form)
    if not hour or resolved.value is None or resolved.start != resolved.end:
        return resolved
    return Resolved(f"{resolved.value[:10]}T{hour}", resolved.start, resolved.end, resolved.basis)


def _hour(form: Form) -> str:
    clock, part = form.details.get("c"), form.details.get("p")
    if clock is None:
        return part or ""
    hour, minute = int(clock.split(":")[0]), clock.split(":")[1]
    later = form.details.get("mer") == "PM" or part in ("AF", "EV", "NI")
    if later and hour < 12:
        hour += 12
    if form.details.get("mer") == "AM" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}"
