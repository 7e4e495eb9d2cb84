"""Who promises what, and who concedes it."""

from onrecord.model import Report
from onrecord.present.acts import Act, acts

TYPES = ("AGREE", "CONCEDE")


def promises(report: Report) -> tuple[Act, ...]:
    """Every AGREE and CONCEDE in text order."""
    return acts(report, TYPES)
