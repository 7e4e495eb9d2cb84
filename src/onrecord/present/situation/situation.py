"""Everything the reports of a store put on the record about a topic, in one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Report
from onrecord.model.fingerprint import Fingerprint
from onrecord.present.basis import basis
from onrecord.present.identity import clusters, docket
from onrecord.present.identity.tellings import Sketch, sketch
from onrecord.present.positions import Position, positions
from onrecord.present.signs import Signs
from onrecord.present.situation.happenings import Happening, happenings
from onrecord.present.situation.line import Line
from onrecord.present.situation.questions import questions
from onrecord.present.situation.sources import Numbers, Source
from onrecord.present.situation.summary import summary
from onrecord.present.situation.tables import Table, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known. `since`, `until` and `on` are ISO dates (null: not bounded, no day to count to).

    `reports` is how many reports were used, `tellings` how many these are without copies, `corrected` how many were
    set aside by a correction. `happenings` holds contacts and events by day, `background` dated agreements.
    """

    topic: tuple[str, ...]
    since: str | None
    until: str | None
    on: str | None
    reports: int
    outlets: tuple[str, ...]
    tellings: int
    corrected: int
    summary: tuple[Line, ...]
    happenings: tuple[Happening, ...]
    positions: tuple[Position, ...]
    ledgers: tuple[Table, ...]
    questions: tuple[Line, ...]
    sources: tuple[Source, ...]


def situation(
    reports: Sequence[Report],
    topic: Sequence[str] = (),
    *,
    since: str | None = None,
    until: str | None = None,
    on: str | None = None,
    fingerprints: Mapping[str, Fingerprint] | None = None,
    signs: Mapping[str, Signs] | None = None,
) -> Situation:
    """The situation that reports tell; they are taken to be about the topic already (see `topic.about`).

    Copies add only what they add, corrected reports decide nothing but stay among the sources. `on` is the day up
    to which days are counted, the last publication date where it is null. The order of the reports changes nothing.
    `fingerprints` and `signs` of texts, by the ids of their documents, spare the making of them and change nothing.
    """
    known = fingerprints or {}
    sketches = [
        Sketch(report.document, known[report.document.id]) if report.document.id in known else sketch(report.document)
        for report in {r.document.id: r for r in reports}.values()
    ]
    found = docket(reports, sketches)
    basis(found.current, signs or {})
    numbers = Numbers(found)
    aside = frozenset(doc for doc, one in found.corrected.items() if one.whole)
    day = on or max((r.document.published for r in found.all_reports if r.document.published), default=None)
    told = happenings(clusters(found.all_reports), found.all_reports, numbers, aside)
    ledgers = tables(found.current, numbers, day)
    return Situation(
        topic=tuple(topic),
        since=since,
        until=until,
        on=day,
        reports=len(found.all_reports),
        outlets=tuple(sorted({r.document.publisher for r in found.all_reports if r.document.publisher})),
        tellings=numbers.tellings([r.document.id for r in found.current]),
        corrected=len(aside),
        summary=summary(ledgers, told, numbers),
        happenings=told,
        positions=positions(found.current),
        ledgers=ledgers,
        questions=questions(ledgers, told, numbers),
        sources=numbers.sources(),
    )
