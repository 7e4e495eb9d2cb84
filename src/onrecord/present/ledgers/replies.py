"""Replies to a demand that are told in words after it, or by a contact that was asked for and then held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.calendar import calendar
from onrecord.present.contact_words import NOUN, kind_of
from onrecord.present.grounds import Ground, grounds
from onrecord.present.meetings import Meeting
from onrecord.present.passages import Passages
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, voice
from onrecord.present.wording import alike
from onrecord.resources import toolkit
from onrecord.resources.cues import Cue, worded
from onrecord.resources.lexicon import typed

NEAR = 3
"""Sentences after a demand in which a refusal or a consent of the addressee is a reply to it."""

_NAMED = Cue(
    r"\b(?:this|that|the|such|his|her|its|their) (?:demand|request|appeal|call|proposal|"
    r"plea|condition|offer|idea|ultimatum|deadline|resolution|decision|invitation)s?\b|"
    r"\b(?:accepted|rejected|refused|declined|agreed to) (?:it|this|that|to do so|at once)\b|"
    r"\b(?:refused|declined|would not|unwilling) (?:to )?(?:discuss|consider|talk about|hear of|entertain) "
    r"(?:it|this|that|the (?:matter|idea|question|issue|subject|point))\b|\bhad not replied\b",
)
_REFUSED_IT = Cue(
    r"\b(?:rul(?:ed|es|ing)|turn(?:ed|s|ing)|brush(?:ed|es|ing)|wav(?:ed|es|ing)|shrug(?:ged|s|ging)|laugh(?:ed|s|ing))"
    r" (?:it|that|this|them|both|all (?:of )?(?:it|this|that|them)) (?:out|down|aside|away|off)\b"
)
"""A refusal that names what it refuses by a pronoun: "ruled that out"."""
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
        self._reports = made.by_document
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
            if number is None or not (0 < one.number - number <= NEAR or self._in_same(one, sentences[number], start)):
                continue
            taken = _NAMED.search(one.words) or (not one.matter and one.kind == "rejected" and one.side)
            named = one.number - number in (0, 1) and taken and one.side not in asking
            about = _NAMED.search(one.words) or not one.matter or alike(one.matter, what) > 0.0
            if not one.matter and self._put_between(doc, sentences[number].end, one.start):
                continue
            if (one.side in bound and about) or (not bound and named):
                yield one

    def _put_between(self, doc: str, start: int, end: int) -> bool:
        """Whether something else is offered or asked between a demand and words that do not tell what they answer."""
        events = self._reports[doc].events
        return any(e.event in ("REQUEST", "AGREE") and start <= e.anchor.start < end for e in events)

    def _in_same(self, one: Reply, sentence: Span, start: int) -> bool:
        """Whether a reply follows in the sentence of the demand itself, behind a semicolon."""
        asked, _, answered = sentence.text[start - sentence.start :].partition(";")
        return one.start == sentence.start and bool(asked and answered) and _cue(answered) is not None


def replies(made: Basis) -> Replies:
    """The replies of the reports; each report is read when one of its demands is looked up."""
    return made.once("replies", lambda: Replies(made))


class Held:
    """Contacts told as held, to be found by kind and side."""

    def __init__(self, contacts: Sequence[Meeting]) -> None:
        self._known: dict[tuple[str, str], list[Meeting]] = {}
        self._off = [one for one in contacts if one.state == "cancelled"]
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

    def on(self, day: str, sides: frozenset[str]) -> Iterator[Meeting]:
        """Contacts in person of these sides that were held on a day."""
        for kind, side in ((kind, side) for kind in (*_IN_PERSON, "visit") for side in sorted(sides)):
            for one in self._known.get((kind, side), ()):
                if one.dated and (one.first or "") <= day <= (one.last or ""):
                    yield one

    def called_off(self, since: str | None, due: str | None, sides: frozenset[str]) -> Iterator[Meeting]:
        """Contacts in person of these sides on the day on which one is due, told later as called off."""
        for one in self._off:
            if one.kind not in (*_IN_PERSON, "visit", "session") or due is None or not sides & set(one.sides):
                continue
            told = any(step.state == "cancelled" and (step.told or "") > (since or "") for step in one.steps)
            if told and one.first is not None and one.first <= due[:10] <= (one.last or one.first):
                yield one


def held(made: Basis) -> Held:
    """The contacts of the reports that were held."""
    return made.once("held", lambda: Held(calendar(made.reports)))


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/answers.yaml`."""

    refuses: list[str]
    consents: list[str]
    plainly_refuses: list[str]
    plainly_consents: list[str]
    acts: list[str]
    manner: list[str]


@cache
def lists() -> Lists:
    """The words in which a demand or an offer is answered."""
    return typed("answers.yaml", Lists)


@cache
def plainly() -> tuple[tuple[Kind, Cue], ...]:
    """Refusals and consents that say it all themselves: "said yes", "saw nothing to talk about"."""
    return ("rejected", worded(lists().plainly_refuses)), ("accepted", worded(lists().plainly_consents))


@cache
def _manner() -> Cue:
    return worded(lists().manner)


_TELLS = made_sign(
    "replies", lambda: (*(state.any for state in toolkit.states()[:2]), *(cue for _, cue in plainly()), _REFUSED_IT)
)


def _of(report: Report, made: Basis) -> Iterator[Reply]:
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    for number, sentence in enumerate(passages.sentences):
        told = _cue(sentence.text)
        if told is None:
            continue
        kind, cue, matter = told
        span = Span(sentence.start + cue.start(), sentence.start + cue.end(), cue.group())
        who = _who(passages, sentence, span, made)
        if who is None:
            continue
        around = passages.statement(span)
        record = around.id if around is not None else report.document.id
        yield Reply(
            kind, report.document.id, number, sentence.start, made.sides.of(who), who.label,
            " ".join(sentence.text.split()), passages.word(span), report.document.published,
            grounds(report, record, (sentence,)), matter,
        )  # fmt: skip


def _cue(text: str) -> tuple[Kind, re.Match[str], str] | None:
    """Whether a sentence refuses or consents, by which words, to what (empty: to what was told before)."""
    for kind, words in (*plainly(), ("rejected", _REFUSED_IT)):
        if cue := words.search(text):
            return kind, cue, ""
    refused, accepted = toolkit.states()[:2]
    kinds: tuple[tuple[Kind, Cue], ...] = (("rejected", refused.any), ("accepted", accepted.any))
    for kind, words in kinds:
        if cue := words.search(text):
            matter = re.split(r"[,;.]| (?:and|but) ", text[cue.end() :])[0].strip(" “”")
            manner = _manner().finder.match(matter)
            return kind, cue, "" if manner else matter
    return None


def _who(passages: Passages, sentence: Span, cue: Span, made: Basis) -> Voice | None:
    """Who replies: the last actor named before the words in their sentence, or the capital that it opens with."""
    before = [a for a in passages.actors(sentence) if a.mention is not None and a.mention.end <= cue.start]
    if before:
        return voice(before[-1])
    opens = re.match(r"[A-ZÀ-Þ][\w-]+", sentence.text)
    state = None if opens is None else made.sides.seat(opens.group())
    return None if state is None else Voice(key=state, label=state, kind="state")
