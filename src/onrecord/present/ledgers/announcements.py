"""Promises told as plans: "the crossing will be opened", said by those whose it is, "has decided to admit"."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.model import Actor, Event, Report, Span
from onrecord.present.acts import Act
from onrecord.present.basis import Basis
from onrecord.present.passages import Passages
from onrecord.present.sides import Sides
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, publisher, voice
from onrecord.resources.cues import Cue, any_of, worded
from onrecord.resources.lexicon import typed

_LACKING = re.compile(r"\b(?:if (?:no|nothing|none|nobody)|unless)\b", re.IGNORECASE)
"""What will be for want of something is a warning, not a promise: "will stop if no fuel comes"."""
_REFUSES = re.compile(r"\b(?:will|would|shall) (?:not|never) (?!be (?:touched|harmed))", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:on|in|at|of|near|from|to|for|with|by|over|into) (?:the )?$", re.IGNORECASE)
_WHO = ("person", "state", "government", "organization", "office", "group")
_OWN = re.compile(
    r"(?:(?:the|his|her|its|their|our) )?(?:government|country|ministry|army|navy|authorities|administration)",
    re.IGNORECASE,
)
"""Whom a speaker names without the state: his own."""
_HEARD = re.compile(
    r"(?:reporters|journalists|correspondents|newsmen|lawmakers|deputies|parliament) (?=[A-ZÀ-Þ]|the |it )"
)
"""To whom a promise was told, where its words begin with that."""
_ENDS = re.compile(r"[;.!?”]|(?<=\S)\"|, (?:and|but|which|who|said|saying)\b|$")
"""Where the clause of a plan ends: a closing mark of quotation among them."""
_COORD = re.compile(r"(?:^|[;:]|, (?:and|but) | and | but )")


class Plans(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/announcements.yaml`: verbs with their participles, states, what is forgone, cues."""

    deeds: dict[str, str | None]
    states: list[str]
    forgone: list[str]
    says: list[str]
    unsure: list[str]
    welcome: list[str]
    bargain: list[str]


class _Cues(msgspec.Struct, frozen=True):
    says: Cue
    unsure: Cue
    welcome: Cue
    bargain: Cue


@cache
def _cues() -> _Cues:
    plans = typed("announcements.yaml", Plans)
    return _Cues(*(worded(getattr(plans, name)) for name in _Cues.__struct_fields__))


@cache
def _patterns() -> tuple[Cue, ...]:
    """What somebody or something "will" do or be or not do, is "to be", and what somebody "has decided to" do."""
    plans = typed("announcements.yaml", Plans)
    does = any_of(plans.deeds)
    done = any_of([*filter(None, plans.deeds.values()), *plans.states])
    return (
        Cue(
            rf"\b(?:will|would|shall)(?: soon| also| again| now| then| immediately| fully| never| not)? "
            rf"(?:{does}|be (?:fully |soon |gradually )?{done})\b",
        ),
        Cue(rf"\b(?:is|are) to be (?:fully |soon |gradually )?{done}\b"),
        Cue(rf"\b(?:will|would|shall) {any_of(plans.forgone)}\b"),
        Cue(
            rf"\b(?:has|have|had)? ?(?:decided|agreed|resolved|undertaken|consented|"
            rf"confirmed (?:its|his|her) readiness) to (?:fully |soon )?{does}\b",
        ),
    )


_TELLS = made_sign("announcements", _patterns)


def announcements(report: Report, made: Basis) -> Iterator[Act]:
    """The plans that sides tell of themselves, where no event promises in the same words."""
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    told = [e.anchor for e in report.events if e.event in ("AGREE", "CONCEDE") or _refuses(e) or threatens(e)]
    told += [e.anchor for e in report.events if e.event == "REQUEST" and e.status != "planned"]
    told += [e.evidence for e in report.events if e.event in ("AGREE", "CONCEDE")]
    told += [e.evidence for e in report.events if e.event == "CONSULT" and e.status == "planned"]
    official = made.sides.publisher(report)
    for pattern in _patterns():
        for found in passages.find(pattern):
            forgone = pattern is _patterns()[2]
            if any(anchor.overlap(found) for anchor in told) or (_REFUSES.match(found.text) and not forgone):
                continue
            sentence = passages.sentence(found)
            around = passages.statement(found)
            content = None if around is None else next((c for c in around.content if found in c), None)
            clause = plan_clause(sentence, found, 0 if content is None else content.start)
            if unsure(sentence.text[: found.start - sentence.start]) or clause is None:
                continue
            if _LACKING.search(clause.text[max(0, found.end - clause.start) :]):
                continue
            if around is not None and (around.cue is None or not _cues().says.search(around.cue.text)):
                continue
            by = _giver(passages, found, clause, official, made)
            if by is not None:
                yield _act(report, passages, by, clause, found)


def _refuses(event: Event) -> bool:
    """Whether an event is a refusal; what is to be sent back somewhere, as a plan, refuses nothing."""
    return event.event == "REJECT" and event.status != "planned"


def unsure(before: str) -> bool:
    """Whether words before a plan tell that nobody announces it."""
    return _cues().unsure.search(before) is not None


def threatens(event: Event) -> bool:
    """Whether an event is a threat: nobody threatens with what ends a measure ("the service would resume"), or with
    his part of a bargain ("will keep the drones at home as long as the guns are silent")."""
    if event.event != "THREATEN" or _cues().welcome.search(event.anchor.text):
        return False
    return _cues().bargain.search(event.evidence.text) is None


def _giver(passages: Passages, found: Span, clause: Span, official: str | None, made: Basis) -> Voice | None:
    """Who promises: the subject where it is of the speaker's side, who speaks where it is nobody ("will be opened")."""
    speaker = passages.speaker(found)
    side = official if speaker is None else made.sides.of(speaker)
    last = subject(passages, found, clause, made.sides)
    if last is not None and speaker is not None and last.mention is not None and _OWN.fullmatch(last.mention.text):
        return speaker
    if last is None:
        if speaker is not None:
            return speaker
        return publisher(passages.report.document.publisher or official) if official else None
    if side is None:  # the report's own voice tells what somebody is to do
        return voice(last)
    return (speaker or voice(last)) if made.sides.of(last) == side else None


def subject(passages: Passages, found: Span, clause: Span, sides: Sides) -> Actor | None:
    """Who stands as the subject right before the verb of a plan in its clause; null where nobody does."""
    named = [a for a in passages.actors(clause) if a.mention is not None and a.mention.end <= found.start]
    named = [a for a in named if a.kind in _WHO or (a.mention and sides.state(a.mention.text) is not None)]
    named = [
        a for a in named if a.kind != "organization" or a.mention is None or a.mention.text != a.mention.text.lower()
    ]
    named = [a for a in named if a.mention and not _PREPOSITION.search(passages.text[: a.mention.start][-12:])]
    return named[-1] if named and not re.search(r"\w", _between(passages, named[-1].mention, found)) else None


def _between(passages: Passages, mention: Span | None, found: Span) -> str:
    return "" if mention is None else re.sub(r",[^,]*,", "", passages.text[mention.end : found.start])


def plan_clause(sentence: Span, found: Span, first: int) -> Span | None:
    """The words of the plan: from the last coordination before it, not before `first`, to the end of its clause."""
    at, until = found.start - sentence.start, found.end - sentence.start
    starts = [m.end() for m in _COORD.finditer(sentence.text) if m.end() <= at]
    while len(starts) > 1 and not sentence.text[starts[-1] : at].strip():
        starts.pop()  # "had been shut for repairs and would be in use again": the subject stands in the clause before
    heard = _HEARD.match(sentence.text[max(0, first - sentence.start) :])
    first += 0 if heard is None else heard.end()
    start = max(starts[-1] if starts and sentence.text[starts[-1] : at].strip() else 0, first - sentence.start)
    end = _ENDS.search(sentence.text, until)
    stop = until if end is None else end.start()
    start += len(sentence.text[start:stop]) - len(sentence.text[start:stop].lstrip('“" '))  # of a quotation cut short
    words = sentence.text[start:stop].rstrip(" ,")
    return Span(sentence.start + start, sentence.start + start + len(words), words) if len(words.split()) > 2 else None


def _act(report: Report, passages: Passages, by: Voice, words: Span, cue: Span) -> Act:
    around = passages.statement(cue)
    return Act(
        records=(report.document.id if around is None else around.id,), event="AGREE", mode=None, by=(by,), to=(),
        words=words, particulars=(), when=None, where=None, status="planned", negated=False, reported=around is None,
        word=(), spans=(words, cue),
    )  # fmt: skip
