"""What ministers and secretaries are responsible for: "Minister for Lands, Housing, and Rural Development".

A portfolio is the run of `subjects` (`roles.yaml`) behind "of" or "for" after such a title. Taggers take parts of it
for bodies or for the first words of a name, and parsers cut it; its own words tell where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.resources.roles import lexicon

_OFFICES = frozenset(["minister", "ministers", "secretary", "secretaries", "undersecretary"])
_JOINING = frozenset(["and", ",", "&", "the", "of", "for"])
_BODIES = frozenset(["Council", "Committee", "Commission", "Board", "Assembly", "Office", "Duma", "Service"])
"""What the words before it are of: "Secretary of the Security Council"."""
_LONGEST = 16
"""Tokens of the longest portfolio."""


def portfolio_end(doc: Doc | Sequence[Token], spot: int) -> int:
    """The token behind the portfolio that the "of" or "for" at `spot` opens; `spot` where it opens none.

    Words in small letters are of it where they stand beside its others ("European affairs"). Another title is not:
    "the Minister of Justice and Defence Minister Orr".
    """
    if spot >= len(doc) or doc[spot].lower_ not in ("of", "for"):
        return spot
    subjects = lexicon().subjects
    end, at = spot, spot + 1
    while at < min(len(doc), spot + _LONGEST) and (doc[at].lower_ in subjects or doc[at].lower_ in _JOINING):
        if doc[at].lower_ in subjects and (not doc[at].is_lower or end in (spot, at)):
            end = at + 1
        at += 1
    if end == spot or end >= len(doc) or not (doc[end].lower_ in lexicon().heads or doc[end].text in _BODIES):
        return end
    joint = next((i for i in range(end - 1, spot, -1) if doc[i].lower_ in ("and", ",", "&")), spot)
    return joint - 1 if doc[joint - 1].text == "," else joint


def portfolio_at(doc: Doc | Sequence[Token], spot: int) -> tuple[int, int] | None:
    """Where the portfolio begins and ends that the token at `spot` is of; None where it is of none."""
    subjects = lexicon().subjects
    first = spot
    while first > 0 and spot - first < _LONGEST and (doc[first].lower_ in subjects or doc[first].lower_ in _JOINING):
        first -= 1
    if first == spot or doc[first].lower_ not in _OFFICES:
        return None
    end = portfolio_end(doc, first + 1)
    return (first + 1, end) if spot < end else None
