"""One line of the dossier."""

from dataclasses import dataclass

from onrecord.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`head` says who does what; `words` are the complete words of the text; `notes` when, where, on whose word.

    `marks` are the status words that must be shown with it, `code` is PLOVER's type and mode, `voice` the key of
    whoever speaks or acts. `records` and `spans` lead back to the records and the text; `inside` are lines that
    stand under this one, and `carried` is the part of `words` (0–1) that they show already.
    """

    head: str
    marks: tuple[str, ...] = ()
    code: str | None = None
    words: str | None = None
    notes: tuple[str, ...] = ()
    voice: str = ""
    carried: float = 0.0
    records: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    inside: tuple["Entry", ...] = ()
