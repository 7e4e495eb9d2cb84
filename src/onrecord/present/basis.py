"""What several views over the same reports need alike, made once: whose side anybody is on, where words stand."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from onrecord.model import Report
from onrecord.present.matters import matters
from onrecord.present.passages import Passages
from onrecord.present.sides import Sides
from onrecord.present.signs import Signs


class Basis:
    """The same reports for several views."""

    def __init__(self, reports: Sequence[Report], signs: Mapping[str, Signs] | None = None) -> None:
        self.reports = tuple(sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id)))
        self._made: dict[object, Any] = {}
        self._passages: dict[int, Passages] = {}
        self._signs = signs or {}

    @cached_property
    def by_document(self) -> Mapping[str, Report]:
        """The reports by the ids of their documents."""
        return {report.document.id: report for report in self.reports}

    @cached_property
    def sides(self) -> Sides:
        """Whose side anybody is on."""
        return Sides(self.reports)

    @cached_property
    def matters(self) -> "tuple[Basis, ...]":
        """What is known of the reports of each matter alone; this basis itself where all are about one."""
        apart = matters(self.reports)
        return (self,) if len(apart) <= 1 else tuple(Basis(reports, self._signs) for reports in apart)

    def of_each_matter[T](self, rows: "Callable[[Basis], tuple[T, ...]]", key: Callable[[T], Any]) -> tuple[T, ...]:
        """The rows made of the reports of each matter; those of several in the order of `key`."""
        made = [rows(one) for one in self.matters]
        return made[0] if len(made) == 1 else tuple(sorted((row for of_one in made for row in of_one), key=key))

    def part(self, reports: Sequence[Report]) -> "Basis | None":
        """The basis of the reports of one matter, where they were told apart; null for other reports."""
        parts = self.__dict__.get("matters", ())
        return next((one for one in parts if one.reports is reports), None)

    def passages(self, report: Report) -> Passages:
        """Where words stand in a report."""
        try:
            return self._passages[id(report)]
        except KeyError:
            found = self._passages[id(report)] = Passages(report, self._signs.get(report.document.id))
            return found

    def once[T](self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives, made at the first call with this key."""
        if key not in self._made:
            self._made[key] = make()
        found: T = self._made[key]
        return found


_last: list[tuple[tuple[Report, ...] | None, frozenset[int], Basis]] = []


def basis(reports: Sequence[Report], signs: Mapping[str, Signs] | None = None) -> Basis:
    """The basis of these very reports; that of the last ones asked for is kept, with the reports themselves.

    `signs` are those that texts are known to have, by the ids of their documents; with them it is made anew.
    """
    if signs is None and _last and (_last[0][0] is reports or _last[0][2].reports is reports):
        return _last[0][2]
    if signs is None and _last and (part := _last[0][2].part(reports)) is not None:
        return part
    key, given = frozenset(map(id, reports)), reports if isinstance(reports, tuple) else None
    known = _last[0][2] if _last and _last[0][1] == key and len(_last[0][2].reports) == len(reports) else None
    made = known if known is not None and signs is None else Basis(reports, signs)
    _last[:] = [(given, key, made)]
    return made
