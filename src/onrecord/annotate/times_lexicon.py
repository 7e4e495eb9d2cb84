"""The words that time expressions are made of, read from `resources/times/lexicon.yaml`.

Every term of a text is encoded as one character that stands for the set of categories it belongs to, so that
the rules become ordinary regular expressions over a short string.
"""

import functools
from dataclasses import dataclass, field
from importlib.resources import files

from onrecord.annotate.times_numbers import ORDINALS, cardinal, spoken_year
from onrecord.annotate.times_terms import TERM
from onrecord.resources.lexicon import read_yaml

OTHER = "\ue000"
"""The code of a term that belongs to no category."""

BREAK = "\ue001"
"""The code of a paragraph's end, which no expression crosses."""

_LATEST_YEAR = 2100

type Categories = dict[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a term may be: its categories, each with its value, and the character that encodes them."""

    code: str
    values: Categories


@dataclass(slots=True)
class Codes:
    """The characters given to sets of categories so far."""

    by_categories: dict[frozenset[str], str] = field(default_factory=dict)

    def entry(self, values: Categories) -> Entry:
        """The entry for `values`, its set of categories given a character when it is new."""
        names = frozenset(values)
        code = self.by_categories.setdefault(names, chr(0xE010 + len(self.by_categories)))
        return Entry(code, values)

    def having(self, category: str, but_not: str | None = None) -> str:
        """All characters that stand for sets with `category` (and without `but_not`), in order."""
        return "".join(
            sorted(code for names, code in self.by_categories.items() if category in names and but_not not in names)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by lower-case term; `phrases` lists, by first word, the terms of several words, longest first."""

    words: dict[str, Entry]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    capital: frozenset[str]
    codes: Codes
    numbers: dict[str, Entry]

    def number(self, text: str) -> Entry:
        """The entry of a number written in figures (commas allowed)."""
        found = self.numbers.get(text)
        return found or self.codes.entry({"NUM": text.replace(",", "").replace(" ", "+")})

    def spelled(self, words: list[str]) -> Entry:
        """The entry of a number written in words."""
        year = spoken_year(words)
        if year is not None:
            return self.codes.entry({"YEAR": str(year), "NUM": str(cardinal(words))})
        return self.codes.entry(_figures(str(cardinal(words)), len(words) == 1))


def _figures(text: str, short: bool = True) -> Categories:
    """The categories of a whole number written `text`."""
    value = int(text)
    values = {"NUM": text.lstrip("0") or "0"}
    if 1 <= value <= 31 and len(text) <= 2:
        values["DAYNUM"] = f"{value:02d}"
    if value <= 24 and len(text) <= 2 and short:
        values["HOURNUM"] = f"{value:02d}:00"
    if len(text) == 4 and 1000 <= value < _LATEST_YEAR:
        values["YEAR"] = text
    if len(text) == 4 and value <= 2400 and value % 100 < 60:
        values["CLOCK4"] = f"{text[:2]}:{text[2:]}"
    return values


def _ordinal(value: int) -> Categories:
    values = {"ORD": str(value)}
    if value <= 31:
        values["DAYNUM"] = f"{value:02d}"
    return values


def _terms(data: dict[str, dict[str, str]]) -> dict[str, Categories]:
    """Every term of the file with its categories; units also as UNIT:D and so on."""
    terms: dict[str, Categories] = {}
    for category, words in data.items():
        for word, value in words.items():
            values = terms.setdefault(word, {})
            values[category] = value
            if category in ("UNIT", "UNITS"):
                values[f"UNIT:{value}"] = value
    for word, number in ORDINALS.items():
        terms.setdefault(word, {}).update(_ordinal(number))
    return terms


def _numbers(codes: Codes) -> dict[str, Entry]:
    """Entries of all whole numbers up to the latest year, ordinals in figures, and short clock figures."""
    texts = [str(n) for n in range(2401)] + [f"{n:02d}" for n in range(10)] + [f"{n:04d}" for n in range(1000)]
    numbers = {text: codes.entry(_figures(text)) for text in texts}
    for n in range(1, 100):
        for suffix in ("st", "nd", "rd", "th"):
            numbers[f"{n}{suffix}"] = codes.entry(_ordinal(n))
    return numbers


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    source = files("onrecord") / "resources" / "times" / "lexicon.yaml"
    data = read_yaml(source.read_text(encoding="utf-8"))
    codes = Codes()
    for extra in ("ISO", "SLASH", "CLOCK", "DECADE", "QCODE", "NUM"):
        codes.entry({extra: ""})
    codes.entry({"YEAR": "", "NUM": ""})
    for size in (_figures("12", short=False), _figures("45", short=False), _figures("300", short=False)):
        codes.entry(size)
    numbers = _numbers(codes)
    words: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for term, values in _terms(data["categories"]).items():
        entry = codes.entry(values)
        parts = tuple(split(term))
        if len(parts) == 1:
            words[term] = entry
        else:
            phrases.setdefault(parts[0], []).append((parts, entry))
    longest_first = {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in phrases.items()}
    return Lexicon(words, longest_first, frozenset(data["capital"]), codes, numbers)


def split(term: str) -> list[str]:
    """A term of the lexicon cut as the text is."""
    if term.endswith(".") and " " not in term:
        return [term]
    return [match.group() for match in TERM.finditer(term)]
