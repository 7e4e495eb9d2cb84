"""The publication date that a report itself gives at its head, and nothing guessed beyond that.

A dateline such as "GENEVA, 12 March 2024 —" or "HALDEN, May 14, 2031 (Wire) -", or a line of its own that is
nothing but a full date, among the first lines. A dateline without a year ("May 14") is no date.
"""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\.?,?\s+(?P<y1>\d{{4}})"
_MONTH_FIRST = rf"(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
_DATE = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_ISO})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_PLACE = r"[A-Z][\w .’'/-]{1,40}(?:,\s*[A-Z][\w .’'-]{1,30})?"
_LABEL = r"(?:\*{0,2}(?:published|posted|date|sent|issued|released|updated|press release)(?:\s+on)?\s*[:,]?\*{0,2}\s+)?"
_DATELINE = re.compile(rf"{_PLACE}[,:]\s+(?i:{_WEEKDAY}{_DATE})(?:\s*\([^)]{{1,40}}\))?\s*(?:[-–—:/]|\Z)")
_OWN_LINE = re.compile(rf"(?i:{_LABEL}{_WEEKDAY}{_DATE})[.,]?(?:\s+(?:at\s+)?\d{{1,2}}[:.]\d{{2}}\b.{{0,16}})?\Z")
LINES = 6
"""How many of the first lines are looked at."""


def dateline(text: str) -> date | None:
    """The date in the head of `text`; None where there is none with its year."""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:LINES]
    for line in lines:
        match = _DATELINE.match(line[:160]) or (_OWN_LINE.match(line) if len(line) <= 60 else None)
        if match and (found := _date(match)):
            return found
    return None


def _date(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    for form in "123":
        if groups["y" + form]:
            month = groups["m" + form]
            number = int(month) if month.isdigit() else _MONTHS[month.lower()]
            try:
                return date(int(groups["y" + form]), number, int(groups["d" + form]))
            except ValueError:
                return None
    return None
