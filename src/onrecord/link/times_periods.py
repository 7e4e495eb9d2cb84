"""Forms that name a period of the calendar: months, years, quarters, seasons."""

from datetime import date

from onrecord.link import times_calendar as cal
from onrecord.link.times_calendar import Stretch
from onrecord.link.times_form import FISCAL, Form, Narrative, Reading, Resolved, Unresolved, of, towards


def _month(form: Form) -> Resolved:
    month = form.number("m")
    if "y" in form.details:
        return of(cal.a_month(form.number("y"), month), "explicit", form)
    if "same" in form.details:
        if form.narrative.year is None:
            raise Unresolved("the text tells no year before it")
        return of(cal.a_month(form.narrative.year, month), "document", form)
    report = form.report
    if "rel" in form.details:
        year = report.year + form.number("rel")
    elif "near" in form.details:
        year = report.year + _years_to(month, form.number("near"), report)
    else:
        candidates = [date(report.year + n, month, 1) for n in (-1, 0, 1)]
        year = report.year if month == report.month else towards(form, candidates, 27).year
    return of(cal.a_month(year, month), "publication date", form)


def _years_to(month: int, near: int, report: date) -> int:
    """How many years from the report's the last (-1), this (0) or next (1) such month lies."""
    if near < 0:
        return 0 if month < report.month else -1
    return 1 if near > 0 and month <= report.month else 0


def _year(form: Form) -> Resolved:
    return of(cal.a_year(form.number("y")), "explicit", form)


def _decade(form: Form) -> Resolved:
    return of(cal.a_decade(form.number("v")), "explicit", form)


def _century(form: Form) -> Resolved:
    if "rel" in form.details:
        return of(cal.a_century(form.report.year // 100 + 1 + form.number("rel")), "publication date", form)
    return of(cal.a_century(form.number("v")), "explicit", form)


def _quarter(form: Form) -> Resolved:
    quarter = form.number("q")
    if not 1 <= quarter <= 4:
        raise Unresolved("a year has no such quarter")
    if form.details.keys() & {"f", "g", "h"}:
        raise Unresolved(FISCAL)
    if "y" in form.details:
        found, basis = cal.a_quarter(form.number("y"), quarter), "explicit"
    elif "rel" in form.details:
        found, basis = cal.a_quarter(form.report.year + form.number("rel"), quarter), "publication date"
    else:
        found, basis = _near_quarter(form, quarter), "publication date"
    return of(found, basis)  # type: ignore[arg-type]


def _near_quarter(form: Form, quarter: int) -> Stretch:
    """The quarter whose end is nearest to the report: results are reported after it, forecasts shortly before.

    What "would rise" in it is no longer ahead of a report that comes when its results have long been out.
    """
    report = form.report
    choices = [cal.a_quarter(report.year + n, quarter) for n in (-1, 0, 1)]
    if form.details.get("own") == "future":
        choices = [c for c in choices if (report - c.end).days <= _RESULTS] or choices
    if form.details.get("own") == "past":
        choices = [c for c in choices if c.start <= report]
    return min(choices, key=lambda stretch: abs((stretch.end - report).days))


def _year_ago(form: Form) -> Resolved:
    if form.narrative.quarter is not None:
        year, quarter = form.narrative.quarter
        return of(cal.a_quarter(year - 1, quarter), "document")
    return of(cal.a_year(form.report.year - 1), "publication date")


def _half(form: Form) -> Resolved:
    if form.details.keys() & {"f", "g"}:
        raise Unresolved(FISCAL)
    which = 2 if form.details["h"] in ("2", "-1") else 1
    if "y" in form.details:
        return of(cal.a_half(form.number("y"), which), "explicit")
    return of(cal.a_half(form.report.year + int(form.details.get("rel") or 0), which), "publication date")


def _fiscal(form: Form) -> Resolved:
    raise Unresolved(FISCAL)


def _season(form: Form) -> Resolved:
    season = form.details["s"]
    if "y" in form.details:
        return of(_season_of(form, season, form.number("y")), "explicit", form)
    if "same" in form.details and form.narrative.year is not None:
        return of(_season_told(form.narrative, season), "document", form)
    report = form.report
    step = int(form.details.get("n", "0"))
    choices = [cal.a_season(report.year + n, season) for n in (-2, -1, 0, 1)]
    if step < 0:
        found = [c for c in choices if c.end < report][-1]
    elif step > 0:
        found = next((c for c in choices if c.start > report), choices[-1])
    else:
        found = _season_near(form, season, choices)
    return of(found, "publication date", form)


def _season_of(form: Form, season: str, year: int) -> Stretch:
    """The season that a year is told with; a winter told before it could begin is that which ended in the year."""
    found, report = cal.a_season(year, season), form.published
    if season != "WI" or form.tense == "future" or report is None or report.year != year or report >= found.start:
        return found
    return cal.a_season(year - 1, season)


def _season_told(narrative: Narrative, season: str) -> Stretch:
    """The season of the year that the text has reached: the winter of a January is that of the year before."""
    year = narrative.year or 0
    begun_before = season == "WI" and narrative.month is not None and narrative.month.month <= _SPRING
    return cal.a_season(year - 1 if begun_before else year, season)


def _season_near(form: Form, season: str, choices: list[Stretch]) -> Stretch:
    """This season: the one that lasts, else the one that its verb points to, else this year's."""
    report = form.report
    lasting = next((c for c in choices if c.start <= report <= c.end), None)
    if lasting is not None:
        return lasting
    if season != "WI" and "own" not in form.details:
        return next(c for c in choices if c.start.year == report.year)
    if form.tense == "past":
        return [c for c in choices if c.end < report][-1]
    return next(c for c in choices if c.start > report)


_RESULTS = 45
"""Days after a quarter's end within which its results are still awaited."""
_SPRING = 4
"""Until this month a report that tells of "that winter" tells of the one that began in the year before."""

PERIODS: dict[str, Reading] = {
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "yearago": _year_ago,
    "yearperiod": _year,
    "half": _half,
    "fiscal": _fiscal,
    "season": _season,
}
