"""The dossier: everything an analyst asks of one report, in the order it is asked."""

from dataclasses import dataclass

from onrecord.model import Document, Report
from onrecord.present.accusations import accusations
from onrecord.present.acts import Act
from onrecord.present.agreements import Pact, agreements
from onrecord.present.conditions import State, conditions
from onrecord.present.contacts import Contact, contacts
from onrecord.present.deeds import deeds
from onrecord.present.demands import demands
from onrecord.present.promises import promises
from onrecord.present.refusals import refusals
from onrecord.present.speakers import Speaker, speakers
from onrecord.present.support import support
from onrecord.present.timeline import Moment, timeline
from onrecord.present.unresolved import Open, unresolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many records of each kind the report holds."""

    statements: int
    speakers: int
    events: int
    conditions: int
    agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One report's answers. Every event stands in exactly one of the sections of acts, or folded into a demand.

    `nothing` says why there is nothing to show; null where there is.
    """

    document: Document
    tally: Tally
    speakers: tuple[Speaker, ...]
    demands: tuple[Act, ...]
    accusations: tuple[Act, ...]
    promises: tuple[Act, ...]
    refusals: tuple[Act, ...]
    support: tuple[Act, ...]
    contacts: tuple[Contact, ...]
    deeds: tuple[Act, ...]
    conditions: tuple[State, ...]
    agreements: tuple[Pact, ...]
    timeline: tuple[Moment, ...]
    unresolved: tuple[Open, ...]
    nothing: str | None


def dossier(report: Report) -> Dossier:
    """The dossier of a report."""
    spoke = speakers(report)
    return Dossier(
        document=report.document,
        tally=_tally(report, spoke),
        speakers=spoke,
        demands=demands(report),
        accusations=accusations(report),
        promises=promises(report),
        refusals=refusals(report),
        support=support(report),
        contacts=contacts(report),
        deeds=deeds(report),
        conditions=conditions(report),
        agreements=agreements(report),
        timeline=timeline(report),
        unresolved=unresolved(report),
        nothing=_nothing(report),
    )


def _tally(report: Report, spoke: tuple[Speaker, ...]) -> Tally:
    return Tally(
        statements=len(report.statements),
        speakers=sum(1 for speaker in spoke if speaker.voice.key),
        events=len(report.events),
        conditions=len(report.conditions),
        agreements=len(report.agreements),
    )


def _nothing(report: Report) -> str | None:
    if report.statements or report.events or report.conditions or report.agreements:
        return None
    if any(diagnostic.code == "OR-W002" for diagnostic in report.document.diagnostics):
        return "nothing was put on the record: the text does not look like English"
    text = report.document.text
    if text is not None and not text.strip():
        return "nothing was put on the record: the text is empty"
    return (
        "nothing was put on the record: nobody in the text is reported to have said anything, and no words "
        "in it match the codebook, a condition or an agreement"
    )
