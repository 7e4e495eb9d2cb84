"""The tokens of a paragraph, asked for by place and by part of speech; names, places and times by place."""

from itertools import combinations

import pytest

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document
from onrecord.reader import Reader

TEXT = "The minister met two envoys."


@pytest.fixture(scope="module")
def paragraph() -> Paragraph:
    return parse(document(TEXT)).paragraphs[0]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (4, 12, "minister"),
        (6, 14, "minister met"),
        (0, 0, "The"),
        (24, 99, "envoys."),
    ],
)
def test_between_gives_the_tokens_that_touch_the_characters(
    paragraph: Paragraph, start: int, end: int, words: str
) -> None:
    assert paragraph.between(start, end).text == words


def test_by_pos_has_every_token_once_in_text_order(paragraph: Paragraph) -> None:
    assert [token.text for token in paragraph.by_pos["NOUN"]] == ["minister", "envoys"]
    assert sum(len(tokens) for tokens in paragraph.by_pos.values()) == len(paragraph.words) == len(paragraph.parse)


_REPORT = (
    "On 3 March Ada Lund of Ardenia met the Velmari envoy in Lima.\n\n"
    "The bridge near Nairobi has been shut since June, she said on Monday, and Quito is short of bread.\n\n"
    "Orvia denied it. “We reopened it in April,” its ministry told the Brask Courier."
)


@pytest.fixture(scope="module")
def layers(reader: Reader) -> Layers:
    return reader._annotate(parse(document(_REPORT)))


@pytest.mark.parametrize("what", ["paragraphs", "entities", "toponyms"])
def test_parts_over_characters_are_those_that_have_one_of_them(layers: Layers, what: str) -> None:
    every = getattr(layers, what)
    assert len(every) > 2
    for start, end in combinations(range(len(layers.text) + 1), 2):
        over = [part for part in every if part.start < end and start < part.end]
        assert list(getattr(layers, f"{what}_over")(start, end)) == over, (start, end)


@pytest.mark.parametrize("what", ["toponyms", "times"])
def test_parts_in_characters_are_those_that_begin_there(layers: Layers, what: str) -> None:
    every = getattr(layers, what)
    assert len(every) > 2
    for start, end in combinations(range(len(layers.text) + 1), 2):
        assert list(getattr(layers, f"{what}_in")(start, end)) == [p for p in every if start <= p.start < end]
