"""Episodes of routes as several records tell them: joined, dated, counted, set against what other sides say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from onrecord.model.vocabulary import Status
from onrecord.present.grounds import Ground, gathered

AHEAD = ("demanded", "hypothetical", "planned")
"""Statuses of what is not so yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One state of one route on one word.

    `word` is who vouches for it first, `said_by` everybody of `side` (a state or body; empty: the reports' own voice)
    who says so. `since_from` and `since_to` bound the day on which it began (ISO dates, null: unbounded); `days_least`
    and `days_most` count from there to the day asked for, null where that side is unbounded. `restricted` may not
    pass, `may_pass` may; `blamed` are the actors of the act that shut or opened it, `effects` what is said to come of
    it. `contested`: somebody else says that the route is in another state.
    """

    route: str
    state: str
    word: str
    side: str
    said_by: tuple[str, ...]
    status: Status
    since_from: str | None
    since_to: str | None
    days_least: int | None
    days_most: int | None
    restricted: tuple[str, ...]
    may_pass: tuple[str, ...]
    direction: str | None
    blamed: tuple[str, ...]
    effects: tuple[str, ...]
    contested: bool
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


class Told(msgspec.Struct, frozen=True):
    """An episode as one record tells it, with the route it is of."""

    key: str
    episode: Episode
    done: bool = False
    """Whether an act tells it ("has shut the road"): then it began before it was told."""


def rows(groups: Iterable[list[Told]], at: str | None) -> tuple[Episode, ...]:
    """One episode for each beginning of each group (the tellings of one state of one route on the word of one side), by
    route and day; day counts at `at`."""
    told = list(groups)
    turns = _turns(told)
    parts = [part for group in told for part in _apart(group, turns)]
    joined = [(part[0].key, _joined([told.episode for told in part]), _done_by(part)) for part in parts]
    own: dict[tuple[str, str], list[Episode]] = {}
    for key, one, _ in joined:
        if not one.side and one.status == "asserted" and one.since_to:
            own.setdefault((key, one.state), []).append(one)
    made = [
        (key, _counted(_at_latest(_since_told(one, own.get((key, one.state), ())), done), at))
        for key, one, done in joined
    ]
    states: dict[str, set[str]] = {}
    for key, row in made:
        if row.status not in AHEAD:
            states.setdefault(key, set()).add(_side(row))
    made.sort(key=lambda row: (row[0], row[1].since_to or row[1].first or "9999", row[1].grounds))
    return tuple(
        replace(row, contested=row.status not in AHEAD and len(states.get(key, ())) > 1)
        for key, row in made
        if row.status not in ("demanded", "hypothetical")
    )


def _since_told(row: Episode, own: Sequence[Episode]) -> Episode:
    """What a side says without a day has the day that the same report tells in its own voice of the same state.

    `own` are the dated episodes of that state in reports' own voices.
    """
    if row.since_from or row.since_to or not row.side or row.status in AHEAD:
        return row
    docs = {ground.doc for ground in row.grounds}
    for one in own:
        if any(ground.doc in docs for ground in one.grounds):
            return replace(row, since_from=one.since_from, since_to=one.since_to)
    return row


def _side(row: Episode) -> str:
    """Whether an episode says open or shut: "restricted" does not contradict "blocked"."""
    is_open = any(word in row.state.lower() for word in ("open", "unhindered", "restored"))
    return "open" if is_open != row.state.startswith("not ") else "shut"


type _Turns = dict[tuple[str, str], dict[str, set[str]]]
"""By route and side, the days on which it tells the route open and shut."""


def _turns(groups: Sequence[list[Told]]) -> _Turns:
    found: _Turns = {}
    for one in (one for group in groups for one in group):
        if one.episode.status in ("asserted", "alleged") and one.episode.first:
            days = found.setdefault((one.key, one.episode.side), {})
            days.setdefault(_side(one.episode), set()).add(one.episode.first)
    return found


def _apart(told: list[Told], turns: _Turns) -> Iterator[list[Told]]:
    """The tellings of each beginning: what began after it had been told before has begun anew, and so has what the same
    side told to be otherwise in between."""
    part: list[Told] = []
    last = ""  # the last day on which it was told
    for one in sorted(told, key=lambda one: (one.episode.first or "", one.episode.grounds)):
        day, first = one.episode.since_from, one.episode.first or ""
        anew = day is not None and day == one.episode.since_to and day > last
        otherwise = turns.get((one.key, one.episode.side), {}).get(_AGAINST[_side(one.episode)], set())
        if part and (anew or any(last <= turn < first for turn in otherwise)):
            yield part
            part, last = [], ""
        part.append(one)
        last = max(last, one.episode.last or "")
    if part:
        yield part


_AGAINST = {"open": "shut", "shut": "open"}


def _done_by(told: list[Told]) -> str | None:
    """The day of the first report that tells an act by which a route came to be as it is."""
    return min((one.episode.first for one in told if one.done and one.episode.first), default=None)


def _at_latest(row: Episode, done: str | None) -> Episode:
    """What an act did without a day was done on the day of its report at the latest."""
    known = row.since_from or row.since_to or row.status in AHEAD
    return row if known else replace(row, since_to=done)


def _joined(group: list[Episode]) -> Episode:
    """One episode told several times, since the day that most tell, else within the narrowest bounds that hold."""
    first = group[0]
    begun = _begun(group)
    return replace(
        first,
        since_from=begun[0],
        since_to=begun[1],
        said_by=_all(group, "said_by"),
        restricted=_all(group, "restricted"),
        may_pass=_all(group, "may_pass"),
        direction=next((one.direction for one in group if one.direction), None),
        blamed=_all(group, "blamed"),
        effects=_all(group, "effects"),
        first=min((one.first for one in group if one.first), default=None),
        last=max((one.last for one in group if one.last), default=None),
        grounds=gathered(ground for one in group for ground in one.grounds),
    )


def _begun(group: list[Episode]) -> tuple[str | None, str | None]:
    """First and last day on which it can have begun: the day told most often (the earliest of these), else bounds."""
    days = [one.since_to for one in group if one.since_to and one.since_from == one.since_to]
    if days:
        day = min(days, key=lambda day: (-days.count(day), day))
        return day, day
    latest = min((one.since_to for one in group if one.since_to), default=None)
    earliest = (one.since_from for one in group if one.since_from and (latest is None or one.since_from <= latest))
    return max(earliest, default=None), latest


def _all(group: list[Episode], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for one in group for value in getattr(one, name)))


def _counted(one: Episode, on: str | None) -> Episode:
    if on is None:
        return one
    return replace(one, days_least=_days(one.since_to, on), days_most=_days(one.since_from, on))


def _days(since: str | None, on: str) -> int | None:
    """Days from one date to another; null where the first is unknown or lies ahead."""
    count = None if since is None else (date.fromisoformat(on) - date.fromisoformat(since)).days
    return count if count is None or count >= 0 else None
