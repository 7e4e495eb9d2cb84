"""Single characters that may be quotation marks: what each may do, judged by its shape and its neighbours.

Apostrophes are the difficulty: ’ and ' also stand in contractions ("don’t"), possessives ("the ministers’")
and cut words ("’em", "’90s"). A mark between two letters is an apostrophe; one after a final s and before a
word closes a quotation only where no better closing mark follows.
"""

import re
from dataclasses import dataclass
from typing import Literal

type MarkKind = Literal["double", "single", "guillemet"]

_MARK = re.compile(r"``|''|[“”„‟\"＂«»‘’‚‛'‹›]")
_ALWAYS_OPENS = frozenset("“„‟«‹‘‚‛") | {"``"}
_DOUBLE = frozenset('“”„‟"＂') | {"``", "''"}
_STRAIGHT = frozenset("\"＂'") | {"''"}
_CUT_WORD = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|n|cuz|ere)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{<—–-―/…\u200b*•·>:")
_AFTER_CLOSING = frozenset(")]}>.,;:!?—–-―/…*")
_BULLET = re.compile(r"[\s•·▪◦‣*–—\-\u200b\ufeff]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible quotation mark at `start`–`end`; one that both `opens` and `closes` is decided by the stack."""

    start: int
    end: int
    kind: MarkKind
    opens: bool
    closes: bool
    straight: bool


def opens_line(text: str, start: int, at: int) -> bool:
    """Whether nothing but white space and a bullet stands between the line's start and `at`."""
    match = _BULLET.match(text, start, at)
    return match is not None and match.end() == at


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The marks of one line, apostrophes left out, in text order. Linear in the line's length."""
    found = [mark for match in _MARK.finditer(text, start, end) if (mark := _mark(text, match, start, end))]
    return _without_possessives(text, found, end)


def _mark(text: str, match: re.Match[str], start: int, end: int) -> Mark | None:
    glyph, at, after_at = match.group(), match.start(), match.end()
    before = text[at - 1] if at > start else " "
    after = text[after_at] if after_at < end else " "
    if glyph in _DOUBLE:
        last = after_at == end and at > start  # nothing left to open
        return Mark(at, after_at, "double", False, True, False) if last else _double(glyph, at, after_at, before, after)
    if glyph in "«»‹›":
        return Mark(at, after_at, "guillemet", glyph in "«‹", glyph in "»›", False)
    return _single(text, glyph, at, before, after)


def _double(glyph: str, at: int, after_at: int, before: str, after: str) -> Mark | None:
    opens, closes = _sides(before, after)
    if glyph in _STRAIGHT:
        if before.isdigit() and not opens and after.isalnum():
            return None  # inches
        return Mark(at, after_at, "double", opens or not closes, closes or not opens, True)
    shaped = glyph in _ALWAYS_OPENS
    if shaped and closes and not opens:  # “ set where ” was meant, or the closing mark of „ …“
        return Mark(at, after_at, "double", False, True, False)
    if not shaped and opens and not closes:
        return Mark(at, after_at, "double", True, False, False)
    return Mark(at, after_at, "double", shaped, not shaped, False)


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between these characters looks like an opening and like a closing one."""
    free_before, free_after = before.isspace() or before in _BEFORE_OPENING, after.isspace()
    opens = free_before and not free_after and (before.isspace() or after not in _AFTER_CLOSING)
    closes = not before.isspace() and (free_after or after in _AFTER_CLOSING) and not (opens and after.isalnum())
    if before in "“‘„«\"'" and after.isalnum():
        return True, False
    if after in "”’»\"'" and (before.isalnum() or before in ".,!?"):
        return False, True
    return opens, closes


def _single(text: str, glyph: str, at: int, before: str, after: str) -> Mark | None:
    if (before.isalnum() and after.isalnum()) or _CUT_WORD.match(text, at + 1):
        return None
    opens = not before.isalnum() and not after.isspace() and before not in ".,!?;)%"
    closes = not before.isspace() and not after.isalnum()
    if glyph in "‘‚‛":
        return Mark(at, at + 1, "single", True, False, False) if opens else None
    if glyph == "’":
        return Mark(at, at + 1, "single", False, True, False) if closes else None
    if opens and closes:  # between punctuation: ("'…' or …,'")
        return Mark(at, at + 1, "single", before in '“"([{—–-', before not in '“"([{—–-', True)
    return Mark(at, at + 1, "single", opens, closes, True) if opens or closes else None


def _without_possessives(text: str, found: list[Mark], end: int) -> list[Mark]:
    """`found` without the closing single marks that are plural possessives: a surer one follows in time."""
    kept: list[Mark] = []
    surer_ahead = False
    for mark in reversed(found):
        if mark.kind != "single":
            surer_ahead = surer_ahead and mark.kind == "guillemet"
        elif mark.opens:
            surer_ahead = False
        elif not _may_be_possessive(text, mark, end):
            surer_ahead = True
        elif surer_ahead:
            continue
        kept.append(mark)
    return kept[::-1]


def _may_be_possessive(text: str, mark: Mark, end: int) -> bool:
    """After a final s (or a cut -in’) and before a word."""
    before, rest = text[max(mark.start - 2, 0) : mark.start], text[mark.end : min(mark.end + 2, end)]
    return (before[-1:] in "sSzx" or before == "in") and len(rest) == 2 and rest[0].isspace() and rest[1].isalnum()
