"""Calendar arithmetic for time expressions: stretches of days with their TIMEX3 values.

Weeks are ISO weeks, quarters and halves those of the calendar year, seasons those of the northern hemisphere.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MAX = date.max.year - 1
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12_000}
_DAYS = {"D": 1, "NI": 1, "W": 7, "WE": 7, "FN": 14}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A TIMEX3 value and the first and last day that it may mean."""

    value: str
    start: date
    end: date


def moved(day: date, unit: str, count: float) -> date:
    """`day` moved by `count` units (D, W, M, Q, Y, DE, CE …); the day of the month is kept where it exists.

    Raises ValueError where the result lies outside the years 1–9998.
    """
    if unit in _DAYS or unit not in _MONTHS:
        return _bounded(day.toordinal() + round(_DAYS.get(unit, 0) * count))
    months = _MONTHS[unit] * count
    whole = int(months // 1)
    index = day.year * 12 + day.month - 1 + whole
    year, month = divmod(index, 12)
    if not 1 <= year <= _MAX:
        raise ValueError(f"year {year} is out of range")
    last = calendar.monthrange(year, month + 1)[1]
    there = date(year, month + 1, min(day.day, last))
    return there + timedelta(days=round((months - whole) * 30))


def _bounded(ordinal: int) -> date:
    if not 1 <= ordinal <= date(_MAX, 12, 31).toordinal():
        raise ValueError("day is out of range")
    return date.fromordinal(ordinal)


def a_day(day: date) -> Stretch:
    """One day."""
    return Stretch(day.isoformat(), day, day)


def a_week(day: date) -> Stretch:
    """The ISO week of `day`."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Stretch(f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=6))


def a_weekend(day: date) -> Stretch:
    """The weekend of the ISO week of `day`."""
    week = a_week(day)
    return Stretch(f"{week.value}-WE", week.end - timedelta(days=1), week.end)


def a_month(year: int, month: int) -> Stretch:
    """A month; raises ValueError for a year outside 1–9998."""
    last = calendar.monthrange(year, month)[1]
    return Stretch(f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, last))


def a_quarter(year: int, quarter: int) -> Stretch:
    """A calendar quarter, 1–4."""
    first = 3 * quarter - 2
    return Stretch(f"{year:04d}-Q{quarter}", date(year, first, 1), a_month(year, first + 2).end)


def a_half(year: int, half: int) -> Stretch:
    """A calendar half-year, 1 or 2."""
    first = 6 * half - 5
    return Stretch(f"{year:04d}-H{half}", date(year, first, 1), a_month(year, first + 5).end)


def a_year(year: int) -> Stretch:
    """A calendar year."""
    return Stretch(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def a_decade(tens: int) -> Stretch:
    """The decade whose years begin with `tens` (199 for the 1990s)."""
    return Stretch(f"{tens:03d}X", date(tens * 10, 1, 1), date(tens * 10 + 9, 12, 31))


def a_century(number: int) -> Stretch:
    """A century by its ordinal number (20 for 1901–2000), with the loose bounds that reporting gives it."""
    return Stretch(f"{number - 1:02d}", date(max(1, number * 100 - 100), 1, 1), date(number * 100 - 1, 12, 31))


def a_season(year: int, season: str) -> Stretch:
    """A season (SP, SU, FA, WI) by the year in which it begins: the winter of 2022 ends in February 2023."""
    if season == "WI":
        return Stretch(f"{year:04d}-WI", date(year, 12, 1), a_month(year + 1, 2).end)
    first, last = _SEASONS[season]
    return Stretch(f"{year:04d}-{season}", date(year, first, 1), a_month(year, last).end)


_UNITS: dict[str, Callable[[date], Stretch]] = {
    "W": a_week,
    "FN": a_week,
    "WE": a_weekend,
    "M": lambda day: a_month(day.year, day.month),
    "Q": lambda day: a_quarter(day.year, (day.month + 2) // 3),
    "Y": lambda day: a_year(day.year),
    "DE": lambda day: a_decade(day.year // 10),
    "CE": lambda day: a_century(day.year // 100 + 1),
    "ML": lambda day: a_century(day.year // 100 + 1),
}


def unit_at(day: date, unit: str) -> Stretch:
    """The calendar unit (D, W, WE, M, Q, Y, DE, CE) that holds `day`."""
    return _UNITS.get(unit, a_day)(day)


def part_of(stretch: Stretch, part: str) -> Stretch:
    """The START, MID or END third of a stretch ("early", "mid-", "late"); its value stays."""
    third = max(1, ((stretch.end - stretch.start).days + 1) // 3)
    first, last = stretch.start, stretch.end
    if part == "START":
        last = first + timedelta(days=third)
    elif part == "END":
        first = last - timedelta(days=third)
    elif part == "MID":
        first, last = first + timedelta(days=third), last - timedelta(days=third)
    return Stretch(stretch.value, first, last)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def duration_value(unit: str, count: str) -> str:
    """The TIMEX3 value of `count` units: P30D, PT3H, PXW, P2Y6M for two and a half years."""
    letter, size = _DURATION_UNITS[unit]
    time = "T" if unit in ("H", "MIN", "S") else ""
    if count == "X":
        return f"P{time}X{letter}"
    number = _number(count) * size
    whole, rest = int(number), number - int(number)
    if rest and letter in _FINER:
        finer, times = _FINER[letter]
        split = round(rest * times)
        return f"P{time}{f'{whole}{letter}' if whole else ''}{split}{finer}"
    return f"P{time}{whole if not rest else f'{number:g}'}{letter}"


_DURATION_UNITS = {
    "S": ("S", 1), "MIN": ("M", 1), "H": ("H", 1), "D": ("D", 1), "NI": ("D", 1), "W": ("W", 1), "WE": ("D", 2),
    "FN": ("W", 2),
    "M": ("M", 1), "Q": ("Q", 1), "Y": ("Y", 1), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000),
}  # fmt: skip
_FINER = {"Y": ("M", 12), "H": ("M", 60)}


def _number(count: str) -> float:
    whole, _, fraction = count.partition("+")
    over, _, under = fraction.partition("/")
    return float(whole) + (int(over) / int(under) if under and int(under) else 0.0)


def count_of(count: str) -> float | None:
    """A count as a number; None for a vague one."""
    return None if count == "X" else _number(count)
