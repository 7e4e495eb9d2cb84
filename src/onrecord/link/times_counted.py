"""Forms that count units from a day, or last as long: "two weeks ago", "the following month", "in recent years"."""

from datetime import date

from onrecord.link import times_calendar as cal
from onrecord.link.times_bounds import bounded
from onrecord.link.times_form import NO_DATE, Form, Reading, Resolved, Unresolved, of
from onrecord.model.vocabulary import TimeBasis

_COUNTED_IN = {"DE": "Y", "CE": "Y", "ML": "Y", "Q": "M"}
"""The unit in which the end of so many larger ones is told: "two decades ago" names a year."""
_DAYS = frozenset(["D", "NI", "W", "FN", "M", "Y", "DE", "CE"])
"""Units of a length whose beginning is a day."""
_VAGUE_COUNT = {"D": 14, "W": 8, "M": 12, "Q": 4, "Y": 10, "DE": 4, "CE": 3}
"""How many units "recent" or "coming" units reach at most, by our reading."""


def _rel(form: Form) -> Resolved:
    unit, report = form.details["u"], form.report
    count = form.details["n"]
    if count == "near":
        ahead = form.tense == "future" or report.weekday() >= 5
        return of(cal.unit_at(report if ahead else cal.moved(report, "W", -1), unit), "publication date", form)
    sign = {"+": 1, "-": -1}.get(count[-1], 0)
    number = int(count.rstrip("+-") if sign else count) + sign
    return of(cal.unit_at(cal.moved(report, unit, number), unit), "publication date", form)


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
    if "mod" in form.details:
        return _bounded(form, Resolved(cal.unit_at(there, _COUNTED_IN.get(unit, unit)).value, basis=basis), origin, way)
    return of(cal.unit_at(there, _COUNTED_IN.get(unit, unit)), basis)


def _bounded(form: Form, found: Resolved, origin: date, way: int) -> Resolved:
    """The value of the exact count with the days that its bound leaves open: "more than 30 days ago"."""
    count = cal.count_of(form.details["n"].lstrip("+-")) or 0
    first, last = bounded(origin, form.details["u"], count, way, form.details["mod"])
    return Resolved(found.value, first, last, found.basis)


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
    found = of(cal.unit_at(cal.moved(origin, unit, way * count), {"DE": "Y"}.get(unit, unit)), basis)
    return _bounded(form, found, origin, way) if "mod" in form.details else found


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
    return of(cal.unit_at(origin, unit), basis, form)


def _latest_quarter(form: Form) -> Resolved:
    """The quarter last told of, else the last that was over when the report was written."""
    if form.narrative.quarter is not None:
        return of(cal.a_quarter(*form.narrative.quarter), "document")
    return of(cal.unit_at(cal.moved(form.report, "Q", -1), "Q"), "publication date")


def _duration(form: Form) -> Resolved:
    """A length; its days: those that "the last 30 days" cover, or on which what lasts so long may have begun."""
    value = form.details.get("v") or cal.duration_value(form.details["u"], form.details.get("n", "X"))
    count = cal.count_of(form.details.get("n", "X")) if "u" in form.details else None
    way = form.details.get("rel")
    if "lasting" in form.details and count is not None and form.published is not None and form.details["u"] in _DAYS:
        return _lasting(form, value, count, form.published)
    if way not in ("-1", "1") or count is None or form.published is None or form.details["u"] in ("H", "MIN", "S"):
        return Resolved(value)
    edge = cal.moved(form.published, form.details["u"], int(way) * count)
    first, last = sorted((edge, form.published))
    return Resolved(value, first, last, "publication date")


def _lasting(form: Form, value: str, count: float, report: date) -> Resolved:
    """A length that lasts until the report; before the years that can be counted its beginning is left open."""
    try:
        first, last = bounded(report, form.details["u"], count, -1, form.details["mod"])
    except (ValueError, OverflowError):
        return Resolved(value)
    return Resolved(value, first, last, "publication date")


def _vague(way: int) -> Reading:
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


COUNTED: dict[str, Reading] = {
    "rel": _rel,
    "ago": _ago,
    "hence": _hence,
    "shift": _shift,
    "same": _same,
    "dur": _duration,
    "recent": _vague(-1),
    "coming": _vague(1),
    "every": _set,
    "set": _set,
    "ref": _reference,
}
