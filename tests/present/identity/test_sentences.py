"""Sentences by punctuation: stops after quotation marks end one, stops of short forms do not."""

import pytest

from onrecord.present.identity.sentences import sentences


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He spoke of “theft”. Nobody left.", ["He spoke of “theft”.", "Nobody left."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("It fell by 3%. They cheered.", ["It fell by 3%.", "They cheered."]),
        ("Dr. Moll met Mr. Hodge. They spoke.", ["Dr. Moll met Mr. Hodge.", "They spoke."]),
        ("It cost 3.5 million. Gen. Orr left", ["It cost 3.5 million.", "Gen. Orr left"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, told: list[str]) -> None:
    assert list(sentences(text)) == told
