"""A town that the tagger takes for a person is known by the word before it, wherever it stands alone."""

import numpy as np
import pytest

from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms_candidates import candidates
from onrecord.annotate.toponyms_vouched import VOUCHED, vouched
from onrecord.ingest.document import document
from onrecord.resources.places_gazetteer import gazetteer


def _raised(text: str) -> set[str]:
    layers = parse(document(text))
    for paragraph in layers.paragraphs:  # what a tagger may make of it, whichever the model at hand is
        spans = [paragraph.parse.char_span(e, e + 5, label="PERSON") for e in _places(paragraph.parse.text)]
        paragraph.parse.set_ents([span for span in spans if span is not None], default="outside")
    hits = candidates(layers, gazetteer())
    scores = vouched(layers, hits, np.zeros(len(hits)), gazetteer())
    return {text[hit.start : hit.end] for hit, score in zip(hits, scores, strict=True) if score == VOUCHED}


def _places(text: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith("Goris", i)]


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("Lorries waited in Goris.", {"Goris"}),
        ("They met Goris on Sunday.", set()),
        ("They met Ivan Goris, and slept in Goris.", {"Goris"}),
    ],
)
def test_toponyms_vouched(text: str, raised: set[str]) -> None:
    assert _raised(text) == raised


def test_toponyms_vouched_leave_a_last_name_alone() -> None:
    layers = parse(document("Anna Goris slept in Goris."))
    hits = candidates(layers, gazetteer())
    scores = vouched(layers, hits, np.zeros(len(hits)), gazetteer())
    assert all(score == 0.0 for hit, score in zip(hits, scores, strict=True) if hit.start < 10)
