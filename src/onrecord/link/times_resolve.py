"""The forms of time expressions put on the calendar.

A form is a kind and its details (see `annotate.times`). Each kind has one function here; it gets the details, the
tense, the report's date and what the narrative has told so far, and gives a stretch of days with a TIMEX3 value,
or raises `Unresolved` with the reason. Nothing is guessed: a day without a report's date stays without a date.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.link import times_calendar as cal
from onrecord.link.times_calendar import Stretch
from onrecord.model.vocabulary import TimeBasis

NO_DATE = "the report's own date is unknown"
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


def resolve(form: str, tense: str, published: date | None, narrative: Narrative) -> Resolved:
    """The calendar reading of `form`; raises Unresolved with the reason where there is none."""
    kind, *details = form.split(" ")
    read = Form(kind, dict(d.split("=", 1) for d in details), tense, published, narrative)
    try:
        resolved = KINDS[kind](read)
    except (ValueError, OverflowError) as error:
        raise Unresolved(f"no such date: {error}") from error
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


def _of(stretch: Stretch, basis: TimeBasis, form: Form | None = None) -> Resolved:
    if form is not None and form.details.get("mod"):
        stretch = cal.part_of(stretch, form.details["mod"])
    return Resolved(stretch.value, stretch.start, stretch.end, basis)


def _towards(form: Form, candidates: list[date], length: int = 0) -> date:
    """The candidate that the tense points to: the latest behind or the first ahead of the report, else the nearest.

    `length` is how many days a candidate lasts: a month that has begun counts as behind and as ahead.
    """
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
    doubtful = abs((found - report).days) > _FAR and "since" not in form.details
    return nearest if doubtful else found


def _value(form: Form) -> Resolved:
    written = form.details["v"]
    if "." in written:  # 22.05.2021: the day comes first wherever dots are written
        day, month, year = (int(part) for part in written.split("."))
        return _of(cal.a_day(date(year, month, day)), "explicit")
    if "/" not in written:
        return _of(cal.a_day(date.fromisoformat(written[:10])), "explicit")
    first, second, year = (int(part) for part in written.split("/"))
    if len(written.rsplit("/", 1)[1]) == 2:
        raise Unresolved("the year is written with two figures")
    if first <= 12 and second <= 12 and first != second:
        raise Unresolved("day and month may be either way round")
    month, day = (second, first) if first > 12 else (first, second)
    return _of(cal.a_day(date(year, month, day)), "explicit")


def _day(form: Form) -> Resolved:
    month, day = form.number("m"), form.number("d")
    if "y" in form.details:
        first, basis = date(form.number("y"), month, day), "explicit"
    elif "rel" in form.details:
        first, basis = date(form.report.year + form.number("rel"), month, day), "publication date"
    else:
        years = range(form.report.year - 4, form.report.year + 5)
        first = _towards(form, [date(y, month, day) for y in years if _exists(y, month, day)])
        basis = "publication date"
    last = first.replace(day=form.number("d2")) if "d2" in form.details else first
    return Resolved(first.isoformat(), first, last, basis)  # type: ignore[arg-type]  # both are bases


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _month(form: Form) -> Resolved:
    month = form.number("m")
    if "y" in form.details:
        return _of(cal.a_month(form.number("y"), month), "explicit", form)
    if "same" in form.details:
        if form.narrative.year is None:
            raise Unresolved("the text tells no year before it")
        return _of(cal.a_month(form.narrative.year, month), "document", form)
    report = form.report
    if "rel" in form.details:
        year = report.year + form.number("rel")
    elif "near" in form.details:
        year = report.year + _years_to(month, form.number("near"), report)
    else:
        candidates = [date(report.year + n, month, 1) for n in (-1, 0, 1)]
        year = report.year if month == report.month else _towards(form, candidates, 27).year
    return _of(cal.a_month(year, month), "publication date", form)


def _years_to(month: int, near: int, report: date) -> int:
    """How many years from the report's the last (-1), this (0) or next (1) such month lies."""
    if near < 0:
        return 0 if month < report.month else -1
    return 1 if near > 0 and month <= report.month else 0


def _year(form: Form) -> Resolved:
    return _of(cal.a_year(form.number("y")), "explicit", form)


def _decade(form: Form) -> Resolved:
    return _of(cal.a_decade(form.number("v")), "explicit", form)


def _century(form: Form) -> Resolved:
    if "rel" in form.details:
        return _of(cal.a_century(form.report.year // 100 + 1 + form.number("rel")), "publication date", form)
    return _of(cal.a_century(form.number("v")), "explicit", form)


def _weekday(form: Form) -> Resolved:
    day = form.number("w") - 1
    if "shift" in form.details:
        told, basis = form.told
        return _of(cal.a_day(_next_weekday(told, day, form.number("shift"))), basis)
    report = form.report
    if "week" in form.details:
        monday = cal.a_week(report).start + timedelta(weeks=form.number("week"))
        return _of(cal.a_day(monday + timedelta(days=day)), "publication date")
    rel = form.details.get("rel")
    if rel in ("-1", "1"):
        found = _next_weekday(report, day, int(rel))
    elif report.weekday() == day:
        found = report
    else:
        ahead = form.tense in ("future", "present") or (rel == "0" and form.tense != "past")
        found = _next_weekday(report, day, 1 if ahead else -1)
    return _of(cal.a_day(found), "publication date")


def _next_weekday(day: date, weekday: int, way: int) -> date:
    """The first `weekday` (0 = Monday) after `day`, or the last before it."""
    step = (weekday - day.weekday() - 1) % 7 + 1 if way > 0 else -((day.weekday() - weekday - 1) % 7 + 1)
    return day + timedelta(days=step)


def _rel(form: Form) -> Resolved:
    unit, report = form.details["u"], form.report
    count = form.details["n"]
    if count == "near":
        ahead = form.tense == "future" or report.weekday() >= 5
        return _of(cal.unit_at(report if ahead else cal.moved(report, "W", -1), unit), "publication date", form)
    sign = {"+": 1, "-": -1}.get(count[-1], 0)
    number = int(count.rstrip("+-") if sign else count) + sign
    return _of(cal.unit_at(cal.moved(report, unit, number), unit), "publication date", form)


def _ago(form: Form) -> Resolved:
    return _counted(form, -1, form.report, "publication date", "PAST_REF")


def _hence(form: Form) -> Resolved:
    return _counted(form, 1, form.report, "publication date", "FUTURE_REF")


def _counted(form: Form, way: int, origin: date, basis: TimeBasis, vague: str) -> Resolved:
    unit = form.details["u"]
    count = cal.count_of(form.details.get("n", "X"))
    if count is None:
        raise Unresolved("how many is not told", vague)
    if unit in ("H", "MIN", "S"):
        raise Unresolved("the hour it is counted from is unknown", vague)
    there = cal.moved(origin, unit, way * count)
    return _of(cal.unit_at(there, {"DE": "Y", "CE": "Y", "ML": "Y", "Q": "M"}.get(unit, unit)), basis)


def _shift(form: Form) -> Resolved:
    unit, written = form.details["u"], form.details["n"]
    way = -1 if written.startswith("-") else 1
    count = cal.count_of(written.lstrip("+-"))
    if count is None:
        raise Unresolved("how many is not told", "PAST_REF" if way < 0 else "FUTURE_REF")
    if unit in ("H", "MIN", "S"):
        raise Unresolved("the hour it is counted from is unknown")
    if form.narrative.day is None and unit in ("D", "NI", "W"):
        raise Unresolved("the text tells no day before it")
    origin, basis = _origin(form, unit)
    return _of(cal.unit_at(cal.moved(origin, unit, way * count), {"DE": "Y"}.get(unit, unit)), basis)


def _origin(form: Form, unit: str) -> tuple[date, TimeBasis]:
    """The day that "later", "the following" and "that" count from: the latest told of that size, else the report's."""
    told = form.narrative
    if unit in ("Y", "DE", "CE") and told.year is not None:
        return date(told.year, 7, 1), "document"
    if unit in ("M", "Q") and told.month is not None:
        return told.month, "document"
    return form.told


def _same(form: Form) -> Resolved:
    unit = form.details["u"]
    if unit == "Q":
        return _latest_quarter(form)
    origin, basis = _origin(form, unit)
    return _of(cal.unit_at(origin, unit), basis, form)


def _latest_quarter(form: Form) -> Resolved:
    """The quarter last told of, else the last that was over when the report was written."""
    if form.narrative.quarter is not None:
        return _of(cal.a_quarter(*form.narrative.quarter), "document")
    return _of(cal.unit_at(cal.moved(form.report, "Q", -1), "Q"), "publication date")


def _quarter(form: Form) -> Resolved:
    quarter = form.number("q")
    if not 1 <= quarter <= 4:
        raise Unresolved("no such quarter")
    if "y" in form.details:
        found, basis = cal.a_quarter(form.number("y"), quarter), "explicit"
    elif "rel" in form.details:
        found, basis = cal.a_quarter(form.report.year + form.number("rel"), quarter), "publication date"
    else:
        found, basis = _near_quarter(form, quarter), "publication date"
    if "f" in form.details:
        return Resolved(found.value, None, None, basis)  # type: ignore[arg-type]  # a fiscal quarter's months are not told
    return _of(found, basis)  # type: ignore[arg-type]


def _near_quarter(form: Form, quarter: int) -> Stretch:
    """The quarter whose end is nearest to the report: results are reported after it, forecasts shortly before."""
    report = form.report
    choices = [cal.a_quarter(report.year + n, quarter) for n in (-1, 0, 1)]
    return min(choices, key=lambda stretch: abs((stretch.end - report).days))


def _year_ago(form: Form) -> Resolved:
    if form.narrative.quarter is not None:
        year, quarter = form.narrative.quarter
        return _of(cal.a_quarter(year - 1, quarter), "document")
    return _of(cal.a_year(form.report.year - 1), "publication date")


def _half(form: Form) -> Resolved:
    which = 2 if form.details["h"] in ("2", "-1") else 1
    if "y" in form.details:
        return _of(cal.a_half(form.number("y"), which), "explicit")
    return _of(cal.a_half(form.report.year + int(form.details.get("rel") or 0), which), "publication date")


def _fiscal(form: Form) -> Resolved:
    if "y" in form.details:
        return Resolved(form.details["y"], None, None, "explicit")
    return Resolved(f"{form.report.year:04d}", None, None, "publication date")


def _season(form: Form) -> Resolved:
    season, report = form.details["s"], form.published
    if "y" in form.details:
        return _of(cal.a_season(form.number("y"), season), "explicit", form)
    if "same" in form.details and form.narrative.year is not None:
        return _of(cal.a_season(form.narrative.year, season), "document", form)
    report = form.report
    step = int(form.details.get("n", "0"))
    choices = [cal.a_season(report.year + n, season) for n in (-1, 0, 1)]
    if step < 0:
        passed = [c for c in choices if c.end < report]
        found = passed[-1] if passed else choices[0]
    elif step > 0:
        found = next((c for c in choices if c.start > report), choices[-1])
    else:
        found = choices[1]
    return _of(found, "publication date", form)


def _duration(form: Form) -> Resolved:
    value = form.details.get("v") or cal.duration_value(form.details["u"], form.details.get("n", "X"))
    count = cal.count_of(form.details.get("n", "X")) if "u" in form.details else None
    way = form.details.get("rel")
    if way not in ("-1", "1") or count is None or form.published is None or form.details["u"] in ("H", "MIN", "S"):
        return Resolved(value)
    edge = cal.moved(form.published, form.details["u"], int(way) * count)
    first, last = sorted((edge, form.published))
    return Resolved(value, first, last, "publication date")


_VAGUE_COUNT = {"D": 14, "W": 8, "M": 12, "Q": 4, "Y": 10, "DE": 4, "CE": 3}
"""How many units "recent" or "coming" units reach at most, by our reading."""


def _vague(way: int) -> Callable[[Form], Resolved]:
    def read(form: Form) -> Resolved:
        unit = form.details["u"]
        value = cal.duration_value(unit, "X")
        if form.published is None:
            raise Unresolved(NO_DATE)
        edge = cal.moved(form.published, unit, way * _VAGUE_COUNT.get(unit, 1))
        first, last = sorted((edge, form.published))
        return Resolved(value, first, last, "publication date")

    return read


def _set(form: Form) -> Resolved:
    if "u" in form.details:
        return Resolved(cal.duration_value(form.details["u"], form.details.get("n", "1")))
    return Resolved(form.details["v"])


def _reference(form: Form) -> Resolved:
    raise Unresolved("no calendar date is told", form.details["v"])


def _clock(form: Form) -> Resolved:
    told, basis = form.told
    return _of(cal.a_day(told), basis)


def _holiday(form: Form) -> Resolved:
    years = [form.number("y")] if "y" in form.details else None
    basis: TimeBasis = "explicit" if years else "publication date"
    if years is None:
        years = [form.report.year + n for n in (-1, 0, 1)]
    days = [_holiday_in(form.details["d"], year) for year in years]
    if len(days) > 1 and form.details.get("rel") == "-1":
        days = [day for day in days if day < form.report][-1:]
    return _of(cal.a_day(days[0] if len(days) == 1 else _towards(form, days)), basis)


def _holiday_in(rule: str, year: int) -> date:
    month, day = rule.split("-")
    return cal.thanksgiving(year) if day == "4TH" else date(year, int(month), int(day))


def _moving(form: Form) -> Resolved:
    raise Unresolved("the date of this feast differs from year to year")


def _week_of(form: Form) -> Resolved:
    day = _day(form)
    assert day.start is not None  # noqa: S101  # a day always has one
    return _of(cal.a_week(day.start), day.basis)


KINDS: dict[str, Callable[[Form], Resolved]] = {
    "value": _value,
    "day": _day,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "rel": _rel,
    "ago": _ago,
    "hence": _hence,
    "shift": _shift,
    "same": _same,
    "quarter": _quarter,
    "yearago": _year_ago,
    "yearperiod": _year,
    "half": _half,
    "fiscal": _fiscal,
    "season": _season,
    "dur": _duration,
    "recent": _vague(-1),
    "coming": _vague(1),
    "every": _set,
    "set": _set,
    "ref": _reference,
    "clock": _clock,
    "tod": _clock,
    "holiday": _holiday,
    "moving": _moving,
    "weekof": _week_of,
}
"""The reading of each kind of form."""
