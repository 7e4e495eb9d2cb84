"""Attributions by the learned tagger."""

from onrecord.annotate.layers import Attribution, Layers


def attributions(layers: Layers) -> tuple[Attribution, ...]:
    """The statements that the learned tagger finds, in text order."""
    return ()
