"""The evidence base: reports kept in a database, reviews apart from machine records."""

from onrecord.store.base import EvidenceBase
from onrecord.store.reviews import Review
from onrecord.store.search import Hit

__all__ = ["EvidenceBase", "Hit", "Review"]
