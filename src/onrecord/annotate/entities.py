"""Names: the tagger's, overridden where the reference tables know better."""

from onrecord.annotate.layers import Entity, Layers


def entities(layers: Layers) -> tuple[Entity, ...]:
    """The names of a document in text order, not overlapping."""
    return tuple(
        Entity(paragraph.start + ent.start_char, paragraph.start + ent.end_char, label, "tagger")
        for paragraph in layers.paragraphs
        for ent in paragraph.parse.ents
        for label in ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC")
        if ent.label_ == label
    )
