"""Where a line's name of an office ends, and what stands in quotations."""

from dataclasses import replace

import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.quotations import quotations
from onrecord.extract.statements_lines import names_end, quoted
from onrecord.ingest.document import document


def _layers(text: str) -> Layers:
    layers = parse(document(text))
    return replace(layers, quotations=tuple(quotations(layers)))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Minister of Ports, Orlesk We have no tugs.", "Minister of Ports, Orlesk"),
        ("Office of the Mayor of Selm The Mayor rang.", "Office of the Mayor of Selm"),
        ("we have no tugs.", ""),
    ],
)
def test_lines_names_end_before_the_first_word_of_a_sentence(line: str, name: str) -> None:
    assert line[: names_end(_layers(line), 0, len(line))] == name


def test_lines_quoted_is_what_stands_between_marks() -> None:
    text = 'Ada Lind said: "The quay is dark." She left.'
    stands_within = quoted(_layers(text))
    assert [stands_within(text.index(word)) for word in ("Ada", "quay", "She")] == [False, True, False]
