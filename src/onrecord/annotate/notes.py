"""What reading had to decide about a text that its user should know: marks never closed, lines cut or left unread.

So is the user's own table of actors: the same text read with another one gives other records.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from msgspec.structs import replace as altered

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import LONGEST, LONGEST_LINE, line_bounds, unread
from onrecord.errors import Code
from onrecord.model import Diagnostic

MOST = 10
"""Diagnostics of one kind on one document: a text with hundreds of open marks is told as well by ten."""


def noted(layers: Layers) -> Layers:
    """The layers with these notes among the diagnostics of their document."""
    told = (
        *_own_table(layers),
        *islice(_open_marks(layers), MOST),
        *islice(_cut_lines(layers), MOST),
        *islice(_unread(layers), MOST),
    )
    if not told:
        return layers
    return replace(layers, document=altered(layers.document, diagnostics=(*layers.document.diagnostics, *told)))


def _own_table(layers: Layers) -> Iterator[Diagnostic]:
    table = layers.own_actors
    if table is not None:
        told = Code.W009.value.format(source=table.source, rows=len(table.rows), digest=table.digest)
        yield Diagnostic("OR-W009", told)


def _open_marks(layers: Layers) -> Iterator[Diagnostic]:
    """Marks that nothing closes, in their paragraph or in one that carries the quotation on."""
    carried_on = {quotation.continues for quotation in layers.quotations}
    for index, quotation in enumerate(layers.quotations):
        if not quotation.closed and index not in carried_on:
            yield Diagnostic("OR-W004", Code.W004.value.format(offset=quotation.start))


def _cut_lines(layers: Layers) -> Iterator[Diagnostic]:
    for start, end in line_bounds(layers.text):
        if end - start > LONGEST:
            parts = sum(start <= paragraph.start < end for paragraph in layers.paragraphs)
            yield Diagnostic("OR-W005", Code.W005.value.format(length=end - start, parts=parts))


def _unread(layers: Layers) -> Iterator[Diagnostic]:
    for start, end in unread(layers.text):
        length = end - start + LONGEST_LINE
        yield Diagnostic("OR-W008", Code.W008.value.format(length=length, offset=start))
