"""What is told of a promise as such: "the barges X promised never came", "as X threatened", "despite its pledge"."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers.entries import Entry, entries, keys, labels, word
from onrecord.present.ledgers.fulfilments import core, gist, matter
from onrecord.present.ledgers.request_rows import Answer, RequestRow
from onrecord.present.ledgers.undertakings import THREAT
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.signs import sign
from onrecord.present.voice import voice
from onrecord.present.wording import GENERIC_WEIGHT, telling
from onrecord.resources.cues import Cue

_WHO = r"(?P<who>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*|[Tt]he [a-z]+(?: [a-z]+)?|it|he|she|they)"
_GIVEN = r"(?:promised|pledged|undertaken|threatened|vowed|announced|guaranteed)"
_NO_MORE = r"(?! (?:to|that|him|her|them|it|us|the|an?|there|[A-ZÀ-Þ]\w+ (?:to|that))\b)"
"""Behind a promise that is only referred to stands neither what it is nor to whom it was made."""
_TOLD = (
    Cue(rf"\b(?:as|what|like) {_WHO} (?:had |has )?{_GIVEN}\b{_NO_MORE}"),
    Cue(rf"(?<=[a-z0-9] )(?:that |which )?{_WHO} (?:had |has )?(?:promised|pledged){_NO_MORE}\b"),
    Cue(rf"\b(?:promised|pledged|announced|guaranteed) by {_WHO}"),
)
_DESPITE = Cue(
    r"\b(?:despite|contrary to|in spite of|in breach of|notwithstanding) "
    r"(?:the |an? |its |his |her |their |earlier |repeated )*"
    rf"(?:{_WHO}[’']s? )?(?:promises?|pledges?|assurances?|undertakings?|guarantees?)\b"
    rf"(?: by {_WHO.replace('who', 'by2')})?"
)
_LACKS = re.compile(
    r"\b(?:not|never|no|none|nothing|nowhere|yet to|still waiting|still wait|in vain|waiting for|waited for|"
    r"failed|fails|without|overdue)\b|n[’']t\b",
    re.IGNORECASE,
)
_THREATENED = ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT")
"""Acts that carry a threat out."""
SHARE = 0.5
"""Part of what was threatened that an act must share to be it."""
_TELLS = sign("promise_told", *_TOLD, _DESPITE)


class Told(msgspec.Struct, frozen=True):
    """A sentence of a promise made before: of which side (empty: unknown), whether it tells it broken, its words."""

    day: str
    side: str
    broken: bool
    sentence: Span
    matter: frozenset[str]
    word: str
    grounds: tuple[Ground, ...]


def of_promise(row: RequestRow, given: Entry, made: Basis) -> list[Answer]:
    """What later reports tell of a promise as one, or, of a threat, the acts by which it was carried out."""
    giving = keys(given.act.by, made.sides)
    wanted = _strong(" ".join((row.what, *(span.text for span in given.act.spans[:1]))), made)
    found = []
    for one in made.once("promise_told", lambda: [told for report in made.reports for told in _of(report, made)]):
        enough = 1 if one.side in giving else 2
        if one.day <= (row.first or "9999") or (one.side and one.side not in giving and made.sides.is_state(one.side)):
            continue
        if len(wanted & one.matter) >= enough:
            found.append(
                Answer(outcome="broken" if one.broken else "kept", who=(one.side,) if one.side else (),
                       words=flat(one.sentence.text), day=one.day, word=one.word, grounds=one.grounds)
            )  # fmt: skip
    return found or (list(_carried_out(row, given, made)) if given.act.mode == THREAT else [])


def _carried_out(row: RequestRow, given: Entry, made: Basis) -> Iterator[Answer]:
    """Acts of those who threatened, later, in words of what they threatened with."""
    giving = keys(given.act.by, made.sides)
    first = re.split(r" (?:and|or) ", core(row.what))[0]
    wanted = _strong(gist(first), made) or _strong(first, made)
    for one in entries(made.reports, _THREATENED):
        done = one.act.status in ("asserted", "alleged") and not one.act.negated
        if not done or (one.day or "") <= (row.first or "9999") or giving.isdisjoint(keys(one.act.by, made.sides)):
            continue
        shared = wanted & _strong(one.act.words.text, made)
        if shared and len(shared) >= SHARE * len(wanted):
            yield Answer(outcome="kept", who=labels(one.act.by), words=flat(one.act.words.text), day=one.day,
                         word=word(one.act), grounds=one.grounds)  # fmt: skip


def _of(report: Report, made: Basis) -> Iterator[Told]:
    passages, day = made.passages(report), report.document.published
    if day is None or not passages.has(_TELLS):
        return
    for pattern in (*_TOLD, _DESPITE):
        for found in pattern.finditer(passages.text):
            span = Span(found.start(), found.end(), found.group())
            sentence = passages.sentence(span)
            around = passages.statement(span)
            record = report.document.id if around is None else around.id
            broken = pattern is _DESPITE or _LACKS.search(sentence.text) is not None
            yield Told(
                day, _side(passages, found, made), broken, sentence, _strong(sentence.text, made), passages.word(span),
                grounds(report, record, (sentence,)),
            )  # fmt: skip


def _side(passages: Passages, found: re.Match[str], made: Basis) -> str:
    """Whose promise it is: the side of the actor named there; empty where only a noun or pronoun stands for him."""
    group = next((name for name in ("who", "by2") if name in found.re.groupindex and found[name]), None)
    if group is None:
        return ""
    span = Span(*found.span(group), found[group])
    named = [a for a in passages.actors(passages.sentence(span)) if a.mention is not None and a.mention.overlap(span)]
    if named:
        return made.sides.of(voice(named[-1]))
    words = span.text.split()
    return next((state for one in words if (state := made.sides.state(one))), None) or made.sides.seat(span.text) or ""


def _strong(text: str, made: Basis) -> frozenset[str]:
    """What words stand for that tell which matter is meant, without the names of states and words of promising."""
    words = [w for w in telling(text) if made.sides.state(w) is None and not re.match(r"(?i)promis|pledg|threat", w)]
    return frozenset(name for one in words for name, weight in matter(one).items() if weight > GENERIC_WEIGHT)
