"""Who acts in words: not what is told of in between, nor whom a passive bids to act."""

import pytest

from onrecord.annotate.parse import parse
from onrecord.extract.drafts import EventDraft
from onrecord.ingest.document import document
from onrecord.link.event_speakers import spoken
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, CodedBy, Span, Statement
from onrecord.reader import load


def actors(text: str, anchor: str) -> list[str | None]:
    found = load().read(text, published="2031-05-14").events
    return [actor.name for event in found if anchor in event.anchor.text for actor in event.actors]


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        (
            "Ilse Roth told the council that four thousand families in the valley relied on the ferry for their food"
            " and asked them to send engineers within a month.",
            "asked",
            "Ilse Roth",
        ),
        (
            "The Kenyan water minister told a visiting Ugandan envoy on Monday that his country could not wait until"
            " the spring for its share, and pressed her to have the gates opened by the first of May.",
            "pressed",
            "Kenyan water minister",
        ),
    ],
)
def test_who_tells_of_others_goes_on_to_ask(words: str, anchor: str, expected: str) -> None:
    assert actors(words, anchor) == [expected]


def test_nobody_is_told_to_have_warned_where_somebody_is_warned() -> None:
    words = "The union's secretary, Osk Rowe, is warned that any person found blocking the port road will be arrested."
    assert actors(f"{words} Kenya closed the port on Monday. Uganda accused Kenya of theft.", "warned") == []


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        (
            "Kenya's foreign ministry sent a note to Uganda on Monday.\n\n"
            "The note demands the release of nine drivers and asks Uganda to reopen the bridge.",
            "demands",
            "Ministry of Foreign Affairs of Kenya",
        ),
        (
            "Kenya closed the bridge. In a letter to Uganda, Foreign Minister Ada Renn accused it of theft.\n\n"
            "The letter demanded the return of nine drivers by noon.",
            "demanded",
            "Ada Renn",
        ),
    ],
)
def test_a_paper_asks_for_whoever_speaks_in_it(words: str, anchor: str, expected: str) -> None:
    assert actors(words, anchor) == [expected]


def test_an_unknown_speaker_who_is_the_subject_of_the_act_does_it() -> None:
    text = "The palace said that Ada Renn had raised the case and that the visitor had promised an inquiry."
    linkers = Linkers.of(parse(document(text)))

    def span(words: str) -> Span:
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    promise = span("promised")
    draft = EventDraft(event="AGREE", anchor=promise, evidence=promise, coded_by=CodedBy(rule="r", score=1.0))
    president = Actor(mention=span("Ada Renn"), name="Ada Renn", kind="person", resolved_by="name")
    visitor = Actor(mention=span("the visitor"), name="visitor", resolved_by="unresolved")
    told = Statement(id="s", doc="d", kind="indirect", content=(span("an inquiry"),), cue=promise, speaker=visitor)
    assert spoken(draft, (president,), None, told, linkers) == (visitor,)
