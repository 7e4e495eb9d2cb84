"""Promises that take up what was asked before them: "would comply", "that would happen as soon as …"."""

import re
from collections.abc import Sequence

from onrecord.present.basis import Basis
from onrecord.present.ledgers.entries import Entry, keys

_TAKES_UP = re.compile(
    r"(?:[^.;“”]{0,40} )?(?:(?:that|this|it) (?:will|would) (?:also )?(?:happen|be done|follow)|"
    r"(?:will|would) (?:also |then |gladly )?(?:comply|do so|oblige|do it|follow suit|abide by it|respect it))\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"(?:that )?(?:They|It|These|Those|they|it) (?=(?:will|would) be )")
_FINITE = re.compile(r" (?:has|have|had|was|were|is|are|will|would|remains?|remained) ")
_FEW = 1
"""Words of a promise that tell too little by themselves: "promised escorts", of those that were asked for."""
NEAR = 900
"""Characters before a promise in which what it takes up is asked."""


def taken_up(what: str, given: Entry, asked: Sequence[Entry], made: Basis) -> str:
    """What a promise is of: where it only takes up a demand, the words of the last one of its giver before it."""
    if _THEY.match(what) and (subject := _subject_before(given, made)):
        return _THEY.sub(lambda _: f"{subject} ", what)
    if not _TAKES_UP.match(what) and len(what.split()) > _FEW:
        return what
    here, giving = given.grounds[0], keys(given.act.by, made.sides)
    before = [
        one
        for one in asked
        if one.grounds[0].doc == here.doc
        and 0 < here.span.start - one.grounds[0].span.start < NEAR
        and giving & keys(one.act.to, made.sides)
    ]
    last = max(before, key=lambda one: one.grounds[0].span, default=None)
    return what if last is None else " ".join(last.act.words.text.split())


def with_names(what: str, one: Entry, made: Basis) -> str:
    """What is asked, with whom "their" and "them" stand for: the last several named before in these two sentences."""
    pronoun = _THEM.search(what)
    here = one.grounds[0]
    report = made.by_document.get(here.doc)
    if pronoun is None or report is None:
        return what
    passages, at = made.passages(report), one.act.words.start
    number = passages.number(at)
    first = passages.sentences[max(0, number - 1)].start if number is not None else at
    several = list(_SEVERAL.finditer(passages.text, first, at))
    return what if not several else f"{what[: pronoun.start()]}{several[-1]['who']}{what[pronoun.end() :]}"


_THEM = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:the|its|his|her|our|all|some|several|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of) "
    r"(?P<who>(?:[\w’'-]+ ){0,2}?(?:[a-z]+(?<!s)s|[a-z]*(?:men|women|people|children)|crew))\b",
    re.IGNORECASE,
)


def _subject_before(given: Entry, made: Basis) -> str:
    """The subject of the sentence before a promise, for which "they" stands in it."""
    here = given.grounds[0]
    report = next((one for one in made.reports if one.document.id == here.doc), None)
    passages = None if report is None else made.passages(report)
    number = None if passages is None else passages.number(given.act.words.start)
    if passages is None or not number:
        return ""
    before = passages.sentences[number - 1].text
    found = _FINITE.search(before)
    return "" if found is None else " ".join(before[: found.start()].split())
