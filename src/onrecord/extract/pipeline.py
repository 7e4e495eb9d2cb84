"""The extractors that come with OnRecord, and those that other packages add."""

from onrecord.extract.agreements import agreements
from onrecord.extract.conditions import all_conditions, beginning_of_conditions
from onrecord.extract.events import beginning_of_events, events
from onrecord.extract.registry import Beginning, ExtractionPipeline, Extractor, installed
from onrecord.extract.statements import beginning_of_statements, statements

OWN = (
    Extractor(
        "statements",
        ("paragraphs", "sentences", "quotations", "attributions", "cues", "entities", "times"),
        statements,
        Beginning(("paragraphs", "sentences", "quotations", "entities", "times"), beginning_of_statements),
    ),
    Extractor(
        "events",
        ("paragraphs", "sentences", "entities", "times", "acts"),
        events,
        Beginning(("paragraphs", "sentences", "entities"), beginning_of_events),
    ),
    Extractor(
        "conditions",
        ("paragraphs", "sentences", "toponyms", "times", "conditions"),
        all_conditions,
        Beginning(("paragraphs", "sentences", "toponyms", "times"), beginning_of_conditions),
    ),
    Extractor("agreements", ("paragraphs", "sentences", "quotations", "times"), agreements),
)


def extraction(given: tuple[str, ...]) -> ExtractionPipeline:
    """The extraction pipeline over the layers `given`."""
    return ExtractionPipeline((*OWN, *installed()), given)
