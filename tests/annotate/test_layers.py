"""The tokens of a paragraph, asked for by place and by part of speech."""

import pytest

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document

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
