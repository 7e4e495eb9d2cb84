"""Time expressions on the calendar."""

from collections.abc import Iterator

from onrecord.annotate.layers import Layers
from onrecord.model import Span, Time


class TimeLinker:
    """Resolves the time expressions of one document against its publication date and its narrative."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def time(self, span: Span) -> Time | None:
        """The time that the words of `span` tell (the first expression in it); None where none does."""
        return None

    def mentions(self) -> Iterator[Time]:
        """Every time expression of the text, in text order."""
        yield from ()
