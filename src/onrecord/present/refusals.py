"""Who threatens and who refuses."""

from onrecord.model import Report
from onrecord.present.acts import Act, acts

TYPES = ("THREATEN", "REJECT")


def refusals(report: Report) -> tuple[Act, ...]:
    """Every THREATEN and REJECT in text order."""
    return acts(report, TYPES)
