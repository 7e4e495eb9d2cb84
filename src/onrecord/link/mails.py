"""Who writes the parts of a mail: its "From:" lines, "X wrote:", and lines marked as quoted from another mail.

Each part is its sender's. What is quoted ("> We agree") is never in the mouth of whoever quotes it, and what stands
above the head of a mail that is passed on is not its sender's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.annotate.layers import Layers
from onrecord.link.cast import Cast
from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed

_MARKS = r"^(?P<marks>(?:[ \t]*>)*)[ \t]*"
_FROM = re.compile(rf"{_MARKS}\*{{0,2}}(?:From|FROM):\*{{0,2}}[ \t]+(?P<who>\S.*)$", re.MULTILINE)
_HEADER = re.compile(rf"{_MARKS}\*{{0,2}}(?:To|Date|Sent|Subject|Cc|Re|TO|DATE|SUBJECT|CC|RE):", re.MULTILINE)
_WROTE = re.compile(rf"{_MARKS}(?:On .{{4,80}}, )?(?P<who>[A-Z][^\n:]{{1,80}}?) wrote:[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>", re.MULTILINE)
_NEAR = 160
"""Characters within which another line of its head follows or precedes the "From:" of a mail."""
_BODIES = frozenset(["organization", "office", "government", "group"])
_NAME = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+)\s*(?:[<(\[]|$)")
_NUMBERED = 92_000
"""Where the numbers of senders begin whom the text names nowhere else."""


class Mails:
    """The parts of one document that is mail; none in others."""

    def __init__(self, layers: Layers, cast: Cast, noticed: Sequence[Noticed]) -> None:
        text = self._text = layers.marked or layers.text
        self._parts: list[tuple[int, int, Referent | None]] = []
        self._lines = [match.start() for match in re.finditer(r"^", text, re.MULTILINE)]
        if "From:" not in text and "FROM:" not in text and "wrote:" not in text and _QUOTED.search(text) is None:
            return
        heads = [match for match in _FROM.finditer(text) if _is_head(text, match)]
        for deeper, found in ((0, heads), (1, list(_WROTE.finditer(text)))):
            for match in found:
                sender = _sender(*match.span("who"), text, cast, noticed)
                self._parts.append((match.start(), match["marks"].count(">") + deeper, sender))
        self._parts.sort(key=lambda part: part[:2])

    def tells(self, offset: int) -> bool:
        """Whether it is for the parts of mails to say who writes what stands at `offset`."""
        return bool(self._parts) or self._depth(offset) > 0

    def at(self, offset: int, *, alone: bool) -> Referent | None:
        """Who says "I" (`alone`) or "we" at `offset`: the sender, no body where somebody speaks of himself."""
        depth = self._depth(offset)
        own = [sender for start, level, sender in self._parts if start <= offset and level == depth]
        sender = own[-1] if own else None
        return None if sender is None or (alone and sender.kind in _BODIES) else sender

    def is_top(self, offset: int) -> bool:
        """Whether `offset` may be in the words of a signatory: no quoted line, and no head of a mail follows."""
        return self._depth(offset) == 0 and all(level > 0 for _, level, _ in self._parts)

    def _depth(self, offset: int) -> int:
        """How often the line at `offset` is marked as quoted."""
        line = self._text[self._lines[bisect_right(self._lines, offset) - 1] : offset]
        rest = line.lstrip(" \t>")
        return line[: len(line) - len(rest)].count(">")


def _is_head(text: str, match: re.Match[str]) -> bool:
    """Whether another line of a mail's head stands beside its "From:"."""
    around = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    return any(_HEADER.search(part) is not None for part in around)


def _sender(start: int, end: int, text: str, cast: Cast, noticed: Sequence[Noticed]) -> Referent | None:
    """Whom the words of a mail's head name: a person, else a body, else a name that no other words know."""
    person = next((n.person for n in cast.namings if start <= n.entity.start < end), None)
    if person is not None:
        return person
    bodies = (m.referent for m in noticed if start <= m.start < end and m.referent is not None)
    if (body := next((one for one in bodies if one.kind in _BODIES), None)) is not None:
        return body
    named = _NAME.match(text, start, end)
    return None if named is None else Referent(_NUMBERED + start, "person", named["name"])
