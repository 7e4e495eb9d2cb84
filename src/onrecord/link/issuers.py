"""Whose authorities issue a document, or a part of it, as its headings tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.annotate.layers import Layers
from onrecord.link.referents import Polity
from onrecord.link.scene import Noticed

_LINES, _LONG = 4, 24
_ISSUED = ("by", "from", "of")
_OF_ITS_DESK = frozenset(
    "the of office spokesperson spokesman minister press service department information for media".split()
)
"""Words of a heading between its opening and the body: "Office of the Spokesperson, Ministry of …"."""
_REALM = re.compile(
    r"(?:the )?(?:(?:republic|kingdom|federation|government|ministry|embassy|presidency|mission|cabinet)\b"
    r"[\w ,&-]{0,60}?\bof )(?:the )?",
    re.IGNORECASE,
)
"""What stands before the name of a state that makes a line of its heading."""


_STYLE = re.compile(
    r"(?:^|, |[A-Za-z] )(?:Republic|Kingdom|Commonwealth|Federation|Sultanate|Emirate|State|Principality) of (?:the )?"
    r"[\w’'-]+(?: [\w’'-]+){0,2}$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"(?:[A-Z][\w ]{0,30}, )?(?:ministry|department|office|government|presidency|chancellery|cabinet)\b"
    r"(?:(?!\b(?:to|on|in|by|with|between|visit|ambassador|embassy)\b)[\w ,&’'-])*$",
    re.IGNORECASE,
)
"""How a heading begins that names a body and then its state, and nobody whom it deals with."""


class Issuers:
    """The states whose authorities issue a document and the releases that follow in it: one ministry's, another's."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._later = tuple(_later(layers))
        self._ends = [end for _, end in self._later]
        self._known: dict[int, Polity | None] = {}  # by the number of headings gone by

    def at(self, offset: int, mentions: Sequence[Noticed]) -> Polity | None:
        """The state in whose name the last heading before `offset` puts what follows; `mentions` reach to there."""
        gone_by = bisect_right(self._ends, offset)
        last = gone_by
        while last not in self._known:
            found = _line_of(self._layers, *self._later[last - 1], mentions) if last else None
            if found is not None or not last:
                self._known[last] = found if last else issuing_state(self._layers, mentions)
            else:
                last -= 1
        self._known |= dict.fromkeys(range(last + 1, gone_by + 1), self._known[last])
        return self._known[last]


def issuing_state(layers: Layers, mentions: Iterable[Noticed]) -> Polity | None:
    """The state of the body in whose name a document's heading puts it ("Embassy of Pellory", "Statement by …")."""
    heading = list(_heading(layers))
    for start, end in heading:
        if (polity := _line_of(layers, start, end, mentions)) is not None:
            return polity
    return _named_apart(layers, heading, tuple(mentions))


def _in_full(layers: Layers, start: int, mentions: Iterable[Noticed]) -> Polity | None:
    """The state that a heading, with these mentions, gives in full: "Ministry of Energy, Republic of Norland"."""
    for mention in mentions:
        referent = mention.referent
        if referent is None or referent.kind != "state":
            continue
        before = layers.text[start : mention.end]
        if _STYLE.search(before) is not None and _OF_BODY.match(before) is not None:
            return referent.polity
    return None


def _line_of(layers: Layers, start: int, end: int, mentions: Iterable[Noticed]) -> Polity | None:
    """The state whose name or body a line of a heading begins with."""
    mentions = [mention for mention in mentions if start <= mention.start < end]
    if (polity := _in_full(layers, start, mentions)) is not None:
        return polity
    for mention in mentions:
        referent = mention.referent
        if referent is None or referent.polity is None or mention.by == "metonym":
            continue
        realm = referent.kind == "state" and _REALM.fullmatch(layers.text, start, mention.start) is not None
        body = referent.kind in ("government", "office", "organization")
        if realm or (body and _puts_forth(layers, start, mention.start)):
            return referent.polity
    return None


def _named_apart(layers: Layers, heading: list[tuple[int, int]], mentions: tuple[Noticed, ...]) -> Polity | None:
    """The state that a heading names in a line, or after a comma, of its own beside a body ("… of Defence", "Zelm")."""
    issued = False
    states: dict[Polity, None] = {}
    above = [mention for mention in mentions if heading and mention.start < heading[-1][1]]
    for start, end in heading:
        for mention in above:
            referent = mention.referent
            if not start <= mention.start < end or referent is None:
                continue
            line = max(start, *(layers.text.rfind(mark, start, mention.start) + 1 for mark in "|>•"))
            if referent.kind in ("government", "office", "organization") and referent.polity is None:
                known = referent.id is not None and not referent.id.startswith("local:")
                issued = issued or (not known and _puts_forth(layers, line, mention.start))
            alone = not layers.text[line : mention.start].strip() or layers.text[: mention.start].endswith(", ")
            if referent.kind == "state" and referent.polity is not None and alone:
                states[referent.polity] = None
    return next(iter(states)) if issued and len(states) == 1 else None


def _heading(layers: Layers) -> Iterator[tuple[int, int]]:
    """The lines before the first one of prose, without those that tell news (a finite verb)."""
    for paragraph in layers.paragraphs[:_LINES]:
        line = layers.text[paragraph.start : paragraph.end]
        if line[-1:] in '.”"!?:' or len(line.split()) > _LONG:
            return
        if not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in paragraph.parse):
            yield paragraph.start, paragraph.end


def _later(layers: Layers) -> Iterator[tuple[int, int]]:
    """Lines in capitals further down, under which another release may begin."""
    for paragraph in layers.paragraphs[_LINES:]:
        line = layers.text[paragraph.start : paragraph.end]
        if line.isupper() and 2 < len(line.split()) <= _LONG and line[-1:] not in '.”"!?:':
            yield paragraph.start, paragraph.end


def _puts_forth(layers: Layers, line: int, start: int) -> bool:
    """Whether a body begins its line, or stands after "by" or "from" there."""
    before = layers.text[line:start].split()
    while before and before[-1].casefold() in _OF_ITS_DESK:
        before.pop()
    return not before or before[-1].casefold() in _ISSUED
