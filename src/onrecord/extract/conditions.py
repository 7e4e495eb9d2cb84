"""Conditions: states of affairs that a report describes."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import ConditionDraft


def conditions(layers: Layers) -> tuple[ConditionDraft, ...]:
    """The conditions of a document in text order."""
    return ()
