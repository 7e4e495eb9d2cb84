"""Whose an instrument is and who offers, asks for or uses it, by the words around."""

import re

from onrecord.model import Actor, Report, Span
from onrecord.present.basis import Basis
from onrecord.present.ledgers.meant import bare, organ_of, placed
from onrecord.present.mentioned import mentioned
from onrecord.present.voice import Voice, publisher, voice

_INSTITUTION = re.compile(
    r"\b(?:council|union|commission|organi[sz]ation|league|court|nations|community|assembly|committee|alliance|pact|"
    r"association|secretariat|parliament|tribunal|conference|forum|bloc|agency)\b",
    re.IGNORECASE,
)
_NAMED_BODY = re.compile(r"(?:[A-Z][\w-]+ ){1,4}(?:Office|Mission|Fund|Programme)")
"""Bodies whose noun says little by itself: only by a name of several words."""
_LOCAL = re.compile(r"\b(?:town|city|village|municipal|county|district|parish|student|works|local) ", re.IGNORECASE)
_ORGAN = re.compile(
    r"^(?:the )?(?:council|assembly|secretariat|secretary-general|board|presidency|parliament) of the (?=[A-Z])",
    re.IGNORECASE,
)
"""Organs of a body: what they do is the body's."""
_SUBJECT = re.compile(r"\b([A-ZÀ-Þ][\w-]+)(?: (?:had|has|have|again|later|\w+ly))* $")
"""Whoever is named right before words: "the offer, which Lindow turned down"."""
_AGENT = re.compile(r" (?:(?:run|led|headed|sent|organi[sz]ed|operated|staffed|mounted) )?by (?:the )?")


_OFFICES = re.compile(r"\b(?:mediation|good offices|facilitation|auspices)$", re.IGNORECASE)
_OFFICES_OF = re.compile(r" of (?:the )?")
"""Whose good offices they are: "with the mediation of Ondria"."""


class Parties:
    """The parties to the instruments of one report."""

    def __init__(self, report: Report, made: Basis) -> None:
        self._report, self._made = report, made
        self._passages = made.passages(report)
        self._full = made.sides.callings.full
        self._sides = made.sides

    def owner(self, place: Span) -> str | None:
        """The body of whose name the words are a part ("the Lorn Monitoring Mission")."""
        named = (m for m in mentioned(self._report) if m.actor is not None and m.actor.kind == "organization")
        own = (
            m for m in named if place in m.span and place.text[:1].isupper() and len(place.text) < len(m.span.text) - 4
        )
        label = next((self._full(voice(m.actor)).label for m in own), None)
        return label if label is not None and _NAMED_BODY.fullmatch(label) else None

    def body(self, label: str | None) -> str | None:
        """A body for its organ: "the council of the League" and "the council" after it are the League."""
        if label is None:
            return None
        if label.islower() and (
            organ := re.search(rf"\b{re.escape(label)} of the ([A-Z]\w+(?: (?:of )?[A-Z]\w+)*)", self._passages.text)
        ):
            return organ[1]
        return _ORGAN.sub("", label)

    def acting(self, one: Voice) -> Voice:
        """A body by its state, or for its members and its sitting where the report does not name whose they are."""
        if self.body(one.label) != one.label:
            return one
        official = self._sides.publisher(self._report)
        if bare(one) and official is not None:
            return publisher(self._report.document.publisher or official)
        return organ_of(placed(one, self._report, self._made), self._report, self._made)

    def by(self, state: str, cue: Span | None, place: Span, sentence: Span) -> tuple[Voice, ...]:
        """Who offers, asks or uses: the actor of the act with the words, the subject before the cue, the speaker."""
        acting = [e for e in self._report.events if place in e.evidence and e.actors and e.event not in ("THREATEN",)]
        own = next((e for e in acting if e.anchor.overlap(place)), None)
        if own is not None and state == "used":
            return tuple(voice(actor) for actor in own.actors)  # "summoned Elvia's envoy and closed its border"
        said = self._passages.speaker(place)
        if state in ("named", "offered", "called for") and said is not None:
            return (said,)
        subject = None if cue is None else self._subject(cue, sentence)
        if subject is not None and state in ("refused", "accepted"):
            return (subject,)
        if acting and state in ("called for", "offered", "refused", "accepted"):
            best = min(acting, key=lambda e: (len(e.evidence.text), e.anchor.start))
            return tuple(voice(actor) for actor in best.actors)
        found = self.before(cue or place, sentence)
        return found or (() if said is None else (said,))

    def agent(self, place: Span, sentence: Span) -> tuple[Voice, ...]:
        """By whom it is done where that follows: "talks mediated by Ondria"."""
        after = sentence.text[place.end - sentence.start :]
        found = _AGENT.match(after) or (_OFFICES_OF.match(after) if _OFFICES.search(place.text) else None)
        if found is None and not place.text.endswith(" by"):
            return ()
        at = place.end + (0 if found is None else found.end())
        named = [a for a in self._passages.actors(sentence) if a.mention is not None and 0 <= a.mention.start - at < 6]
        if named:
            return (voice(named[0]),)
        word = re.match(r"[A-ZÀ-Þ][\w-]+", sentence.text[at - sentence.start :])
        called = None if word is None else self.called(word.group())
        return () if called is None else (called,)

    def before(self, cue: Span, sentence: Span) -> tuple[Voice, ...]:
        """The last actor named before words in their sentence."""
        if (subject := self._subject(cue, sentence)) is not None:
            return (subject,)
        named = [a for a in self._passages.actors(sentence) if a.mention is not None and a.mention.start < cue.start]
        if named:
            return (voice(named[-1]),)
        opens = re.match(r"[A-ZÀ-Þ][\w-]+", sentence.text)
        called = None if opens is None else self.called(opens.group())
        return () if called is None else (called,)

    def _subject(self, cue: Span, sentence: Span) -> Voice | None:
        """Whoever is named right before words."""
        near = _SUBJECT.search(sentence.text[: cue.start - sentence.start])
        return None if near is None else self.called(near[1])

    def called(self, word: str) -> Voice | None:
        """Whom one word names: a state, by its name or its capital, or a person by the surname."""
        state = self._sides.state(word) or self._sides.seat(word)
        if state is not None:
            return Voice(key=state, label=state, kind="state")
        return self._sides.callings.person(Voice(key=word, label=word))

    def institution(self, place: Span, sentence: Span, by: tuple[Voice, ...]) -> str | None:
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
