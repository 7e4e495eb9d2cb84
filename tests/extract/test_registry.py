"""The extraction pipeline: needs, what may begin before a layer is there, and reading beside a second thread."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.annotate.attributions import READINGS
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.errors import ConfigurationError
from onrecord.extract.drafts import AgreementDraft, Draft, Drafts
from onrecord.extract.pipeline import OWN, extraction
from onrecord.extract.registry import Beginning, Drafting, ExtractionPipeline, Extractor
from onrecord.ingest.document import document
from onrecord.reader import Reader

SAMPLE = Path(__file__).parents[2] / "examples" / "harbour-road.txt"
TAGGED = ("attributions", *READINGS)
"""The layers that the second thread fills."""


@pytest.fixture(scope="module")
def whole() -> Layers:
    """A report with every layer."""
    text = SAMPLE.read_text(encoding="utf-8")
    return annotation()(parse(document(text, published="2023-01-18")))


@pytest.fixture(scope="module")
def untagged(whole: Layers) -> Layers:
    """The same without what the second thread fills."""
    return replace(whole, attributions=(), acts=None, conditions=None, cues=None, speech=None)


def named(name: str) -> AgreementDraft:
    return AgreementDraft(name=name, mentions=())


def in_two_steps(seen: list[str], *, needs: tuple[str, ...] = ("paragraphs",)) -> Extractor:
    """One that hands a number from its beginning to the rest of its work, and tells what it does in `seen`."""

    def run(layers: Layers) -> Sequence[Draft]:
        seen.append("run")
        return begin(layers)(layers)

    def begin(layers: Layers) -> Drafting:
        seen.append("begun")
        found = len(layers.paragraphs)
        return lambda given: [named(f"{found} paragraphs, {len(given.attributions)} attributions")]

    return Extractor("told", ("paragraphs", "attributions"), run, Beginning(needs, begin))


def test_missing_layer_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError, match="OR-E040"):
        extraction(("paragraphs",))


def test_missing_layer_of_a_beginning_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError, match="weather"):
        ExtractionPipeline([in_two_steps([], needs=("weather",))], ("paragraphs", "attributions"))


def test_what_needs_no_absent_layer_runs_at_once_and_is_not_run_again(whole: Layers) -> None:
    seen: list[str] = []
    pipeline = ExtractionPipeline([in_two_steps(seen)], ("paragraphs", "attributions"))
    begun = pipeline.before(("cues",), whole)
    assert seen == ["run", "begun"]
    assert len(pipeline(whole, begun).agreements) == 1
    assert seen == ["run", "begun"]


def test_what_is_found_at_the_beginning_reaches_the_rest_of_the_work(whole: Layers, untagged: Layers) -> None:
    seen: list[str] = []
    pipeline = ExtractionPipeline([in_two_steps(seen)], ("paragraphs", "attributions"))
    begun = pipeline.before(("attributions",), untagged)
    told = f"{len(whole.paragraphs)} paragraphs, {len(whole.attributions)} attributions"
    assert whole.attributions
    assert pipeline(whole, begun) == Drafts(agreements=(named(told),))
    assert seen == ["begun"]


def test_what_cannot_begin_waits_for_all_its_layers(whole: Layers, untagged: Layers) -> None:
    seen: list[str] = []
    pipeline = ExtractionPipeline([in_two_steps(seen)], ("paragraphs", "attributions"))
    assert pipeline.before(("paragraphs", "attributions"), untagged) == {}
    assert seen == []
    assert len(pipeline(whole, {}).agreements) == 1


@pytest.mark.parametrize("extractor", OWN, ids=lambda e: e.name)
def test_our_own_begin_without_the_taggers_layers_and_find_the_same(
    extractor: Extractor, whole: Layers, untagged: Layers
) -> None:
    rest = extractor.begun(TAGGED, untagged)
    assert rest is not None
    assert list(rest(whole)) == list(extractor.run(whole))


@pytest.mark.parametrize("name", ["statements", "events"])
def test_the_rest_of_the_work_reads_the_taggers_layers(name: str, whole: Layers, untagged: Layers) -> None:
    extractor = next(e for e in OWN if e.name == name)
    rest = extractor.begun(TAGGED, untagged)
    assert rest is not None
    assert list(rest(whole)) != list(rest(untagged))


def test_reading_beside_a_second_thread_gives_the_same_report() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert Reader(alone=True).read(text) == Reader(alone=False).read(text)
