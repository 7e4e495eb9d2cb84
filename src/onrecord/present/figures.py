"""Figures in words: "more than 1,200 people", "six lorries", "dozens of homes" as a number, its bound and its unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.resources.cues import Cue

type Bound = Literal["exactly", "at least", "at most", "about"]

_ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "score": 20}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
"""The least that a plural means: two of them."""
_WORDS = "|".join(sorted([*_ONES, *_TENS], key=lambda word: -len(word)))
"""The longer ones first, so that "ninety" is not taken for "nine"."""
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})(?:-(?:{'|'.join(_ONES)}))?|"
    rf"a(?: few)? (?=(?:{'|'.join(_SCALES)})\b))"
)
_FIGURE = Cue(
    rf"(?:\b(?P<bound>no more than|not more than|more than|over|at least|no fewer than|no less than|fewer than|"
    rf"less than|up to|at most|nearly|almost|about|around|some|roughly|approximately|an estimated|only|exactly)\s+)?"
    rf"(?:(?P<number>{_NUMBER})(?:\s*(?P<scale>{'|'.join(_SCALES)})\b)?(?:\s*(?P<more>thousand|million|billion)\b)?|(?P<vague>{'|'.join(_VAGUE)})\b)"
    rf"(?P<percent>\s*(?:%|per cent|percent))?"
)
_TOLD = Cue(rf"\d|\b(?:{'|'.join([*_ONES, *_TENS, *_SCALES, *_VAGUE])})")
"""What stands in every figure: a digit or a word for a number."""
_BOUNDS: dict[str, Bound] = {
    "no more than": "at most", "not more than": "at most", "no less than": "at least",
    "more than": "at least", "over": "at least", "at least": "at least", "no fewer than": "at least",
    "fewer than": "at most", "less than": "at most", "up to": "at most", "at most": "at most", "nearly": "about",
    "almost": "about", "about": "about", "around": "about", "some": "about", "roughly": "about",
    "approximately": "about", "an estimated": "about",
}  # fmt: skip
_UNIT = re.compile(
    r"\s*(?:of\s+)?((?:(?!(?:a|an|the|to|for|in|on|at|by|and|or|were|was|is|are|had|have|"
    r"who|that|as|with|them|us|these|those|which|has|been|will|would)\b)[a-zà-ÿ][\w’'-]*\s*){1,3})",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d$")
_LINE = re.compile(r"(?:^|\n)[ \t]*$")
_DAYS = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|st|nd|rd|th)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure: `value` in units of `unit` (empty where none is told), whether it is a bound, and its words."""

    value: float
    unit: str
    bound: Bound
    words: str


@lru_cache(50_000)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a text with what it counts; dates and years are none."""
    return tuple(_figures(text)) if _TOLD.search(text) else ()


def _figures(text: str) -> Iterator[Figure]:
    for found in _FIGURE.finditer(text):
        if found.start() and re.match(r"[\w$€£’'-]", text[found.start() - 1]):
            continue
        value = _value(found)
        after = text[found.end() :]
        counted = None if found["percent"] else _UNIT.match(after)
        unit = "per cent" if found["percent"] else "" if counted is None else " ".join(counted[1].split())
        if _CLOCK.match(found.group()) and _LINE.search(text[: found.start()]):
            continue  # the hour before an entry of a log: "09.30 Three people were killed"
        if _DAYS.match(after.strip()) or (not unit and 1900 <= value <= 2100) or _dated(text, found):
            continue
        vague = found["vague"] is not None
        bound = _BOUNDS.get((found["bound"] or "").casefold(), "at least" if vague else "exactly")
        words = " ".join((found.group() + ("" if counted is None else counted.group())).split())
        yield Figure(value=value, unit=unit, bound=bound, words=words)


def _value(found: re.Match[str]) -> float:
    if found["vague"]:
        return float(_VAGUE[found["vague"].casefold()])
    words = found["number"].strip().casefold()
    if words[0].isdigit():
        number = float(words.replace(",", ""))
    elif words.startswith("a"):
        number = 3.0 if "few" in words else 1.0
    else:
        first, _, second = words.partition("-")
        number = float({**_ONES, **_TENS}[first] + _ONES.get(second, 0))
    for scale in (found["scale"], found["more"]):
        number *= _SCALES[scale.casefold()] if scale else 1
    return number


def _dated(text: str, found: re.Match[str]) -> bool:
    """Whether a number stands after the name of a month ("February 3")."""
    months = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$"
    return re.search(months, text[: found.start()]) is not None
