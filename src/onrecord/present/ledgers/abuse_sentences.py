"""Sentences that tell of an abuse: accusations, denials, calls to investigate, investigations, findings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Actor, Event, Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers import abuse_cues as cues
from onrecord.present.ledgers.meant import bare, meant, organ_of, placed
from onrecord.present.mentioned import mentioned
from onrecord.present.phrases import flat
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import voice
from onrecord.present.wording import telling, term, weight
from onrecord.resources import abuses

type Role = Literal["accusation", "denial", "call", "investigation", "finding"]

NEAR = 3
"""Sentences after an accusation in which an inquiry or a denial that names no act is still about it."""
_HARM = frozenset({"ASSAULT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence that tells of an abuse, with what it is held together by."""

    role: Role
    acts: tuple[str, ...]
    about: dict[str, float]
    places: tuple[str, ...]
    by: tuple[str, ...]
    accused: tuple[str, ...]
    sides: frozenset[str]
    named: frozenset[str]
    by_sides: frozenset[str]
    day: str | None
    told: str | None
    words: str
    word: str
    at: tuple[str, int]
    grounds: tuple[Ground, ...]


def told(report: Report, made: Basis) -> Iterator[Told]:
    """The sentences of one report that tell of abuses, in text order."""
    return _Reading(report, made).all()


class _Reading:
    """The sentences of one report that tell of abuses."""

    def __init__(self, report: Report, made: Basis) -> None:
        self._report = report
        self._passages = made.passages(report)
        self._sides = made.sides
        self._made = made

    def all(self) -> Iterator[Told]:
        if not self._passages.has(_TELLS):
            return
        last: tuple[int, Told] | None = None
        for number, sentence in enumerate(self._passages.sentences):
            near = last is not None and number - last[0] <= NEAR
            for role, part in self._roles(sentence, near):
                one = self._told(role, number, part)
                if not one.acts:
                    one = self._with_before(one, number, last[1] if near and last is not None else None)
                last = (number, one)
                yield one

    def _roles(self, sentence: Span, near: bool) -> Iterator[tuple[Role, Span]]:
        """What a sentence does, and what a part of it does beside: "denied it and said that X had shelled its own"."""
        role = self._role(sentence) or self._further(sentence, near)
        charges = [e for e in self._events(sentence) if e.event == "ACCUSE" and e.mode != "investigate"]
        cue = abuses.pattern("denying" if role == "denial" else "investigating").search(sentence.text)
        at = sentence.start + (0 if cue is None else cue.start())
        if role == "call" and cue is not None and any(e.anchor.end <= at for e in charges):
            until = sentence.text.rfind(" and ", 0, cue.start())
            first = min(e.anchor.start for e in charges if e.anchor.end <= at) - sentence.start
            denial = abuses.pattern("denying").search(sentence.text[:first])
            begin = first if denial is not None else 0
            if denial is not None and abuses.named(sentence.text[:begin]):
                yield "denial", Span(sentence.start, sentence.start + begin, sentence.text[:begin])
            part = Span(
                sentence.start + begin, sentence.start + max(until, begin), sentence.text[begin : max(until, begin)]
            )
            if abuses.named(part.text):
                yield "accusation", part
        if role is not None:
            yield role, sentence
        later = [e.anchor.start for e in charges if e.anchor.start > at]
        if role == "denial" and cue is not None and later:
            part = Span(later[0], sentence.end, sentence.text[later[0] - sentence.start :])
            if abuses.named(part.text):
                yield "accusation", part

    def _further(self, sentence: Span, near: bool) -> Role | None:
        """Accusations and denials by words alone: blame for what was told before, a charge in somebody's own words."""
        if cues.BLAMES.search(sentence.text) and any(e.event == "ACCUSE" for e in self._events(sentence)):
            return "accusation"
        denies = abuses.pattern("denying").search(sentence.text) is not None
        if denies and near and self._said(sentence) is not None:
            return "denial"
        if cues.DENIES.search(sentence.text):
            return "denial"
        acts = set(abuses.named(sentence.text))
        if denies or not (
            acts - cues.BARE_ACTS
            or (acts and (cues.FROM_SIDE.search(sentence.text) or cues.CALLS_IT.search(sentence.text)))
        ):
            return None
        said = self._said(sentence)
        return "accusation" if said or self._sides.publisher(self._report) in self._states() else None

    def _said(self, sentence: Span) -> Actor | None:
        """Who says words of a sentence."""
        inside = (s for s in self._report.statements if any(c.overlap(sentence) for c in s.content))
        return next((s.speaker for s in inside if s.speaker is not None), None)

    def _states(self) -> tuple[str, ...]:
        official = self._sides.publisher(self._report)
        return (official,) if official is not None and self._sides.is_state(official) else ()

    def _with_before(self, one: Told, number: int, last: Told | None) -> Told:
        """What names no act is about that of the sentence before, or of what was told last."""
        before = self._passages.sentences[number - 1] if number else None
        acts = () if before is None else abuses.named(before.text)
        if acts and before is not None and one.role == "accusation":
            places = one.places or self._places(before, [])
            about = {**_terms(before.text), **one.about}
            return replace(one, acts=acts, places=places, about=about)
        if last is not None and one.role != "accusation":
            return replace(one, acts=last.acts, places=one.places or last.places)
        return one

    def _role(self, sentence: Span) -> Role | None:
        """What a sentence does about an abuse; null for one that tells of none."""
        text = sentence.text
        if abuses.anything().search(text) is None:
            return "denial" if cues.REFERS.search(text) and abuses.pattern("denying").search(text) else None
        events = self._events(sentence)
        inquiry = abuses.pattern("investigating").search(text)
        acts = abuses.named(text)
        if inquiry is not None:
            near = text[max(0, inquiry.start() - 60) : inquiry.end() + 30]
            ahead = text[: inquiry.start()].endswith(" to ")  # "sent to establish where the shots had come from"
            if not ahead and abuses.pattern("finding").search(text) and not abuses.pattern("calling").search(near):
                return "finding"
            if abuses.pattern("opening").search(near) and not abuses.pattern("calling").search(near):
                return "investigation"
            if abuses.pattern("calling").search(text) or any(e.event == "REQUEST" for e in events):
                return "call"
            return "investigation"
        if not acts:
            return "denial" if abuses.pattern("denying").search(text) and cues.REFERS.search(text) else None
        denies = abuses.pattern("denying").search(text)
        accuses = any(
            e.event == "ACCUSE" and denies and e.anchor.start < sentence.start + denies.start() for e in events
        )
        if denies and not accuses:
            return "denial"
        around = self._passages.statement(sentence)
        found = around is None or (around.cue is not None and abuses.pattern("finding").search(around.cue.text))
        if abuses.pattern("taking").search(text) and cues.official(text):
            return "finding"
        if abuses.pattern("finding").search(text) and found and (cues.official(text) or cues.IT_FOUND.match(text)):
            return "finding"
        if any(e.event == "ACCUSE" or (e.event in _HARM and not e.negated and e.actors) for e in events):
            return "accusation"
        if any("alleg" in w.lower() for w in text.split()):
            return "accusation"
        return None

    def _events(self, sentence: Span) -> list[Event]:
        return [e for e in self._report.events if sentence.start <= e.anchor.start < sentence.end]

    def _told(self, role: Role, number: int, sentence: Span) -> Told:
        events = self._events(sentence)
        by, accused = self._who(role, sentence, events)
        harm = [e for e in events if e.event in _HARM or e.event == "ACCUSE"]
        places = self._places(sentence, harm)
        around = self._passages.statement(sentence)
        record = events[0].id if events else around.id if around is not None else self._report.document.id
        published = self._report.document.published
        return Told(
            role=role,
            acts=abuses.named(sentence.text),
            about=_terms(sentence.text),
            places=places,
            by=tuple(dict.fromkeys(self._called(actor) for actor in by)),
            accused=tuple(dict.fromkeys(self._called(actor) for actor in accused)),
            sides=frozenset(self._sides.all(accused)),
            named=frozenset(self._sides.all(self._passages.actors(sentence))),
            by_sides=frozenset(self._sides.all(by)),
            day=next((e.when.start for e in harm if e.when and e.when.start and e.when.start == e.when.end), None)
            or self._dated(sentence),
            told=published,
            words=flat(sentence.text),
            word=self._passages.word(sentence),
            at=(self._report.document.id, number),
            grounds=grounds(self._report, record, dict.fromkeys((*(e.anchor for e in harm), sentence))),
        )

    def _places(self, sentence: Span, harm: list[Event]) -> tuple[str, ...]:
        found = [flat(e.where.mention.text) for e in harm if e.where is not None]
        found += [flat(m.span.text) for m in mentioned(self._report)
                  if m.place is not None and m.span in sentence and m.place.kind != "country"]  # fmt: skip
        return tuple(dict.fromkeys(found))

    def _dated(self, sentence: Span) -> str | None:
        """The only day that a sentence names by date, before its report."""
        told = (m.time for m in self._report.mentions if m.time is not None and m.span in sentence)
        days = {t.start for t in told if t.start and t.start == t.end and t.basis == "explicit"}
        day = days.pop() if len(days) == 1 else None
        return day if day is None or day <= (self._report.document.published or day) else None

    def _called(self, actor: Actor) -> str:
        """What to call an actor: by the full name, a body by its state too."""
        meant_by = meant(voice(actor), self._report, self._made)
        if bare(meant_by) and self._states():
            return self._report.document.publisher or meant_by.label
        known = placed(self._sides.callings.full(meant_by), self._report, self._made)
        return organ_of(known, self._report, self._made).label

    def _state_named(self, sentence: Span, own: set[str]) -> list[Actor]:
        """The first state, by its name or adjective, in a sentence that is not on the side of those who accuse."""
        for word in re.findall(r"\b[A-ZÀ-Þ][\w-]+", sentence.text):
            state = self._sides.state(word)
            if state is not None and state not in own:
                return [Actor(name=state, kind="state", resolved_by="name")]
        named = self._passages.actors(sentence)
        return [one for one in named if cues.is_force(self._sides.of(one)) and self._sides.of(one) not in own][:1]

    def _before(self, role: Role, sentence: Span) -> tuple[Actor, ...]:
        """The actor named last before the words of a finding."""
        cue = abuses.pattern("finding").search(sentence.text) if role == "finding" else None
        named = self._passages.actors(sentence) if cue is not None else ()
        end = sentence.start + (0 if cue is None else cue.start())
        return tuple(a for a in named if a.mention is not None and a.mention.end <= end)[-1:]

    def _who(self, role: Role, sentence: Span, events: list[Event]) -> tuple[list[Actor], list[Actor]]:
        """Who accuses, denies, calls or investigates, and who is accused."""
        accused: list[Actor] = []
        by: list[Actor] = []
        for event in events:
            if event.event == "ACCUSE" and event.mode != "investigate":
                by += event.actors
                accused += event.recipients
            elif event.event in _HARM:
                accused += event.actors
            elif event.event == "REQUEST" and role == "call":
                by += event.actors
            elif event.event == "ACCUSE" and role == "investigation":
                by = [*event.actors, *by]
            elif event.event == "REJECT" and role == "denial":
                by += event.actors
        if role in ("denial", "investigation", "finding", "call") and not by:
            speaking = [
                s.speaker
                for s in self._report.statements
                if s.speaker is not None and any(c.overlap(sentence) for c in s.content)
            ]
            subject = self._before(role, sentence) or self._passages.actors(sentence)[:1]
            told = role in ("denial", "call") or (role == "finding" and not cues.IT_FOUND.match(sentence.text))
            by += speaking[:1] if speaking and told else (subject or speaking[:1])
        if role == "accusation" and not by:
            around = self._passages.statement(sentence) or next(
                (s for s in self._report.statements if any(c.overlap(sentence) for c in s.content)), None
            )
            by += [] if around is None or around.speaker is None else [around.speaker]
        official = self._states()
        if role in ("accusation", "denial") and not by and official:
            by.append(Actor(name=self._report.document.publisher, kind="government", resolved_by="name"))
        accused = [one for one in accused if voice(one).label.strip("“”").casefold() not in cues.NOBODY]
        own = set(self._sides.all(by)) | set(official if role == "accusation" and not self._said(sentence) else ())
        accused = [
            one
            for one in accused
            if not (own & set(self._sides.all((one,))))
            and (one.kind != "people" or self._sides.all((one,)) or cues.is_force(voice(one).label))
        ]
        if role == "accusation" and not any(self._sides.is_state(self._sides.of(one)) for one in accused):
            accused = self._state_named(sentence, own) or accused
        return by, ([] if role == "denial" else accused)


_TELLS = made_sign("abuses", lambda: (abuses.anything(), cues.BLAMES))


def _terms(text: str) -> dict[str, float]:
    return {term(word): weight(word) for word in telling(text)}
