"""Where reports name instruments of institutions, and what they say becomes of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Actor, Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import grounds
from onrecord.present.ledgers.instrument_answers import answer_in, answers_the_last, named_again
from onrecord.present.ledgers.meant import organ_of, placed
from onrecord.present.ledgers.moves import Move
from onrecord.present.mentioned import mentioned
from onrecord.present.phrases import flat
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, voice
from onrecord.resources import toolkit as table

ANSWERS, NAMED = 2, 5
"""Sentences after one that offers an instrument in which "the offer" is still that one; in which "the flights" are."""
_INSTITUTION = re.compile(
    r"\b(?:council|union|commission|organi[sz]ation|league|court|nations|community|assembly|committee|alliance|pact|"
    r"association|secretariat|parliament|tribunal|conference|forum|bloc|agency)\b",
    re.IGNORECASE,
)
_NAMED_BODY = re.compile(r"(?:[A-Z][\w-]+ ){1,4}(?:Office|Mission|Fund|Programme)")
"""Bodies whose noun says little by itself: only by a name of several words."""
_DIPLOMATS = re.compile(r"\b(?:diplomats?|ambassadors?|consuls?|attach[ée]s?|chargé|embassy|consulate|mission)\b", re.I)
_LOCAL = re.compile(r"\b(?:town|city|village|municipal|county|district|parish|student|works|local) ", re.IGNORECASE)
_ORGAN = re.compile(
    r"^(?:the )?(?:council|assembly|secretariat|secretary-general|board|presidency|parliament) of the (?=[A-Z])",
    re.IGNORECASE,
)
"""Organs of a body: what they do is the body's."""
_SITTING = re.compile(r"\b(?:meeting|met|convened|gathered|assembled) (?:in|for|at) (?:an? |the )?$", re.IGNORECASE)
_SUBJECT = re.compile(r"\b([A-ZÀ-Þ][\w-]+)(?: (?:had|has|have|again|later|\w+ly))* $")
"""Whoever is named right before words: "the offer, which Lindow turned down"."""
_AGENT = re.compile(r" (?:(?:run|led|headed|sent|organi[sz]ed|operated|staffed|mounted) )?by (?:the )?")
_MAY = re.compile(r"\b(?:\d{1,2} May|May \d{1,2})\b")
_CLAUSE = re.compile(
    r"; | and (?=(?:he |she |they )?(?:said|told|added|announced|warned|confirmed|promised|repeated)\b)|, but |"
    r", while (?=[A-Z])"
)
_DONE_WORD = re.compile(
    r"(?:mediated|brokered|hosted|facilitated|severed|expelled|closed|referred|lodged|filed|broke|ruled|"
    r"(?:aircraft|planes|helicopters) dropped|took the matter)\b",
    re.I,
)
"""Words for an instrument that themselves tell it used."""
_NEGATED = re.compile(r"\b(?:no|not|never|without)\b|n[’']t\b", re.IGNORECASE)


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
        self._sides, self._made = made.sides, made

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
        state, cue = _state(place, sentence)
        who = self._agent(place, sentence) or self._by(state, cue, place, sentence)
        by = tuple(self._full(one) for one in who)
        institution = tool.institution or self._body(self._owner(place) or self._institution(place, sentence, by))
        if state == "used" and institution and by and all(one.kind == "people" for one in by):
            by = (Voice(key=institution, label=institution, kind="organization"),)
        return Found(
            institution=institution,
            instrument=tool.name,
            words=flat(place.text),
            move=self._use(state, by, place, sentence),
        )

    def _owner(self, place: Span) -> str | None:
        """The body of whose name the words are a part ("the Lorn Monitoring Mission")."""
        named = (m for m in mentioned(self._report) if m.actor is not None and m.actor.kind == "organization")
        own = (
            m for m in named if place in m.span and place.text[:1].isupper() and len(place.text) < len(m.span.text) - 4
        )
        label = next((self._full(voice(m.actor)).label for m in own), None)
        return label if label is not None and _NAMED_BODY.fullmatch(label) else None

    def _body(self, label: str | None) -> str | None:
        """A body for its organ: "the council of the League" and "the council" after it are the League."""
        if label is None:
            return None
        if label.islower() and (
            organ := re.search(rf"\b{re.escape(label)} of the ([A-Z]\w+(?: (?:of )?[A-Z]\w+)*)", self._passages.text)
        ):
            return organ[1]
        return _ORGAN.sub("", label)

    def _use(self, state: str, by: tuple[Voice, ...], place: Span, sentence: Span) -> Move:
        around = self._passages.statement(place)
        record = around.id if around is not None else self._record(place) or self._report.document.id
        return Move(
            state=state,
            by=tuple(self._body(self._acting(one).label) or one.label for one in by),
            words=flat(sentence.text),
            day=self._day(place),
            word=self._passages.word(place),
            grounds=grounds(self._report, record, dict.fromkeys((place, sentence))),
        )

    def _acting(self, one: Voice) -> Voice:
        """A body by its state, or for its members and its sitting where the report does not name whose they are."""
        if self._body(one.label) != one.label:
            return one
        return organ_of(placed(one, self._report, self._made), self._report, self._made)

    def _answer(self, offer: Found, sentence: Span, since: int = 0) -> Iterator[Found]:
        """How a sentence answers an offer, in the words from a place on."""
        told = answer_in(sentence.text[since:])
        if told is None:
            return
        state, cue = told
        start = sentence.start + since + cue.start()
        span = Span(start, start + len(cue.group()), cue.group())
        by = self._agent(span, sentence) or self._before(span, sentence)
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
        if self._agent(cue, sentence) or any(
            a.mention is not None and place.end <= a.mention.start < cue.start for a in self._passages.actors(sentence)
        ):
            yield from self._answer(offer, sentence, rest)

    def _by(self, state: str, cue: Span | None, place: Span, sentence: Span) -> tuple[Voice, ...]:
        """Who offers, asks or uses: the actor of the act with the words, the subject before the cue, the speaker."""
        acting = [e for e in self._report.events if place in e.evidence and e.actors and e.event not in ("THREATEN",)]
        said = self._passages.speaker(place)
        if state in ("named", "offered", "called for") and said is not None:
            return (said,)
        subject = None if cue is None else self._subject(cue, sentence)
        if subject is not None and state in ("refused", "accepted"):
            return (subject,)
        if acting and state in ("called for", "offered", "refused", "accepted"):
            best = min(acting, key=lambda e: (len(e.evidence.text), e.anchor.start))
            return tuple(voice(actor) for actor in best.actors)
        found = self._before(cue or place, sentence)
        return found or (() if said is None else (said,))

    def _agent(self, place: Span, sentence: Span) -> tuple[Voice, ...]:
        """By whom it is done where that follows: "talks mediated by Ondria"."""
        found = _AGENT.match(sentence.text[place.end - sentence.start :])
        if found is None and not place.text.endswith(" by"):
            return ()
        at = place.end + (0 if found is None else found.end())
        named = [a for a in self._passages.actors(sentence) if a.mention is not None and 0 <= a.mention.start - at < 6]
        if named:
            return (voice(named[0]),)
        word = re.match(r"[A-ZÀ-Þ][\w-]+", sentence.text[at - sentence.start :])
        called = None if word is None else self._called(word.group())
        return () if called is None else (called,)

    def _before(self, cue: Span, sentence: Span) -> tuple[Voice, ...]:
        """The last actor named before words in their sentence."""
        if (subject := self._subject(cue, sentence)) is not None:
            return (subject,)
        named = [a for a in self._passages.actors(sentence) if a.mention is not None and a.mention.start < cue.start]
        if named:
            return (voice(named[-1]),)
        opens = re.match(r"[A-ZÀ-Þ][\w-]+", sentence.text)
        called = None if opens is None else self._called(opens.group())
        return () if called is None else (called,)

    def _subject(self, cue: Span, sentence: Span) -> Voice | None:
        """Whoever is named right before words."""
        near = _SUBJECT.search(sentence.text[: cue.start - sentence.start])
        return None if near is None else self._called(near[1])

    def _called(self, word: str) -> Voice | None:
        """Whom one word names: a state, by its name or its capital, or a person by the surname."""
        state = self._sides.state(word) or self._sides.seat(word)
        if state is not None:
            return Voice(key=state, label=state, kind="state")
        return self._sides.callings.person(Voice(key=word, label=word))

    def _institution(self, place: Span, sentence: Span, by: tuple[Voice, ...]) -> str | None:
        """The institution named nearest before the instrument in its sentence, else after it, else the speaker's."""
        named = [a for a in self._passages.actors(sentence) if _is_institution(a) and a.mention is not None]
        if named:
            near = min(named, key=lambda a: _distance(a, place))
            return self._full(voice(near)).label
        for one in by:
            side = self._sides.of(one)
            if not self._sides.is_state(side) and (_INSTITUTION.search(side) or _NAMED_BODY.fullmatch(side)):
                return side
            if one.kind == "organization" and _INSTITUTION.search(one.label):
                return one.label
            if one.office and ", " in one.office and _INSTITUTION.search(one.office.rsplit(", ", 1)[1]):
                return one.office.rsplit(", ", 1)[1]
        if any(
            one.kind in ("state", "government", "office") or self._sides.is_state(self._sides.of(one)) for one in by
        ):
            return None
        known = {
            self._full(voice(m.actor)).label
            for m in mentioned(self._report)
            if m.actor is not None and _is_institution(m.actor) and m.span.text[:1].isupper()
        }
        return known.pop() if len(known) == 1 else None

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


def _distance(actor: Actor, place: Span) -> tuple[bool, int]:
    mention = actor.mention
    assert mention is not None  # noqa: S101  (callers choose those that have one)
    return mention.start > place.start, abs(mention.start - place.start)


def _is_institution(actor: Actor) -> bool:
    name = actor.name or ("" if actor.mention is None else actor.mention.text)
    if _LOCAL.search(name):
        return False
    body = _INSTITUTION.search(name) or _NAMED_BODY.fullmatch(name)
    return actor.kind == "organization" and ("IGO" in actor.country or bool(body))


def _state(place: Span, sentence: Span) -> tuple[str, Span | None]:
    """What is said to become of the instrument in this sentence, and the words that say it."""
    at = place.start - sentence.start
    bare = _MAY.sub(lambda found: " " * len(found.group()), sentence.text)
    before, after = bare[:at], bare[at + len(place.text) :]
    before = " " * (last := _later_clause(before)) + before[last:]
    if sits := _SITTING.search(before):
        return "used", Span(sentence.start + sits.start(), sentence.start + sits.end(), sits.group())
    for state in table.states():
        cues = [m for m in state.any.finditer(before) if m.end() > len(before) - 90]
        cues += [m for m in state.before.finditer(before) if m.end() > len(before) - 90]
        if cues:
            start = sentence.start + cues[-1].start()
            span = Span(start, start + len(cues[-1].group()), cues[-1].group())
            return state.name, span
        later = state.any.search(after[:70])
        if later is not None:
            start = place.end + later.start()
            return state.name, Span(start, start + len(later.group()), later.group())
    if _NEGATED.search(before[-12:]):
        return "refused", None
    if _DONE_WORD.match(place.text):
        return "used", place
    return "named", None


def _later_clause(before: str) -> int:
    """Where the clause begins that holds the instrument: behind "and said", "; " and the like."""
    ends = [found.end() for found in _CLAUSE.finditer(before)]
    return ends[-1] if ends else 0
