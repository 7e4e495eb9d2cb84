"""Linking may begin before the drafts and the tagger's layers are there."""

from dataclasses import replace
from pathlib import Path

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import LAYERS, annotation
from onrecord.extract.pipeline import extraction
from onrecord.ingest.document import document
from onrecord.link.assemble import assemble, groundwork
from onrecord.link.told_how import readings_of

SAMPLE = Path(__file__).parents[2] / "examples" / "harbour-road.txt"


def test_groundwork_laid_without_the_taggers_layers_gives_the_same_report() -> None:
    layers = annotation()(parse(document(SAMPLE.read_text(encoding="utf-8"), published="2023-01-18")))
    untagged = replace(layers, attributions=(), acts=None, conditions=None, cues=None, speech=None)
    drafts = extraction(LAYERS)(layers)
    report = assemble(layers, drafts)
    assert any(readings_of(report.statements, layers))
    assert assemble(layers, drafts, groundwork(untagged)) == report
