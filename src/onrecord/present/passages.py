"""Where words stand in a report: their sentence, the statement around them, whom that sentence names."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from onrecord.model import Actor, Report, Span, Statement
from onrecord.present.chain import Chains, attribution
from onrecord.present.identity.sentences import bounds
from onrecord.present.mentioned import mentioned
from onrecord.present.signs import Sign, Signs
from onrecord.present.voice import Voice, voice
from onrecord.resources.cues import Cue


class Passages:
    """The text of one report, to look words up in. A report that came without its text has none."""

    def __init__(self, report: Report, signs: Signs | None = None) -> None:
        self.report = report
        self._signs = signs
        self.text = report.document.text or ""
        self.chains = Chains(report.statements)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, by punctuation."""
        return tuple(sorted(Span(start, end, self.text[start:end]) for start, end in bounds(self.text)))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(one.start for one in self.sentences)

    def has(self, one: Sign) -> bool:
        """Whether the text has a sign, as was found before where that is known."""
        return one.stands_in(self.text) if self._signs is None else one.name in self._signs

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself where the text is not known."""
        found = self.number(span.start)
        return span if found is None else self.sentences[found]

    def number(self, offset: int) -> int | None:
        """The number of the sentence that holds a character; null between sentences."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None

    def find(self, pattern: re.Pattern[str] | Cue) -> Iterator[Span]:
        """Every place of a pattern in the text."""
        return (Span(m.start(), m.end(), m.group()) for m in pattern.finditer(self.text))

    def statement(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds the beginning of a span."""
        starts, reach, told = self._contents
        around: set[int] = set()
        for at in range(bisect_right(starts, span.start) - 1, -1, -1):
            if reach[at] <= span.start:
                break  # none before reaches so far
            end, number = told[at]
            if end > span.start:
                around.add(number)
        found = (self.report.statements[number] for number in sorted(around))
        return max(found, key=lambda s: (len(self.chains.statements(s.id)), s.content[0].start), default=None)

    @cached_property
    def _contents(self) -> tuple[list[int], list[int], list[tuple[int, int]]]:
        """Of all contents in text order: where they begin, how far those up to each reach, ends and statements."""
        order = sorted((c.start, c.end, n) for n, s in enumerate(self.report.statements) for c in s.content)
        ends = [(end, number) for _, end, number in order]
        return [start for start, _, _ in order], list(accumulate((end for end, _ in ends), max)), ends

    def speaker(self, span: Span) -> Voice | None:
        """Who speaks the words; null for the report's own voice and for a speaker who was not found."""
        around = self.statement(span)
        found = None if around is None else voice(around.speaker)
        return found if found is not None and found.key else None

    def word(self, span: Span) -> str:
        """On whose word a span stands; empty for the report's own."""
        around = self.statement(span)
        return attribution(self.chains.voices(None if around is None else around.id))

    def actors(self, span: Span) -> tuple[Actor, ...]:
        """The actors named in a span, in text order, with the words they have there."""
        named = (m for m in mentioned(self.report) if m.actor is not None and m.span in span)
        return tuple(m.actor for m in sorted(named, key=lambda m: m.span) if m.actor is not None)
