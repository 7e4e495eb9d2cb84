"""What somebody's words or acts make known of a stance: supports, opposes, demands, offers, accuses, and so on."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Literal

import msgspec

from onrecord.model import Actor, Event, Report, Span, Statement, Time
from onrecord.present.acts import matter
from onrecord.present.affiliation import Affiliations
from onrecord.present.grounds import Ground, grounds
from onrecord.present.voice import key, voice
from onrecord.present.wording import denies, stem, telling, words

type Stance = Literal["supports", "opposes", "demands", "offers", "accuses", "concerned", "denies"]

_BY_TYPE: dict[str, Stance] = {
    "REQUEST": "demands", "AGREE": "offers", "CONCEDE": "offers", "ACCUSE": "accuses", "SUPPORT": "supports",
    "REJECT": "opposes", "THREATEN": "opposes",
}  # fmt: skip
_CUES: dict[Stance, str] = {
    "concerned": "concern concerned worry worried alarm alarmed fear feared",
    "supports": "welcome welcomed support supported back backed praise praised endorse endorsed applaud applauded",
    "opposes": "oppose opposed condemn condemned denounce denounced criticize criticized criticise protest protested",
    "demands": "demand demanded urge urged",
    "offers": "offer offered pledge pledged promise promised",
}
_BY_CUE = {stem(word): stance for stance, listed in _CUES.items() for word in listed.split()}


class Taken(msgspec.Struct, frozen=True):
    """One stance: `side` is the state it is taken for (else the speaker), `by` who takes it, on which `day`.

    `about` are the words that say what it is about, `anchor` those among them that only name the act; `grounds` the
    words it stands on, `about` first.
    """

    side: str
    by: str
    stance: Stance
    day: str | None
    about: Span
    anchor: Span | None
    report: Report
    grounds: tuple[Ground, ...]


def stances(report: Report, names: dict[str, str], stand: Affiliations) -> tuple[Taken, ...]:
    """Every stance of a report in text order; a statement whose act was coded already is not told twice.

    `names` says what to call the state of a country code (`state_names`), `stand` for whom the report's actors stand.
    """
    found = [one for event in report.events for one in _of_event(report, event, stand, names)]
    acted = [one.grounds[0].span for one in found]
    for statement in report.statements:
        if not any(span.overlap(part) for span in acted for part in statement.content):
            found += _of_statement(report, statement, stand, names)
    return tuple(sorted(found, key=lambda one: (one.about, one.side)))


def _of_event(report: Report, event: Event, stand: Affiliations, names: dict[str, str]) -> Iterator[Taken]:
    stance = _BY_TYPE.get(event.event)
    if stance is None or event.status in ("demanded", "hypothetical") or event.negated:
        return
    about = matter(event.detail) or event.evidence
    for side, by in _sides(event.actors, stand, names):
        yield Taken(
            side, by, stance, _day(event.when, about) or report.document.published, about, event.anchor, report,
            grounds(report, event.id, dict.fromkeys((about, event.evidence))),
        )  # fmt: skip


def _day(when: Time | None, about: Span) -> str | None:
    """The day of an act; null where its time stands in what it is about (a deadline, the date of an agreement)."""
    if when is None or (when.mention is not None and when.mention in about):
        return None
    return when.start


def _of_statement(report: Report, one: Statement, stand: Affiliations, names: dict[str, str]) -> Iterator[Taken]:
    stance = (None if one.cue is None else _told(one.cue.text)) or _opening(one.content[0])
    if stance is None or one.speaker is None or one.negated:
        return
    for side, by in _sides((one.speaker,), stand, names):
        yield Taken(
            side, by, stance, _day(one.when, one.content[0]) or report.document.published, one.content[0], one.cue,
            report, grounds(report, one.id, one.content),
        )  # fmt: skip


@lru_cache(10_000)
def _told(cue: str) -> Stance | None:
    """The stance that words of reporting tell."""
    if denies(cue):
        return "denies"
    return next((_BY_CUE[stem(word)] for word in telling(cue) if stem(word) in _BY_CUE), None)


def _opening(content: Span) -> Stance | None:
    """The concern that words open with ("expressed" + "grave concern about …")."""
    opening = [stem(word) for _, _, word in islice(words(content.text), 3)]
    return "concerned" if any(_BY_CUE.get(word) == "concerned" for word in opening) else None


def _sides(actors: tuple[Actor, ...], stand: Affiliations, names: dict[str, str]) -> list[tuple[str, str]]:
    """The side and the voice of each actor, one a side."""
    sides: dict[str, str] = {}
    for actor in actors:
        found, label = stand.of(actor), voice(actor).label
        if key(actor):
            sides.setdefault(names.get(found or "", found or label), label)
    return list(sides.items())


def state_names(report: Report) -> dict[str, str]:
    """What the text calls the state of a country code."""
    mentioned = [mention.actor for mention in report.mentions if mention.actor is not None]
    acting = [actor for event in report.events for actor in (*event.actors, *event.recipients)]
    speaking = [one.speaker for one in report.statements if one.speaker is not None]
    states = [actor for actor in (*mentioned, *acting, *speaking) if actor.kind == "state"]
    return {actor.country[0]: actor.name for actor in reversed(states) if actor.country and actor.name}
