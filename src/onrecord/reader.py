"""The main job as a pure function: document in, report out."""

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace as with_
from datetime import date
from multiprocessing import get_context

from msgspec.structs import replace

from onrecord.annotate.attributions import READINGS, beginning
from onrecord.annotate.layers import Layers
from onrecord.annotate.notes import noted
from onrecord.annotate.parse import Progress, parse
from onrecord.annotate.standard import LAYERS, annotation
from onrecord.annotate.wrapping import unwrapped
from onrecord.errors import Code, ConfigurationError
from onrecord.extract.pipeline import extraction
from onrecord.ingest.document import document
from onrecord.link.assemble import assemble, groundwork
from onrecord.model import Diagnostic, Document, Report
from onrecord.model.apparatus import without_apparatus
from onrecord.model.grounding import grounded
from onrecord.resources.user_table import UserTable


class Reader:
    """Reads documents one at a time; the same document gives the same report, whatever was read before it."""

    def __init__(self, actors: UserTable | None = None, *, alone: bool = True) -> None:
        self.progress: Progress | None = None
        """Hears how many paragraphs of a document are parsed, of how many; not where workers read."""
        self._actors = actors  # the user's own table of actors, which overrides ours
        self._alone = alone  # whether no other process of ours wants the second processor
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

        The other options describe a text given as a string; a Document brings its own. Raises InputError:
        OR-E007 for a `published` that is not a date, OR-E005 for text that no encoding can store.
        """
        if isinstance(text, str):
            text = document(text, published=published, title=title, publisher=publisher, uri=uri)
        plain = unwrapped(without_apparatus(text.text or ""))
        if plain == (text.text or ""):
            return self._read(text)
        return grounded(self._read(replace(text, text=plain), text.text or ""), text.text or "")

    def _read(self, text: Document, marked: str = "") -> Report:
        """The report of a text without marks and broken lines; `marked` is the same text with them, if it has any."""
        if self._alone:
            with beginning(text.text or "") as tagged:
                layers = self._annotate(
                    self._parsed(text, marked), {"attributions": tuple, **dict.fromkeys(READINGS, lambda: None)}
                )
                begun = self._extract.before(("attributions", *READINGS), layers)  # while the second thread still reads
                ground = groundwork(layers)
                layers = tagged().into(layers)
        else:
            layers, begun = self._annotate(self._parsed(text, marked)), {}
            ground = groundwork(layers)
        return assemble(noted(layers), self._extract(layers, begun), ground)

    def _parsed(self, text: Document, marked: str) -> Layers:
        return with_(parse(text, self.progress), own_actors=self._actors, marked=marked)

    def pipe(self, texts: Iterable[str | Document], *, workers: int = 1) -> Iterator[Report]:
        """The reports of many texts, in their order, a few at a time in memory.

        A defect of ours that one text brings out must not cost the others: its report has no records and says so
        (diagnostic OR-W006). A codebook or model that cannot be used raises ConfigurationError. With more than one
        worker, processes of their own read side by side: the reports are the same to the byte.
        """
        if workers <= 1:
            for text in texts:
                yield self._guarded(text)
            return
        context = get_context("spawn")
        with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(self._actors,)) as pool:
            ahead: deque[Future[Report]] = deque()
            for text in texts:
                ahead.append(pool.submit(_read, text))
                if len(ahead) >= workers * 4:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()

    def _guarded(self, text: str | Document) -> Report:
        source = document(text) if isinstance(text, str) else text
        try:
            return self.read(source)
        except ConfigurationError:
            raise  # no text is to blame for a codebook or model that cannot be used, and every other would fail so
        except Exception as error:  # noqa: BLE001  (whatever it is, it becomes a diagnostic on its document)
            reason = f"{type(error).__name__}: {error}"
            failed = Diagnostic("OR-W006", Code.W006.value.format(reason=reason))
            return Report(document=replace(source, diagnostics=(*source.diagnostics, failed)))


def load(actors: UserTable | None = None) -> Reader:
    """A reader with the models and tables that come with OnRecord.

    `actors` is a table of the user's own (see `read_user_table`): what it says of a name goes before ours.
    """
    return Reader(actors)


def settle() -> None:
    """Leave what is loaded by now (models, tables) out of the garbage collector's further rounds.

    For programs that read many documents, after their first; `onrecord read` does so. What is garbage then is freed.
    """
    gc.collect()
    gc.freeze()


_workers: list[Reader] = []
"""The reader of this process, where it is one of several that read side by side."""


def _begin(actors: UserTable | None) -> None:
    _workers[:] = [Reader(actors, alone=False)]


def _read(text: str | Document) -> Report:
    return _workers[0]._guarded(text)
