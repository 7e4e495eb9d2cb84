"""Contacts that no record of a contact tells: agreed or asked for, called off, diplomats who are summoned."""

import re
from collections.abc import Iterator

from onrecord.model import Actor, Report, Span, Time
from onrecord.present.contact_words import CANCELS, NOUN, cancels, kind_of
from onrecord.present.grounds import grounds
from onrecord.present.meetings import Meeting, State, Step
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.present.voice import voices
from onrecord.resources.cues import Cue


def ahead(report: Report, passages: Passages, stand: Sides) -> Iterator[Meeting]:
    """Contacts that are agreed, announced or asked for, which no record of a contact tells."""
    told = [event.evidence for event in report.events if event.event == "CONSULT"]
    for event in report.events:
        asked = event.event == "REQUEST" and event.mode == "meet"
        if event.event not in ("AGREE", "CONCEDE") and not asked:
            continue
        matter = event.detail.pledge or event.detail.demand or event.evidence
        noun = _noun(matter.text) or _COMES.search(f"{event.anchor.text} {matter.text}")
        if noun is None or any(event.anchor in span for span in told) or event.negated:
            continue
        actors = (*event.actors, *event.recipients)
        named = (a for a in passages.actors(event.evidence) if a.kind in ("state", "organization", "person"))
        when = _then(report, matter) or event.when
        step = _told(report, passages, "proposed" if asked else "planned", event.id, event.evidence, event.anchor)
        invited = noun.group().startswith("invit")
        yield Meeting(
            first=None if when is None else when.start, last=None if when is None else when.end,
            dated=when is not None and when.start is not None,
            kind="visit" if invited else kind_of(noun.group(), matter.text),
            parties=tuple(dict.fromkeys(v.label for v in voices(actors))), sides=stand.all((*actors, *named)),
            place=None if event.where is None else event.where.name or flat(event.where.mention.text),
            state=step.state, agenda=(), reports=1, steps=(step,), grounds=step.grounds,
        )  # fmt: skip


def _noun(text: str) -> re.Match[str] | None:
    """A noun for a contact that is no part of the name of a body ("the Lakes Conference")."""
    return next((m for m in NOUN.finditer(text) if m.group().islower()), None)


_COMES = re.compile(r"\b(?:meet|visit|travel to|receive|host|invite[sd]?)\b")
"""Verbs of a contact, in what is agreed or asked or in the word for it."""


def _then(report: Report, matter: Span) -> Time | None:
    """The day that stands in what is agreed or asked itself."""
    inside = (m.time for m in report.mentions if m.time is not None and m.span in matter and m.time.start)
    return next(inside, None)


def cancelled(report: Report, passages: Passages, stand: Sides) -> Iterator[Meeting]:
    """Sentences that say that a contact will not be."""
    for sentence in passages.sentences if passages.has(CANCELS) else ():
        if not cancels(sentence.text):
            continue
        actors = [a for a in passages.actors(sentence) if a.kind in ("state", "organization", "person", "government")]
        times = [m.time for m in report.mentions if m.time is not None and m.span in sentence and m.time.start]
        noun = next(m.group() for m in NOUN.finditer(sentence.text))
        event = next((e for e in report.events if e.anchor in sentence), None)
        around = passages.statement(sentence)
        record = event.id if event else around.id if around else report.document.id
        step = _told(report, passages, "cancelled", record, sentence, sentence)
        yield Meeting(
            first=times[0].start if times else None, last=times[0].end if times else None, dated=bool(times),
            kind=kind_of(noun), parties=tuple(dict.fromkeys(v.label for v in voices(actors))),
            sides=stand.all(actors), place=None, state="cancelled", agenda=(), reports=1, steps=(step,),
            grounds=step.grounds,
        )  # fmt: skip


def _told(report: Report, passages: Passages, state: State, record: str, words: Span, anchor: Span) -> Step:
    return Step(
        state=state,
        words=flat(words.text),
        word=passages.word(anchor),
        told=report.document.published,
        grounds=grounds(report, record, dict.fromkeys((words, anchor))),
    )


def summoned(report: Report, passages: Passages, stand: Sides) -> Iterator[Meeting]:
    """Diplomats who are called in to a ministry: the one summoned, and the office that summons or publishes."""
    for event in report.events:
        if not _SUMMONS.search(event.anchor.text) or event.event == "CONSULT" or event.negated:
            continue
        actors = (*event.actors, *event.recipients)
        named = [a for a in passages.actors(event.evidence) if a.kind in ("person", "state", "organization")]
        official = stand.publisher(report) if not event.actors else None
        called = tuple(dict.fromkeys(v.label for v in voices(actors)))
        step = _told(report, passages, "held", event.id, event.evidence, event.anchor)
        when = event.when
        yield Meeting(
            first=None if when is None else when.start, last=None if when is None else when.end,
            dated=when is not None and when.start is not None, kind="summons",
            parties=(*called, *(v.label for v in voices(named) if v.label not in called)),
            sides=tuple(dict.fromkeys((*((official,) if official else ()), *stand.all((*actors, *named))))),
            place=None if event.where is None else event.where.name or flat(event.where.mention.text),
            state="held", agenda=(), reports=1, steps=(step,), grounds=step.grounds,
        )  # fmt: skip


_SUMMONS = re.compile(r"\bsummon", re.IGNORECASE)
_JOINED = Cue(
    r"\b(?:took part|takes part|also attended|attended the|joined the|was (?:also )?present|were (?:also )?present|"
    r"chaired the|mediated|moderated|acted as (?:a )?mediator)\b"
)
NEXT = 2
"""Sentences after a contact in which somebody "took part" in that one."""


def joined(passages: Passages, anchor: Span) -> tuple[Actor, ...]:
    """Those of whom the sentences right after a contact say that they took part."""
    at = passages.number(anchor.start)
    if at is None:
        return ()
    found = (one for one in passages.sentences[at + 1 : at + 1 + NEXT] if _JOINED.search(one.text))
    return tuple(a for one in found for a in passages.actors(one) if a.kind in ("person", "state", "organization"))
