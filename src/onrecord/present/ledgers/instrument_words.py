"""Where reports name instruments of institutions, and what they say becomes of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import grounds
from onrecord.present.ledgers.both import BEFORE, states
from onrecord.present.ledgers.instrument_answers import answer_in, answers_the_last, named_again
from onrecord.present.ledgers.instrument_parties import Parties
from onrecord.present.ledgers.instrument_states import state_of
from onrecord.present.ledgers.moves import Move
from onrecord.present.mentioned import mentioned
from onrecord.present.phrases import flat
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, voice
from onrecord.resources import toolkit as table

ANSWERS, NAMED = 2, 5
"""Sentences after one that offers an instrument in which "the offer" is still that one; in which "the flights" are."""
_DIPLOMATS = re.compile(r"\b(?:diplomats?|ambassadors?|consuls?|attach[ée]s?|chargé|embassy|consulate|mission)\b", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a report names an instrument, or answers an offer of it."""

    institution: str | None
    instrument: str
    words: str
    move: Move


def found(report: Report, made: Basis) -> Iterator[Found]:
    """The instruments that one report names, in text order, and answers to offers of them."""
    return _Reading(report, made).all()


_TELLS = made_sign("instruments", lambda: (table.pattern(),))


class _Reading:
    """The instruments of one report."""

    def __init__(self, report: Report, made: Basis) -> None:
        self._report = report
        self._passages = made.passages(report)
        self._full = made.sides.callings.full
        self._sides = made.sides
        self._made = made
        self._parties = Parties(report, made)

    def all(self) -> Iterator[Found]:
        yield from self._broken_off()
        offered: list[tuple[int, Found]] = []
        if not self._passages.has(_TELLS):
            return
        places = sorted(self._passages.find(table.pattern()))
        for number, sentence in enumerate(self._passages.sentences):
            inside = [place for place in places if place.start >= sentence.start and place.end <= sentence.end]
            seen: set[str] = set()
            for place in inside:
                tool = table.tool(place.text)
                if tool is None or tool.name in seen or self._is_a_person(place):
                    continue
                seen.add(tool.name)
                found = self._found(tool, place, sentence)
                yield found
                if found.move.state in ("offered", "called for"):
                    yield from self._answered_here(found, place, sentence)
                if found.move.state in ("offered", "called for", "named"):
                    offered.append((number, found))
            recent = [found for at, found in offered if 0 < number - at <= ANSWERS]
            near = [found for at, found in offered if 0 < number - at <= NAMED]
            named = [found for found in near if named_again(found.words, sentence.text)]
            if recent and not inside and answers_the_last(sentence.text):
                yield from self._answer(recent[-1], sentence)
            elif named and not inside:
                yield from self._answer(named[-1], sentence)

    def _broken_off(self) -> Iterator[Found]:
        """Diplomats sent home and ambassadors recalled, as acts tell it: a state's own instrument."""
        for event in self._report.events:
            sent = event.event == "SANCTION" and event.mode in ("expel", "withdraw") and not event.negated
            if not sent or event.status not in ("asserted", "alleged") or not event.actors:
                continue
            sentence = self._passages.sentence(event.anchor)
            found = _DIPLOMATS.search(sentence.text)
            side = self._sides.of(event.actors[0])
            if found is None or not self._sides.is_state(side):
                continue
            by = (self._full(voice(event.actors[0])),)
            yield Found(side, "diplomatic measures", flat(found.group()), self._use("used", by, event.anchor, sentence))

    def _is_a_person(self, place: Span) -> bool:
        """Whether the words are somebody's title ("special envoy Karl Dent said"), not an instrument."""
        return any(
            m.actor is not None and m.actor.kind == "person" and m.span.overlap(place) for m in mentioned(self._report)
        )

    def _found(self, tool: table.Tool, place: Span, sentence: Span) -> Found:
        state, cue = state_of(place, sentence)
        agent = () if state in ("called for", "offered") else self._parties.agent(place, sentence)
        who = agent or self._parties.by(state, cue, place, sentence)
        by = tuple(self._full(one) for one in who)
        institution = tool.institution or self._parties.body(
            self._parties.owner(place) or self._parties.institution(place, sentence, by)
        )
        if state == "used" and institution and by and all(one.kind == "people" for one in by):
            by = (Voice(key=institution, label=institution, kind="organization"),)
        return Found(
            institution=institution,
            instrument=tool.name,
            words=flat(place.text),
            move=self._use(state, by, place, sentence),
        )

    def _use(self, state: str, by: tuple[Voice, ...], place: Span, sentence: Span) -> Move:
        around = self._passages.statement(place)
        record = around.id if around is not None else self._record(place) or self._report.document.id
        return Move(
            state=state,
            by=tuple(self._parties.body(self._parties.acting(one).label) or one.label for one in by),
            words=flat(sentence.text),
            day=self._day(place),
            word=self._passages.word(place),
            grounds=grounds(self._report, record, dict.fromkeys((place, sentence))),
        )

    def _answer(self, offer: Found, sentence: Span, since: int = 0) -> Iterator[Found]:
        """How a sentence answers an offer, in the words from a place on."""
        told = answer_in(sentence.text[since:])
        if told is None:
            return
        state, cue = told
        start = sentence.start + since + cue.start()
        span = Span(start, start + len(cue.group()), cue.group())
        by = self._parties.agent(span, sentence)
        if not by and BEFORE.search(sentence.text[: span.start - sentence.start]):
            named = (m.actor for m in mentioned(self._report) if m.actor is not None)
            offering = frozenset(
                self._sides.of(actor) for actor in named if self._full(voice(actor)).label in offer.move.by
            )
            by = states(self._report, span.start, self._made, offering)
        by = by or self._parties.before(span, sentence)
        full = tuple(self._full(one) for one in by)
        yield Found(offer.institution, offer.instrument, offer.words, self._use(state, full, span, sentence))

    def _answered_here(self, offer: Found, place: Span, sentence: Span) -> Iterator[Found]:
        """The answer that the sentence of an offer tells itself: "as to the plan, he said that it had no objection"."""
        rest = place.end - sentence.start
        told = answer_in(sentence.text[rest:])
        if told is None or _AHEAD.search(sentence.text[: rest + told[1].start()][-_NEAR:]):
            return
        start = place.end + told[1].start()
        cue = Span(start, start + len(told[1].group()), told[1].group())
        if self._parties.agent(cue, sentence) or any(
            a.mention is not None and place.end <= a.mention.start < cue.start for a in self._passages.actors(sentence)
        ):
            yield from self._answer(offer, sentence, rest)

    def _day(self, place: Span) -> str | None:
        for event in self._report.events:
            when = event.when
            if place in event.evidence and when is not None and when.start and when.start == when.end:
                deadline = event.detail.deadline
                if deadline is None or when.mention is None or not when.mention.overlap(deadline):
                    published = self._report.document.published
                    return min(when.start, published) if published else when.start
        return self._report.document.published

    def _record(self, place: Span) -> str | None:
        return next((event.id for event in self._report.events if place in event.evidence), None)


_AHEAD = re.compile(r"\b(?:if|unless|whether|until|once|should|asked to|urged to|called on)\b", re.IGNORECASE)
"""Before a consent or refusal that is not told as given."""
_NEAR = 60
