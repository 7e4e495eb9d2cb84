"""Deeds that reports tell of the kinds of end that can be asked: done, thwarted, still so, refused."""

import re
from collections.abc import Iterator

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.ledgers.end_cues import asked_in, carriers, cues, lasting, told_in
from onrecord.present.ledgers.fulfilments import Deed, ahead, clauses, matter, negates
from onrecord.present.signs import made as made_sign

_ENDING = ("open", "withdraw", "release", "dismantle", "restore", "evacuate", "close")
"""Kinds of end that have not come about where something is still so."""
_FIRST = re.compile(r"\b(?:the )?first (?:[\w-]+ ){1,3}(?:in|for|since)\b|\bfor the first time (?:in|since)\b", re.I)
"""What comes for the first time in so many days tells that its route is open again."""
_AUXILIARIES = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|still|now|also|then|already|not|later)\b")
"""Words between a subject and what it is told to have done or to be."""
_NAMES = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*,? )+(?:and )?")
"""The first names of several who did something together, from whom a conjunction parts the clause."""
_VERB = 40
"""Characters behind "will not" in which the verb of what is refused stands."""


def deeds(report: Report, made: Basis) -> Iterator[tuple[tuple[str, ...], Deed]]:
    """The deeds that a report tells, each with its kinds."""
    passages, day = made.passages(report), report.document.published
    if day is None or not passages.has(_TELLS):
        return
    for sentence in passages.sentences:
        yield from _refusals(report, sentence, day)
        possible, still = told_in(sentence.text), lasting()[0].search(sentence.text) is not None
        for clause in clauses(sentence) if possible or still else ():
            if still:
                yield from _still(report, sentence, clause, day)
            for one, done, undone in possible:
                against = one.undone.search(clause.text) if undone else None
                cue = against or (one.done.search(clause.text) if done else None)
                if cue is None or ahead(clause.text[: cue.start()]):
                    continue
                span = Span(clause.start + cue.start(), clause.start + cue.end(), cue.group())
                no = against is not None or negates(clause.text[: cue.start()])
                yield (one.name,), Deed(report, sentence, clause, span, no, day)


def with_subject(deed: Deed) -> str:
    """The clause of a deed, with what stands before it in the sentence where it opens with the deed: its subject."""
    words = deed.clause.text
    before = _AUXILIARIES.sub("", words[: deed.cue.start - deed.clause.start])
    together = _NAMES.fullmatch(deed.sentence.text[: deed.clause.start - deed.sentence.start])
    if (len(before.split()) > 1 and not together) or deed.clause.start == deed.sentence.start:
        return words
    return deed.sentence.text[: deed.clause.end - deed.sentence.start]


def named(clause: str) -> Iterator[str]:
    """What a clause names; with what comes for the first time again, the routes that it takes."""
    yield from matter(clause)
    if _FIRST.search(clause):
        for moves, routes in carriers():
            if moves.search(clause):
                yield from routes


def _still(report: Report, sentence: Span, clause: Span, day: str) -> Iterator[tuple[tuple[str, ...], Deed]]:
    """What a clause tells to be still so."""
    still, but_not, _ = lasting()
    cue = still.search(clause.text)
    if cue is None or but_not.search(clause.text):
        return
    span = Span(clause.start + cue.start(), clause.start + cue.end(), cue.group())
    yield _ENDING, Deed(report, sentence, clause, span, True, day, lasting=True)


def _refusals(report: Report, sentence: Span, day: str) -> Iterator[tuple[tuple[str, ...], Deed]]:
    """What a sentence says that somebody will not do, by the verbs in which it is asked."""
    _, _, refusing = lasting()
    for cue in refusing.finditer(sentence.text):
        rest = sentence.text[cue.end() : cue.end() + _VERB]
        span = Span(sentence.start + cue.start(), sentence.start + cue.end(), cue.group())
        for one in asked_in(rest):
            asked = one.asks.search(rest)
            before = "" if asked is None else rest[: asked.start()].rpartition(" nor ")[2]  # "neither … nor punish"
            if asked is not None and len(before.split()) < 2:
                yield (one.name,), Deed(report, sentence, sentence, span, True, day, refused=True)


def _stands_in(text: str) -> bool:
    """Whether a text has any words that tell an end, that something is still so, or that somebody refuses."""
    still, _, refusing = lasting()
    cues = (cue for one, done, undone in told_in(text) for cue in (*[one.done] * done, *[one.undone] * undone))
    return any(cue.search(text) for cue in (*cues, still, refusing))


_TELLS = made_sign(
    "ends",
    lambda: (*(cue for one in cues() for cue in (one.done, one.undone)), lasting()[0], lasting()[2]),
    _stands_in,
)
