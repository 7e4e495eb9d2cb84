"""Every ledger there is, as tables of lines: a new ledger needs nothing here to be part of a situation."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import Report, Span
from onrecord.present import ledgers
from onrecord.present.grounds import Ground
from onrecord.present.phrases import flat, listing
from onrecord.present.situation.sources import Numbers

_FIRST = ("access", "agreements", "demands", "pledges", "humanitarian")
"""Ledgers that come before all others, in this order."""
_LAST = ("conditions",)
_SEVERAL = (tuple, frozenset, list)
_HEAD = ("route", "name", "kind", "place", "state", "severity", "act", "who", "whom", "track", "institution")


class Row:
    """One line of a ledger, with how many tellings it stands on. What is shown of it is put into words when asked for.

    A dossier over many reports has thousands of lines, of which a few dozen are shown.
    """

    __slots__ = ("_numbers", "grounds", "row", "tellings")

    def __init__(self, row: Any, numbers: Numbers) -> None:
        self.row = row
        self.grounds: tuple[Ground, ...] = row.grounds
        self.tellings = numbers.tellings([ground.doc for ground in self.grounds])
        self._numbers = numbers

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    @property
    def _value(self) -> tuple[Any, int, tuple[int, ...]]:
        """What makes two lines the same: all else follows from it."""
        return self.row, self.tellings, self.sources

    @property
    def head(self) -> str:
        """What the line is called."""
        fields = self.row.__dataclass_fields__
        shown = (words(getattr(self.row, name)) for name in _HEAD if name in fields)
        return " · ".join(filter(None, shown)) or type(self.row).__name__

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Its further fields in words."""
        names = [name for name in self.row.__dataclass_fields__ if name not in _HEAD and name != "grounds"]
        shown = [(name.replace("_", " "), words(getattr(self.row, name))) for name in names]
        none = [("answers", "no answer found")] if "answers" in names and self.row.answers == () else []
        return (*(one for one in shown if one[1]), *none)

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the sources that it stands on."""
        return self._numbers.grounded(self.grounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One ledger: its name and its lines; a line without evidence is never among them."""

    name: str
    rows: tuple[Row, ...]


def tables(reports: Sequence[Report], numbers: Numbers, on: str | None) -> tuple[Table, ...]:
    """Every ledger over the reports that holds anything; what one ledger shows is not shown again by the next.

    Days are counted up to `on` (ISO date) by the ledgers that count.
    """
    seen: set[tuple[type, tuple[Ground, ...]]] = set()
    made = []
    for name, ledger in makers():
        rows = [row for row in _rows(ledger, reports, on) if getattr(row, "grounds", ())]
        keys = [(type(row), row.grounds) for row in rows]
        fresh = [row for row, key in zip(rows, keys, strict=True) if key not in seen]
        seen.update(keys)
        if fresh:
            made.append(Table(name=name, rows=tuple(Row(row, numbers) for row in fresh)))
    return tuple(made)


def makers() -> tuple[tuple[str, Callable[..., Any]], ...]:
    """The ledgers by name: every function that the room of ledgers offers."""
    found = {name: getattr(ledgers, name) for name in ledgers.__all__ if inspect.isfunction(getattr(ledgers, name))}
    others = [name for name in sorted(found) if name not in _FIRST + _LAST]
    names = (*(n for n in _FIRST if n in found), *others, *(n for n in _LAST if n in found))
    return tuple((name, found[name]) for name in names)


def _rows(ledger: Callable[..., Any], reports: Sequence[Report], on: str | None) -> Iterable[Any]:
    rows: Iterable[Any] = ledger(reports, on=on) if "on" in inspect.signature(ledger).parameters else ledger(reports)
    return rows


def words(value: Any) -> str:
    """A value of a ledger in words; empty for what is absent, false or empty."""
    if value is None or value is False or value == ():
        return ""
    if isinstance(value, str):
        return flat(value) if value else ""
    if value is True:
        return "yes"
    if isinstance(value, Span):
        return flat(value.text)
    if isinstance(value, _SEVERAL):
        return "; ".join(dict.fromkeys(part for one in value if (part := words(one))))
    if names := getattr(type(value), "__dataclass_fields__", None):
        parts = (words(getattr(value, name)) for name in names if name != "grounds")
        return listing([", ".join(part for part in parts if part)])
    return flat(str(value))
