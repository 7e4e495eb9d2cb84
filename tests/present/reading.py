"""Reports read from texts of an outlet, for the tests of views."""

from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.reader import Reader


def read_as(reader: Reader, text: str, published: str, publisher: str = "Meridian Wire") -> Report:
    """The report of a text that `publisher` brought out on the ISO date `published`."""
    return reader.read(text, published=published, title="", publisher=publisher, uri=f"https://x.example/{published}")


def answers(reader: Reader, asked: str, told: str) -> list[set[str]]:
    """For every demand of a report the outcomes that it has by what another report told eight days later."""
    reports = (read_as(reader, asked, "2035-09-04"), read_as(reader, told, "2035-09-12"))
    return [{answer.outcome for answer in row.answers} for row in ledgers.demands(reports)]


def outcomes(reader: Reader, promised: str, told: str) -> list[set[str]]:
    """The same for every promise."""
    reports = (read_as(reader, promised, "2035-09-04"), read_as(reader, told, "2035-09-12"))
    return [{answer.outcome for answer in row.answers} for row in ledgers.pledges(reports)]
