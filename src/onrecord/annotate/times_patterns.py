"""Rule patterns to regular expressions over encoded terms.

The notation is described at the head of `resources/times/rules.yaml`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.annotate.times_lexicon import BREAK, OTHER, Codes

_PIECE = re.compile(r"\(|\)\??|[^\s()]+")
_NEVER = "(?!)"


@dataclass(slots=True)
class _Reading:
    """The pieces of one pattern, read from left to right; `names` are the kept values, in order of their groups."""

    pieces: list[str]
    codes: Codes
    position: int = 0
    names: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: `names[i]` is the name of group `i + 1` and the categories whose value it keeps."""

    expression: re.Pattern[str]
    names: tuple[tuple[str, tuple[str, ...]], ...]
    first: frozenset[str]


def compiled(pattern: str, codes: Codes) -> Pattern:
    """`pattern` as a regular expression; raises ValueError where it names an unknown category."""
    reading = _Reading(_PIECE.findall(pattern), codes)
    source, first, _ = _sequence(reading)
    return Pattern(re.compile(source), tuple(reading.names), frozenset(first))


def _sequence(reading: _Reading) -> tuple[str, set[str], bool]:
    """The expression of a sequence up to its closing bracket, the codes it may begin with, whether it may be empty."""
    branches: list[tuple[str, set[str], bool]] = []
    source, first, empty = "", set[str](), True
    while reading.position < len(reading.pieces) and not reading.pieces[reading.position].startswith(")"):
        piece = reading.pieces[reading.position]
        reading.position += 1
        if piece == "(":
            branch = _bracket(reading)
        elif _divides(piece):
            head, tail = _divided(piece)
            part = _term(head, reading)
            branches.append((source + part[0], first | (part[1] if empty else set()), empty and part[2]))
            source, first, empty = "", set(), True
            branch = _term(tail, reading)
        else:
            branch = _term(piece, reading)
        source += branch[0]
        if empty:
            first = first | branch[1]
            empty = branch[2]
    branches.append((source, first, empty))
    if len(branches) == 1:
        return branches[0]
    return (
        "(?:" + "|".join(b[0] for b in branches) + ")",
        set().union(*(b[1] for b in branches)),
        any(b[2] for b in branches),
    )


def _bracket(reading: _Reading) -> tuple[str, set[str], bool]:
    source, first, empty = _sequence(reading)
    closing = reading.pieces[reading.position]
    reading.position += 1
    optional = closing.endswith("?")
    return f"(?:{source}){'?' if optional else ''}", first, empty or optional


def _divides(piece: str) -> bool:
    """Whether `piece` ends one sequence and begins another ("OF|d=DAYNUM"), not just lists categories."""
    return "?|" in piece or ("|" in piece and "=" in piece.split("|", 1)[1])


def _divided(piece: str) -> tuple[str, str]:
    """The last term of one sequence and the first of the next."""
    if "?|" in piece:
        head, _, tail = piece.partition("?|")
        return head + "?", tail
    bars = [i for i, c in enumerate(piece) if c == "|"]
    equals = piece.index("=", bars[0])
    bar = max(b for b in bars if b < equals)
    return piece[:bar], piece[bar + 1 :]


def _term(piece: str, reading: _Reading) -> tuple[str, set[str], bool]:
    """The expression of one term, the codes it may begin with, whether it may be absent."""
    optional = piece.endswith("?")
    piece = piece.removesuffix("?")
    for mark, shape in _LOOKS.items():
        if mark(piece):
            return shape(_class(piece.strip("<>!"), reading.codes)), set(), True
    name, _, listed = piece.rpartition("=")
    expression = _class(listed, reading.codes)
    first = set(expression.strip("[]"))
    if name:
        reading.names.append((name, tuple(part.split("-")[0] for part in listed.split("|"))))
        expression = f"({expression})"
    return expression + ("?" if optional else ""), first, optional


_LOOKS: dict[Callable[[str], bool], Callable[[str], str]] = {
    lambda p: p.startswith("!<"): lambda c: f"(?<!{c})",
    lambda p: p.startswith("<"): lambda c: f"(?<={c})",
    lambda p: p.startswith("!") and p.endswith(">"): lambda c: f"(?!{c})",
    lambda p: p.endswith(">"): lambda c: f"(?={c})",
}


def _class(listed: str, codes: Codes) -> str:
    """The character class of "A|B-C"."""
    found = ""
    for part in listed.split("|"):
        category, _, but_not = part.partition("-")
        having = codes.having(category, but_not or None)
        if not having and not codes.having(category):
            raise ValueError(f"unknown category {category!r}")
        found += having
    return "[" + "".join(sorted(set(found) - {OTHER, BREAK})) + "]" if found else _NEVER
