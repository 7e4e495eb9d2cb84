"""What was done, rather than said: PLOVER's material cooperation and material conflict."""

from onrecord.model import Report
from onrecord.present.acts import Act, acts
from onrecord.present.demands import demands, folded

TYPES = ("COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")


def deeds(report: Report) -> tuple[Act, ...]:
    """Every material event in text order, but not those that a demand shows already."""
    shown = folded(demands(report))
    return tuple(deed for deed in acts(report, TYPES) if deed.records[0] not in shown)
