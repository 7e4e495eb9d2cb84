"""Contacts as a calendar shows them, and each thing told of one."""

from dataclasses import dataclass
from typing import Literal

from onrecord.present.grounds import Ground

type State = Literal["held", "planned", "proposed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something told of a contact: its `state`, the words, on whose word, on which day it was told."""

    state: State
    words: str
    word: str
    told: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One contact. `first` and `last` bound its day (ISO dates, null: unknown); `dated` that a report tells the day.

    `kind` is call, visit, summit, session, talks, meeting or summons; `parties` by name, `sides` the states and bodies
    for which they stand. `state` is the last that was told; `reports` how many documents tell of it.
    """

    first: str | None
    last: str | None
    dated: bool
    kind: str
    parties: tuple[str, ...]
    sides: tuple[str, ...]
    place: str | None
    state: State
    agenda: tuple[str, ...]
    steps: tuple[Step, ...]
    reports: int
    grounds: tuple[Ground, ...]
