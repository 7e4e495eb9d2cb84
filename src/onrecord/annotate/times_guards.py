"""Tests beyond the pattern: what stands around an expression, where the words alone are ambiguous.

A guard gets the text, its terms, the expression as terms `first`–`last` (exclusive) and the values it keeps.
The word lists are in `resources/times/guards.yaml`.
"""

import functools
from collections.abc import Callable
from importlib.resources import files

from onrecord.annotate.times_tokens import Terms
from onrecord.resources.lexicon import read_yaml

type Guard = Callable[[str, Terms, int, int, dict[str, str]], bool]


@functools.cache
def _words(name: str) -> frozenset[str]:
    source = files("onrecord") / "resources" / "times" / "guards.yaml"
    return frozenset(_lists(source.read_text(encoding="utf-8"))[name])


@functools.cache
def _lists(source: str) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = read_yaml(source)
    return lists


def _raw(terms: Terms, index: int) -> str:
    return terms.terms[index].text if 0 <= index < len(terms.terms) else ""


def _word(terms: Terms, index: int) -> str:
    return _raw(terms, index).lower()


def _has(terms: Terms, index: int, *categories: str) -> bool:
    if not 0 <= index < len(terms.terms):
        return False
    return any(category in terms.terms[index].values for category in categories)


def _ends_phrase(terms: Terms, index: int) -> bool:
    """Whether no noun follows at `index`: a mark, the end, or a function word."""
    word = _word(terms, index)
    return not word or not word[0].isalnum() or word in _words("function")


def _month(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    at = next(i for i in range(last - 1, first - 1, -1) if _has(terms, i, "MONTH"))
    if not _raw(terms, at)[0].isupper():
        return False
    return not (_has(terms, at, "NAMEMONTH") and _word(terms, at - 1) in _words("before_name"))


def _year(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    year, before, after = int(values["y"]), _word(terms, first - 1), _word(terms, last)
    if _has(terms, first, "YEARWORD", "THE"):
        return True
    if _has(terms, first - 1, "NOTYEAR") or after in _words("counted") or _has(terms, last, "UNITS", "MONEY"):
        return False
    plural = after.isalpha() and after.endswith("s") and _raw(terms, last).islower() and after not in _words("function")
    if plural and before not in _words("sure_before_year"):
        return _has(terms, first - 1, "THE", "POSS")
    if not 1900 <= year <= 2030 and not _has(terms, first, "EARLY"):
        return _has(terms, first - 1, "YEARINTRO", "THE")
    named = _raw(terms, first - 1)[:1].isupper() and not _has(terms, first - 1, "MONTH", "YEARINTRO", "THE", "SEASON")
    return not named


def _decade(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    written = _word(terms, last - 1)
    short = written[0].isdigit() and len(written) <= 4 and not written[:3].isdigit()
    if not short:
        return True
    return (_word(terms, first) == "the" or _word(terms, first - 1) == "the") and written[0] in "56789"


def _weekday(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    at = next(i for i in range(first, last) if _has(terms, i, "WEEKDAY"))
    if not _raw(terms, at)[0].isupper():
        return False
    if _raw(terms, at + 1)[:1].isupper() and _word(terms, at + 1) in _words("after_named_day"):
        return False
    return _word(terms, first - 1) not in _words("before_named_day")


def _always(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return True


def _adverb(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return _ends_phrase(terms, last)


def _clock(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return "mer" in values or "z" in values or _word(terms, first - 1) in _words("before_clock")


_SMALL = frozenset({"S", "MIN", "H"})


def _unit(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    if values["u"] in _SMALL or (values["u"] == "D" and _word(terms, first) != "this"):
        return False
    definite = _word(terms, first - 1) in _words("definite") or _has(terms, first, "THE")
    return not (definite and _word(terms, last) in ("of", "in"))


def _past_unit(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    previous = _word(terms, last - 2) != "past"
    return values["u"] not in _SMALL and not previous


def _long_unit(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    if values["u"] == "D":
        return _word(terms, first) in ("earlier", "later", "early", "late")
    return values["u"] not in _SMALL and _word(terms, last) != "of"


def _the_year(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    if _word(terms, first - 1) == "of" and _word(terms, first - 2) not in _words("part_of_year"):
        return False
    return not (after := _word(terms, last)) or not after[0].isalnum() or after in ("ended", "ending", "as", "and")


def _following(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    if not _has(terms, first, "THE"):
        return False
    if _word(terms, first + 1) == "next":
        return values["u"] == "D" and _word(terms, last) != "of"
    return values["u"] != "S"


def _later(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    if values["u"] == "S":
        return False
    return _word(terms, last - 1) in ("earlier", "later") or _ends_sentence(terms, last)


def _ends_sentence(terms: Terms, index: int) -> bool:
    word = _word(terms, index)
    return not word or word in '.,;:)"”—–'


def _same_unit(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return values["u"] not in _SMALL


def _compared(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    """Whether figures are compared here: money, a share, or a word of comparison shortly before."""
    near = range(max(0, first - 12), first)
    return any(_word(terms, i) in _words("compared") or _has(terms, i, "PERCENT") for i in near)


_WINDOW = 1_500


def _the_quarter(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    at = terms.terms[first].start
    around = text[max(0, at - _WINDOW) : at + _WINDOW]
    return any(word in around for word in _words("business"))


def _season(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    falls = _word(terms, last - 1) in ("fall", "spring")
    return not (falls and _word(terms, last) in ("of", "in")) and _word(terms, first - 1) not in ("arab", "prague")


def _duration(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    unit, count, after = values["u"], values.get("n", ""), _word(terms, last)
    at = next(i for i in range(last - 1, first - 1, -1) if _has(terms, i, "UNIT", "UNITS"))
    single = _has(terms, at, "UNIT")
    if after in ("old", "olds") or (after == "-" and _word(terms, last + 1) == "old"):
        return False
    if unit in ("S", "Q", "WE", "NI") and single and any(_has(terms, i, "ART") for i in range(first, at)):
        return False
    if _has(terms, first, "ART") and not _has(terms, first, "NUM") and (not single or after == "-"):
        return False
    if unit == "Q" and after == "of":
        return False
    return not (count == "X" and single)


def _age(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    if values["u"] == "Q" or (values["u"] == "S" and _has(terms, last - 1, "ORD") and _word(terms, last) == "time"):
        return False
    if _word(terms, last - 1) != "old":
        return not (_word(terms, last) == "-" and _word(terms, last + 1) in ("old", "olds"))
    after = _word(terms, last)
    if values["u"] == "Y":
        return after in _words("aged_things")
    return after.isalpha() and after not in _words("persons") and after not in _words("function")


def _units_of(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    before = first - 1
    if _has(terms, before, "THE", "NUM", "VAGUE", "POSS", "ORD") or _word(terms, before) in _words("before_units_of"):
        return False
    return values["u"] not in ("S", "Q", "WE")


def _daily(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    named = _raw(terms, first)[0].isupper()
    return not (named and (_raw(terms, last)[:1].isupper() or _raw(terms, first - 1)[:1].isupper()))


def _now(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return _word(terms, last - 1) != "the present" or _ends_phrase(terms, last)


def _adjective(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    after = _word(terms, last)
    if not after.isalpha() or after in _words("function") or after in ("account", "affairs", "accounts"):
        return False
    return _word(terms, first - 1) not in ("most", "electric", "ocean", "strong", "more")


def _soon(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return _word(terms, first - 1) not in ("as", "too", "how", "so", "very") and _word(terms, last) not in (
        "after",
        "as",
        "enough",
    )


def _future(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return _word(terms, last) != "of" and _word(terms, first - 1) not in ("a", "whose")


def _the_past(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    return _ends_phrase(terms, last) and not _has(terms, last, "NUM", "VAGUE", "UNIT", "UNITS", "COUPLE", "ABOUT")


def _holiday(text: str, terms: Terms, first: int, last: int, values: dict[str, str]) -> bool:
    at = next(i for i in range(first, last) if _has(terms, i, "HOLIDAY", "MOVING"))
    return _raw(terms, at)[0].isupper()


GUARDS: dict[str, Guard] = {
    "month": _month,
    "year": _year,
    "decade": _decade,
    "weekday": _weekday,
    "daypart": _always,
    "adverb": _adverb,
    "clock": _clock,
    "unit": _unit,
    "pastunit": _past_unit,
    "longunit": _long_unit,
    "theyear": _the_year,
    "followingunit": _following,
    "later": _later,
    "sameunit": _same_unit,
    "quarter": _always,
    "compared": _compared,
    "thequarter": _the_quarter,
    "season": _season,
    "duration": _duration,
    "age": _age,
    "unitsof": _units_of,
    "while": _always,
    "daily": _daily,
    "rate": _always,
    "now": _now,
    "adjective": _adjective,
    "soon": _soon,
    "future": _future,
    "thepast": _the_past,
    "holiday": _holiday,
}
"""The guards by the name that rules call them by."""
