"""Since when a route is as it is told to be, by the words around: "rolled in on Friday", "a week after it was cut"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from onrecord.model import Condition, Report, Span
from onrecord.present.dating import Dating, dating
from onrecord.present.figures import figures
from onrecord.present.passages import Passages
from onrecord.resources.cues import Cue, lowered, worded
from onrecord.resources.lexicon import typed


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/changes.yaml`."""

    changes: list[str]
    closures: list[str]


@cache
def _changes() -> Cue:
    return worded(typed("changes.yaml", Lists).changes)


def changes(words: str) -> bool:
    """Whether words tell how a route came to be as it is, not only how it is: "have placed", "was dragged aside"."""
    return _changes().search(words) is not None


@cache
def _ended() -> Cue:
    nouns = "|".join(typed("changes.yaml", Lists).closures)
    return Cue(
        rf"\b(?:end(?:ed|ing|s)|after) (?:a|an|the|its) (?:[\w-]+ )?(?:{nouns}) of\b|"
        rf"\b(?:the )?first (?:[\w-]+ ){{1,3}}(?:in|for)\b|\bfor the first time in\b"
    )


_AFTER = re.compile(
    r"(?P<count>(?:[\w-]+ )?(?:day|week)s?) after (?:the |its |their )?[^.;,]{2,40}? (?:was|were|had been)\b",
    re.IGNORECASE,
)
_HAPPENED = ("asserted", "alleged")


def since(one: Condition, report: Report, passages: Passages) -> Dating | None:
    """The day or bounds since which a condition of a route holds; null where nothing tells them."""
    sentence = passages.sentence(one.evidence)
    if (counted := _counted(one, report, sentence)) is not None:
        return _day(counted)
    told = dating(one.since)
    ended = one.state in ("open", "opened") and _ended().search(sentence.text)
    if told is not None and not ended:
        return told
    if one.status not in _HAPPENED or not (ended or _changes().search(one.evidence.text)):
        return None
    day = _only_day(report, sentence) or (_day_before(report, passages, one.evidence) if ended else None)
    return None if day is None else _day(day)


def _counted(one: Condition, report: Report, sentence: Span) -> str | None:
    """The day so many days before the one that the sentence tells: "28 days after the highway was cut"."""
    found = _AFTER.search(one.evidence.text) if " after " in lowered(one.evidence.text) else None
    counted = figures(found["count"]) if found is not None else ()
    told = (_only_day(report, sentence) or report.document.published) if counted else None
    if found is None or told is None:
        return None
    days = int(counted[0].value) * (7 if "week" in found["count"] else 1)
    return (date.fromisoformat(told) - timedelta(days=days)).isoformat()


def _days(report: Report, words: Span) -> Iterator[str]:
    """The days told in some words that do not lie ahead of the report."""
    published = report.document.published or "9999"
    for mention in report.mentions:
        time = mention.time
        day = None if time is None or time.start != time.end or mention.span not in words else time.start
        if day is not None and day <= published:
            yield day


def _only_day(report: Report, sentence: Span) -> str | None:
    days = set(_days(report, sentence))
    return days.pop() if len(days) == 1 else None


def _day_before(report: Report, passages: Passages, words: Span) -> str | None:
    """The day told last before some words in their paragraph."""
    start = passages.text.rfind("\n", 0, words.start) + 1
    before = Span(start, words.start, passages.text[start : words.start])
    return next(reversed(list(_days(report, before))), None)


def _day(day: str) -> Dating:
    return Dating(words=None, mention=None, start=day, end=day, explicit=False, unresolved=False, reason=None)
