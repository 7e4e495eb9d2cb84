"""Which side uses which name of a disputed place: "Diaoyu" China, "Senkaku" Japan; the neutral name is the place's own.

A row records that reporting finds a name in the mouth of a side, not that the name or a claim is endorsed.
"""

from __future__ import annotations

import csv
import functools

import msgspec

from onrecord.resources import countries
from onrecord.resources.names import fold
from onrecord.resources.places_gazetteer import FOLDER


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """Names of one place that one side uses, and the side in words ("China"; "the Polisario Front and Algeria")."""

    names: tuple[str, ...]
    side: str

    def has(self, name: str) -> bool:
        """Whether a name is one of these, in any case."""
        bare = fold(name).removeprefix("the ")
        return any(bare == fold(own) for own in self.names)


@functools.cache
def _table() -> dict[str, tuple[Usage, ...]]:
    found: dict[str, list[Usage]] = {}
    with (FOLDER / "names_by_side.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            side = " and ".join(_called(code) for code in row["used_by"].split("|"))
            found.setdefault(row["id"], []).append(Usage(names=tuple(row["names"].split("|")), side=side))
    return {ident: tuple(rows) for ident, rows in found.items()}


def _called(side: str) -> str:
    country = countries.by_code(side)
    return country.name if country is not None else side


def usage(ident: str) -> tuple[Usage, ...]:
    """Who uses which names of the place with this id; nothing for places whose names are not at issue."""
    return _table().get(ident, ())
