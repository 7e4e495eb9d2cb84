"""Roads, crossings, ports: open or shut, since when, on whose word; contested states side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Condition, Event, Report, Span
from onrecord.model.vocabulary import Status
from onrecord.present.chain import Chains, attribution
from onrecord.present.dating import Dating, dating
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.phrases import flat
from onrecord.present.placing import placing
from onrecord.present.voice import voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One state of one route on one word.

    `since_from` and `since_to` bound the day on which it began (ISO dates, null: unbounded); `days_least` and
    `days_most` count from there to the day asked for, null where that side is unbounded. `blamed` are the actors
    of the act that shut or opened it. `contested`: somebody else says that the route is in another state.
    """

    route: str
    state: str
    word: str
    status: Status
    since_from: str | None
    since_to: str | None
    days_least: int | None
    days_most: int | None
    restricted: tuple[str, ...]
    blamed: tuple[str, ...]
    contested: bool
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


_STATES = {"COERCE": "restricted", "RETREAT": "opened"}
"""What acts that name a route do to it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An episode as one record tells it, with what its route is held together by."""

    key: str
    episode: Episode


def access(reports: Sequence[Report], on: str | None = None) -> tuple[Episode, ...]:
    """Every episode, by route and day; day counts at `on` (ISO date), else at the last publication date.

    The same state of the same route on the same word is one episode; different words for it stay side by side.
    """
    published = [r.document.published for r in reports if r.document.published]
    at = on or max(published, default=None)
    groups: dict[tuple[str, str, str, str], list[Episode]] = {}
    for report in sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id)):
        for told in (*_conditions(report), *_acts(report)):
            one = told.episode
            groups.setdefault((told.key, one.state, one.word, one.status), []).append(one)
    rows = [(key, _counted(_joined(group), at)) for (key, *_), group in groups.items()]
    states: dict[str, set[str]] = {}
    for key, row in rows:
        states.setdefault(key, set()).add(_side(row))
    rows.sort(key=lambda row: (row[0], row[1].since_to or row[1].first or "9999", row[1].grounds))
    return tuple(replace(row, contested=len(states[key]) > 1) for key, row in rows)


def _side(row: Episode) -> str:
    """Whether an episode says open or shut: "restricted" does not contradict "blocked"."""
    is_open = any(word in row.state.lower() for word in ("open", "unhindered", "restored"))
    return "open" if is_open != (row.status == "denied") else "shut"


def _conditions(report: Report) -> Iterator[_Told]:
    chains = Chains(report.statements)
    for one in report.conditions:
        if one.kind != "access":
            continue
        place = placing(one.place)
        acts = [e for e in report.events if e.id == one.cause or (_shuts(e) and e.anchor.overlap(one.evidence))]
        state = one.state or "restricted"
        yield _Told(
            _place_key(report, one.place.mention if one.place else one.evidence),
            _episode(
                report,
                one,
                route=place.label if place else flat(one.evidence.text),
                state=f"not {state}" if one.negated else state,
                word=attribution(chains.voices(one.statement)),
                since=dating(one.since),
                restricted=one.restricted,
                blamed=tuple(dict.fromkeys(v.label for e in acts for v in voices(e.actors))),
                spans=(one.evidence, *(e.anchor for e in acts)),
            ),
        )


def _acts(report: Report) -> Iterator[_Told]:
    """Acts that shut or open a route of which no condition tells."""
    chains = Chains(report.statements)
    told = [one.evidence for one in report.conditions if one.kind == "access"]
    for event in report.events:
        if (
            event.event not in _STATES
            or event.detail.route is None
            or event.negated
            or any(event.anchor.overlap(span) for span in told)
        ):
            continue
        if event.status in ("demanded", "hypothetical", "planned"):
            continue
        yield _Told(
            _place_key(report, event.detail.route),
            _episode(
                report,
                event,
                route=_bare(event.detail.route.text),
                state=_STATES[event.event],
                word=attribution(chains.voices(event.statement)),
                since=dating(event.when),
                restricted=tuple(flat(span.text) for span in event.detail.restricted),
                blamed=tuple(dict.fromkeys(voice.label for voice in voices(event.actors))),
                spans=(event.anchor, event.detail.route, event.evidence),
            ),
        )


def _episode(
    report: Report,
    record: Condition | Event,
    *,
    route: str,
    state: str,
    word: str,
    since: Dating | None,
    restricted: tuple[str, ...],
    blamed: tuple[str, ...],
    spans: tuple[Span, ...],
) -> Episode:
    day = report.document.published
    return Episode(
        route=route, state=state, word=word, status=record.status,
        since_from=None if since is None else since.start, since_to=None if since is None else since.end,
        days_least=None, days_most=None, restricted=restricted, blamed=blamed, contested=False,
        first=day, last=day, grounds=grounds(report, record.id, spans),
    )  # fmt: skip


def _joined(group: list[Episode]) -> Episode:
    """One episode told several times: its bounds are the narrowest that hold for all."""
    first = group[0]
    return replace(
        first,
        since_from=max((one.since_from for one in group if one.since_from), default=None),
        since_to=min((one.since_to for one in group if one.since_to), default=None),
        restricted=tuple(dict.fromkeys(what for one in group for what in one.restricted)),
        blamed=tuple(dict.fromkeys(who for one in group for who in one.blamed)),
        first=min((one.first for one in group if one.first), default=None),
        last=max((one.last for one in group if one.last), default=None),
        grounds=gathered(ground for one in group for ground in one.grounds),
    )


def _counted(one: Episode, on: str | None) -> Episode:
    if on is None:
        return one
    return replace(one, days_least=_days(one.since_to, on), days_most=_days(one.since_from, on))


def _days(since: str | None, on: str) -> int | None:
    """Days from one date to another; null where the first is unknown or lies ahead."""
    count = None if since is None else (date.fromisoformat(on) - date.fromisoformat(since)).days
    return count if count is None or count >= 0 else None


def _shuts(event: Event) -> bool:
    return event.event == "COERCE"


def _place_key(report: Report, span: Span) -> str:
    """The id of the place that the words name, else the words."""
    found = (m.place for m in report.mentions if m.place is not None and m.span.overlap(span))
    known = next((place.id or place.name for place in found if place.id or place.name), None)
    return known or _bare(span.text).casefold()


def _bare(words: str) -> str:
    return flat(words).removeprefix("the ").removeprefix("The ")
