"""The reports that a situation is told from, numbered, with what each was copied from and what corrected it."""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.model import Document
from onrecord.present.grounds import Ground
from onrecord.present.identity.docket import Docket
from onrecord.present.phrases import flat


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One report. `copy_of` and `corrected_by` are numbers of other sources; null for none."""

    number: int
    doc: str
    title: str
    publisher: str | None
    published: str | None
    uri: str | None
    copy_of: int | None
    corrected_by: int | None


class Numbers:
    """The numbers by which sources are referred to, and how many tellings they amount to."""

    def __init__(self, found: Docket) -> None:
        self._docket = found
        self._of = {report.document.id: n for n, report in enumerate(found.all_reports, 1)}

    def of(self, docs: Iterable[str]) -> tuple[int, ...]:
        """The numbers of documents, ascending."""
        return tuple(sorted({self._of[doc] for doc in docs if doc in self._of}))

    def grounded(self, grounds: Iterable[Ground]) -> tuple[int, ...]:
        """The numbers of the documents that grounds stand in."""
        return self.of(ground.doc for ground in grounds)

    def tellings(self, docs: Sequence[str]) -> int:
        """How many tellings documents amount to: copies count once."""
        return self._docket.independent(docs)

    def sources(self) -> tuple[Source, ...]:
        """Every source by its number."""
        return tuple(self._source(report.document) for report in self._docket.all_reports)

    def _source(self, head: Document) -> Source:
        first, correction = self._docket.telling.get(head.id, head.id), self._docket.corrected.get(head.id)
        return Source(
            number=self._of[head.id],
            doc=head.id,
            title=flat(head.title or head.uri or head.id),
            publisher=head.publisher,
            published=head.published,
            uri=head.uri,
            copy_of=self._of.get(first) if first != head.id else None,
            corrected_by=None if correction is None else self._of.get(correction.by),
        )
