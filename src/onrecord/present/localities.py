"""Of which state a town is, as reports tell it beside its name: "Modrin, the Kharasti capital"."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Report

_NAME = r"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?"
_KIND = (
    r"(?:capital|city|town|village|port|island|region|province|district|enclave|exclave|valley|city-state|suburb|"
    r"stronghold|resort)"
)
_KINDS = re.compile(_KIND)
"""A noun for a place stands wherever a town is told with its state."""
_STATE = r"(?P<state>[A-ZÀ-Þ][\w-]+)"
_TOLD = (
    re.compile(rf"\b(?P<town>{_NAME}), (?:an?|the) (?:[\w-]+ )?{_STATE} (?:[a-z-]+ ){{0,2}}{_KIND}\b"),
    re.compile(rf"\b(?:the|an?) (?:[a-z-]+ )?{_STATE} (?:[a-z-]+ ){{0,2}}{_KIND} of (?P<town>{_NAME})"),
    re.compile(rf"\b(?:the )?{_STATE} capital,? (?P<town>{_NAME})"),
    re.compile(rf"\b{_STATE}[’']s (?:[a-z-]+ )?(?:capital|largest city|main port|second city),? (?P<town>{_NAME})"),
    re.compile(rf"\bcapital of {_STATE}, (?P<town>{_NAME})"),
)


def towns(reports: Sequence[Report], state: Callable[[str], str | None]) -> dict[str, str]:
    """The states of towns by name, each as most reports tell it; `state` gives the state of a name or adjective."""
    votes: dict[str, Counter[str]] = {}
    for report in reports:
        for town, word in _told(report.document.text or ""):
            found = state(word)
            if found is not None and state(town) is None:
                votes.setdefault(town, Counter())[found] += 1
    return {town: min(told, key=lambda one: (-told[one], one)) for town, told in votes.items()}


def _told(text: str) -> Iterator[tuple[str, str]]:
    for pattern in _TOLD if _KINDS.search(text) else ():
        for found in pattern.finditer(text):
            yield re.sub(r"[’']s?$", "", found["town"]), found["state"]
