"""The three linkers of a document, together with what they link in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.actors import ActorLinker
from onrecord.link.places import PlaceLinker
from onrecord.link.times import TimeLinker
from onrecord.model import Actor, Place, Span, Time

LIST = 40
"""The most code points from an adjective to the end of its list."""


@dataclass(frozen=True, slots=True)
class Linkers:
    """Everything that turns the words of one document into actors, places and times."""

    layers: Layers
    actors: ActorLinker
    places: PlaceLinker
    times: TimeLinker

    @classmethod
    def of(cls, layers: Layers) -> Self:
        """The linkers of a document."""
        times = TimeLinker(layers)
        places = PlaceLinker(layers)
        return cls(layers, ActorLinker(layers, times, places), places, times)

    def place(self, span: Span | None) -> Place | None:
        """The place named by `span`, if any."""
        return None if span is None else self.places.place(span)

    def time(self, span: Span | None) -> Time | None:
        """The time told by `span`, if any."""
        return None if span is None else self.times.time(span)

    def all_actors(
        self, spans: tuple[Span, ...], voice: Actor | None = None, audience: tuple[Actor, ...] = ()
    ) -> tuple[Actor, ...]:
        """The referents of several mentions, each referent once, in text order."""
        found = [(span, self.actors.actors(span, voice, audience)) for span in spans]
        text = self.layers.text
        return distinct([actor for span, told in found if not _is_listed(span, told, found, text) for actor in told])


def _is_listed(span: Span, told: Sequence[Actor], found: Sequence[tuple[Span, Sequence[Actor]]], text: str) -> bool:
    """Whether a state only tells whose some of several are that a plural noun beside it names: the first adjective of
    "French, German and Italian ministers", the last name of "the ministers of France and Italy"."""
    if len(told) != 1 or told[0].kind not in ("state", "people"):
        return False
    own, adjective = states_of(told[0]), told[0].resolved_by == "demonym"
    beside = (
        others
        for other, others in found
        if (0 <= other.start - span.end <= LIST if adjective else _goes_on(other, span, text))
    )
    return any(own & _several(others) for others in beside)


def _goes_on(words: Span, name: Span, text: str) -> bool:
    """Whether a name stands in the words for several, or is the next of the list that they end with."""
    if not words.start < name.start:
        return False
    return name.end <= words.end or not text[words.end : name.start].replace("and", "").strip(" ,")


def _several(actors: Sequence[Actor]) -> frozenset[str]:
    """Whose several actors are, or one that is of several states at once; nobody's for any other."""
    states = frozenset(state for one in actors for state in states_of(one))
    return states if len(states) > 1 else frozenset()


def identity(actor: Actor) -> str:
    """What two mentions of one actor share: its id, else its name, else the words."""
    return actor.id or (actor.name or (actor.mention.text if actor.mention else "")).casefold()


def carried(actor: Actor) -> Actor:
    """An actor whom the words at hand do not name: one known by name, without his words; any other as he is."""
    return actor if actor.name is None else replace(actor, mention=None, resolved_by="carried")


def states_of(actor: Actor) -> frozenset[str]:
    """Whose an actor is: codes, or the name of a state that no table knows."""
    named = actor.name if actor.kind == "state" and not actor.country else None
    return frozenset((*actor.country, *filter(None, (actor.state, named))))


def distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    """`actors` without repeated referents, the first mention of each kept."""
    first: dict[str, Actor] = {}
    for actor in actors:
        first.setdefault(identity(actor), actor)
    return tuple(first.values())
