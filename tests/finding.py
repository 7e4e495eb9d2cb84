"""What tests look for in a report."""

from onrecord.model import Actor, Report, Statement
from onrecord.reader import Reader


def by_cue(report: Report, cue: str) -> Statement:
    """The first statement whose reporting words hold `cue`."""
    return next(s for s in report.statements if s.cue is not None and cue in s.cue.text)


def party(reader: Reader, text: str, words: str) -> Actor:
    """The party of the text's events whose words hold `words`."""
    parties = (a for e in reader.read(text).events for a in (*e.actors, *e.recipients))
    return next(a for a in parties if a.mention is not None and words in a.mention.text)
