"""The main job as a pure function: document in, report out."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import cache
from multiprocessing import get_context

from msgspec.structs import replace

from onrecord.annotate.attributions import READINGS, beginning
from onrecord.annotate.notes import noted
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import LAYERS, annotation
from onrecord.errors import Code
from onrecord.extract.pipeline import extraction
from onrecord.ingest.document import document
from onrecord.link.assemble import assemble
from onrecord.model import Diagnostic, Document, Report


class Reader:
    """Reads documents one at a time; the same document gives the same report, whatever was read before it."""

    def __init__(self, *, alone: bool = True) -> None:
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
        if self._alone:
            with beginning(text.text or "") as tagged:
                layers = self._annotate(parse(text), {"attributions": tuple, **dict.fromkeys(READINGS, lambda: None)})
                found = self._extract.before(("attributions", *READINGS), layers)  # while the second thread still reads
                layers = tagged().into(layers)
        else:
            layers, found = self._annotate(parse(text)), {}
        return assemble(noted(layers), self._extract(layers, found))

    def pipe(self, texts: Iterable[str | Document], *, workers: int = 1) -> Iterator[Report]:
        """The reports of many texts, in their order, a few at a time in memory.

        A defect of ours that one text brings out must not cost the others: its report has no records and says so
        (diagnostic OR-W006). With more than one worker, processes of their own read side by side: the reports are
        the same to the byte.
        """
        if workers <= 1:
            for text in texts:
                yield self._guarded(text)
            return
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
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
        except Exception as error:  # noqa: BLE001  (whatever it is, it becomes a diagnostic on its document)
            reason = f"{type(error).__name__}: {error}"
            failed = Diagnostic("OR-W006", Code.W006.value.format(reason=reason))
            return Report(document=replace(source, diagnostics=(*source.diagnostics, failed)))


def load() -> Reader:
    """A reader with the models and tables that come with OnRecord."""
    return Reader()


@cache
def _worker() -> Reader:
    return Reader(alone=False)


def _read(text: str | Document) -> Report:
    return _worker()._guarded(text)
