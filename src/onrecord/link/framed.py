"""The time that a sentence sets its clause in: "In 2003, the British prime minister said" is of the one of 2003.

Only what clearly frames the clause: a date that hangs on the clause's own verb or on one above it, before what is said
there. "Since 2003", "until May" and the dates of what somebody tells of are no frames.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import clause_head
from onrecord.link.times import TimeLinker
from onrecord.model import Span

_IN = frozenset(["in", "on", "at", "during", "throughout", "back", "of", "by"])
_WHILE = frozenset(["when", "as", "while"])
_THEN = frozenset(["time", "day", "period", "era"])
_LONGEST = 400
"""Days of the longest frame: within a decade an office changes hands."""
_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The first and last day (ISO) of the time told; both empty where only "at the time" is told."""

    first: str = ""
    last: str = ""


class Frames:
    """The frames of one document's clauses."""

    def __init__(self, layers: Layers, times: TimeLinker | None = None) -> None:
        self._layers = layers
        self._times = times or TimeLinker(layers)
        self._starts = [time.start for time in layers.times]

    def of(self, paragraph: Paragraph, title: Token) -> Frame | None:
        """The time that frames the clause in which a title stands; None where none clearly does."""
        if _at_the_time(title):
            return Frame()
        told = self._told(paragraph, title)
        if not told:
            return None
        verb = clause_head(title)
        for head, span in told:
            if head == title:
                return self._frame(span)
        for _ in range(_LEVELS):
            own = [(head, span) for head, span in told if head == verb]
            if own:
                frames = [span for _, span in own if _sets_in(paragraph, verb, span)]
                return self._frame(frames[0]) if frames else None
            if verb.head == verb or not _goes_along(verb):
                return None
            verb = verb.head
        return None

    def _told(self, paragraph: Paragraph, title: Token) -> list[tuple[Token, Span]]:
        """The dates of the sentence, each with the word that it hangs on."""
        sentence = self._layers.sentence_at(paragraph.start + title.idx)
        if sentence is None:
            return []
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        found = []
        for time in self._layers.times[first:last]:
            if time.type not in ("DATE", "TIME"):
                continue
            span = self._layers.span(time.start, time.end)
            tokens = paragraph.tokens(span)
            if tokens is None:
                continue
            root = tokens.root
            head = root.head
            if head.pos_ == "ADP" and head != root:
                if head.lower_ not in _IN:
                    continue
                head = head.head
            found.append((head, span))
        return found

    def _frame(self, span: Span) -> Frame | None:
        time = self._times.time(span)
        if time is None or time.start is None or time.end is None:
            return None
        first, last = date.fromisoformat(time.start), date.fromisoformat(time.end)
        published = self._layers.document.published
        # what is still to come is planned with the holder of today: "the president will visit in May"
        if last - first > timedelta(days=_LONGEST) or (published is not None and time.start > published[:10]):
            return None
        return Frame(time.start, min(time.end, published[:10]) if published is not None else time.end)


def _at_the_time(title: Token) -> bool:
    """Whether words after a title leave its time to the story: "the president at the time", "minister of the day"."""
    return any(
        prep.lower_ in ("at", "of") and any(c.lower_ in _THEN and c.tag_ == "NN" and _bare(c) for c in prep.children)
        for prep in title.rights
    )


def _bare(noun: Token) -> bool:
    return all(c.lower_ in ("the", "that") for c in noun.children)


def _sets_in(paragraph: Paragraph, verb: Token, span: Span) -> bool:
    """Whether a date is its verb's own: before it, or after it with no clause between ("said it began in 2003")."""
    start = span.start - paragraph.start
    if start < verb.idx:
        return True
    return not any(
        c.dep_ in ("ccomp", "xcomp", "advcl", "parataxis") and verb.idx < c.idx < start for c in verb.children
    )


def _goes_along(verb: Token) -> bool:
    """Whether a clause is set in the time of the one above it."""
    if verb.dep_ in ("conj", "ccomp", "xcomp"):
        return True
    return verb.dep_ == "advcl" and any(c.lower_ in _WHILE for c in verb.lefts)
