"""Contacts told by sentences where no record tells them: "rang his counterpart", "the Tribunal ruled on Monday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from onrecord.model import Actor, Report, Span, Time
from onrecord.present.contact_cues import cues, phrases
from onrecord.present.contact_words import NOUN, kind_of
from onrecord.present.grounds import grounds
from onrecord.present.meetings import Meeting, State, Step
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, voice
from onrecord.resources.cues import Cue

_TELLS = made_sign(
    "contacts",
    lambda: (cue for name, cue in msgspec.structs.asdict(cues()).items() if name != "bodies"),
)
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
_DIPLOMAT = re.compile(r"\b(?:ambassador|chargé|envoy|consul|attaché|diplomat)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|refused to|could|would|might|if|offered to|wants? to|ready to)\b[^.;]{0,30}$")
_HOUR = re.compile(r"(?:at )?(?:noon|midnight|dawn|dusk|overnight|(?:the )?(?:morning|evening|afternoon|night))")
"""An hour without its day."""
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SEVERAL = re.compile(
    r"\b(?:presidents|ministers|leaders|premiers|envoys|delegations|negotiators|governments) of "
    r"(?:the )?([A-ZÀ-Þ][\w-]+) and (?:the )?([A-ZÀ-Þ][\w-]+)"
)
_ENDED = re.compile(r"ended|concluded|wrapped up|broke up|finished|closed")
_ROUND = 2
"""Days that talks may have lasted which ended on a day."""
_FEW = 6
"""Words between a noun for a contact and that it is or was held."""
_BESIDE = 40
"""Characters behind "will meet" in which the other one is named."""
_NEAR = 70
"""Characters between a body's act and its day."""


def told_otherwise(report: Report, passages: Passages, stand: Sides) -> Iterator[Meeting]:
    """The contacts of a report that its sentences tell, where no record of a contact does."""
    if not passages.has(_TELLS):
        return
    known = [event.anchor for event in report.events if event.event == "CONSULT"]
    reading = _Reading(report, passages, stand)
    for sentence in passages.sentences:
        if any(anchor.start in range(sentence.start, sentence.end) for anchor in known):
            continue
        near = phrases().near(sentence.text)
        for name, told in (
            ("sits", reading.sitting), ("calls", reading.call), ("summonses", reading.summons),
            ("meets", reading.to_meet),
            ("takes_place", reading.to_be_held), ("took_place", reading.held),
            ("talked", reading.talked),
            ("invites", reading.invitation), ("stays", reading.stay),
        ):  # fmt: skip
            yield from told(sentence) if name in near else ()


class _Reading:
    """One report, by sentences."""

    def __init__(self, report: Report, passages: Passages, stand: Sides) -> None:
        self._report, self._passages, self._stand = report, passages, stand

    def call(self, sentence: Span) -> Iterator[Meeting]:
        """Two persons who telephone: the last before the words and the first after them, or the last two before."""
        cue = self._cue(cues().calls, sentence)
        people = [] if cue is None else self._actors(sentence, ("person",))
        if cue is None or len(people) < 2:
            return
        before, after = self._around(people, cue)
        pair = [before[-1], after[0]] if before and after else before[-2:]
        if len({self._stand.of(one) for one in pair}) > 1:
            yield self._meeting("call", "held", pair, sentence, cue, self._day(sentence, cue))

    def summons(self, sentence: Span) -> Iterator[Meeting]:
        """A diplomat who is called in; the state whose capital it is, or that publishes, is the other side."""
        cue = self._cue(cues().summonses, sentence)
        if cue is None or not _DIPLOMAT.search(sentence.text):
            return
        event = any("summon" in e.anchor.text and e.anchor in sentence for e in self._report.events)
        named = self._actors(sentence, ("person", "state", "government"))
        if event or not named:
            return
        day = self._day(sentence, cue) or self._weekday_before(cue)
        yield self._meeting("summons", "held", [*named, *self._summoning(named, cue)], sentence, cue, day)

    def _summoning(self, named: Sequence[Voice], cue: Span) -> tuple[Voice, ...]:
        """Whoever summons where the sentence does not tell: the state that publishes, else the other one named last."""
        sides = {self._stand.of(one) for one in named}
        official = self._stand.publisher(self._report)
        before = _CAPITAL.findall(self._passages.text[: cue.start])
        states = [state for word in before if (state := self._stand.state(word)) and state not in sides]
        other = official or (states[-1] if states else None)
        missing = len([side for side in sides if self._stand.is_state(side)]) < 2 and other is not None
        return (Voice(key=other, label=other, kind="state"),) if missing and other is not None else ()

    def _weekday_before(self, cue: Span) -> Time | None:
        """The day of the week that the report names last before."""
        told = [m for m in self._report.mentions if m.time is not None and m.span.end <= cue.start]
        days = [m.time for m in told if m.time is not None and _WEEKDAY.search(m.span.text)]
        published = self._report.document.published or ""
        return next((day for day in reversed(days) if day.start and day.start <= published), None)

    def to_meet(self, sentence: Span) -> Iterator[Meeting]:
        """Two who are to meet on a day."""
        cue = self._cue(cues().meets, sentence)
        if cue is None or (day := self._day(sentence, cue, after=True)) is None:
            return
        named = self._actors(sentence, ("person", "state", "organization", "unknown"))
        before, after = self._around(named, cue)
        behind = [one for one in after if one.mention is not None and one.mention.start - cue.end < _BESIDE]
        pair = [self._known(one) for one in ([*before[-1:], *behind[:1]] if behind else before[-2:])]
        if len({self._stand.of(one) for one in pair}) > 1:
            yield self._meeting("meeting", "planned", pair, sentence, cue, day)

    def to_be_held(self, sentence: Span) -> Iterator[Meeting]:
        """A round of talks that is to be held on a day: between those whom the sentence names, else who met last."""
        cue = self._cue(cues().takes_place, sentence)
        if cue is None or (day := self._day(sentence, cue, after=True)) is None:
            return
        yield from self._round("planned", sentence, cue, day)

    def held(self, sentence: Span) -> Iterator[Meeting]:
        """A round of talks that ended or was held on a day."""
        cue = self._cue(cues().took_place, sentence)
        if cue is None or (day := self._day(sentence, cue, after=True)) is None:
            return
        for one in self._round("held", sentence, cue, day):
            if _ENDED.match(cue.text) and one.last is not None:
                first = (date.fromisoformat(one.last) - timedelta(days=_ROUND)).isoformat()
                yield replace(one, first=first, dated=False)
            else:
                yield one

    def talked(self, sentence: Span) -> Iterator[Meeting]:
        """Those who come out of talks: "flew home after a day of talks"."""
        cue = self._cue(cues().talked, sentence)
        if cue is None or (day := self._day(sentence, cue, after=True)) is None:
            return
        several = _SEVERAL.search(sentence.text[: cue.start - sentence.start])
        states = [] if several is None else [s for word in several.groups() if (s := self._stand.state(word))]
        pair = [Voice(key=state, label=state, kind="state") for state in states]
        pair = pair or self._actors(sentence, ("person", "state"))
        if len({self._stand.of(one) for one in pair}) > 1:
            yield self._meeting("talks", "held", pair, sentence, cue, day)

    def _round(self, state: State, sentence: Span, cue: Span, day: Time) -> Iterator[Meeting]:
        """The contact of which a noun tells right before words."""
        before = sentence.text[: cue.start - sentence.start]
        nouns = (m for m in NOUN.finditer(before) if m.group().islower() and len(before[m.end() :].split()) < _FEW)
        noun = next(nouns, None)
        if noun is None:
            return
        named = self._actors(sentence, ("person", "state", "organization"))
        pair = named if len({self._stand.of(one) for one in named}) > 1 else self._met_before(sentence)
        if pair:
            yield self._meeting(kind_of(noun.group()), state, pair, sentence, cue, day)

    def _met_before(self, sentence: Span) -> list[Voice]:
        """The parties of the contact that the report told last before a sentence."""
        met = [e for e in self._report.events if e.event == "CONSULT" and e.anchor.start < sentence.start]
        for event in sorted(met, key=lambda one: -one.anchor.start):
            pair = [self._known(voice(actor)) for actor in (*event.actors, *event.recipients)]
            if len({self._stand.of(one) for one in pair}) > 1:
                return pair
        return []

    def invitation(self, sentence: Span) -> Iterator[Meeting]:
        """Somebody who is invited for a day."""
        cue = self._cue(cues().invites, sentence)
        if cue is None or (day := self._day(sentence, cue, after=True)) is None:
            return
        before, after = self._around(self._actors(sentence, ("person", "state", "government")), cue)
        pair = [*before[-1:], *after[:1]]
        if len({self._stand.of(one) for one in pair}) > 1:
            yield self._meeting("visit", "proposed", pair, sentence, cue, day)

    def sitting(self, sentence: Span) -> Iterator[Meeting]:
        """A body that does on a day what it does by sitting."""
        cue = self._cue(cues().sits, sentence)
        if cue is None:
            return
        before, _ = self._around(self._actors(sentence, ("organization",)), cue)
        day = self._day(sentence, cue, after=True)
        body = before[-1] if before else None
        if body is None or body.mention is None or day is None or not cues().bodies.search(body.label):
            return
        between = self._passages.text[body.mention.end : cue.start]
        if len(between.split()) < 3:
            yield self._meeting("session", "held", [body], sentence, cue, day)

    def stay(self, sentence: Span) -> Iterator[Meeting]:
        """Somebody who spends a day somewhere."""
        cue = self._cue(cues().stays, sentence)
        if cue is None or (day := self._day(sentence, cue)) is None:
            return
        before, _ = self._around(self._actors(sentence, ("person",)), cue)
        if before:
            yield self._meeting("visit", "held", before[-1:], sentence, cue, day)

    def _cue(self, pattern: Cue, sentence: Span) -> Span | None:
        found = pattern.search(sentence.text)
        if found is None or _NOT.search(sentence.text[: found.start()]):
            return None
        return Span(sentence.start + found.start(), sentence.start + found.end(), found.group())

    def _actors(self, sentence: Span, kinds: Sequence[str]) -> list[Voice]:
        """Those named in a sentence by their full names, each once, in text order."""
        found: dict[str, Voice] = {}
        for actor in self._passages.actors(sentence):
            one = self._known(voice(actor)) if _surname(actor) else self._stand.callings.full(voice(actor))
            if one.kind in kinds and one.key:
                found[one.key] = one
        return list(found.values())

    def _known(self, one: Voice) -> Voice:
        """A person by the full name, whatever kind the surname alone was taken for."""
        return self._stand.callings.person(one) or one

    def _around(self, people: Sequence[Voice], cue: Span) -> tuple[list[Voice], list[Voice]]:
        before = [one for one in people if one.mention is not None and one.mention.end <= cue.start + 1]
        return before, [one for one in people if one.mention is not None and one.mention.start >= cue.end]

    def _day(self, sentence: Span, cue: Span, *, after: bool = False) -> Time | None:
        """The day told in the sentence nearest to the words (`after`: behind them, and near)."""
        times = [
            (m.span, m.time)
            for m in self._report.mentions
            if m.time is not None and m.time.start and m.time.start == m.time.end and m.span in sentence
            and not _HOUR.fullmatch(m.span.text)
        ]  # fmt: skip
        if after:
            times = [(span, time) for span, time in times if 0 <= span.start - cue.end < _NEAR]
        return min(times, key=lambda one: abs(one[0].start - cue.start), default=(None, None))[1]

    def _meeting(
        self, kind: str, state: State, parties: Sequence[Voice], sentence: Span, cue: Span, day: Time | None
    ) -> Meeting:
        around = self._passages.statement(cue)
        step = Step(
            state=state, words=flat(sentence.text), word=self._passages.word(cue), told=self._report.document.published,
            grounds=grounds(self._report, self._report.document.id if around is None else around.id, (sentence, cue)),
        )  # fmt: skip
        return Meeting(
            first=None if day is None else day.start, last=None if day is None else day.end, dated=day is not None,
            kind=kind, parties=tuple(dict.fromkeys(one.label for one in parties)),
            sides=tuple(dict.fromkeys(self._stand.of(one) for one in parties)), place=None, state=state, agenda=(),
            reports=1, steps=(step,), grounds=step.grounds,
        )  # fmt: skip


def _surname(actor: Actor) -> bool:
    """Whether an actor is called by one word with a capital, so that it can be a person's surname."""
    words = "" if actor.mention is None else actor.mention.text
    return actor.kind != "person" and words[:1].isupper() and " " not in words
