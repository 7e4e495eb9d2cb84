"""Time expressions: found and understood here, put on the calendar by `onrecord.link.times`."""

from onrecord.annotate.layers import Layers, TimeExpression


def times(layers: Layers) -> tuple[TimeExpression, ...]:
    """The time expressions of a document in text order, not overlapping."""
    return ()
