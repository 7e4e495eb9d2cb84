"""Whose word a condition stands on where no statement holds it: "Doctor Holt has 90 patients", "by his count"."""

import re
from functools import cache

import msgspec

from onrecord.model import Condition, Report, Span
from onrecord.present.passages import Passages
from onrecord.present.voice import Voice, voice
from onrecord.resources.cues import Cue, worded
from onrecord.resources.lexicon import typed

NEAR = 12
"""Characters between the words that vouch and the name of whoever does."""
_NAMED = ("person", "organization", "government", "office")
_COUNTED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)\b")


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/vouching.yaml`."""

    after: list[str]
    counts: list[str]
    before: list[str]
    persons: list[str]
    goes_on: list[str]
    fears: list[str]


class _Cues(msgspec.Struct, frozen=True):
    after: Cue
    counts: Cue
    before: Cue
    persons: Cue
    goes_on: Cue
    fears: Cue


@cache
def _cues() -> _Cues:
    lists = typed("vouching.yaml", Lists)
    return _Cues(*(worded(getattr(lists, name)) for name in Lists.__struct_fields__))


def feared(one: Condition, report: Report) -> bool:
    """Whether a condition is only what somebody is afraid of, by the words that report it."""
    around = next((s for s in report.statements if s.id == one.statement), None)
    return around is not None and around.cue is not None and _cues().fears.search(around.cue.text) is not None


def vouching(one: Condition, passages: Passages) -> Voice | None:
    """Who vouches for a condition that no statement holds; null where the report itself does."""
    if one.statement is not None:
        return None
    sentence = passages.sentence(one.evidence)
    return (
        _goes_on(one, sentence, passages)
        or _before(one, sentence, passages)
        or _after(sentence, passages)
        or _it(sentence, passages)
        or _reports(sentence, passages)
        or _backshifted(sentence, passages)
    )


def _it(sentence: Span, passages: Passages) -> Voice | None:
    """The body whose words the sentence before tells, where "it" stands before words of counting."""
    opens = _PRONOUN.match(sentence.text)
    found = None if opens is None else _cues().before.search(sentence.text)
    number = passages.number(sentence.start)
    if opens is None or found is None or not number or found.start() > opens.end() + NEAR:
        return None
    before = passages.sentences[number - 1]
    said = [s.speaker for s in passages.report.statements if any(c.overlap(before) for c in s.content)]
    bodies = [who for who in said if who is not None and who.kind in ("organization", "government")]
    return voice(bodies[0]) if bodies else None


def _reports(sentence: Span, passages: Passages) -> Voice | None:
    """Whoever reports what a paragraph tells, behind a colon: "The Frontier Guard reports: …"."""
    start = passages.text.rfind("\n\n", 0, sentence.start) + 1
    for one in passages.report.statements:
        if one.speaker is None or one.cue is None or not start <= one.cue.start < sentence.start:
            continue
        before = passages.text[max(start, one.cue.start - 12) : one.cue.end]
        plain = one.content and not one.content[0].text.startswith(("“", '"', "'"))
        if plain and _REPORTING.search(before) and passages.number(one.cue.start) == passages.number(start + 1):
            return voice(one.speaker)
    return None


def _backshifted(sentence: Span, passages: Passages) -> Voice | None:
    """Whoever speaks in the sentence before, where this one goes on in his tense: "… , she said. Two had died"."""
    number = passages.number(sentence.start)
    if not number or _PERFECT.search(sentence.text) is None:
        return None
    before = passages.sentences[number - 1]
    if "\n" in passages.text[before.end : sentence.start]:
        return None
    cued = [s for s in passages.report.statements if s.cue is not None and s.cue.overlap(before) and s.speaker]
    told = [s for s in cued if any(content.overlap(before) for content in s.content)]
    return voice(told[0].speaker) if len(told) == 1 and told[0].speaker else None


_PERFECT = re.compile(
    r"^[^,;“\"]*?\b(?:would (?:last|run out|be gone|suffice|hold out|not last)\b|"
    r"had (?:\w+ly |not |also |already |since )?[a-z]+(?:ed|en|ne|wn|ng|ld|nt|ght)\b)"
)
_PRONOUN = re.compile(r"(?:It|They) ")
_REPORTING = re.compile(r"\b(?:reports|informs|communicates|announces):?$|\breports:")


def _goes_on(one: Condition, sentence: Span, passages: Passages) -> Voice | None:
    """Whoever tells what comes right before, of which this is a part."""
    if not _cues().goes_on.search(one.evidence.text):
        return None
    told = [
        (content.end, statement.speaker)
        for statement in passages.report.statements
        for content in statement.content
        if sentence.start <= content.start and content.end <= one.evidence.start
    ]
    end, speaker = max(told, key=lambda item: item[0], default=(0, None))
    near = speaker is not None and len(passages.text[end : one.evidence.start].strip(" ,;—")) == 0
    return voice(speaker) if near else None


def _before(one: Condition, sentence: Span, passages: Passages) -> Voice | None:
    """Whoever stands right before words of counting and treating, where the condition follows."""
    for actor in passages.actors(sentence):
        if actor.mention is None or actor.kind not in (*_NAMED, "people", "unknown", "state"):
            continue
        rest = passages.text[actor.mention.end : sentence.end]
        found = _cues().before.search(rest)
        if found is None and actor.kind == "person" and _COUNTED.search(rest):
            found = _cues().persons.search(rest)
        at = actor.mention.end if found is None else actor.mention.end + found.start()
        close = found is not None and len(_ASIDE.sub("", rest[: found.start()])) <= NEAR
        if close and (at <= one.evidence.end):
            return voice(actor)
    return None


_ASIDE = re.compile(r"^,[^,;]{0,60},|^ (?:at|of|in|from) (?:the )?[^,;]{2,40}(?= )")


def _after(sentence: Span, passages: Passages) -> Voice | None:
    """Whoever is named after "in the words of", "figures from", or by whose count it is."""
    for found in _cues().after.finditer(sentence.text):
        end = sentence.start + found.end()
        for actor in passages.actors(sentence):
            if actor.mention is None or actor.kind not in _NAMED or not 0 <= actor.mention.start - end < 6:
                continue
            rest = passages.text[actor.mention.end : actor.mention.end + 24]
            counts = _cues().counts.search(f"{actor.mention.text} {rest}")
            if found.group().casefold() != "by" or counts:
                return voice(actor)
    return None
