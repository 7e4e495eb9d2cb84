"""What the publisher of a report is: an office of a state, news media, or a body that speaks in its own name."""

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from onrecord.model import Document
from onrecord.resources.lexicon import typed

type Kind = Literal["press", "state", "body"]


class Publishers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/publishers.yaml`."""

    office: list[str]
    state: list[str]
    press: list[str]
    body: list[str]
    desk: list[str]


_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_WE = re.compile(r"\b(?:we|us|our)\b(?: (\w+))?", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    lists = typed("publishers.yaml", Publishers)
    kinds: tuple[tuple[Kind, list[str]], ...] = (
        ("press", lists.press), ("state", lists.state), ("body", lists.body),
    )  # fmt: skip
    return tuple((kind, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for kind, words in kinds)


@cache
def _desk() -> frozenset[str]:
    return frozenset(typed("publishers.yaml", Publishers).desk)


def kind(document: Document) -> Kind:
    """What the publisher of a document is by its name, else by whether the text says "we" of it; press if unknown."""
    name = document.publisher or ""
    return _by_name(name) or ("body" if _speaks_of_itself(name, document.text or "") else "press")


@lru_cache(10_000)
def _by_name(name: str) -> Kind | None:
    rest = _office().sub("", name)
    kind = next((kind for kind, pattern in _patterns() if pattern.search(rest)), None)
    return kind or ("state" if rest != name else None)


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(typed('publishers.yaml', Publishers).office)})\b", re.IGNORECASE)


def _speaks_of_itself(name: str, text: str) -> bool:
    """Whether a text names its publisher and says "we" outside quotation marks, not of a desk ("our correspondent")."""
    if not name or name not in text:
        return False
    said = [found[1] or "" for found in _WE.finditer(_QUOTED.sub("", text))]
    return bool(said) and not any(word.casefold() in _desk() for word in said)
