"""Seats of government that the text itself tells: "Mirrin, the Tavrian capital", "Tavria's capital, Mirrin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.link.referents import Polity

if TYPE_CHECKING:
    from onrecord.link.names import Names

_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|de|el|al|la)){0,2}"
_KIND = r"(?:(?:administrative|political|federal|national|royal) )?capital"
_SLOTS = {"CITY": rf"(?P<city>{_NAME})", "WHOSE": rf"(?P<whose>{_NAME})", "KIND": _KIND}
_FORMS = tuple(
    re.compile(re.sub("CITY|WHOSE|KIND", lambda slot: _SLOTS[slot.group()], form))
    for form in (
        r"\bCITY, the WHOSE KIND\b",
        r"\bCITY, (?:the )?KIND of (?:the )?WHOSE",
        r"\bCITY, WHOSE['’]s? KIND\b",
        r"\b[Tt]he WHOSE KIND,? CITY",
        r"\bKIND of (?:the )?WHOSE, CITY",
        r"\bWHOSE['’]s? KIND,? (?:of )?CITY",
    )
)  # fmt: skip


def told_capitals(names: Names) -> dict[str, Polity]:
    """The states of the seats that a document tells, by their names without regard to case."""
    return dict(_told(names)) if "capital" in names.layers.text else {}


def _told(names: Names) -> Iterator[tuple[str, Polity]]:
    for form in _FORMS:
        for match in form.finditer(names.layers.text):
            named = next(iter(names.entities.within(*match.span("whose"))), None)
            polity = names.state(named) if named is not None and named.label in ("GPE", "NORP", "LOC") else None
            if polity is not None:
                yield match["city"].casefold(), polity
