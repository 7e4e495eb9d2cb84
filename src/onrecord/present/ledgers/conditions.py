"""How people and supplies stand, by place: reported or feared, since when, on whose word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from onrecord.model import Condition, Report
from onrecord.model.vocabulary import ConditionKind, Status
from onrecord.present.basis import Basis, basis
from onrecord.present.chain import attribution
from onrecord.present.conditions import State
from onrecord.present.conditions import conditions as states
from onrecord.present.figures import Figure, figures
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.ledgers.meant import known_as, speaking
from onrecord.present.vouching import feared, vouching


class _Told(msgspec.Struct, frozen=True):
    """One condition as one report tells it: `side` and `said` are whose word it stands on (empty: the report's)."""

    report: Report
    state: State
    record: Condition
    side: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """One condition. `since_from` and `since_to` are the first and last day on which it can have begun.

    `feared` (status "hypothetical", or told of the future) is not reported to be so; `figures` are the numbers told
    with their units; `cause` is what is said to have brought it about; `word` who vouches for it (empty: the report
    itself), `said_by` everybody of that `side` who does; `first` and `last` are when reports told it. `lat` and `lon`
    are WGS84 degrees.
    """

    kind: ConditionKind
    place: str | None
    country: tuple[str, ...]
    lat: float | None
    lon: float | None
    state: str | None
    severity: str | None
    sectors: tuple[str, ...]
    affected: str | None
    quantity: str | None
    figures: tuple[Figure, ...]
    since_from: str | None
    since_to: str | None
    cause: str | None
    status: Status
    feared: bool
    negated: bool
    word: str
    side: str
    said_by: tuple[str, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


_FORETOLD = frozenset({"shortage", "humanitarian", "casualties"})
"""What nobody plans: told of the future, it is feared."""


def conditions(reports: Sequence[Report]) -> tuple[ConditionRow, ...]:
    """Every condition, by kind and place; told alike on the same word, it is one row."""
    made = basis(reports)
    return made.once("conditions", lambda: _rows(made))


def humanitarian(reports: Sequence[Report]) -> tuple[ConditionRow, ...]:
    """Shortages, needs, displacement, casualties and damage: every condition but access and security."""
    return tuple(row for row in conditions(reports) if row.kind not in ("access", "security"))


def _rows(made: Basis) -> tuple[ConditionRow, ...]:
    groups: dict[tuple[str, ...], list[_Told]] = {}
    for told in (one for report in made.reports for one in _told(report, made)):
        groups.setdefault(_key(told), []).append(told)
    return tuple(_row(groups[key]) for key in sorted(groups))


def _told(report: Report, made: Basis) -> Iterator[_Told]:
    """The conditions of one report, with the side on whose word each stands."""
    if not report.conditions:
        return
    publisher, official = report.document.publisher or "", made.sides.publisher(report)
    records = {one.id: one for one in report.conditions}
    for state in states(report):
        record = records[state.records[0]]
        vouches = vouching(record, made.passages(report))
        chain = speaking(record.statement, report, made) if vouches is None else known_as((vouches,), report, made)
        side = made.sides.speaking_for(chain[-1], report) if chain else official or ""
        said = chain[-1].label if chain else publisher if official else ""
        told = replace(state, status="hypothetical") if feared(record, report) else state
        yield _Told(report, told, record, side, said)


def _key(told: _Told) -> tuple[str, ...]:
    one = told.state
    parts = (one.place.label if one.place else None, one.state, one.severity, one.affected, one.quantity)
    status = "asserted" if one.status == "alleged" and told.side else one.status
    return one.kind, *(part or "" for part in parts), status, str(one.negated), told.side, ",".join(one.sectors)


def _row(group: list[_Told]) -> ConditionRow:
    one, record = group[0].state, group[0].record
    days = [told.report.document.published for told in group if told.report.document.published]
    since = [told.state.since for told in group if told.state.since is not None]
    place = record.place
    return ConditionRow(
        kind=one.kind,
        place=None if one.place is None else one.place.label,
        country=() if place is None else place.country,
        lat=None if place is None else place.lat,
        lon=None if place is None else place.lon,
        state=one.state,
        severity=one.severity,
        sectors=one.sectors,
        affected=one.affected,
        quantity=one.quantity,
        figures=tuple(dict.fromkeys(figure for told in group for figure in _figures(told.state))),
        since_from=max((when.start for when in since if when.start), default=None),
        since_to=min((when.end for when in since if when.end), default=None),
        cause=next((told.state.cause_label for told in group if told.state.cause_label), None),
        status=one.status,
        feared=one.status == "hypothetical" or (one.status == "planned" and one.kind in _FORETOLD),
        negated=one.negated,
        word=attribution(one.word) or (f"according to {group[0].said}" if group[0].said else ""),
        side=group[0].side,
        said_by=tuple(dict.fromkeys(told.said for told in group if told.said)),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(g for told in group for g in grounds(told.report, told.state.records[0], told.state.spans)),
    )


def _figures(one: State) -> tuple[Figure, ...]:
    """The figures of what is told: those of the number of affected first, then the others of its words."""
    since = "" if one.since is None else one.since.words or ""
    told = figures(one.affected or one.quantity or "")
    known = {figure.value for figure in told}
    others = (f for f in figures(one.words.text) if f.words not in since and f.value not in known)
    return (*told, *others)
