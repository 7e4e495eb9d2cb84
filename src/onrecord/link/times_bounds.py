"""The days left open by words that only bound: "more than 30 days ago", "nearly a decade", "two weeks or so"."""

from datetime import date

from onrecord.link.times_calendar import moved

ROUGH = 0.25
"""By how much "about" so long may be shorter or longer, "nearly" shorter and "just over" longer, by our reading."""

_FACTORS = {"approx": (1 + ROUGH, 1 - ROUGH), "near": (1, 1 - ROUGH), "over": (1 + ROUGH, 1)}
"""How many times as far the furthest and the nearest day may lie."""


def bounded(origin: date, unit: str, count: float, way: int, mod: str) -> tuple[date | None, date | None]:
    """First and last day that may lie `count` units before (`way` -1) or after (1) `origin`; None where it is open.

    `mod` is more, less, approx, near (nearly so long) or over (just over so long). Raises ValueError where a day lies
    outside the years 1–9998.
    """
    exact = moved(origin, unit, way * count)
    if mod == "more":
        return (None, exact) if way < 0 else (exact, None)
    if mod == "less":
        return (exact, origin) if way < 0 else (origin, exact)
    far, close = (moved(origin, unit, way * count * factor) for factor in _FACTORS[mod])
    return (far, close) if way < 0 else (close, far)
