"""What of a report is about a topic: all of it where it opens with the topic, else the paragraphs that name it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.model import Report, Span
from onrecord.present.identity.corrections import announces, superseded
from onrecord.present.identity.docket import without
from onrecord.present.identity.tellings import sketch, tellings
from onrecord.present.wording import stem, words

_BREAK = re.compile(r"\n\s*\n|\n(?=\S)")
_OPENING = 2
"""Paragraphs that tell what a report is about."""


def beginnings(topics: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """For each topic the beginnings that words of a text must have: “Lachin Corridor” is (“lachin”, “corridor”)."""
    found = (tuple(dict.fromkeys(stem(word) for word in _words(topic))) for topic in topics)
    return tuple(group for group in found if group)


NOTICES = (("correct",), ("clarif",))
"""Beginnings of words that a notice of correction has, whatever it is about."""


def chosen(
    reports: Iterable[Report], topics: Sequence[Sequence[str]] = (), since: str | None = None, until: str | None = None
) -> list[Report]:
    """What the reports tell about one of the topics (all where there are none), published in the period.

    `since` and `until` are ISO dates, inclusive; with either, reports of unknown date are left out. A correction of a
    chosen report is chosen too, whenever it was published and whatever words it has.
    """
    found: list[Report] = []
    notices: list[Report] = []
    for report in reports:
        part = about(report, topics) if topics else report
        if part is not None and _within(report.document.published, since, until):
            found.append(part)
        elif announces(report.document):
            notices.append(report if part is None else part)
    if notices:
        sketches = [sketch(report.document) for report in (*found, *notices)]
        chosen_ids = {report.document.id for report in found}
        needed = {one.by for doc, one in superseded(sketches, tellings(sketches)).items() if doc in chosen_ids}
        found += [report for report in notices if report.document.id in needed]
    return found


def _within(published: str | None, since: str | None, until: str | None) -> bool:
    if published is None:
        return since is None and until is None
    return (since is None or published >= since) and (until is None or published <= until)


def _words(topic: str) -> list[str]:
    telling = [word for _, _, word in words(topic)]
    return telling or re.findall(r"\w+", topic)


def about(report: Report, topics: Sequence[Sequence[str]]) -> Report | None:
    """What of a report is about one of the topics (see `beginnings`); null where nothing is.

    A paragraph is about a topic that it names in full. Right after such a paragraph, naming part of it is enough.
    """
    text, title = report.document.text or "", (report.document.title or "").casefold()
    if any(_names(title, topic) for topic in topics):
        return report
    parts = [(a, b, text[a:b].casefold()) for a, b in _paragraphs(text)]
    if any(_names(f"{title} {' '.join(part for *_, part in parts[:_OPENING])}", topic) for topic in topics):
        return report
    kept: list[tuple[int, int]] = []
    for start, end, part in parts:
        goes_on = bool(kept) and kept[-1][1] >= start - 3
        if any(_names(part, topic) or (goes_on and _names_part(part, topic)) for topic in topics):
            kept.append((start, end))
    if not kept:
        return None
    return without(report, lambda span: not _inside(span, kept))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    return [(a, b) for a, b in (*found, (start, len(text))) if text[a:b].strip()]


def _names(text: str, topic: Sequence[str]) -> bool:
    return all(_begins(text, beginning) for beginning in topic)


def _names_part(text: str, topic: Sequence[str]) -> bool:
    return any(_begins(text, beginning) for beginning in topic)


def _begins(text: str, beginning: str) -> bool:
    """Whether a word of the text has this stem, or is it: "pas" stands for “pass” and “passes”, not for “past”."""
    return any(beginning in (found[0], stem(found[0])) for found in _word(beginning).finditer(text))


@cache
def _word(beginning: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(beginning)}\w*")


def _inside(span: Span, kept: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in kept)
