"""A time as a reader meets it: its calendar dates, or why it has none."""

import msgspec

from onrecord.model import Span, Time


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """`start` and `end` are the first and last possible day (ISO dates); both null where only words are known.

    `explicit` says that the words themselves give the date; `reason` why an unresolved one has none.
    """

    words: str | None
    mention: Span | None
    start: str | None
    end: str | None
    explicit: bool
    unresolved: bool
    reason: str | None

    @property
    def known(self) -> bool:
        """Whether there is a calendar date to sort by."""
        return self.start is not None or self.end is not None

    @property
    def days(self) -> str | None:
        """The date or the range of dates in words, null where none is known."""
        if self.start and self.end:
            return self.start if self.start == self.end else f"{self.start} to {self.end}"
        if self.end:
            return f"on or before {self.end}"
        return f"on or after {self.start}" if self.start else None

    @property
    def phrase(self) -> str:
        """The dates, then the words they come from where these do not spell them out."""
        quoted = f"“{self.words}”" if self.words else ""
        if self.days:
            return self.days if self.explicit or not quoted else f"{self.days} ({quoted})"
        if self.unresolved:
            return f"{quoted} (no calendar date)".strip()
        return quoted or "undated"


def dating(time: Time | None) -> Dating | None:
    """The dating of a time; null for none."""
    if time is None:
        return None
    return Dating(
        words=None if time.mention is None else " ".join(time.mention.text.split()),
        mention=time.mention,
        start=time.start,
        end=time.end,
        explicit=time.basis == "explicit",
        unresolved=time.basis == "unresolved",
        reason=time.reason,
    )
