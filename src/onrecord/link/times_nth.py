"""How long something has lasted by the number of its day: "its 52nd day", "the third week of the siege"."""

import re
from datetime import date, timedelta

from onrecord.annotate.times_numbers import CARDINALS, ORDINALS
from onrecord.link.times_calendar import moved

_NTH = re.compile(
    r"\b(?:(\d+)(?:st|nd|rd|th)|((?:[a-z]+-)?[a-z]+))[ -](?:straight |consecutive )?(day|week|month)\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"^(day|week|month) (\d{1,4}|[a-z]+)$", re.IGNORECASE)
_UNITS = {"day": "D", "week": "W", "month": "M"}


def nth(text: str) -> tuple[int, str] | None:
    """Number and unit (D, W, M) of "52nd day", "thirty-first day", "week three"; None where words tell none."""
    if (numbered := _NUMBERED.search(text)) is not None:
        unit, count = numbered.groups()
        number = int(count) if count.isdigit() else CARDINALS.get(count.lower(), 0)
        return (number, _UNITS[unit.lower()]) if number else None
    for figure, word, unit in _NTH.findall(text):
        count = int(figure) if figure else _value(word.lower())
        if count:
            return count, _UNITS[unit.lower()]
    return None


def _value(word: str) -> int | None:
    tens, _, ones = word.rpartition("-")
    if tens:
        return CARDINALS[tens] + ORDINALS[ones] if tens in CARDINALS and ones in ORDINALS else None
    return ORDINALS.get(word)


def begun(count: int, unit: str, day: date) -> tuple[date, date]:
    """First and last day on which that began which is in its `count`th unit on `day`.

    Reports count both ways: the nineteenth day is eighteen or nineteen days after the first. A week or month is the
    one that is running. Raises ValueError where the result lies outside the years 1–9998.
    """
    first = moved(day, unit, -count)
    return (first if unit == "D" else first + timedelta(days=1)), moved(day, unit, 1 - count)
