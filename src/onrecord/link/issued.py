"""Documents that speak: what "It said" goes on with, and whose "the Novalan readout" is."""

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Layers, Paragraph
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Span

_DOCUMENTS = frozenset(
    (
        "statement readout read-out communique communiqué release letter note report declaration post message memo"
        " bulletin account version"
    ).split()
)


def issuing(layers: Layers, it: Span) -> Span | None:
    """The document that "it" stands for: the subject before it in its sentence, else that of the sentence before.

    "A statement from the office … It said", "The Novalan readout contradicts this: it states". The document's noun
    phrase names who issued it, so it is linked like any source that names a document. None where there is none.
    """
    own = layers.paragraph_at(it.start)
    tokens = None if own is None else own.tokens(it)
    if own is None or tokens is None:
        return None
    before = [t for t in tokens[0].sent if t.i < tokens[0].i and t.dep_ in ("nsubj", "nsubjpass")]
    if it.text != "It" and (found := _document(own, before[-1:])) is not None:
        return found
    last = layers.sentence_before(it.start)
    paragraph = None if last is None else layers.paragraphs[last.paragraph]
    words = None if paragraph is None or last is None else paragraph.tokens(layers.span(last.start, last.end))
    return None if paragraph is None or words is None else _document(paragraph, syntax.grammatical_subjects(words.root))


def of_state(linkers: Linkers, source: Span) -> Actor | None:
    """The state whose document speaks: "the Novalan readout", "Tarvia's account"; None of other sources."""
    paragraph = linkers.layers.paragraph_at(source.start)
    tokens = None if paragraph is None else paragraph.tokens(source)
    if paragraph is None or tokens is None or tokens.root.lemma_.lower() not in _DOCUMENTS:
        return None
    stage = linkers.actors.stage
    for entity in stage.names.entities.within(source.start, paragraph.start + tokens.root.idx):
        polity = stage.names.polity(entity) if entity.label in ("NORP", "GPE") else None
        if polity is not None:
            return stage.known.state(polity).actor(source, "demonym" if entity.label == "NORP" else "name")
    return None


def set_beside(linkers: Linkers, source: Span) -> Actor | None:
    """The person named last, after a comma, in words for a speaker: "the U.S. chargé to the organization, Ada Lind"."""
    named = linkers.actors.stage.names.entities.within(source.start, source.end)
    last = max(named, key=lambda e: e.end, default=None)
    if last is None or last.label != "PERSON" or last.end != source.end:
        return None
    if not linkers.layers.text[source.start : last.start].endswith(", "):
        return None
    return linkers.actors.actor(linkers.layers.span(last.start, last.end))


def _document(paragraph: Paragraph, subjects: list[Token]) -> Span | None:
    for subject in subjects:
        if subject.lemma_.lower() in _DOCUMENTS:
            whole = phrases.trimmed(subject.doc, subject.left_edge.i, subject.right_edge.i + 1)
            return paragraph.span(whole)
    return None
