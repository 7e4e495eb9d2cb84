"""Of which state a town is, as reports tell it beside its name: "Modrin, the Kharasti capital"."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Report

_NAME = r"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?"
_KINDS = tuple(
    "capital city town village port island region province district enclave exclave valley city-state suburb "
    "stronghold resort".split()
)
"""Nouns for a place: one stands wherever a town is told with its state."""
_KIND = rf"(?:{'|'.join(_KINDS)})"
_STATE = r"(?P<state>[A-ZÀ-Þ][\w-]+)"
_OF_A_KIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (", ", re.compile(rf"\b(?P<town>{_NAME}), (?:an?|the) (?:[\w-]+ )?{_STATE} (?:[a-z-]+ ){{0,2}}{_KIND}\b")),
    (" of ", re.compile(rf"\b(?:the|an?) (?:[a-z-]+ )?{_STATE} (?:[a-z-]+ ){{0,2}}{_KIND} of (?P<town>{_NAME})")),
    (" capital", re.compile(rf"\b(?:the )?{_STATE} capital,? (?P<town>{_NAME})")),
    (
        "s ",
        re.compile(
            rf"(?<!\bIn )\b{_STATE}[’']s (?:[a-z-]+ )?(?:capital|largest city|main port|second city),? "
            rf"(?P<town>{_NAME})"
        ),
    ),
    ("capital of ", re.compile(rf"\bcapital of {_STATE}, (?P<town>{_NAME})")),
)
"""How a town is told with its state by a noun for a place, each with what stands in all of it: a quick look before."""
_TOLD: tuple[tuple[str, re.Pattern[str]], ...] = (
    (" which ", re.compile(rf"\b(?P<town>{_NAME}),? which (?:belongs? to|is part of|lies? in) {_STATE}")),
    (
        "In ",
        re.compile(
            rf"\bIn (?P<town>{_NAME}), (?:the )?{_STATE}(?:[’']s)? (?:[A-Za-z]+ ){{0,2}}"
            rf"(?:[Mm]inisters?|ministry|government|president|"
            r"presidency|premier|spokes\w+|[Pp]arliament|[Cc]abinet)\b"
        ),
    ),
    (", ", re.compile(rf"(?m)^(?P<town>[A-ZÀ-Þ]{{3,}}(?: [A-ZÀ-Þ]{{3,}})*), {_STATE}(?=,| \(| [—–-])")),
    (", in ", re.compile(rf"\b(?P<town>{_NAME}), in (?:(?:northern|southern|eastern|western|central) )?{_STATE}\b")),
)
"""How it is told without such a noun."""
_IN_A_TOWN = re.compile(r"\b(?:in|at|to|from|into|near|of|above|outside|towards?) (?P<town>[A-ZÀ-Þ][\w-]+)")
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December"
)
_UNNAMED = re.compile(rf"\b(?:the|this) (?:[a-z-]+ ){{0,2}}{_STATE} (?:[a-z-]+ ){{0,2}}{_KIND}\b(?! of [A-Z]|, [A-Z])")
"""A town told with its state but without its name: the one named last before, if it is named."""


def towns(reports: Sequence[Report], state: Callable[[str], str | None]) -> dict[str, str]:
    """The states of towns by name, each as most reports tell it; `state` gives the state of a name or adjective."""
    votes: dict[str, Counter[str]] = {}
    for text in (report.document.text or "" for report in reports):
        kinds = any(kind in text for kind in _KINDS)
        told = (*_told(text, kinds=kinds), *(_unnamed(text) if kinds else ()))
        for town, word in told:
            found = state(word)
            if found is not None and found != town and state(town) in (None, town):
                votes.setdefault(town, Counter())[found] += 1
    return {town: min(told, key=lambda one: (-told[one], one)) for town, told in votes.items()}


def _unnamed(text: str) -> Iterator[tuple[str, str]]:
    """The place named last before "the Tolvian town"."""
    for found in _UNNAMED.finditer(text):
        if "capital" in found.group():
            continue
        before = [one["town"] for one in _IN_A_TOWN.finditer(text, 0, found.start()) if not _DAY.match(one["town"])]
        if before:
            yield before[-1], found["state"]


def _told(text: str, *, kinds: bool) -> Iterator[tuple[str, str]]:
    """Towns with their states; `kinds`: one of the nouns for a place stands in the text."""
    for sign, pattern in (*_OF_A_KIND, *_TOLD) if kinds else _TOLD:
        for found in pattern.finditer(text) if sign in text else ():
            town = re.sub(r"^(?:In|At|From|To|Near) |[’']s?$", "", found["town"])
            yield town.title() if town.isupper() else town, found["state"]
