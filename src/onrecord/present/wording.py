"""What words are about, without a parser: stems, concepts, how strong they are.

The lists are data (`wording.yaml`). A stem is the word without its common endings: enough to hold "blocking" and
"blocked" together, never shown to anybody.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from onrecord.resources.lexicon import read_yaml

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion",
    "ies", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip
GENERIC_WEIGHT = 0.25
"""What a word counts that could stand in any account."""


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `wording.yaml`."""

    concepts: tuple[tuple[str, ...], ...]
    generic: tuple[str, ...]
    strength: dict[int, tuple[str, ...]]
    denial: tuple[str, ...]
    empty: tuple[str, ...]


@cache
def _lexicon() -> Lexicon:
    data = read_yaml(files(__package__).joinpath("wording.yaml").read_bytes())
    return msgspec.convert(data, type=Lexicon)


@cache
def _concepts() -> dict[str, str]:
    return {stem(word): f"~{group[0]}" for group in _lexicon().concepts for word in group}


@cache
def _generic() -> frozenset[str]:
    return frozenset(stem(word) for word in _lexicon().generic)


@cache
def _strengths() -> dict[str, int]:
    return {stem(word): level for level, words in _lexicon().strength.items() for word in words}


def bare(word: str) -> str:
    """A word without a possessive ending."""
    return word[:-2] if word.endswith(("’s", "'s")) else word[:-1] if word.endswith(("’", "'")) else word


@lru_cache(200_000)
def stem(word: str) -> str:
    """The word in lower case without possessive and common endings; at least three letters stay."""
    low = bare(word.lower())
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] else low


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Content words of a text: start, end, word; possessive endings and function words are left out."""
    for found in _WORD.finditer(text):
        word = found.group()
        if _tells(word):
            yield *found.span(), word


def telling(text: str) -> list[str]:
    """The content words of a text, as `words` finds them."""
    return list(filter(_tells, _WORD.findall(text)))


@lru_cache(200_000)
def _tells(word: str) -> bool:
    """Whether a word is none of the function words, with or without a possessive ending."""
    low = word.lower()
    return low not in _empty() and (low.isalpha() or bare(low) not in _empty())


@lru_cache(200_000)
def term(word: str) -> str:
    """What a word stands for: the name of its concept ("~blockade"), else its stem."""
    found = stem(word)
    return _concepts().get(found, found)


@lru_cache(200_000)
def weight(word: str) -> float:
    """How much a word tells about what is meant, in 0–1."""
    return GENERIC_WEIGHT if stem(word) in _generic() else 1.0


@lru_cache(200_000)
def weighed(word: str) -> tuple[str, float]:
    """What a word stands for, with how much it tells."""
    return term(word), weight(word)


def strength(text: str) -> int:
    """The strongest word of a text, 1 (mild) to 3 (harsh); 0 where no word of the lexicon stands in it."""
    return max((_strengths().get(stem(word), 0) for word in telling(text)), default=0)


def denies(text: str) -> bool:
    """Whether words of reporting say that something is not so ("denied that", "rejected")."""
    return any(stem(word) in _denials() for word in telling(text))


@cache
def _denials() -> frozenset[str]:
    return frozenset(stem(word) for word in _lexicon().denial)


@cache
def _empty() -> frozenset[str]:
    return frozenset(_lexicon().empty)


@lru_cache(100_000)
def profile(text: str) -> tuple[dict[str, float], float]:
    """What the words of a text stand for with how much each tells, and the sum of the squares of that."""
    found = dict(sorted(set(map(weighed, telling(text)))))
    return found, math.fsum(value * value for value in found.values())


def alike(one: str, other: str) -> float:
    """How much two texts are about the same, 0–1: the cosine of their words by what these stand for."""
    return closeness(profile(one), profile(other))


def closeness(one: tuple[dict[str, float], float], other: tuple[dict[str, float], float]) -> float:
    """The cosine of two texts that `profile` has read."""
    (a, first), (b, second) = one, other
    shared = a.keys() & b.keys()
    if not shared or max([a[key] for key in shared]) <= GENERIC_WEIGHT:
        return 0.0
    return math.fsum([a[key] * b[key] for key in shared]) / math.sqrt(first * second)  # exact, so in any order
