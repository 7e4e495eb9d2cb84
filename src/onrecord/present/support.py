"""Who praises, welcomes or backs whom."""

from onrecord.model import Report
from onrecord.present.acts import Act, acts

TYPES = ("SUPPORT",)


def support(report: Report) -> tuple[Act, ...]:
    """Every SUPPORT in text order."""
    return acts(report, TYPES)
