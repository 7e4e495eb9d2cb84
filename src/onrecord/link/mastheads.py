"""The house in whose name a paper speaks: the institute of a brief, the party or charity of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.layers import Layers
from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import words

_HEAD = 3
_HOUSES = words(
    "institute centre center desk review group council forum network foundation observatory society watch front party"
    " movement committee union relief federation alliance association initiative trust fund programme program project"
    " aid rescue shelter league coalition charity academy college university agency bureau laboratory lab mission"
)
"""Nouns that stand in the names of those who publish in their own name."""
_PAPERS = words(
    "note notes brief briefing press release statement working analysis analyst commentary paper report memo bulletin"
    " communique news media bureau office secretariat"
)
"""Words after a house's name that tell what the paper is, or which of its offices sends it."""
_SMALL = words("of for the and a an on in & de la du des")
_BODIES = frozenset(["organization", "office", "government", "group"])
_ENDS = re.compile(r"\s*[|:–—•\n(]|\s-\s|,\s")
_NUMBER = 95_000


def house_of(layers: Layers, noticed: Sequence[Noticed]) -> Referent | None:
    """The house that stands at the head of a paper which says "we" of itself; None of other documents."""
    if re.search(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b", layers.text) is None:
        return None
    for paragraph in layers.paragraphs[:_HEAD]:
        for start, end in _lines(layers.text, paragraph.start, paragraph.end):
            name = _name(layers.text[start:end])
            if name:
                return _known(noticed, start, name) or Referent(_NUMBER, "organization", _spelled(name))
    return None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a heading that dashes, bars and colons set apart."""
    while start < end:
        stop = _ENDS.search(text, start, end)
        yield start, stop.start() if stop is not None else end
        start = stop.end() if stop is not None else end


def _name(line: str) -> str:
    """The words at the beginning of a line that name a house; "" where they name none."""
    own: list[str] = []
    for word in line.split():
        if own and word.lower() in _PAPERS and _is_house(own):
            break
        loud = len(own) > 0 and len(own[0]) > 1 and all(w.isupper() or w.lower() in _SMALL for w in own)
        if not (word[:1].isupper() or word.lower() in _SMALL) or (loud and not word.isupper()):
            break
        own.append(word)
    while own and own[-1].lower() in _SMALL:
        own.pop()
    return " ".join(own) if len(own) > 1 and _is_house(own) else ""


def _is_house(own: Sequence[str]) -> bool:
    """Whether words are built on a house's noun: "Sound Institute", "Front for a Free Bay"; in capitals hold one."""
    if own[0].lower() in _SMALL - {"the"}:
        return False
    joint = next((n for n, w in enumerate(own) if n and w.lower() in _SMALL), len(own))
    head = own[joint - 1].lower()
    noun = body_noun([w.lower() for w in own[:joint]])
    loud = all(w.isupper() or w.lower() in _SMALL for w in own) and any(w.lower() in _HOUSES for w in own)
    return head in _HOUSES or loud or (noun is not None and not noun.plural and noun.kind in _BODIES)


def _known(noticed: Sequence[Noticed], start: int, name: str) -> Referent | None:
    """The body of that name that was noticed, there or further down."""
    for mention in noticed:
        who = mention.referent
        if who is None or who.kind not in _BODIES or who.name is None:
            continue
        if mention.start == start or who.name.casefold() == name.casefold():
            return who if len(who.name.split()) >= len(name.split()) - 1 else None
    return None


def _spelled(name: str) -> str:
    """A name as it is written in prose."""
    if not name.isupper():
        return name
    return " ".join(w.lower() if n and w.lower() in _SMALL else w.title() for n, w in enumerate(name.split()))
