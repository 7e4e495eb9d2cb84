"""Candidates of the learned coder: which words may tell an act between two parties, and which are never asked about."""

from dataclasses import replace

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.parse import parse
from onrecord.codebook.compiled import standard
from onrecord.extract.event_candidates import candidates
from onrecord.extract.events import labels
from onrecord.extract.parties import Parties
from onrecord.ingest.document import document


def found(sentence: str) -> list[tuple[str, list[str], list[str]]]:
    """Trigger, actors and recipients of each candidate of a sentence."""
    layers = parse(document(sentence))
    layers = replace(layers, entities=entities(layers))
    paragraph = layers.paragraphs[0]
    parties = Parties(standard(), labels(layers, paragraph))
    return [
        (c.trigger.text, [p.words.text for p in c.arguments.actors], [p.words.text for p in c.arguments.recipients])
        for c in candidates(next(iter(paragraph.parse.sents)), parties, standard().nouns)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway buttered up Sweden.", ("buttered", ["Norway"], ["Sweden"])),
        ("Sweden was snubbed by Norway.", ("snubbed", ["Norway"], ["Sweden"])),
        ("Norway, which outfoxed Sweden, is pleased.", ("outfoxed", ["Norway"], ["Sweden"])),
        ("The mayor poured cold water on the plan of Sweden.", ("poured", ["The mayor"], ["Sweden"])),
        ("The ouster of the premier by Norway was denied.", ("ouster", ["Norway"], ["the premier"])),
        ("Norway and Sweden linked arms.", ("linked", ["Norway"], ["Sweden"])),
    ],
)
def test_candidates_are_found_in_many_shapes(sentence: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Norway slept.", "Rain fell on Sweden.", "The plan was dropped in May.", "Norwegian snow delighted everyone."],
)
def test_no_candidate_without_two_parties(sentence: str) -> None:
    assert not found(sentence)


def test_a_place_in_time_is_no_party() -> None:
    assert found("Norway wooed Sweden in March.") == [("wooed", ["Norway"], ["Sweden"])]
