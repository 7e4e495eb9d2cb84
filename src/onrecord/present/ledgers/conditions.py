"""How people and supplies stand, by place: reported or feared, since when, on whose word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.model import Report
from onrecord.model.vocabulary import ConditionKind, Status
from onrecord.present.chain import attribution
from onrecord.present.conditions import State
from onrecord.present.conditions import conditions as states
from onrecord.present.grounds import Ground, gathered, grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """One condition. `since_from` and `since_to` are the first and last day on which it can have begun.

    `status` "hypothetical" is feared, not reported; `cause` is what is said to have brought it about; `word` who
    vouches for it (empty: the report itself); `first` and `last` when reports told it.
    """

    kind: ConditionKind
    place: str | None
    state: str | None
    severity: str | None
    sectors: tuple[str, ...]
    affected: str | None
    quantity: str | None
    since_from: str | None
    since_to: str | None
    cause: str | None
    status: Status
    negated: bool
    word: str
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


def conditions(reports: Sequence[Report]) -> tuple[ConditionRow, ...]:
    """Every condition, by kind and place; told alike on the same word, it is one row."""
    return _rows(reports, lambda _: True)


def humanitarian(reports: Sequence[Report]) -> tuple[ConditionRow, ...]:
    """Shortages, needs, displacement, casualties and damage: every condition but access and security."""
    return _rows(reports, lambda state: state.kind not in ("access", "security"))


def _rows(reports: Sequence[Report], wanted: Callable[[State], bool]) -> tuple[ConditionRow, ...]:
    groups: dict[tuple[str, ...], list[tuple[Report, State]]] = {}
    for report in sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id)):
        for state in states(report):
            if wanted(state):
                groups.setdefault(_key(state), []).append((report, state))
    return tuple(_row(groups[key]) for key in sorted(groups))


def _key(one: State) -> tuple[str, ...]:
    parts = (one.place.label if one.place else None, one.state, one.severity, one.affected, one.quantity)
    told = (one.status, str(one.negated), attribution(one.word), ",".join(one.sectors))
    return one.kind, *(part or "" for part in parts), *told


def _row(group: list[tuple[Report, State]]) -> ConditionRow:
    _, one = group[0]
    days = [report.document.published for report, _ in group if report.document.published]
    since = [state.since for _, state in group if state.since is not None]
    return ConditionRow(
        kind=one.kind,
        place=None if one.place is None else one.place.label,
        state=one.state,
        severity=one.severity,
        sectors=one.sectors,
        affected=one.affected,
        quantity=one.quantity,
        since_from=max((when.start for when in since if when.start), default=None),
        since_to=min((when.end for when in since if when.end), default=None),
        cause=next((state.cause_label for _, state in group if state.cause_label), None),
        status=one.status,
        negated=one.negated,
        word=attribution(one.word),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(
            ground for report, state in group for ground in grounds(report, state.records[0], state.spans)
        ),
    )
