"""Lines that a narrow page or a mail broke, read as the paragraphs that they are.

A text is read line by line, for most sources have a paragraph a line. Old wire copy, mails and pages of typescript
break their lines at a width: there a line ends where its next word did not fit, mostly within a sentence, and a blank
line or an indent begins a paragraph. Such line ends are read as blanks, so that all offsets stay as they are.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_LINE = re.compile(r"[^\n]*\n?")
_NARROW, _WIDE = 40, 100
"""Widths of pages on which lines are broken."""
_SLACK = 3
"""Characters by which a line may end before the width: a hyphenated or a long word, a mark that hangs over."""
_MOSTLY = 0.6
"""Share of the line ends of a broken text that stand within a sentence."""
_FEWEST = 2
"""Line ends that show a text to be broken at a width."""
_ENDS = re.compile(r"[.!?:;][\"”’')\]]*$")
_OPENS = re.compile(r"[-*+•‣◦▪·–—>|#] ?|\(?\d{1,3}[.)] |[A-Z][\w .'’-]{0,40}: |[QA][.:] ")
"""How a line begins that no line before it goes on in: a point of a list, the label of a turn, a line of a head."""

type _Line = tuple[int, int, str]


def unwrapped(text: str) -> str:
    """`text` with blanks for the line ends of a narrow page; the text itself where its lines are paragraphs."""
    lines = [(m.start(), m.end(), m.group().strip()) for m in _LINE.finditer(text) if m.group()]
    pairs = [(a, b) for a, b in pairwise(lines) if a[2] and b[2]]
    width = _width([line for _, _, line in lines])
    if width is None:
        return text
    full = [(a, b) for a, b in pairs if _is_full(a[2], b[2], width)]
    within = [(a, b) for a, b in full if not _ENDS.search(a[2])]
    if len(full) < _FEWEST or len(within) < _MOSTLY * len(full):
        return text
    characters = list(text)
    ends = set(full) | {(a, b) for a, b in pairs if b[2][0].islower() and not _ENDS.search(a[2])}
    for first, second in sorted(ends):
        if not _begins(text, first, second):
            for at in range(first[1] - 1, first[0], -1):
                if text[at] not in "\r\n":
                    break
                characters[at] = " "
    return "".join(characters)


def _width(lines: Sequence[str]) -> int | None:
    """The width of the page, its longest line but for addresses and a rare longer one; None where it has none."""
    lengths = sorted(len(line) for line in lines if " " in line)
    if lengths and lengths[-1] > _WIDE and sum(length > _WIDE for length in lengths) <= max(1, len(lines) // 50):
        lengths = [length for length in lengths if length <= _WIDE]
    longest = lengths[-1] if lengths else 0
    return longest if _NARROW <= longest <= _WIDE else None


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line did not fit on a line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK


def _begins(text: str, first: _Line, second: _Line) -> bool:
    """Whether a line begins a paragraph of its own: by its mark, or by an indent that the line before has not."""
    return _OPENS.match(second[2]) is not None or _indent(text, second) > _indent(text, first)


def _indent(text: str, line: _Line) -> int:
    written = text[line[0] : line[1]]
    return len(written) - len(written.lstrip(" \t"))
