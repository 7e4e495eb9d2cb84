"""The extraction pipeline: needs, what may run before a layer is there, and reading beside a second thread."""

from pathlib import Path

import pytest

from onrecord.annotate.attributions import READINGS
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import LAYERS, annotation
from onrecord.errors import ConfigurationError
from onrecord.extract.pipeline import extraction
from onrecord.ingest.document import document
from onrecord.reader import Reader

SAMPLE = Path(__file__).parents[2] / "examples" / "harbour-road.txt"


def test_missing_layer_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError, match="OR-E040"):
        extraction(("paragraphs",))


def test_what_needs_no_attributions_may_run_before_them() -> None:
    pipeline = extraction(LAYERS)
    layers = annotation()(parse(document("Kestonia accused Darvia of theft, the minister said.")))
    early = pipeline.before(("attributions", *READINGS), layers)
    assert "conditions" in early
    assert not {"statements", "events"} & set(early)
    assert pipeline(layers, early) == pipeline(layers)


def test_reading_beside_a_second_thread_gives_the_same_report() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert Reader(alone=True).read(text) == Reader(alone=False).read(text)
