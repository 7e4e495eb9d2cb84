"""Speakers who go on: "He said" right after another's words, "the office said" after the office's readout.

Asked only where the mention itself found nobody: reporters go on with the source whom they have just quoted.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.model import Actor, Span, Statement
from onrecord.resources.documents import documents
from onrecord.resources.names import words

_BODIES = frozenset({"organization", "office", "government", "group"})
_ISSUING = words(
    "office ministry department presidency palace chancellery embassy council army military command agency government"
    " channel broadcaster network station newspaper outlet"
)
"""Bodies that "the …" may go on with; it may with what they issue too."""
_CLOSING = (",", ",”", ',"', ",’", ",'", "”", '"')
"""What stands before who speaks, where his words come first."""
NEAR = 300
"""Code points between the words of one who goes on with "he said" and his next ones."""


def continued(layers: Layers, source: Span, before: Sequence[Statement]) -> Actor | None:
    """Who speaks in `source`, a pronoun or a bare "the office": the one quoted last; None where it can be neither."""
    words = source.text.lower().split()
    if words in (["he"], ["she"]):
        return _speaker_before(layers, source, before)
    if words == ["it"]:
        return _body_before(layers, source, before)
    if len(words) > 1 and words[0] in ("the", "its", "that") and words[-1] in _ISSUING | documents().nouns:
        return _issuer_before(source, before)
    return None


def _speaker_before(layers: Layers, source: Span, before: Sequence[Statement]) -> Actor | None:
    """The person who speaks in the sentence before, in the same paragraph and outside of any quotation."""
    paragraph = layers.paragraph_at(source.start)
    last = None if paragraph is None else _last_speaker(source, before, paragraph.start)
    if last is None or last.kind != "person" or last.name is None:
        return None
    return replace(last, mention=source, resolved_by="coreference")


def _body_before(layers: Layers, source: Span, before: Sequence[Statement]) -> Actor | None:
    """The body that speaks in the sentence before, in the same paragraph: "it said" goes on with it.

    At the end of a sentence also in the paragraph before: "The two also discussed gas, it added."
    """
    paragraph = layers.paragraph_at(source.start)
    start = None if paragraph is None else paragraph.start
    if paragraph is not None and layers.text[: source.start].rstrip().endswith(_CLOSING):
        start = layers.paragraphs[max(0, paragraph.index - 1)].start
    last = None if start is None else _last_speaker(source, before, start)
    if last is None or last.kind not in _BODIES | {"state"} or last.name is None:
        return None
    return replace(last, mention=source, resolved_by="coreference")


def _last_speaker(source: Span, before: Sequence[Statement], start: int) -> Actor | None:
    """Who spoke last before `source`, from the code point `start` on; None where his words are not near."""
    roots = [s for s in before if s.parent is None and s.speaker is not None and s.content[0].start < source.start]
    if not roots:
        return None
    last = max(roots, key=lambda s: max(span.end for span in s.content))
    near = start <= last.content[0].start and source.start - max(s.end for s in last.content) <= NEAR
    return last.speaker if near else None


def _issuer_before(source: Span, before: Sequence[Statement]) -> Actor | None:
    """The body whose statement or readout was told last; a state speaks by a statement too."""
    kinds = _BODIES | ({"state"} if source.text.lower().split()[-1] in documents().nouns else frozenset())
    for statement in reversed(before):
        speaker = statement.speaker
        if statement.parent is None and speaker is not None and speaker.kind in kinds and speaker.name is not None:
            return replace(speaker, mention=source, resolved_by="coreference")
    return None
