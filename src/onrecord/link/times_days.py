"""Forms that name a day: dates, weekdays, clock times, holidays."""

import calendar
from datetime import date, timedelta

from onrecord.link import times_calendar as cal
from onrecord.link.times_form import Form, Reading, Resolved, Unresolved, of, towards
from onrecord.model.vocabulary import TimeBasis


def _value(form: Form) -> Resolved:
    written = form.details["v"]
    if "." in written:  # 22.05.2021: the day comes first wherever dots are written
        day, month, year = (int(part) for part in written.split("."))
        return of(cal.a_day(date(year, month, day)), "explicit")
    if "/" not in written:
        return of(cal.a_day(date.fromisoformat(written[:10])), "explicit")
    first, second, year = (int(part) for part in written.split("/"))
    if len(written.rsplit("/", 1)[1]) == 2:
        raise Unresolved("the year is written with two figures")
    if first <= 12 and second <= 12 and first != second:
        raise Unresolved("day and month may be either way round")
    month, day = (second, first) if first > 12 else (first, second)
    return of(cal.a_day(date(year, month, day)), "explicit")


def _day(form: Form) -> Resolved:
    month, day = form.number("m"), form.number("d")
    if "y" in form.details:
        first, basis = date(form.number("y"), month, day), "explicit"
    elif "rel" in form.details:
        first, basis = date(form.report.year + form.number("rel"), month, day), "publication date"
    else:
        years = range(form.report.year - 4, form.report.year + 5)
        far = {"far": LEAP} if (month, day) == (2, 29) else {}
        days = [date(y, month, day) for y in years if _exists(y, month, day)]
        if "wd" in form.details:  # "Saturday, April 25": the years in which that is a Saturday
            days = [found for found in days if found.isoweekday() == form.number("wd")] or days
            far = {"far": LEAP}
        first = towards(form, days, **far)
        basis = "publication date"
    last = first.replace(day=form.number("d2")) if "d2" in form.details else first
    return Resolved(first.isoformat(), first, last, basis)  # type: ignore[arg-type]  # both are bases


LEAP = 4 * 366
"""How many days the tense may reach to a leap day: the last one may lie years back."""


def _event(form: Form) -> Resolved:
    """The day of an event known by its day and month ("the September 11 attacks"), unless the report is older."""
    known = date(form.number("y"), form.number("m"), form.number("d"))
    if form.published is not None and form.published < known:
        return _day(
            Form("day", {k: v for k, v in form.details.items() if k != "y"}, "past", form.published, form.narrative)
        )
    return of(cal.a_day(known), "explicit")


def _named(form: Form) -> Resolved:
    raise Unresolved("the date is part of a name")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _weekday(form: Form) -> Resolved:
    day = form.number("w") - 1
    if "shift" in form.details:
        told, basis = form.told
        return of(cal.a_day(_next_weekday(told, day, form.number("shift"))), basis)
    report = form.report
    if "week" in form.details:
        monday = cal.a_week(report).start + timedelta(weeks=form.number("week"))
        return of(cal.a_day(monday + timedelta(days=day)), "publication date")
    rel = form.details.get("rel")
    if rel in ("-1", "1"):
        found = _next_weekday(report, day, int(rel))
    elif report.weekday() == day:
        found = report
    else:
        ahead = form.tense in ("future", "present") or (rel == "0" and form.tense != "past")
        found = _next_weekday(report, day, 1 if ahead else -1)
    return of(cal.a_day(found), "publication date")


def _next_weekday(day: date, weekday: int, way: int) -> date:
    """The first `weekday` (0 = Monday) after `day`, or the last before it."""
    step = (weekday - day.weekday() - 1) % 7 + 1 if way > 0 else -((day.weekday() - weekday - 1) % 7 + 1)
    return day + timedelta(days=step)


def _clock(form: Form) -> Resolved:
    """An hour of the day last told; of what is over it cannot be a day that lies ahead of the report."""
    told, basis = form.told
    if form.tense == "past" and form.published is not None and told > form.published:
        raise Unresolved("the day told before it lies ahead")
    return of(cal.a_day(told), basis)


def _holiday(form: Form) -> Resolved:
    years = [form.number("y")] if "y" in form.details else None
    basis: TimeBasis = "explicit" if years else "publication date"
    if years is None:
        years = [form.report.year + n for n in (-1, 0, 1)]
    days = [_holiday_in(form.details["d"], year) for year in years]
    if len(days) > 1 and form.details.get("rel") == "-1":
        days = [day for day in days if day < form.report][-1:]
    return of(cal.a_day(days[0] if len(days) == 1 else towards(form, days)), basis)


def _holiday_in(rule: str, year: int) -> date:
    month, day = rule.split("-")
    return cal.thanksgiving(year) if day == "4TH" else date(year, int(month), int(day))


def _moving(form: Form) -> Resolved:
    if "state" in form.details:
        raise Unresolved("the date of this feast differs from state to state, and the report tells of none")
    raise Unresolved("the date of this feast differs from year to year")


def _week_of(form: Form) -> Resolved:
    day = _day(form)
    assert day.start is not None  # noqa: S101  # a day always has one
    return of(cal.a_week(day.start), day.basis)


DAYS: dict[str, Reading] = {
    "value": _value,
    "day": _day,
    "weekday": _weekday,
    "clock": _clock,
    "tod": _clock,
    "holiday": _holiday,
    "moving": _moving,
    "weekof": _week_of,
    "event": _event,
    "named": _named,
}
