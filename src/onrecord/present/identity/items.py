"""What tells whether two records of two reports are one: kind, parties, days, place, words."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from onrecord.codebook.plover import VERBAL
from onrecord.model import Condition, Event, Place, Report, Span, Statement, Time
from onrecord.model.vocabulary import Status
from onrecord.present.acts import matter
from onrecord.present.identity.force import FORCE, Telling, Told, place, retold
from onrecord.present.identity.names import Allegiances, of_actor, roots
from onrecord.present.identity.sentences import bounds
from onrecord.present.identity.tellings import ordinal
from onrecord.present.wording import telling, weighed
from onrecord.resources.cues import Cue

type Kind = Literal["contact", "event", "statement", "condition"]
type Form = Literal["phone", "visit", "meeting", "unknown"]

_PHONE = Cue(r"\b(?:tele)?phon\w+|\bcall(?:s|ed)?\b|\btelephon\w+|\bby video\b|\bvideo ?(?:call|link)")
_VISIT = Cue(r"\bvisit\w*|\btravel(?:s|led|ed|ling)?\b|\barriv\w+|\bflew\b|\btrip\b")
_GATHERING = Cue(
    r"^(?:meetings?|talks|summits?|sessions?|negotiations|rounds?|conferences?|conversations?|visits?|trips?|consultations)"
    r"(?: (?:of|between|with|in|at|on))?$"
)
"""Nouns of contacts, which may lie ahead of the report that names them: "the talks in Accra on 24 October"."""
_MEETING = Cue(
    r"\b(?:met|meet|meets|meeting|talks|summit|session|conference|negotiations|round|hosted|face[- ]to[- ]face)\b"
)
_ABOUT_CONTACTS = frozenset({"AGREE", "REQUEST", "REJECT", "CONCEDE"})
_CONTACT = Cue(
    r"\bto (?:meet|hold (?:\w+ ){0,3}(?:talks|meetings?|summit|session|negotiations))\b"
    r"(?! (?:the |its |his |her |their |all |these )?(?:\w+ )?(?:obligation|demand|condition|need|deadline|term)s?\b)"
    r"|\b(?:summit|meeting|talks|session)\b(?: with| between| in| on| of the (?:two|presidents|ministers|leaders)|$)"
)
_LATEST = 3
"""What has no day of its own is taken to have happened within so many days before its report."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One record with what it is known again by. Days are ordinals (proleptic Gregorian), null where nothing tells.

    `by`, `to` and `names` are roots of names: who acts, who is acted upon, all that the sentence names; `persons` the
    persons among those who act and are acted upon, `parties` all of these. `dated` says that the day is the record's
    own and not that of its report. `terms` are what its words stand for, with weights, `norm` the length of that. A
    contact that is only agreed on, asked for or called off has the record of that act.

    A deed of force has `struck`, what the words for whom it struck stand for; `back` says that it is told as known or
    going on, and without a day.
    """

    record: str
    doc: str
    published: str
    span: Span
    kind: Kind
    type: str
    form: Form
    by: frozenset[str]
    to: frozenset[str]
    names: frozenset[str]
    persons: frozenset[str]
    parties: frozenset[str]
    first: int | None
    last: int | None
    dated: bool
    place: frozenset[str]
    terms: dict[str, float]
    norm: float
    status: Status
    negated: bool
    struck: frozenset[str] = frozenset()
    deed: bool = False
    back: bool = False

    @property
    def order(self) -> tuple[int, str, str, int, int, str]:
        """Sort key: by day, publication, document and place in it; nothing but the reports decides it."""
        day = self.first if self.first is not None else 10**7
        return day, self.published or "9999", self.doc, self.span.start, -self.span.end, self.record


def items(
    reports: Sequence[Report], kinds: Sequence[Kind] = ("contact", "event"), stand: Allegiances | None = None
) -> tuple[Item, ...]:
    """The items of these kinds in all reports, in their order."""
    known = Allegiances(reports) if stand is None else stand
    found = [item for report in reports for item in _of(report, known, frozenset(kinds))]
    return tuple(sorted(found, key=lambda item: item.order))


def _of(report: Report, stand: Allegiances, kinds: frozenset[str]) -> Iterator[Item]:
    maker = _Maker(report, stand)
    if kinds & {"contact", "event"}:
        for event in report.events:
            if ("contact" if event.event == "CONSULT" else "event") in kinds:
                yield maker.event(event)
            if "contact" in kinds and foreseen(event):
                yield maker.foreseen(event)
    if "statement" in kinds:
        yield from map(maker.statement, report.statements)
    if "condition" in kinds:
        yield from map(maker.condition, report.conditions)


class _Maker:
    """Items of one report."""

    def __init__(self, report: Report, stand: Allegiances) -> None:
        self._report, self._stand = report, stand
        self._text = report.document.text
        self._bounds = bounds(self._text) if self._text else ()
        published = report.document.published
        self._day = None if published is None else ordinal(published)

    @cached_property
    def _told(self) -> dict[str, Told]:
        """What the report tells of its deeds of force, by their records; no contact is one."""
        force = [event for event in self._report.events if event.event in FORCE]
        return retold([self._telling(event) for event in force], self._text or "") if force else {}

    def event(self, one: Event) -> Item:
        sentence = self._sentence(one.anchor)
        by, to = self._stand.of(one.actors), self._stand.of(one.recipients)
        about = one.evidence.text if len(one.evidence.text) > len(one.anchor.text) else sentence
        contact = one.event == "CONSULT"
        return self._item(
            one.id, one.evidence, "contact" if contact else "event", one.event, by, to,
            sentence if contact else about, self._own(one), one.where, persons=_persons(one),
            form=_form(one, sentence) if contact else "unknown", status=one.status, negated=one.negated,
            said=_said(one) if one.event in VERBAL else None, told=None if contact else self._told.get(one.id),
        )  # fmt: skip

    def foreseen(self, one: Event) -> Item:
        """The contact that an act is about."""
        by, to = self._stand.of(one.actors), self._stand.of(one.recipients)
        return self._item(
            one.id, one.evidence, "contact", "CONSULT", by, to, self._sentence(one.anchor), one.when, one.where,
            form="meeting", persons=_persons(one), status=one.status, negated=one.negated,
        )  # fmt: skip

    def statement(self, one: Statement) -> Item:
        by = frozenset() if one.speaker is None else self._stand.of((one.speaker,))
        about = " ".join(span.text for span in one.content)
        return self._item(
            one.id, one.content[0], "statement", "statement", by, self._stand.of(one.addressees), about, one.when, None,
            negated=one.negated,
        )  # fmt: skip

    def condition(self, one: Condition) -> Item:
        return self._item(
            one.id, one.evidence, "condition", one.kind, frozenset(), frozenset(), one.evidence.text, one.since,
            one.place, status=one.status, negated=one.negated,
        )  # fmt: skip

    def _own(self, one: Event) -> Time | None:
        """The time of an act; null where it stands in what is asked, promised or alleged (a deadline, another date).

        What is told to have happened did not happen after its report.
        """
        mention = None if one.when is None else one.when.mention
        detail = one.detail
        inside = (detail.demand, detail.pledge, detail.allegation, detail.deadline, detail.agreement, detail.condition)
        if mention is not None and any(span is not None and mention.overlap(span) for span in inside):
            return None
        past = one.status in ("asserted", "alleged") and not one.negated
        past = past and (one.event != "CONSULT" or _GATHERING.search(one.anchor.text) is None)
        start = None if one.when is None else one.when.start
        if past and start is not None and self._day is not None and ordinal(start) > self._day:
            return None
        return one.when

    def _telling(self, one: Event) -> Telling:
        sentence = next((number for number, (_, end) in enumerate(self._bounds) if one.anchor.start < end), 0)
        first, last, dated = self._days(self._own(one))
        days = (first, last) if dated and first is not None and last is not None else None
        return Telling(event=one, sentence=sentence, days=days, by=self._stand.of(one.actors))

    def _sentence(self, span: Span) -> str:
        if self._text is None:
            return span.text
        found = [(a, b) for a, b in self._bounds if a < span.end and span.start < b]
        return self._text[found[0][0] : found[-1][1]] if found else span.text

    def _item(
        self, record: str, span: Span, kind: Kind, type_: str, by: frozenset[str], to: frozenset[str], about: str,
        when: Time | None, where: Place | None, *, form: Form = "unknown", persons: frozenset[str] = frozenset(),
        status: Status = "asserted", negated: bool = False, said: str | None = None,
        told: Told | None = None,
    ) -> Item:  # fmt: skip
        first, last, dated = self._days(when)
        terms, norm = _terms(about if said is None else said)
        made = Item(
            record=record, doc=self._report.document.id, published=self._report.document.published or "", span=span,
            kind=kind, type=type_, form=form, by=by, to=to, names=self._stand.with_states(roots(about)) | by | to,
            persons=persons, parties=by | to, first=first, last=last, dated=dated, place=place(where),
            terms=terms, norm=norm, status=status, negated=negated,
        )  # fmt: skip
        return made if told is None else self._of_deed(made, told)

    def _of_deed(self, item: Item, told: Told) -> Item:
        """An item with what its report tells of the same deed elsewhere."""
        terms, norm = _terms(told.words)
        first, last = told.days or (item.first, item.last)
        return replace(
            item, deed=True, struck=told.struck, place=told.place, terms=terms, norm=norm,
            first=first, last=last, dated=told.days is not None, back=told.known and told.days is None,
        )  # fmt: skip

    def _days(self, when: Time | None) -> tuple[int | None, int | None, bool]:
        known = [] if when is None else [ordinal(day) for day in (when.start, when.end) if day]
        if known:
            return known[0], known[-1], True
        if self._day is None:
            return None, None, False
        return self._day - _LATEST, self._day, False


@lru_cache(200_000)
def _terms(text: str) -> tuple[dict[str, float], float]:
    found = dict([weighed(word) for word in telling(text) if not word[0].isupper()])
    return found, sum([value * value for value in found.values()]) ** 0.5


def _said(one: Event) -> str:
    """What an act of speech is about, without the words that name the act: all demands demand something."""
    about = matter(one.detail)
    return one.evidence.text.replace(one.anchor.text, " ") if about is None else about.text


def foreseen(one: Event) -> bool:
    """Whether an act is about a contact to come: agreeing to meet, asking for talks, calling a summit off."""
    about = matter(one.detail)
    if one.event not in _ABOUT_CONTACTS and one.mode not in ("meet", "mediate"):
        return False
    return _CONTACT.search((about or one.evidence).text) is not None


def _persons(one: Event) -> frozenset[str]:
    people = [actor for actor in (*one.actors, *one.recipients) if actor.kind == "person"]
    return frozenset().union(*map(of_actor, people))


def _form(one: Event, sentence: str) -> Form:
    """How a contact was held: by its mode, else by the words nearest to it."""
    if one.mode == "phone":
        return "phone"
    if one.mode == "visit":
        return "visit"
    channel = "" if one.detail.channel is None else one.detail.channel.text
    for text in (f"{one.anchor.text} {channel}", one.evidence.text, sentence):
        for form, pattern in _FORMS:
            if pattern.search(text):
                return form
    return "unknown"


_FORMS: tuple[tuple[Form, Cue], ...] = (("phone", _PHONE), ("visit", _VISIT), ("meeting", _MEETING))


def iso(day: int) -> str:
    """An ordinal as an ISO date."""
    return date.fromordinal(day).isoformat()
