"""Which place a name stands for."""

from collections.abc import Iterator

from onrecord.annotate.layers import Layers
from onrecord.model import Place, Span


class PlaceLinker:
    """Links the place names of one document, from the whole of it."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def place(self, span: Span) -> Place | None:
        """The place that the words of `span` name (the last and most precise one in it); None where none does."""
        return None

    def mentions(self) -> Iterator[Place]:
        """Every place name of the text used as a place, in text order."""
        yield from ()
