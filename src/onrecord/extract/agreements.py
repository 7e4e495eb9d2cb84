"""Agreements that a report names."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import AgreementDraft


def agreements(layers: Layers) -> tuple[AgreementDraft, ...]:
    """The agreements of a document, in order of their first mention."""
    return ()
