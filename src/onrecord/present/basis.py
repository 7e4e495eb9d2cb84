"""What several views over the same reports need alike, made once: whose side anybody is on, where words stand."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from onrecord.model import Report
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
    def sides(self) -> Sides:
        """Whose side anybody is on."""
        return Sides(self.reports)

    def passages(self, report: Report) -> Passages:
        """Where words stand in a report."""
        found = self._passages.get(id(report))
        if found is None:
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
    key, given = frozenset(map(id, reports)), reports if isinstance(reports, tuple) else None
    known = _last[0][2] if _last and _last[0][1] == key and len(_last[0][2].reports) == len(reports) else None
    made = known if known is not None and signs is None else Basis(reports, signs)
    _last[:] = [(given, key, made)]
    return made
