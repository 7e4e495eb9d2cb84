"""Attributions by the learned tagger."""

from functools import cache
from importlib.resources import files

from onrecord.annotate.layers import Attribution, Layers
from onrecord.annotate.statement_model import StatementTagger, statement_tagger


def attributions(layers: Layers) -> tuple[Attribution, ...]:
    """The statements that the learned tagger finds, in text order; none where its model is not installed."""
    tagger = _installed()
    if tagger is None:
        return ()
    paragraphs = [(layers.text[p.start : p.end], p.start) for p in layers.paragraphs]
    return tuple(Attribution(found.content, found.source, found.cue, found.score) for found in tagger.tag(paragraphs))


@cache
def _installed() -> StatementTagger | None:
    model = files("onrecord").joinpath("resources/models/statements/model.onnx")
    return statement_tagger() if model.is_file() else None
