"""Every view over reports by name: what the command line, the bundle of tables and a page can show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import Code, InputError
from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.present.calendar import calendar
from onrecord.present.chronology import Dated, chronology
from onrecord.present.ledgers.accountability import AbuseRow
from onrecord.present.ledgers.agreements import AgreementRow
from onrecord.present.ledgers.conditions import ConditionRow
from onrecord.present.ledgers.episodes import Episode
from onrecord.present.ledgers.process import TrackRow
from onrecord.present.ledgers.request_rows import RequestRow
from onrecord.present.ledgers.toolkit import ToolRow
from onrecord.present.meetings import Meeting
from onrecord.present.positions import Position, positions

type Make = Callable[[Sequence[Report], str | None], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """One view: its name, title, what a line of it is, the class of its lines, and what makes them.

    `make` takes reports and the day to which days are counted (ISO date; null: the last publication date). Every line
    is a frozen dataclass with `grounds`.
    """

    name: str
    title: str
    about: str
    row: type
    make: Make
    ledger: bool = True


VIEWS: tuple[View, ...] = (
    View("timeline", "Timeline", "one record with a time of its own", Dated, lambda r, _: chronology(r), False),
    View("positions", "Positions", "one side's stance on one issue", Position, lambda r, _: positions(r), False),
    View("demands", "Demands", "one thing asked of one addressee, with the answers found", RequestRow,
         lambda r, _: ledgers.demands(r)),
    View("pledges", "Promises", "one promise or concession, with what became of it", RequestRow,
         lambda r, _: ledgers.pledges(r)),
    View("agreements", "Agreements and commitments", "one agreement: obligations, who invokes it, who is accused",
         AgreementRow, lambda r, _: ledgers.agreements(r)),
    View("access", "Access", "one state of one route on the word of one side", Episode, ledgers.access),
    View("conditions", "Conditions", "one condition on the word of one side", ConditionRow,
         lambda r, _: ledgers.conditions(r)),
    View("humanitarian", "Humanitarian conditions", "one condition of people and supplies", ConditionRow,
         lambda r, _: ledgers.humanitarian(r)),
    View("calendar", "Contacts", "one call, visit, meeting or session", Meeting, lambda r, _: calendar(r)),
    View("process", "Process", "one track of negotiation with its steps", TrackRow, lambda r, _: ledgers.process(r)),
    View("toolkit", "Toolkit", "one instrument of one institution, and what is said of it", ToolRow,
         lambda r, _: ledgers.toolkit(r)),
    View("accountability", "Accountability", "one alleged abuse, with denials, inquiries and findings", AbuseRow,
         lambda r, _: ledgers.accountability(r)),
)  # fmt: skip
"""In the order in which they are shown."""


def names() -> tuple[str, ...]:
    """The names of all views."""
    return tuple(view.name for view in VIEWS)


def get(name: str) -> View:
    """The view of this name; raises InputError (OR-E062) for one that does not exist."""
    found = next((view for view in VIEWS if view.name == name), None)
    if found is None:
        raise InputError(Code.E062, view=name, views=", ".join(names()))
    return found
