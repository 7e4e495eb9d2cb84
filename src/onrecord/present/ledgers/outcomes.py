"""Demands that other ledgers answer: an instrument that was asked for and used, an inquiry that was called for."""

import re
from collections.abc import Iterator, Sequence

from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground
from onrecord.present.ledgers.accountability import AbuseRow, accountability
from onrecord.present.ledgers.moves import Move
from onrecord.present.ledgers.toolkit import ToolRow, toolkit
from onrecord.resources import toolkit as table

_OUTSIDE = re.compile(r"\b(?:international|independent|outside|neutral|foreign|third-party)\b", re.IGNORECASE)
_OF_MANY_KINDS = frozenset({"sanctions", "diplomatic measures"})
"""Instruments of which one kind is not another: a travel ban is no arms embargo."""


class Outcomes:
    """Instruments by name and abuses by the words of the calls to investigate them."""

    def __init__(self, made: Basis) -> None:
        self._sides = made.sides
        self._tools: dict[str, list[ToolRow]] = {}
        for row in toolkit(made.reports):
            self._tools.setdefault(row.instrument, []).append(row)
        self._cases: dict[str, list[AbuseRow]] = {}
        for case in accountability(made.reports):
            for doc in {ground.doc for call in case.calls for ground in call.grounds}:
                self._cases.setdefault(doc, []).append(case)

    def used(self, what: str, whom: Sequence[str], since: str | None) -> Iterator[Move]:
        """Uses, after a day, of the instrument that a demand names by those whom it asks."""
        found = table.pattern().search(what)
        tool = None if found is None else table.tool(found.group())
        if found is None or tool is None or since is None:
            return
        for row in self._tools.get(tool.name, ()):
            if row.institution is None or row.institution not in whom:
                continue
            told = found.group().casefold()
            for move in row.uses:
                same = tool.name not in _OF_MANY_KINDS or told.removesuffix("s") in move.words.casefold()
                if move.state == "used" and (move.day or "") >= since and same:
                    yield move

    def inquired(self, what: str, grounds: Sequence[Ground], since: str | None) -> Iterator[Move]:
        """Investigations and findings, after a day, of the abuse that a demand asks to be looked into.

        Organs of a state do not answer a call for an inquiry from outside.
        """
        for case in {id(c): c for g in grounds for c in self._cases.get(g.doc, ())}.values():
            called = (c for call in case.calls for c in call.grounds)
            if any(c.doc == g.doc and c.span.overlap(g.span) for c in called for g in grounds):
                for move in (*case.investigations, *case.findings):
                    from_inside = _OUTSIDE.search(what) is not None and self._of_state(move)
                    if (since is None or (move.day or "") > since) and not from_inside:
                        yield move

    def _of_state(self, move: Move) -> bool:
        """Whether a state or an organ of one is named among those who make a move."""
        return any(self._sides.state(word) for who in move.by for word in re.findall(r"\b[A-ZÀ-Þ][\w-]+", who))


def outcomes(made: Basis) -> Outcomes:
    """What became of instruments and abuses in the reports, made once."""
    return made.once("outcomes", lambda: Outcomes(made))
