"""On whose word a record stands: the statement around its words."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from onrecord.model import Actor, Span, Statement


@dataclass(frozen=True, slots=True)
class _Part:
    """A fragment of a statement's content (or its cue), and the number of the part that was open when it began."""

    span: Span
    statement: Statement
    around: int | None


class Voices:
    """The statements of one document, to be asked which of them a span stands in."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self.statements = statements
        self._by_id = {one.id: one for one in statements}
        self._contents = _chained([(part, s) for s in statements for part in s.content])
        self._cues = _chained([(s.cue, s) for s in statements if s.cue is not None])
        self._starts = [part.span.start for part in self._contents]
        self._cue_starts = [part.span.start for part in self._cues]
        known = (s.speaker for s in statements if s.speaker is not None and s.speaker.resolved_by != "unresolved")
        self._meant: dict[Span | None, Actor] = {
            one.mention: one for one in known if one.mention and one.kind != "group"
        }

    def meant(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Actors, each whose words are also those for the speaker of a statement as this one.

        Words for several ("we", of somebody and his state) stay what they are.
        """
        words = Counter(actor.mention for actor in actors)
        return tuple(self._meant.get(one.mention, one) if words[one.mention] == 1 else one for one in actors)

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds `span`; else one whose cue overlaps it; else None.

        A speaker's own act of speech in the report's voice ("she called on both sides to …") is told by the
        statement's cue, so it stands on that statement.
        """
        holding = [p.statement for p in self._open_at(span.start) if span in p.span]
        if holding:
            return min(holding, key=lambda s: sum(part.end - part.start for part in s.content))
        return self._by_cue(span)

    def outside(self, statement: Statement) -> Statement | None:
        """The statement that another one stands in."""
        return self._by_id.get(statement.parent or "")

    def told_by(self, span: Span) -> Statement | None:
        """The statement whose cue overlaps `span`, wherever the cue itself stands."""
        return self._by_cue(span)

    def _open_at(self, offset: int) -> list[_Part]:
        """The parts that began at or before `offset` and were open when the last of them began."""
        found, place = [], bisect_right(self._starts, offset) - 1
        number: int | None = place if place >= 0 else None
        while number is not None:
            found.append(self._contents[number])
            number = self._contents[number].around
        return found

    def _by_cue(self, span: Span) -> Statement | None:
        """The first statement whose cue overlaps `span`."""
        place = max(bisect_right(self._cue_starts, span.start) - 1, 0)
        for part in self._cues[place:]:
            if part.span.overlap(span):
                return part.statement
            if part.span.start >= span.end:
                return None
        return None


def _chained(parts: list[tuple[Span, Statement]]) -> list[_Part]:
    """Parts by their start, longer first, each linked to the last one still open."""
    chained: list[_Part] = []
    open_: list[int] = []
    for span, statement in sorted(parts, key=lambda p: (p[0].start, -p[0].end)):
        while open_ and chained[open_[-1]].span.end <= span.start:
            open_.pop()
        chained.append(_Part(span, statement, open_[-1] if open_ else None))
        open_.append(len(chained) - 1)
    return chained
