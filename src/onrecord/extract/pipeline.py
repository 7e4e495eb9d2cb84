"""The extractors that come with OnRecord, and those that other packages add."""

from onrecord.extract.agreements import agreements
from onrecord.extract.conditions import conditions, with_learned
from onrecord.extract.events import events
from onrecord.extract.registry import Completion, ExtractionPipeline, Extractor, installed
from onrecord.extract.statements import statements

OWN = (
    Extractor(
        "statements",
        ("paragraphs", "sentences", "quotations", "attributions", "cues", "entities", "times"),
        statements,
    ),
    Extractor("events", ("paragraphs", "sentences", "entities", "times", "acts"), events),
    Extractor(
        "conditions",
        ("paragraphs", "sentences", "toponyms", "times"),
        conditions,
        Completion(("conditions",), with_learned),
    ),
    Extractor("agreements", ("paragraphs", "sentences", "quotations", "times"), agreements),
)


def extraction(given: tuple[str, ...]) -> ExtractionPipeline:
    """The extraction pipeline over the layers `given`."""
    return ExtractionPipeline((*OWN, *installed()), given)
