"""Instruments of institutions in a conflict: named, called for, offered, accepted, refused, used; by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Report
from onrecord.present.basis import Basis, basis
from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers.instrument_words import Found, found
from onrecord.present.ledgers.moves import Move, merged


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRow:
    """One instrument of one institution (null: not told of which) with all that is said of it, earliest first.

    `state` is the last that was said of it; `words` what the reports call it.
    """

    institution: str | None
    instrument: str
    words: tuple[str, ...]
    state: str
    uses: tuple[Move, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


def toolkit(reports: Sequence[Report]) -> tuple[ToolRow, ...]:
    """Every instrument that reports name, by institution and name; the order of the reports does not matter."""
    made = basis(reports)
    return made.once("toolkit", lambda: _rows(made))


def _rows(made: Basis) -> tuple[ToolRow, ...]:
    groups: dict[tuple[str, str], list[Found]] = {}
    for report in made.reports:
        for one in found(report, made):
            groups.setdefault(((one.institution or "").casefold(), one.instrument), []).append(one)
    rows = map(_row, _adopted(groups).values())
    return tuple(sorted(rows, key=lambda row: (row.institution or "~", row.instrument, row.grounds)))


def _adopted(groups: dict[tuple[str, str], list[Found]]) -> dict[tuple[str, str], list[Found]]:
    """What is told of no institution goes to the only one that has the instrument, where there is only one."""
    kept: dict[tuple[str, str], list[Found]] = {key: told for key, told in groups.items() if key[0]}
    for (_, instrument), told in sorted(item for item in groups.items() if not item[0][0]):
        owners = [key for key in kept if key[1] == instrument]
        key = owners[0] if len(owners) == 1 else ("", instrument)
        kept[key] = [*kept.get(key, []), *told]
    return kept


def _row(group: list[Found]) -> ToolRow:
    uses = merged(one.move for one in group)
    telling = [use.state for use in uses if use.state != "named"]
    days = [use.day for use in uses if use.day]
    called = dict.fromkeys(one.institution for one in group if one.institution)
    named = min(called, key=str.isupper, default=None)  # not as a heading has it
    return ToolRow(
        institution=named,
        instrument=group[0].instrument,
        words=tuple(dict.fromkeys(one.words for one in group)),
        state=telling[-1] if telling else "named",
        uses=uses,
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(ground for use in uses for ground in use.grounds),
    )
