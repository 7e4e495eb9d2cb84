"""Ledgers over one or many reports: what is asked, promised, agreed; how roads and supplies stand.

Every row holds all the words it stands on; nothing is in a row that no report says.
"""

from onrecord.present.ledgers.access import Episode, access
from onrecord.present.ledgers.agreements import AgreementRow, agreements
from onrecord.present.ledgers.conditions import ConditionRow, conditions, humanitarian
from onrecord.present.ledgers.requests import Answer, RequestRow, demands, pledges

__all__ = [
    "AgreementRow", "Answer", "ConditionRow", "Episode", "RequestRow", "access", "agreements", "conditions",
    "demands", "humanitarian", "pledges",
]  # fmt: skip
