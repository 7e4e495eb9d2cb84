"""Demands that the words of a report tell, where no event does, as acts of the ledgers."""

import re

from onrecord.model import Report, Span
from onrecord.present.acts import Act, Particular
from onrecord.present.passages import Passages
from onrecord.present.voice import Voice


def as_request(
    report: Report, passages: Passages, by: Voice, to: Voice | None, words: Span, cue: Span, due: tuple[Particular, ...]
) -> Act:
    """A demand found in the words of a report: who asks whom for what, on the word of whoever says the cue."""
    around = passages.statement(cue)
    own = around is None or passages.speaker(cue) == by
    return Act(
        records=(report.document.id if around is None else around.id,), event="REQUEST", mode=None, by=(by,),
        to=() if to is None else (to,), words=words, particulars=due, when=None, where=None, status="asserted",
        negated=False, reported=own, word=() if own or around is None else passages.chains.voices(around.id),
        spans=(words, cue),
    )  # fmt: skip


def span_of(found: re.Match[str], group: str) -> Span:
    """The words of a group of a pattern."""
    return Span(found.start(group), found.end(group), found[group])
