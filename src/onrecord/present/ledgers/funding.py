"""Money that was asked for and what of it came in: "of the 7 million dollars requested, 1.9 million was received"."""

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.present.basis import Basis
from onrecord.present.figures import figures
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers.moves import Move

_MONEY = re.compile(r"\b(?:dollars?|euros?|pounds?|crowns?|francs?|yen|roubles?|rubles?|lira|dinars?)\b|[$€£]", re.I)
_CAME_IN = re.compile(
    r"\b(?:received|funded|raised|collected|covered|financed|contributed|paid in|committed|met|come in|came in|pledged|"
    r"secured|in hand|mobili[sz]ed)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(\d+(?:\.\d+)?) ?(?:%|per cent|percent) (?:funded|covered|financed|met)\b", re.IGNORECASE)
LEAST = 1_000.0
"""Sums below this are no appeals."""


def funded(what: str, since: str | None, made: Basis) -> Iterator[tuple[bool, Move]]:
    """Sentences of later reports that tell what came in of a sum that was asked for; whether all of it did."""
    asked = [figure.value for figure in figures(what) if figure.value >= LEAST] if _MONEY.search(what) else []
    if not asked or since is None:
        return
    for report in made.reports:
        day = report.document.published
        if day is None or day <= since or not _CAME_IN.search(report.document.text or ""):
            continue
        for sentence in made.passages(report).sentences:
            if (whole := _told(sentence.text, asked[0])) is not None:
                found = grounds(report, report.document.id, (sentence,))
                yield whole, _move(sentence, day, made.passages(report).word(sentence), found)


def _told(text: str, asked: float) -> bool | None:
    """Whether a sentence tells that a sum came in, in whole or in part; null where it tells nothing of it."""
    values = [figure.value for figure in figures(text) if figure.value >= LEAST]
    scaled = [v * 1_000_000 for v in (float(n) for n in re.findall(r"\b(\d+(?:\.\d+)?) of the\b", text)) if v < LEAST]
    if asked not in values or not _CAME_IN.search(text):
        return None
    less = [value for value in (*values, *scaled) if value < asked]
    return not less and not _SHARE.search(text)


def _move(sentence: Span, day: str, word: str, found: tuple[Ground, ...]) -> Move:
    return Move(state="funded", by=(), words=" ".join(sentence.text.split()), day=day, word=word, grounds=found)
