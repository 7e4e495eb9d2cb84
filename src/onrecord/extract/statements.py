"""Statements: who is reported to have said what."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import StatementDraft


def statements(layers: Layers) -> tuple[StatementDraft, ...]:
    """The statements of a document in text order, nested ones after the one they stand in."""
    return ()
