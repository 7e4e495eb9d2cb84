"""Who accuses whom of what."""

from onrecord.model import Report
from onrecord.present.acts import Act, acts

TYPES = ("ACCUSE",)


def accusations(report: Report) -> tuple[Act, ...]:
    """Every ACCUSE in text order; what is alleged in it is never shown without its accuser."""
    return acts(report, TYPES)
