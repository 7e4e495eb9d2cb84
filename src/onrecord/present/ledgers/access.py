"""Roads, crossings, ports: open or shut, since when, on whose word; contested states side by side."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.model import Condition, Event, Report, Span
from onrecord.present.basis import Basis, basis
from onrecord.present.chain import attribution
from onrecord.present.conditions import label
from onrecord.present.dating import Dating, dating
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers.episodes import AHEAD, Episode, Told, rows
from onrecord.present.ledgers.meant import speaking
from onrecord.present.ledgers.partly import to_some_only
from onrecord.present.ledgers.routes import Routes
from onrecord.present.ledgers.since import changes
from onrecord.present.ledgers.since import since as begun
from onrecord.present.phrases import flat
from onrecord.present.voice import Voice, voices

_STATES = {"COERCE": "restricted", "RETREAT": "opened"}
"""What acts that name a route do to it."""
_BLOCKS = re.compile(r"\b(?:block|clos|shut|seal|sever|cut)", re.IGNORECASE)
_DIRECTION = re.compile(
    r"\b(?:in (?:both|either) directions?|one[- ]way|both ways|(?:in|out|north|south|east|west)bound|"
    r"from [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)* to [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)*|(?:into|out of) [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)*)"
)

_DIRECTED = ("direction", "way", "bound", "from ", "into ", "out of ")
"""One of these stands wherever a direction does: a quick look before the pattern."""


def access(reports: Sequence[Report], on: str | None = None) -> tuple[Episode, ...]:
    """Every episode, by route and day; day counts at `on` (ISO date), else at the last publication date.

    The same state of the same route on the word of one side is one episode; other sides' stand beside it.
    """
    published = [r.document.published for r in reports if r.document.published]
    at = on or max(published, default=None)
    made = basis(reports)
    return made.once(("access", at), lambda: made.of_each_matter(lambda one: _episodes(one, at), _by_route))


def _by_route(row: Episode) -> tuple[str, str, tuple[Ground, ...]]:
    return row.route.casefold(), row.since_to or row.first or "9999", row.grounds


def _episodes(made: Basis, at: str | None) -> tuple[Episode, ...]:
    groups: dict[tuple[str, str, str, str], list[Told]] = {}
    routes = made.once("routes", lambda: Routes(made.reports, made.sides))
    for report in made.reports:
        reading = _Reading(report, made, routes)
        for told in (*reading.conditions(), *reading.acts()):
            one = told.episode
            status = "asserted" if one.status == "alleged" else one.status
            groups.setdefault((told.key, one.state, one.side or one.word, status), []).append(told)
    return rows(groups.values(), at)


class _Reading:
    """The episodes that one report tells."""

    def __init__(self, report: Report, made: Basis, routes: Routes) -> None:
        self._report, self._made, self._sides, self._routes = report, made, made.sides, routes
        self._passages = made.passages(report)
        self._effects: dict[str, list[str]] = {}
        for one in report.conditions:
            if one.cause is not None:
                self._effects.setdefault(one.cause, []).append(label(one))

    def conditions(self) -> Iterator[Told]:
        """Conditions of access."""
        for one in self._report.conditions:
            if one.kind != "access":
                continue
            acts = [
                e for e in self._report.events if e.id == one.cause or (_shuts(e) and e.anchor.overlap(one.evidence))
            ]
            since = None if one.negated else begun(one, self._report, self._passages) or self._begun(one)
            state = _told_state(one)
            where = one.place.mention if one.place else _headed(one.evidence, self._passages.text) or one.evidence
            key, route = self._routes.of(self._report, where, one.place, one.evidence.text)
            yield Told(
                key,
                self._episode(
                    one, route=route, state=state, since=since,
                    restricted=one.restricted, acts=acts, spans=(one.evidence, *(e.anchor for e in acts)),
                ),
                done=changes(one.evidence.text)
                or any(_done(e) and e.anchor.overlap(one.evidence) for e in self._report.events),
            )  # fmt: skip

    def _begun(self, one: Condition) -> Dating | None:
        """The day of the act that shut or opened the route in the same words: since then it is so."""
        doing = (e for e in self._report.events if e.event in _STATES and e.anchor.overlap(one.evidence))
        days = (dating(e.when) for e in doing if e.status in ("asserted", "alleged") and not e.negated)
        return next((day for day in days if day is not None and day.start and day.start == day.end), None)

    def acts(self) -> Iterator[Told]:
        """Acts that shut or open a route of which no condition tells."""
        told = [one.evidence for one in self._report.conditions if one.kind == "access"]
        for event in self._report.events:
            named = event.detail.route
            if event.event not in _STATES or named is None:
                continue
            if any(event.anchor.overlap(span) for span in told) or event.status in AHEAD:
                continue
            key, route = self._routes.of(self._report, named, event.where)
            yield Told(
                key,
                self._episode(
                    event, route=route, state=_state(event), since=None if event.negated else dating(event.when),
                    restricted=tuple(flat(span.text) for span in event.detail.restricted),
                    acts=[] if event.negated else [event],
                    spans=(event.anchor, named, event.evidence),
                ),
                done=_done(event),
            )  # fmt: skip

    def _episode(
        self, record: Condition | Event, *, route: str, state: str, since: Dating | None,
        restricted: tuple[str, ...], acts: Sequence[Event], spans: tuple[Span, ...],
    ) -> Episode:  # fmt: skip
        day = self._report.document.published
        chain = speaking(record.statement, self._report, self._made)
        if chain and _of_the_outlet(chain[-1], self._passages.text, self._report.document.publisher or ""):
            chain = ()
        official = self._sides.publisher(self._report) if not chain else None
        publisher = self._report.document.publisher or ""
        direction = _direction(self._passages.sentence(spans[0]).text)
        passes = any(word in state for word in ("open", "unhindered", "restored")) and not state.startswith("not ")
        effects = [label for known in (record.id, *(act.id for act in acts)) for label in self._effects.get(known, ())]
        return Episode(
            route=route, state=state, word=attribution(chain) or (f"according to {publisher}" if official else ""),
            side=official or (self._side(chain[-1], spans[0]) if chain else ""),
            said_by=(publisher,) if official else (chain[-1].label,) if chain else (), status=record.status,
            since_from=None if since is None else since.start, since_to=None if since is None else since.end,
            days_least=None, days_most=None, restricted=() if passes else restricted,
            may_pass=restricted if passes else (), direction=direction,
            blamed=tuple(dict.fromkeys(v.label for e in acts if e.event == "COERCE" for v in voices(e.actors))),
            effects=tuple(dict.fromkeys(effects)), contested=False, first=day, last=day,
            grounds=grounds(self._report, record.id, spans),
        )  # fmt: skip

    def _side(self, who: Voice, words: Span) -> str:
        """The side of who vouches; of somebody without one, a local, the state of the place that is told of."""
        side = self._sides.speaking_for(who, self._report)
        stands_for = who.kind == "person" and side != who.label and self._sides.is_movement(side)
        if (
            stands_for
            or side == self._sides.publisher(self._report)
            or self._sides.is_state(side)
            or who.kind not in ("person", "people", "office", "unknown")
        ):
            return side
        home = self._sides.home(self._sides.introducing(who) or self._report, self._passages.sentence(words))
        words_for = side.strip("“”")
        nobody = who.kind in ("people", "unknown") and words_for[1:].islower()  # "Drivers" of no place are no side
        return home or self._sides.of_outlet(self._report) or ("" if nobody else side)


def _headed(words: Span, text: str) -> Span | None:
    """The name or noun with which a bulletin begins the line of some words: "Port Vell: no arrivals since Monday"."""
    start = text.rfind("\n", 0, words.start) + 1
    found = _HEADED.match(text, start)
    return None if found is None or found.end() > words.start else Span(*found.span(1), found[1])


_HEADED = re.compile(r"[•*–-]? ?([A-ZÀ-Þ][^:.;\n]{2,40}): ")


def _of_the_outlet(who: Voice, text: str, publisher: str) -> bool:
    """Whether who vouches is the outlet's own: "our correspondent Ina Dahl", "a Meridian reporter"."""
    if who.mention is None:
        return False
    start = max(0, who.mention.start - 40)
    named = _own_reporter(publisher.partition(" ")[0]).finditer(text[start : who.mention.end])
    return any(start + found.end() >= who.mention.start for found in named)


@cache
def _own_reporter(outlet: str) -> re.Pattern[str]:
    """What an outlet calls its own; by its first word, if it is known."""
    own = rf"(?:[Oo]ur|{re.escape(outlet)}(?:[’']s)?)" if outlet else "[Oo]ur"
    return re.compile(rf"\b{own} (?:own |\w+ )?(?:correspondent|reporter)s?\b,?\s*")


@lru_cache(50_000)
def _direction(text: str) -> str | None:
    found = _DIRECTION.search(text) if any(word in text for word in _DIRECTED) else None
    return None if found is None else found.group()


def _state(event: Event) -> str:
    """What an act makes of a route; of an act that is said not to have been done, the opposite."""
    made = "blocked" if event.event == "COERCE" and _BLOCKS.search(event.anchor.text) else _STATES[event.event]
    return made if event.negated == (event.status == "denied") else _AGAINST.get(made, f"not {made}")


_AGAINST = {"blocked": "open", "restricted": "open", "open": "blocked"}
"""What a route is said to be by whom denies the other: "has not been closed", "imposed no restrictions"."""


def _told_state(one: Condition) -> str:
    state = one.state or "restricted"
    if state == "blocked" and not one.negated and to_some_only(one):
        state = "restricted"
    if one.negated == (one.status == "denied"):
        return state
    return _AGAINST.get(state, f"not {state}")


def _done(event: Event) -> bool:
    """Whether an event is told to have shut or opened a route."""
    return event.event in _STATES and event.status in ("asserted", "alleged") and not event.negated


def _shuts(event: Event) -> bool:
    return event.event == "COERCE"
