"""The main job as a pure function: document in, report out."""

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import LAYERS, annotation
from onrecord.extract.pipeline import extraction
from onrecord.ingest.document import document
from onrecord.link.assemble import assemble
from onrecord.model import Document, Report


class Reader:
    """Reads documents one at a time; the same document gives the same report, whatever was read before it."""

    def __init__(self) -> None:
        self._annotate = annotation()
        self._extract = extraction(LAYERS)

    def read(
        self,
        text: str | Document,
        *,
        published: str | date | None = None,
        title: str | None = None,
        publisher: str | None = None,
        uri: str | None = None,
    ) -> Report:
        """The report of one text. `published` is its ISO date; without it relative dates stay unresolved.

        Raises InputError (OR-E007) for a `published` that is not a date.
        """
        if isinstance(text, str):
            text = document(text, published=published, title=title, publisher=publisher, uri=uri)
        layers = self._annotate(parse(text))
        return assemble(layers, self._extract(layers))

    def pipe(self, texts: Iterable[str | Document]) -> Iterator[Report]:
        """The reports of many texts, in their order, one at a time in memory."""
        for text in texts:
            yield self.read(text)


def load() -> Reader:
    """A reader with the models and tables that come with OnRecord."""
    return Reader()
