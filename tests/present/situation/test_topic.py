"""Which reports, and which of their paragraphs, are about a topic."""

import pytest
from msgspec.structs import replace

from onrecord.ingest.document import document
from onrecord.model import Condition, Report, Span
from onrecord.present.situation.topic import about, beginnings, chosen
from tests.present.identity.test_docket import report
from tests.present.sample import REPORT

LONG = (
    "A minister opened a hospital.\n\nShe spoke of the budget.\n\nOn the Harbour Road, she said that talks had begun."
    "\n\nThe road has been shut since May.\n\nIn sport, the cup was won by Elin."
)


def test_topic_in_the_opening_takes_the_whole_report() -> None:
    assert about(REPORT, beginnings(["harbour road"])) is REPORT


def test_topic_in_one_paragraph_takes_that_and_what_goes_on_with_it() -> None:
    source = document(LONG, uri="a")
    spans = [Span.of(LONG, start, start + len(part)) for part in LONG.split("\n\n") for start in [LONG.index(part)]]
    states = tuple(Condition(id=f"c{n}", doc=source.id, kind="access", evidence=s) for n, s in enumerate(spans))
    found = about(Report(document=source, conditions=states), beginnings(["Harbour Road"]))
    assert found is not None
    assert [one.id for one in found.conditions] == ["c2", "c3"]


@pytest.mark.parametrize("topic", ["Kestrel Pass", "Harbour Bridge", "arbour oad", "Harb Road"])
def test_topic_that_is_not_named_takes_nothing(topic: str) -> None:
    assert about(REPORT, beginnings([topic])) is None


def test_topics_are_names_of_one_matter() -> None:
    assert about(REPORT, beginnings(["Kestrel Pass", "Harbour Road"])) is REPORT


def test_topic_of_function_words_keeps_them() -> None:
    assert beginnings(["The Who"]) and not beginnings(["?!"])


def test_chosen_heeds_the_period_and_a_correction_beyond_it() -> None:
    text = "The Kestrel Pass was closed on Monday, and 9,000 people were without fuel in Ailsby, officials said."
    wrong = report(text, "a", "2031-03-04", "Wire")
    notice = report("CORRECTION: " + text.replace("9,000", "900"), "b", "2031-03-20", "Wire")
    other = report("The Kestrel Pass was quiet on Friday.", "c", "2031-03-21", "Wire")
    undated = replace(other, document=replace(other.document, id="doc-undated", published=None))
    topics = beginnings(["Kestrel Pass"])
    assert [one.document.uri for one in chosen([wrong, notice, other], topics, until="2031-03-10")] == ["a", "b"]
    assert len(chosen([wrong, notice, other, undated], topics)) == 4
    assert chosen([undated], topics, since="2031-01-01") == []
