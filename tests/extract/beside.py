"""Events of a text that stands in a report beside two acts beyond doubt, so that the report is one about parties."""

from onrecord.model import Event
from onrecord.reader import load

BESIDE = "Kenya accused Somalia of theft. Somalia urged Kenya to free its sailors."


def events_of(text: str, beside: str = BESIDE) -> list[Event]:
    """The events of `text` alone, read behind `beside`."""
    found: tuple[Event, ...] = load().read(f"{beside}\n\n{text}", published="2024-05-10").events
    return [e for e in found if e.anchor.start > len(beside)]
