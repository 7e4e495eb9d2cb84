"""Replies to a demand that are told in words after it, or by a contact that was asked for and then held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.calendar import calendar
from onrecord.present.contact_words import NOUN, kind_of
from onrecord.present.grounds import Ground, grounds
from onrecord.present.meetings import Meeting
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import voice
from onrecord.present.wording import alike
from onrecord.resources import toolkit
from onrecord.resources.cues import Cue

NEAR = 3
"""Sentences after a demand in which a refusal or a consent of the addressee is a reply to it."""

_NAMED = Cue(
    r"\b(?:this|that|the|such|his|her|its|their) (?:demand|request|appeal|call|proposal|"
    r"plea|condition|offer|idea|ultimatum|deadline|resolution|decision|invitation)s?\b|"
    r"\b(?:accepted|rejected|refused|declined|agreed to) (?:it|this|that|to do so|at once)\b|"
    r"\b(?:refused|declined|would not|unwilling) (?:to )?(?:discuss|consider|talk about|hear of|entertain) "
    r"(?:it|this|that|the (?:matter|idea|question|issue|subject|point))\b|\bhad not replied\b",
)
_MEET = re.compile(r"\b(?:meet|sit down with)\b", re.IGNORECASE)
_IN_PERSON = ("meeting", "talks", "summit")
"""Kinds of contact of which one keeps the promise of another."""
type Kind = Literal["accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Reply:
    """A sentence in which somebody refuses or consents: number in its report, side, words and where they stand."""

    kind: Kind
    doc: str
    number: int
    start: int
    side: str
    who: str
    words: str
    word: str
    day: str | None
    grounds: tuple[Ground, ...]
    matter: str


class Replies:
    """The replies of some reports, to be found by report and place."""

    def __init__(self, made: Basis) -> None:
        self._made = made
        self._reports = {report.document.id: report for report in made.reports}
        self._read: dict[str, tuple[Reply, ...]] = {}

    def after(self, doc: str, start: int, bound: frozenset[str], asking: frozenset[str], what: str) -> Iterator[Reply]:
        """Replies of these sides in the sentences after the one of a report that begins before `start`.

        Where nobody is said to be asked (`bound` is empty), the next sentence replies if it names the request as such
        ("agreed to this request") and somebody else than those who ask.
        """
        if doc not in self._read:
            self._read[doc] = tuple(_of(self._reports[doc], self._made)) if doc in self._reports else ()
        if not self._read[doc]:
            return
        sentences = self._made.passages(self._reports[doc]).sentences
        number = next((n for n, one in enumerate(sentences) if one.start <= start < one.end), None)
        for one in self._read[doc]:
            if number is None or not 0 < one.number - number <= NEAR:
                continue
            named = one.number - number == 1 and _NAMED.search(one.words) and one.side not in asking
            about = _NAMED.search(one.words) or not one.matter or alike(one.matter, what) > 0.0
            if (one.side in bound and about) or (not bound and named):
                yield one


def replies(made: Basis) -> Replies:
    """The replies of the reports; each report is read when one of its demands is looked up."""
    return made.once("replies", lambda: Replies(made))


class Held:
    """Contacts told as held, to be found by kind and side."""

    def __init__(self, contacts: Sequence[Meeting]) -> None:
        self._known: dict[tuple[str, str], list[Meeting]] = {}
        for one in contacts:
            for side in one.sides if one.state == "held" else ():
                self._known.setdefault((one.kind, side), []).append(one)

    def asked(self, what: str, since: str | None, one: frozenset[str], other: frozenset[str]) -> Iterator[Meeting]:
        """Contacts of the kind that words ask for, told as held after they were asked for, with any of these sides.

        A contact of another kind that is in person too ("talks" for "meet") must have a side of each, where known.
        """
        noun = NOUN.search(what) or _MEET.search(what)
        if noun is None or since is None:
            return
        kind = "meeting" if _MEET.fullmatch(noun.group()) else kind_of(noun.group())
        alike = _IN_PERSON if kind in _IN_PERSON else (kind,)
        places = ((name, side) for name in alike for side in sorted(one | other))
        found = {id(contact): contact for place in places for contact in self._known.get(place, ())}
        for contact in found.values():
            told = any(step.state == "held" and (step.told or "") > since for step in contact.steps)
            between = one & set(contact.sides) and other & set(contact.sides)
            if told and (contact.last or "") >= since and (contact.kind == kind or between):
                yield contact


def held(made: Basis) -> Held:
    """The contacts of the reports that were held."""
    return made.once("held", lambda: Held(calendar(made.reports)))


_TELLS = made_sign("replies", lambda: (state.any for state in toolkit.states()[:2]))


def _of(report: Report, made: Basis) -> Iterator[Reply]:
    refused, accepted = toolkit.states()[:2]
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    for number, sentence in enumerate(passages.sentences):
        kind: Kind = "rejected"
        cue = refused.any.search(sentence.text)
        if cue is None:
            kind, cue = "accepted", accepted.any.search(sentence.text)
        if cue is None:
            continue
        before = [
            actor
            for actor in passages.actors(sentence)
            if actor.mention is not None and actor.mention.end <= sentence.start + cue.start()
        ]
        if not before:
            continue
        span = Span(sentence.start + cue.start(), sentence.start + cue.end(), cue.group())
        around = passages.statement(span)
        record = around.id if around is not None else report.document.id
        yield Reply(
            kind, report.document.id, number, sentence.start, made.sides.of(before[-1]), voice(before[-1]).label,
            " ".join(sentence.text.split()), passages.word(span), report.document.published,
            grounds(report, record, (sentence,)),
            re.split(r"[,;.]| (?:and|but) ", sentence.text[cue.end() :])[0].strip(),
        )  # fmt: skip
