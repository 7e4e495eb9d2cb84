"""What "It said" goes on with: the statement or readout of which the sentence before speaks."""

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Layers
from onrecord.model import Span

_DOCUMENTS = frozenset(
    (
        "statement readout read-out communique communiqué release letter note report declaration post message memo"
        " bulletin account version"
    ).split()
)


def issuing(layers: Layers, it: Span) -> Span | None:
    """The subject of the sentence before `it`, where it is a document ("A statement from the office"); else None.

    The document's noun phrase names who issued it, so it is linked like any source that names a document.
    """
    before = layers.sentence_before(it.start)
    paragraph = None if before is None else layers.paragraphs[before.paragraph]
    tokens = None if paragraph is None or before is None else paragraph.tokens(layers.span(before.start, before.end))
    if paragraph is None or tokens is None:
        return None
    for subject in syntax.grammatical_subjects(tokens.root):
        if subject.lemma_.lower() in _DOCUMENTS:
            whole = phrases.trimmed(subject.doc, subject.left_edge.i, subject.right_edge.i + 1)
            return paragraph.span(whole)
    return None
