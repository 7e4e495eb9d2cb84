"""Demands to open a route, answered by how the same route is said to stand later."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.ledgers.access import access
from onrecord.present.ledgers.episodes import Episode
from onrecord.present.ledgers.routes import Routes, names_route
from onrecord.resources.cues import Cue

_OPENING = Cue(
    r"\b(?:re-?open\w*|open(?:ed|ing)?|unblock\w*|lift\w*|restor\w*|unhindered|let .* (?:pass|through)|"
    r"allow .* (?:pass|through)|admit|end (?:the|its|their)|free passage|unimpeded|"
    r"remove .*(?:barrier|roadblock|barricade))\b"
)
_SHUT = re.compile(
    r"\b(?:closure|blockade|siege|ban|barriers?|roadblocks?|barricades?|traffic|passage|convoys?|encirclement)\b", re.I
)


class Openings:
    """The states of routes that can answer a demand to open one, by the name of the route."""

    def __init__(self, made: Basis) -> None:
        self._routes = made.once("routes", lambda: Routes(made.reports, made.sides))
        self._reports = made.by_document
        self._open: dict[str, list[Episode]] = {}
        for one in access(made.reports):
            if one.status in ("asserted", "alleged") and one.state in ("open", "opened") and not _let_past(one):
                self._open.setdefault(one.route, []).append(one)

    def of(
        self, what: str, places: Sequence[tuple[str, Span]], sides: frozenset[str]
    ) -> Iterator[tuple[Episode, bool]]:
        """Episodes in which the route that words ask to open is open, told by others than `sides`; whether in full.

        `places` are the reports and words in which it is asked.
        """
        if not _OPENING.search(what) or not (names_route(what) or _SHUT.search(what)):
            return
        for route in dict.fromkeys(self._route(self._reports[doc], span, what) for doc, span in places):
            for one in self._open.get(route, ()):
                if one.side not in sides:
                    yield one, _whole(one)

    def _route(self, report: Report, words: Span, what: str) -> str:
        return self._routes.of(report, words, None, what)[1]


def _let_past(one: Episode) -> bool:
    """Whether it is only told that some were let past: nobody has opened the route by that."""
    counted = bool(one.may_pass) and all(_COUNTED.match(who) or _SOME.match(who) for who in one.may_pass)
    return counted and all(_LET.search(ground.span.text) for ground in one.grounds)


_LET = re.compile(r"\b(?:let|allowed|permitted|admitted|waved)\b", re.IGNORECASE)
_SOME = re.compile(r"(?:an? |some |several |seven |eight |nine |ten |twelve )", re.IGNORECASE)


def _whole(one: Episode) -> bool:
    """Whether an open route is open to all: that it is said of some only ("to hospital ships") tells that it is not."""
    if one.grounds and all(_PASSED.search(ground.span.text) for ground in one.grounds):
        return False
    some = [who for who in one.may_pass if not _COUNTED.match(who)]
    return not some or any(re.search(r"\ball\b", who) for who in some)


_PASSED = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|several|some|a few) (?:[\w-]+ ){1,3}"
    r"(?:crossed|passed|got through|went through|drove across|were let)\b",
    re.IGNORECASE,
)
"""That a few have crossed tells of these, not that the route is open to all."""
_COUNTED = re.compile(r"(?:the first |\d|two |three |four |five |six |a dozen |dozens |hundreds )", re.IGNORECASE)
"""What has passed, not what may pass only."""


def openings(made: Basis) -> Openings:
    """The states of routes of the reports, made once."""
    return made.once("openings", lambda: Openings(made))
