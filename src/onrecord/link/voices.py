"""On whose word a record stands: the statement around its words."""

from onrecord.model import Span, Statement


class Voices:
    """The statements of one document, to be asked which of them a span stands in."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._statements = statements

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds `span`; else one whose cue overlaps it; else None.

        A speaker's own act of speech in the report's voice ("she called on both sides to …") is told by the
        statement's cue, so it stands on that statement.
        """
        holding = [s for s in self._statements if any(span in part for part in s.content)]
        if holding:
            return min(holding, key=lambda s: sum(part.end - part.start for part in s.content))
        return next((s for s in self._statements if s.cue is not None and s.cue.overlap(span)), None)
