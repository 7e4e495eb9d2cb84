"""The reports that views are made from: copies add only what they add, what was corrected is set aside."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.model import Report, Span
from onrecord.model.fingerprint import runs
from onrecord.model.report import extent
from onrecord.present.identity.corrections import Correction, superseded
from onrecord.present.identity.sentences import sentence_at, sentences
from onrecord.present.identity.tellings import Kin, Sketch, sketch, tellings
from onrecord.present.wording import alike

_REPEATED = 0.7
"""From this part of its runs of words on, a sentence of a copy repeats the first telling."""
_CORRECTED = 0.35
"""From this likeness on, a sentence is about what a correction sets right."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """Reports sorted out. `all_reports` is in order of publication, `current` the reports for the views.

    `telling` gives for each document the first one that tells the same text (itself where there is none before it);
    `corrected` what takes the place of those that were corrected.
    """

    all_reports: tuple[Report, ...]
    current: tuple[Report, ...]
    telling: dict[str, str]
    corrected: dict[str, Correction]

    def independent(self, docs: Sequence[str]) -> int:
        """How many tellings the documents amount to: copies count once."""
        return len({self.telling.get(doc, doc) for doc in docs})


def docket(reports: Sequence[Report], sketches: Sequence[Sketch] | None = None) -> Docket:
    """Sort reports out. `sketches` spares the making of those that a store has kept.

    The same document given twice is one; a report of which the text is not known is no copy of any.
    """
    known = {report.document.id: report for report in reports}
    ordered = sorted(known.values(), key=lambda r: (r.document.published or "9999", r.document.id))
    made = [sketch(report.document) for report in ordered] if sketches is None else list(sketches)
    kin = tellings(made)
    corrected = superseded(made, kin)
    whole = {doc for doc, one in corrected.items() if one.whole}
    copies = _without(kin, made, whole)
    telling = {doc: copies[doc].doc if doc in copies else doc for doc in known}
    return Docket(
        all_reports=tuple(ordered),
        current=tuple(_current(ordered, known, telling, corrected)),
        telling=telling,
        corrected={doc: one for doc, one in corrected.items() if doc in known},
    )


def _without(kin: Mapping[str, Kin], made: Sequence[Sketch], whole: set[str]) -> dict[str, Kin]:
    """Copies where those that were set aside are not there: what repeats one of these is sorted out anew."""
    orphans = [one for one in made if one.head.id in kin and kin[one.head.id].doc in whole and one.head.id not in whole]
    kept = {doc: one for doc, one in kin.items() if doc not in whole and one.doc not in whole}
    return kept | tellings(orphans)


def _current(
    ordered: Sequence[Report], known: Mapping[str, Report], telling: Mapping[str, str],
    corrected: Mapping[str, Correction],
) -> list[Report]:  # fmt: skip
    kept = []
    correcting = {one.by for one in corrected.values()}
    for report in ordered:
        doc = report.document.id
        correction = corrected.get(doc)
        if correction is not None and correction.whole:
            continue
        first = known.get(telling[doc])
        added = report if first is None or first is report or doc in correcting else _beyond(report, first)
        notice = None if correction is None else known.get(correction.by)
        kept.append(added if notice is None else _uncorrected(added, notice))
    return kept


def _beyond(copy: Report, first: Report) -> Report:
    """A copy without the records whose sentences the first telling has, with no other number in them."""
    told, text = first.document.text or "", copy.document.text or ""
    have, numbers = runs(told), set(_NUMBER.findall(told))

    def repeats(sentence: str) -> bool:
        own = runs(sentence)
        return bool(own) and len(own & have) >= _REPEATED * len(own) and numbers.issuperset(_NUMBER.findall(sentence))

    return without(copy, lambda span: repeats(sentence_at(text, span)))


def _uncorrected(report: Report, notice: Report) -> Report:
    """A report without the records whose sentences a notice of correction is about."""
    told = list(sentences(notice.document.text or ""))
    text = report.document.text or ""
    return without(report, lambda span: any(alike(sentence_at(text, span), part) >= _CORRECTED for part in told))


def without(report: Report, dropped: Callable[[Span], bool]) -> Report:
    """A report without the statements, events and conditions at which `dropped` says so.

    Mentions stay, because what remains may need them; what stood in a dropped statement keeps its id as a chain
    that ends there.
    """
    seen: dict[tuple[int, int], bool] = {}

    def keeps(record: object) -> bool:
        start, end = extent(record)  # type: ignore[arg-type]
        if (start, end) not in seen:
            seen[start, end] = dropped(Span(start, end, ""))
        return not seen[start, end]

    return replace(
        report,
        statements=tuple(filter(keeps, report.statements)),
        events=tuple(filter(keeps, report.events)),
        conditions=tuple(filter(keeps, report.conditions)),
        agreements=tuple(filter(keeps, report.agreements)),
    )
