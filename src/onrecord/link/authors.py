"""In whose mouth a document's "I", "we" and "our" stand, where nobody is quoted.

A letter speaks for its signatory, a mail for its sender, a brief for the house that issues it, a release for whoever
makes the statement, else for the house, a printed interview for whom it is with, a post for the account's owner; "I" in
a report is the reporter whom its byline names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.entities_slots import FEED, HANDLE
from onrecord.annotate.layers import Layers
from onrecord.extract.statements_heading import heading_channel
from onrecord.link.bylines import author_of, reporter
from onrecord.link.cast import Cast
from onrecord.link.letters import is_letter, signatory
from onrecord.link.mails import Mails
from onrecord.link.mastheads import house_of
from onrecord.link.orators import orator
from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed
from onrecord.model.vocabulary import Channel

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

_HEAD = 3
_OWNER = re.compile(
    rf"^[^\w@]{{0,4}}(?:(?P<name>[A-Z][^@\n]{{2,60}}?)[\s✓✔☑️]*(?:[·|,–—-]\s?)?\(?)?(?P<handle>{HANDLE})\)?"
)
"""Whose post a paragraph is: "Ada Lind (@adalind)", "↳ @adalind:"."""
_HANDLE = re.compile(HANDLE)
_FEED = re.compile(FEED)
_NEXT = re.compile(r"\W*(?:\d{1,2}[:.]\d\d|\d{1,2}/)")
"""How the next post of a feed begins: with its time, or its number."""
_QUESTION = re.compile(r"[^.!?“”\"]{8,160}\?(?=\s|$)")
_REPLY = 160
"""Characters of a post within which it names whom it replies to."""
_NUMBERED = 90_000
"""Where the numbers of owners begin whom the text names nowhere else."""


class Authors:
    """Those in whose mouth one document speaks of itself."""

    def __init__(self, stage: Stage) -> None:
        layers, cast = stage.layers, stage.cast
        heading = heading_channel(layers)
        letter = is_letter(layers, heading)
        signed = (signatory(layers, cast, stage.noticed) if letter else None) or orator(layers, cast)
        written = author_of(layers, cast) if signed is None and heading == "report" else None
        self.person = signed or written or (None if letter else interviewee(layers, cast, heading))
        self.house = house_of(layers, stage.noticed) if self.person is None or written is not None else None
        self._reporter = reporter(layers, cast) if self.person is None else None
        self._mails = Mails(layers, cast, stage.noticed)
        self._owners = list(_owners(layers, cast, stage.noticed))
        self._text = layers.text
        self._starts = [start for start, _, _ in self._owners]

    def at(self, offset: int, *, alone: bool) -> Referent | None:
        """Who says "I" (`alone`) or "we" at `offset`."""
        if self._owners:
            spot = bisect_right(self._starts, offset) - 1
            return self._owners[spot][2] if spot >= 0 else None
        if self._mails.tells(offset):
            sender = self._mails.at(offset, alone=alone)
            return sender if sender is not None or not self._mails.is_top(offset) else self.person
        if self.person is None and alone:
            return self._reporter
        return self.person if alone or self.house is None else self.house

    def spoken_to(self, offset: int) -> Referent | None:
        """To whom the post at `offset` replies: the owner of the handle that it begins with."""
        spot = bisect_right(self._starts, offset) - 1
        if spot < 0:
            return None
        start, own, _ = self._owners[spot]
        handles = _HANDLE.findall(self._text, start, min(offset, start + _REPLY))
        other = next((handle for handle in handles if handle != own), None)
        return None if other is None else self.owner(other)

    def owner(self, handle: str) -> Referent | None:
        """Whose account a handle is that heads a post with its owner's name; None where no post does."""
        return next((who for _, own, who in self._owners if own == handle), None)


def _owners(layers: Layers, cast: Cast, noticed: Sequence[Noticed]) -> Iterator[tuple[int, str, Referent]]:
    """The starts of the posts of a document, with the handles and owners of the accounts."""
    known: dict[str, Referent] = {}
    fed: Referent | None = None
    for paragraph in layers.paragraphs if "@" in layers.text else layers.paragraphs[:_HEAD]:
        if paragraph.index == 0 and _FEED.match(layers.text[: paragraph.end]) is not None:
            fed = next((n.person for n in cast.namings if n.paragraph is paragraph), None)
            if fed is not None:
                own = _HANDLE.search(layers.text, 0, paragraph.end)
                handle = own.group() if own is not None else ""
                known[handle] = fed
                yield 0, handle, fed
            continue
        match = _OWNER.match(layers.text[paragraph.start : paragraph.end])
        if match is None:
            if fed is not None and _NEXT.match(layers.text, paragraph.start, paragraph.end) is not None:
                yield paragraph.start, "", fed  # his feed goes on below the replies to him
            continue
        handle = match["handle"]
        if match["name"] and handle not in known:
            start, end = (paragraph.start + at for at in match.span("name"))
            known[handle] = _named(start, end, cast, noticed) or Referent(
                _NUMBERED + len(known), "unknown", match["name"].strip(" ·|,–—-(")
            )
        if handle in known:
            yield paragraph.start, handle, known[handle]


def _named(start: int, end: int, cast: Cast, noticed: Sequence[Noticed]) -> Referent | None:
    """The person whom the words before a handle name, else the body that all of them name."""
    person = next((n.person for n in cast.namings if start <= n.entity.start < end), None)
    if person is not None:
        return person
    bodies = (m for m in noticed if m.start <= start + 4 and start < m.end and m.end >= end - 2)
    return next((m.referent for m in bodies if m.referent is not None and m.referent.kind != "person"), None)


def interviewee(layers: Layers, cast: Cast, heading: Channel) -> Referent | None:
    """With whom a printed interview is: the one person of its head, where paragraphs below begin with questions."""
    if not layers.paragraphs:
        return None
    opening = layers.text[layers.paragraphs[0].start : layers.paragraphs[0].end]
    if heading != "interview" and opening[:1] not in "“\"‘'":
        return None
    asked = [p for p in layers.paragraphs[1:] if _QUESTION.match(layers.text[p.start : p.end])]
    if len(asked) < 2:
        return None
    for paragraph in layers.paragraphs[:_HEAD]:
        named = list(dict.fromkeys(n.person for n in cast.namings if n.paragraph is paragraph))
        if full := [person for person in named if " " in (person.name or "")]:
            return full[0]
    return None
