"""Quotation marks: where text between them starts and ends."""

from onrecord.annotate.layers import Layers, Quotation


def quotations(layers: Layers) -> tuple[Quotation, ...]:
    """The quotations of a document in order of their opening mark, outer before inner."""
    return ()
