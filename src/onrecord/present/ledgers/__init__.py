"""Ledgers over one or many reports: what is asked, promised, agreed; how roads and supplies stand.

Every row holds all the words it stands on; nothing is in a row that no report says.
"""

from onrecord.present.ledgers.access import access
from onrecord.present.ledgers.accountability import AbuseRow, accountability
from onrecord.present.ledgers.agreements import AgreementRow, agreements
from onrecord.present.ledgers.conditions import ConditionRow, conditions, humanitarian
from onrecord.present.ledgers.episodes import Episode
from onrecord.present.ledgers.process import TrackRow, process
from onrecord.present.ledgers.request_rows import Answer, RequestRow
from onrecord.present.ledgers.requests import demands, pledges
from onrecord.present.ledgers.toolkit import ToolRow, toolkit

__all__ = [
    "AbuseRow", "AgreementRow", "Answer", "ConditionRow", "Episode", "RequestRow", "ToolRow", "TrackRow", "access",
    "accountability", "agreements", "conditions", "demands", "humanitarian", "pledges", "process", "toolkit",
]  # fmt: skip
