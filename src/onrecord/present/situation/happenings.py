"""Contacts and events that several reports tell of, each once, with all who tell it and how they differ."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.model import Event, Report
from onrecord.model.vocabulary import Status
from onrecord.present.acts import Act, act
from onrecord.present.chain import Chains, attribution
from onrecord.present.contacts import form
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.identity import Cluster
from onrecord.present.identity.items import Item, iso
from onrecord.present.phrases import flat, verb, who
from onrecord.present.situation.sources import Numbers
from onrecord.present.voice import distinct


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One contact or event. `first` and `last` bound its day (ISO dates, null: unknown).

    `dated` says that a report tells the day itself; else the days before the first report stand in for it. `what`
    and `words` are those of the fullest telling, `word` who vouches for it there. `sources` are all reports that
    tell it, `tellings` how many these are without copies, `differences` where they do not agree.
    """

    kind: Literal["contact", "event"]
    first: str | None
    last: str | None
    dated: bool
    what: str
    code: str
    words: str
    word: str
    status: Status
    negated: bool
    sources: tuple[int, ...]
    tellings: int
    differences: tuple[str, ...]
    records: tuple[str, ...]
    grounds: tuple[Ground, ...]

    @property
    def days(self) -> str:
        """The day or days in words; empty where unknown, "about" where only reports' dates tell."""
        if self.first is None:
            return ""
        if not self.dated:
            return f"by {self.last}"
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


def happenings(
    found: Iterable[Cluster], reports: Sequence[Report], numbers: Numbers, set_aside: frozenset[str]
) -> tuple[Happening, ...]:
    """Clusters of contacts and events as happenings, by day.

    What only reports tell that were `set_aside` by a correction is left out; of others their words are kept, but
    they decide nothing.
    """
    known = {report.document.id: report for report in reports}
    events = {event.id: event for report in reports for event in report.events}
    chains: dict[str, Chains] = {}
    made = []
    for cluster in found:
        standing = [item for item in cluster.items if item.doc not in set_aside]
        if standing:
            made.append(_happening(cluster, standing, known, events, numbers, chains))
    return tuple(sorted(made, key=lambda one: (one.first or "9999", one.last or "", one.grounds)))


def _happening(
    cluster: Cluster, standing: list[Item], known: Mapping[str, Report], events: Mapping[str, Event],
    numbers: Numbers, chains: dict[str, Chains],
) -> Happening:  # fmt: skip
    best = standing[0] if len(standing) == 1 else max(standing, key=lambda item: _worth(item, events[item.record]))
    report, event = known[best.doc], events[best.record]
    if best.doc not in chains:
        chains[best.doc] = Chains(report.statements)
    shown = act(event, chains[best.doc])
    first, last, dated = _days(standing)
    return Happening(
        kind="contact" if cluster.kind == "contact" else "event",
        first=None if first is None else iso(first),
        last=None if last is None else iso(last),
        dated=dated,
        what=_what(shown, cluster.kind == "contact"),
        code=" ".join(part for part in (event.event, event.mode) if part),
        words=flat(shown.words.text),
        word=attribution(shown.word),
        status=event.status,
        negated=event.negated,
        sources=numbers.of(cluster.docs),
        tellings=numbers.tellings([item.doc for item in standing]),
        differences=tuple(_differences(standing, numbers)),
        records=tuple(item.record for item in cluster.items),
        grounds=gathered(
            ground
            for item in cluster.items
            for ground in grounds(known[item.doc], item.record, (events[item.record].evidence,))
        ),
    )


def _worth(item: Item, event: Event) -> tuple[tuple[int, int, int], tuple[int, int]]:
    """Sort key: the fullest telling, of several the one that stands first in its document."""
    return _fullness(item, event), (-item.span.start, item.span.end)


def _fullness(item: Item, event: Event) -> tuple[int, int, int]:
    told = len(event.actors[:1]) + len(event.recipients[:1]) + item.dated + (event.where is not None)
    return (
        item.status == "asserted" and (item.kind == "event" or event.event == "CONSULT"),
        told,
        len(event.evidence.text) < 400,
    )


def _what(shown: Act, contact: bool) -> str:
    """ "phone call: A and B", "A asks B", "COERCE restrict: A → B"; a contact that is only agreed on is "foreseen"."""
    if contact:
        parties = who(distinct((*shown.by, *shown.to)))
        name = form(shown) if shown.event == "CONSULT" else "meeting foreseen"
        return f"{name}: {parties}" if parties else name
    does = verb(shown.event, shown.mode, shown.by)
    if does is not None:
        return " ".join(part for part in (who(shown.by) or "(not said who)", does, who(shown.to)) if part)
    parties = " → ".join(part for part in (who(shown.by), who(shown.to)) if part)
    name = f"{shown.event} {shown.mode or ''}".strip()
    return f"{name}: {parties}" if parties else name


def _days(standing: Sequence[Item]) -> tuple[int | None, int | None, bool]:
    """The bounds that most tell among those whose day is their own, else those before the first report."""
    if len(standing) == 1:
        one = standing[0]
        return one.first, one.last, one.dated
    told = Counter((i.first, i.last) for i in standing if i.dated and i.first is not None and i.last is not None)
    if told:
        first, last = min(told, key=lambda days: (-told[days], (days[1] or 0) - (days[0] or 0), days[0] or 0))
        return first, last, True
    days = [(item.first, item.last) for item in standing if item.first is not None]
    return (*min(days, key=lambda pair: pair[1] or 0), False) if days else (None, None, False)


def _differences(standing: Sequence[Item], numbers: Numbers) -> Iterable[str]:
    if len(standing) < 2:
        return
    days: dict[str, list[str]] = {}
    for item in standing:
        if item.dated and item.first is not None and item.first == item.last:
            days.setdefault(iso(item.first), []).append(item.doc)
    if len(days) > 1:
        yield "day: " + _told(days, numbers)
    told: dict[str, list[str]] = {}
    for item in standing:
        if item.negated or item.status == "denied":
            told.setdefault("did not happen", []).append(item.doc)
        elif item.status in ("asserted", "alleged"):
            told.setdefault("happened", []).append(item.doc)
    if len(told) > 1:
        yield _told(told, numbers)


def _told(found: Mapping[str, Sequence[str]], numbers: Numbers) -> str:
    parts = (f"{what} {references(numbers.of(docs))}" for what, docs in sorted(found.items()))
    return "; ".join(parts)


def references(numbers: Sequence[int], most: int = 12) -> str:
    """Numbers of sources as they stand behind a line: "[1, 4]"."""
    more = f" and {len(numbers) - most} more" if len(numbers) > most else ""
    return f"[{', '.join(map(str, numbers[:most]))}{more}]" if numbers else ""
