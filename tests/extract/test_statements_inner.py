"""Statements inside statements that the learned reader of cues finds where no rule does."""

from dataclasses import replace

import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.extract.statements import statements
from onrecord.ingest.document import document


def layers(text: str) -> Layers:
    return annotation()(parse(document(text)))


def inside(read: Layers) -> list[tuple[str, str, str]]:
    """(cue, words, act) of the statements that stand in another."""
    return [(s.cue.text if s.cue else "", s.content[0].text, s.act) for s in statements(read) if s.parent is not None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The ministry said that the premier had let his guests know that the pass would stay shut.",
            "that the pass would stay shut",
        ),
        ("He said the rebels had asked for a list of the missing.", "for a list of the missing"),
    ],
)
def test_inner_statements_in_words_that_no_rule_knows(text: str, words: str) -> None:
    read = layers(text)
    assert words in [told for _, told, _ in inside(read)]
    assert words not in [told for _, told, _ in inside(replace(read, cues=None))]


def test_inner_statements_are_each_found_once() -> None:
    read = layers("The ministry said that the premier had told the envoy that the pass would stay shut.")
    found = inside(read)
    assert len(found) == len({words for _, words, _ in found}) == 1


def test_inner_statements_stand_within_the_outer_one() -> None:
    text = "“He gave us his word that the road would open, and he wanted a list,” the envoy said."
    outer, *told = statements(layers(text))
    assert told and all(one.parent is not None for one in told)
    for one in told:
        assert outer.content[0].start <= one.content[0].start < one.content[-1].end <= outer.content[-1].end


def test_inner_statements_of_the_speaker_himself_are_those_made_before() -> None:
    told = inside(layers("“I told the minister that the road was open,” the envoy said on Monday."))
    assert [words for _, words, _ in told] == ["that the road was open"]
    assert inside(layers("“I think that the road is open,” the envoy said on Monday.")) == []


def test_what_a_source_goes_on_to_say_by_another_cue_is_another_statement() -> None:
    read = layers("The envoy demanded that the road be opened, and warned of a long winter.")
    assert [s.content[0].text for s in statements(read)] == ["that the road be opened", "a long winter"]
