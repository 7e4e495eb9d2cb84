"""How things stand: roads, supplies, people; since when, and by whose word."""

import re
from datetime import date

import msgspec

from onrecord.model import Condition, Event, Report, Span
from onrecord.model.vocabulary import ConditionKind, Status
from onrecord.present.chain import Chains
from onrecord.present.dating import Dating, dating
from onrecord.present.phrases import who
from onrecord.present.placing import Placing, placing
from onrecord.present.voice import Voice, voice

_ORDER: tuple[ConditionKind, ...] = (
    "access", "shortage", "humanitarian", "displacement", "casualties", "damage", "security",
)  # fmt: skip

_LEFT_OVER = re.compile(r"\s(?:of|on|against|to|with|by|at|in|for|from|between)$")
"""The preposition that a nominal act's words end with ("blockade of"): what it governs is told as party or place."""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """One condition. `days` is how many days it had lasted at least when the report was published.

    `cause` is the id of the record that is said to have caused it, `cause_label` what to call that; `word` who
    vouches for the condition, outermost voice first (empty: the report's own voice).
    """

    records: tuple[str, ...]
    kind: ConditionKind
    place: Placing | None
    state: str | None
    severity: str | None
    quantity: str | None
    sectors: tuple[str, ...]
    restricted: tuple[str, ...]
    affected: str | None
    since: Dating | None
    days: int | None
    cause: str | None
    cause_label: str | None
    status: Status
    negated: bool
    word: tuple[Voice, ...]
    words: Span
    spans: tuple[Span, ...]


def conditions(report: Report) -> tuple[State, ...]:
    """Every condition: access first, then shortages and what follows from them; in text order within a kind."""
    chains = Chains(report.statements)
    wanted = {one.cause for one in report.conditions}
    causes = {event.id: act_label(event) for event in report.events if event.id in wanted}
    causes |= {condition.id: label(condition) for condition in report.conditions if condition.id in wanted}
    ordered = sorted(report.conditions, key=lambda condition: _ORDER.index(condition.kind))
    return tuple(_state(one, chains, causes, report.document.published) for one in ordered)


def _state(one: Condition, chains: Chains, causes: dict[str, str], published: str | None) -> State:
    since = dating(one.since)
    spans = [one.evidence]
    spans += [part.mention for part in (one.place, one.since) if part is not None and part.mention is not None]
    return State(
        records=(one.id,),
        kind=one.kind,
        place=placing(one.place),
        state=one.state,
        severity=one.severity,
        quantity=one.quantity,
        sectors=one.sectors,
        restricted=one.restricted,
        affected=one.affected,
        since=since,
        days=days_lasted(since, published),
        cause=one.cause,
        cause_label=causes.get(one.cause or ""),
        status=one.status,
        negated=one.negated,
        word=chains.voices(one.statement),
        words=one.evidence,
        spans=tuple(dict.fromkeys(spans)),
    )


def label(one: Condition) -> str:
    """A short name of a condition: its place and its state."""
    place = placing(one.place)
    state = one.state or f"{one.severity or ''} {one.kind}".strip()
    return state if place is None else f"{place.label} {state}"


def act_label(one: Event) -> str:
    """A short name of an act that caused something: its own words, who did it, and where ("blockade by Ostria")."""
    words = _LEFT_OVER.sub("", " ".join(one.anchor.text.split()))
    place = placing(one.where)
    by = f" by {who([voice(actor) for actor in one.actors])}" if one.actors else ""
    return words + by + ("" if place is None else f" ({place.label})")


def days_lasted(since: Dating | None, published: str | None) -> int | None:
    """Days from the last possible first day to publication; null where either is not known or it lies ahead."""
    if since is None or since.end is None or published is None:
        return None
    lasted = (date.fromisoformat(published) - date.fromisoformat(since.end)).days
    return lasted if lasted >= 0 else None
