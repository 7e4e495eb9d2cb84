"""Events: clauses coded by the codebook's rules."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import EventDraft


def events(layers: Layers) -> tuple[EventDraft, ...]:
    """The events of a document in text order."""
    return ()
