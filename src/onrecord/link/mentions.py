"""A mention record for every name, place and time of the text."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.toponyms_words import CONTAINERS, DIRECTIONS
from onrecord.link.linkers import Linkers
from onrecord.model import Mention, Span
from onrecord.model.ids import record_id
from onrecord.resources.metonymy import metonymy

_OF_LAND = (
    CONTAINERS
    | DIRECTIONS
    | frozenset("soil territory airspace waters land border borders coastline interior shore shores frontier".split())
)
"""What a country's land has, whoever governs it: "Iran's north", "Mali's border"."""
_CARRYING = frozenset(["send", "deliver", "sell"])
"""After these, "to X" says where to as well as to whom."""


def mentions(linkers: Linkers) -> Iterator[Mention]:
    """The mention records of a document: actors, then places, then times, each in text order. Words for several have a
    record for each of them."""
    document = linkers.layers.document.id
    parties: set[int] = set()
    for number, actor in ((n, actor) for named in linkers.actors.all_mentions for n, actor in enumerate(named)):
        if actor.mention is not None:
            more = ("actor", str(number)) if number else ("actor",)
            ident = record_id("mention", document, (actor.mention,), *more)
            yield Mention(id=ident, doc=document, kind="actor", span=actor.mention, actor=actor)
            if actor.kind in ("state", "government") or actor.resolved_by == "metonym" or actor.candidates:
                parties.add(actor.mention.end)
    for place in linkers.places.mentions():
        if place.mention.end in parties and _is_party(linkers, place.mention):
            continue
        ident = record_id("mention", document, (place.mention,), "place")
        yield Mention(id=ident, doc=document, kind="place", span=place.mention, place=place)
    for time in linkers.times.mentions():
        if time.mention is not None:
            ident = record_id("mention", document, (time.mention,), "time")
            yield Mention(id=ident, doc=document, kind="time", span=time.mention, time=time)


def _is_party(linkers: Linkers, span: Span) -> bool:
    """Whether the name of a state that is on record as a party is nothing besides: no land and no way to go."""
    paragraph = linkers.layers.paragraph_at(span.start)
    tokens = paragraph.tokens(span) if paragraph is not None else None
    return tokens is not None and not _on_land(tokens.root)


def _on_land(head: Token) -> bool:
    """Whether a name stands as that of a country's land: "Iran's north", "sent troops to Syria"."""
    if head.dep_ in ("poss", "compound", "nmod", "amod"):
        return _is_land(head.head)
    if head.dep_ != "pobj":
        return False
    if head.head.lower_ == "of":
        return _is_land(head.head.head)
    return head.head.lower_ == "to" and head.head.head.lemma_ in _CARRYING


def _is_land(noun: Token) -> bool:
    return noun.lower_ in _OF_LAND or noun.lower_ in metonymy().place_parts
