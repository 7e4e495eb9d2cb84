"""The annotators that come with OnRecord, in their order."""

from onrecord.annotate.attributions import acts, attributions, conditions, cues, speech
from onrecord.annotate.entities import entities
from onrecord.annotate.pipeline import AnnotationPipeline, Annotator
from onrecord.annotate.quotations import quotations
from onrecord.annotate.times import times
from onrecord.annotate.toponyms import toponyms

GIVEN = ("paragraphs", "sentences")
"""The layers that the parse fills before any annotator runs."""

OWN = (
    Annotator("quotation marks", ("paragraphs",), "quotations", quotations),
    Annotator("names", ("paragraphs", "sentences"), "entities", entities),
    Annotator("place names", ("paragraphs", "sentences"), "toponyms", toponyms),
    Annotator("time expressions", ("paragraphs", "sentences", "entities"), "times", times),
    Annotator("learned attribution", ("paragraphs", "quotations"), "attributions", attributions),
    Annotator("learned acts", ("paragraphs",), "acts", acts),
    Annotator("learned conditions", ("paragraphs",), "conditions", conditions),
    Annotator("learned cues", ("paragraphs",), "cues", cues),
    Annotator("learned circumstances of speech", ("paragraphs",), "speech", speech),
)

LAYERS = (*GIVEN, *(annotator.assigns for annotator in OWN))


def annotation() -> AnnotationPipeline:
    """The standard annotation pipeline."""
    return AnnotationPipeline(OWN, GIVEN)
