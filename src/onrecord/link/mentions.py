"""A mention record for every name, place and time of the text."""

from collections.abc import Iterator

from onrecord.link.linkers import Linkers
from onrecord.model import Mention
from onrecord.model.ids import record_id


def mentions(linkers: Linkers) -> Iterator[Mention]:
    """The mention records of a document: actors, then places, then times, each in text order."""
    document = linkers.layers.document.id
    for actor in linkers.actors.mentions():
        if actor.mention is not None:
            ident = record_id("mention", document, (actor.mention,), "actor")
            yield Mention(id=ident, doc=document, kind="actor", span=actor.mention, actor=actor)
    for place in linkers.places.mentions():
        ident = record_id("mention", document, (place.mention,), "place")
        yield Mention(id=ident, doc=document, kind="place", span=place.mention, place=place)
    for time in linkers.times.mentions():
        if time.mention is not None:
            ident = record_id("mention", document, (time.mention,), "time")
            yield Mention(id=ident, doc=document, kind="time", span=time.mention, time=time)
