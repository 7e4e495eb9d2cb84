"""Expressions that stand side by side and tell one time: "10 p.m. Wednesday", "Friday, Oct. 23"."""

import re
from dataclasses import replace

from onrecord.annotate.layers import TimeExpression

_TIMES = frozenset({"clock", "tod"})
_DAYS = frozenset({"weekday", "rel", "day", "same", "shift", "value"})


def composed(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """`found` with neighbours that tell one time joined."""
    joined: list[TimeExpression] = []
    for time in found:
        before = joined[-1] if joined else None
        one = _joined(text, before, time) if before is not None else None
        if one is None:
            if before is not None:
                joined[-1] = _with_year(text, before, time)
            joined.append(time)
        else:
            joined[-1] = one
    return joined


def _joined(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    gap = text[left.end : right.start]
    if len(gap) > 5:
        return None
    a, b = _kind(left), _kind(right)
    if a in _TIMES and b in _DAYS and " p=" not in right.form and gap.strip() in ("", ",", "on", ", on", "of"):
        return TimeExpression(left.start, right.end, "TIME", _with_hour(right.form, left.form), left.rule)
    if left.rule == "the-part" and b in _DAYS and gap.strip() == "of" and " p=" not in right.form:
        return TimeExpression(left.start, right.end, "TIME", _with_hour(right.form, left.form), left.rule)
    if b == "clock" and a in _DAYS and gap.strip() in (",", "at", ", at") and " p=" not in left.form:
        return TimeExpression(left.start, right.end, "TIME", _with_hour(left.form, right.form), right.rule)
    if a == "weekday" and b == "day" and gap in (", ", " ") and left.rule == "weekday":
        part = re.search(r" p=\w+", left.form)
        named = "" if " y=" in right.form else left.form.replace("weekday w=", " wd=").split(" p=")[0].split(" mod=")[0]
        form = right.form + (part.group() if part else "") + named
        return TimeExpression(left.start, right.end, right.type, form, right.rule)
    return None


_UNTIL = frozenset({" to ", " and ", "–", " – ", "-", " - ", " through ", " until "})


def _with_year(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression:
    """`left` with the year of `right`: "from January 1 to December 31, 2021"."""
    year = re.search(r"^(?:day|month) y=(\d{4}) m=(\d\d)", right.form)
    own = re.match(r"(day|month) m=(\d\d)", left.form)
    if year is None or own is None or text[left.end : right.start] not in _UNTIL or own.group(2) > year.group(2):
        return left
    return replace(left, form=left.form.replace(own.group(1), f"{own.group(1)} y={year.group(1)}", 1))


def _kind(time: TimeExpression) -> str:
    return time.form.split(" ", 1)[0]


def _with_hour(day: str, hour: str) -> str:
    """The day's form with the hour's c=, mer= and p= in it."""
    return " ".join([day, *(word for word in hour.split(" ")[1:] if not word.startswith(("z=", "u=")))])
