"""Marks of the desk that are no words; all text is invented."""

import pytest

from onrecord.annotate.apparatus import without_apparatus
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He left.[3] She stayed.”[14][15]", "He left.    She stayed.”        "),
        ("**The call.** Both spoke.", "  The call.   Both spoke."),
        ("It [3] said 2**3 is eight and [sic] so on.", None),
    ],
)
def test_apparatus_becomes_blanks_of_the_same_length(text: str, read: str | None) -> None:
    assert without_apparatus(text) == (text if read is None else read)


def test_apparatus_ends_no_sentence_and_stays_in_the_words_of_spans() -> None:
    layers = parse(document("The army left the pass.[1] The mayor thanked it.[2]"))
    (paragraph,) = layers.paragraphs
    assert len(layers.sentences) == 2
    assert paragraph.span(paragraph.parse[:]).text.startswith("The army left the pass.[1] The")
