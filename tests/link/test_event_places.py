"""The place of an event is that of its clause, not the nearest name."""

from dataclasses import replace

import pytest

from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms import toponyms
from onrecord.evaluation.event_places import Counts, marked
from onrecord.ingest.document import document
from onrecord.link.event_places import NAMES, candidates, event_place
from onrecord.model import Span
from onrecord.resources.trees import trees


def _place(text: str, verb: str) -> str | None:
    layers = parse(document(text))
    layers = replace(layers, toponyms=toponyms(layers))
    start = text.index(verb)
    found = event_place(layers, Span.of(text, start, start + len(verb)))
    return found.text if found else None


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("Eleven people were killed in an air raid on a market in Kramatorsk.", "killed", "Kramatorsk"),
        ("Rebels shelled the town of Sake on Monday, an officer in Kinshasa said.", "shelled", "Sake"),
        ("Six soldiers were wounded in clashes near Menaka.", "wounded", "Menaka"),
    ],
)
def test_event_places_of_the_clause(text: str, verb: str, place: str) -> None:
    assert _place(text, verb) == place


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Nine people were killed overnight.", "killed"),
        ("The Russian army withdrew.", "withdrew"),
    ],
)
def test_event_places_none(text: str, verb: str) -> None:
    assert _place(text, verb) is None


def test_event_places_features_are_those_of_the_model() -> None:
    text = "Shells fell on Kherson."
    layers = parse(document(text))
    layers = replace(layers, toponyms=toponyms(layers))
    ((_, features),) = candidates(layers, Span.of(text, 7, 11))
    assert len(features) == len(NAMES)
    assert trees("places/event_places").features == NAMES


def test_event_places_are_scored_by_rows() -> None:
    counts = Counts()
    row = {"text": "Shells fell on Sake.", "locations": [{"start": 15, "end": 19}]}
    counts.add(row, Span(15, 19, "Sake"))
    counts.add(row, None)
    counts.add({"text": "Nothing.", "locations": []}, Span(0, 7, "Nothing"))
    assert counts.result() == pytest.approx({"P": 0.5, "R": 0.5, "F1": 0.5})


def test_event_places_misplaced_marks_are_left_out() -> None:
    assert marked({"text": "Shells fell on Sake.", "locations": [{"start": 16, "end": 19}]}) is None
