"""Reports read from texts of an outlet, for the tests of views."""

from onrecord.model import Report
from onrecord.reader import Reader


def read_as(reader: Reader, text: str, published: str, publisher: str = "Meridian Wire") -> Report:
    """The report of a text that `publisher` brought out on the ISO date `published`."""
    return reader.read(text, published=published, title="", publisher=publisher, uri=f"https://x.example/{published}")
