"""What somebody is told to do about a matter: call for it, offer, accept or use it, deny, investigate, find."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.present.grounds import Ground, gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One such telling. `state` is what is done ("called for", "denied", …), `by` by whom (empty: nobody is named).

    `day` is the ISO date of the act where the text tells it, else of publication; `word` who vouches for it.
    """

    state: str
    by: tuple[str, ...]
    words: str
    day: str | None
    word: str
    grounds: tuple[Ground, ...]


def merged(moves: Iterable[Move]) -> tuple[Move, ...]:
    """The same done by the same on the same day and word, once, with all its words; earliest first."""
    groups: dict[tuple[object, ...], list[Move]] = {}
    for one in moves:
        groups.setdefault((one.state, one.by, one.day, one.word), []).append(one)
    once = (
        replace(same[0], grounds=gathered(ground for one in same for ground in one.grounds)) for same in groups.values()
    )
    return tuple(sorted(once, key=lambda one: (one.day or "9999", one.grounds)))
