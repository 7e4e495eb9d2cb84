"""A text cut into the terms that time expressions are made of, each encoded by its categories."""

import functools
import re
from dataclasses import dataclass

from onrecord.annotate.times_lexicon import BREAK, OTHER, Categories, Entry, Lexicon, lexicon
from onrecord.annotate.times_numbers import NUMBER_WORDS
from onrecord.annotate.times_terms import TERM

_DECADE = re.compile(r"(?:['‘’]?(\d0)|(1\d\d0|20\d0))['’]?s")
_DECADES = {
    "twenties": "2",
    "thirties": "3",
    "forties": "4",
    "fifties": "5",
    "sixties": "6",
    "seventies": "7",
    "eighties": "8",
    "nineties": "9",
}
_NOTHING: Categories = {}


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its place in the text (code points), its words, and the values it has by category."""

    start: int
    end: int
    text: str
    values: Categories


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of a text and their code, one character a term."""

    terms: tuple[Term, ...]
    code: str


def encode(text: str) -> Terms:
    """`text` as terms; time linear in its length."""
    words = lexicon()
    found = [(match.start(), match.end(), match.group()) for match in TERM.finditer(text)]
    raw = [word.lower() for _, _, word in found]
    terms: list[Term] = []
    code: list[str] = []
    index = 0
    while index < len(found):
        start, end, word = found[index]
        used, entry = _together(raw, index, words) or (1, _alone(word))
        if used > 1:
            end = found[index + used - 1][1]
            word = text[start:end]
        terms.append(Term(start, end, word, entry.values))
        code.append(entry.code)
        index += used
    return Terms(tuple(terms), "".join(code))


_OTHER = Entry(OTHER, _NOTHING)
_BREAK = Entry(BREAK, _NOTHING)


def _together(raw: list[str], index: int, words: Lexicon) -> tuple[int, Entry] | None:
    """How many raw terms (in lower case) from `index` make one phrase or number in words, and its entry."""
    lower = raw[index]
    if lower in words.phrases:
        following = _next(raw, index)
        for parts, entry in words.phrases[lower]:
            if (len(parts) == 1 or parts[1] == following) and tuple(raw[index : index + len(parts)]) == parts:
                return len(parts), entry
    if lower in NUMBER_WORDS or (lower == "a" and _next(raw, index) in ("hundred", "thousand")):
        used, spelled = _number_words(raw, index)
        return used, words.spelled(spelled)
    return None


@functools.lru_cache(50_000)
def _alone(word: str) -> Entry:
    """The entry of a term that stands by itself: words come again and again."""
    words, lower = lexicon(), word.lower()
    if (found := words.words.get(lower)) is not None:
        return _OTHER if lower in words.capital and not word[0].isupper() else found
    return _figure(word, lower, words)


def _next(raw: list[str], index: int) -> str:
    return raw[index + 1] if index + 1 < len(raw) else ""


def _number_words(raw: list[str], index: int) -> tuple[int, list[str]]:
    """Number words from `index` on, joined by hyphens or by "and" after a hundred."""
    words: list[str] = []
    used = 0
    position = index
    if raw[position] == "a":
        position += 1
    while position < len(raw):
        word = raw[position]
        if word in NUMBER_WORDS:
            words.append(word)
            used = position - index + 1
        elif not (words and word == "-" and _next(raw, position) in NUMBER_WORDS):
            break
        position += 1
    return used, words


def _figure(word: str, lower: str, words: Lexicon) -> Entry:
    """The entry of a term that is no word of the lexicon: a figure, a date in figures, a break, or nothing."""
    first = word[0]
    if first == "\n":
        return _BREAK
    if first.isdigit() or first in "'‘’Qq":
        return _digits(word, lower, words)
    if lower in _DECADES:
        return words.codes.entry({"DECADE": f"19{_DECADES[lower]}"})
    return _OTHER


def _digits(word: str, lower: str, words: Lexicon) -> Entry:
    if (decade := _DECADE.fullmatch(lower)) is not None:
        return words.codes.entry({"DECADE": decade.group(2)[:3] if decade.group(2) else f"19{decade.group(1)[0]}"})
    if lower in words.numbers:
        return words.numbers[lower]
    for category, shape in _SHAPES:
        if shape.fullmatch(word):
            return words.number(word) if category == "NUM" else words.codes.entry({category: word})
    return _OTHER


_SHAPES = (
    ("ISO", re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")),
    ("SLASH", re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),
    ("QCODE", re.compile(r"[Qq][1-4]")),
    ("NUM", re.compile(r"\d+(?:[,.]\d+)*(?: \d/\d)?")),
)
