"""How names are compared: letter case, accents, apostrophes, dashes, full stops and a leading "the" do not count."""

import functools
import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʻ", "'") | dict.fromkeys("‐‑‒–—", "-"))
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
                          "ə": "e"})  # fmt: skip
_INITIALS = re.compile(r"\b((?:\w\.)+\w?)(?!\w)")


@functools.lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """`name` as it is compared: "The U.N." and "un", "Türkiye" and "turkiye" fold to the same."""
    folded = plain(name).casefold()
    if not folded.isascii():
        letters = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(c for c in letters if not unicodedata.combining(c))
    if "." in folded:
        folded = _INITIALS.sub(lambda m: m.group().replace(".", ""), folded)
    return " ".join(folded.split()).removeprefix("the ")


def plain(name: str) -> str:
    """`name` with straight apostrophes and hyphens; every character keeps its place."""
    return name.translate(_APOSTROPHES)


_VARIANTS = tuple((re.compile(pattern), replacement) for pattern, replacement in (
             (r"\b[a-z]\b ?", ""), (r"[iyj]+", "i"), (r"(?<=[^\Waeiou])h", ""), (r"q|ck", "k"), (r"w", "v"),
             (r"ou|oo", "u"), (r"[ae]+i", "ei"), (r"ts", "c"), (r"ph", "f"), (r"(.)\1+", r"\1"), (r"[-']", ""),
             (r"\b(al|el) ?", ""), (r"d\b", "t")))  # fmt: skip


@functools.lru_cache(maxsize=65_536)
def skeleton(name: str) -> str:
    """`name` as far as spellings of one foreign name agree: "Sergei" and "Sergey", "Zelensky" and "Zelenskyy"."""
    folded = fold(name)
    for pattern, replacement in _VARIANTS:
        folded = pattern.sub(replacement, folded)
    return folded.strip()


_GAPS = re.compile(r"[^\w]+")


@functools.lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """`name` as part of an id: folded, with hyphens for whatever is not a letter or digit."""
    return _GAPS.sub("-", fold(name)).strip("-")


def words(text: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(text.split())


_ARTICLE = re.compile(r"^(?:al|el|ar|as|ad|an|at|az|ash|ul)-(?=\w)", re.IGNORECASE)


def without_article(name: str) -> str:
    """A last name without the Arabic article that it may be told with or without: "al-Dabbas", "Dabbas"."""
    return _ARTICLE.sub("", name)
