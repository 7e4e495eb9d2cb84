"""What tests look for in a report."""

from onrecord.model import Report, Statement


def by_cue(report: Report, cue: str) -> Statement:
    """The first statement whose reporting words hold `cue`."""
    return next(s for s in report.statements if s.cue is not None and cue in s.cue.text)
