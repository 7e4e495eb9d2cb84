"""Whom the tagger takes for a party: the noun phrase that a telling word points at."""

from collections.abc import Sequence

import pytest

from onrecord.annotate.parse import parse
from onrecord.extract.pointing import Nouns
from onrecord.ingest.document import document


class At:
    """A reading whose whole pointing falls on one word."""

    def __init__(self, text: str, word: str) -> None:
        self._at = text.index(word)

    def masses(self, _side: str, starts: Sequence[int]) -> tuple[list[float], float]:
        return [float(start <= self._at < end) for start, end in zip(starts, [*starts[1:], 9999], strict=True)], 0.0


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("The tax office in Kenya opened an inquiry into the bank.", "Kenya", "office"),
        ("Dockers in Mombasa blocked the gates.", "Mombasa", "Dockers"),
        ("Kenya opened an inquiry into the bank.", "Kenya", "Kenya"),
        ("Soldiers killed two men in Mombasa.", "Soldiers", "Soldiers"),
        ("The army of Kenya shelled the port.", "Kenya", "Kenya"),
    ],
)
def test_pointing_at_where_somebody_is_means_him(text: str, word: str, party: str) -> None:
    (paragraph,) = parse(document(text)).paragraphs
    nouns = Nouns(next(paragraph.parse.sents), paragraph.start)
    heads, _ = nouns.pointed(At(text, word), "actor")  # type: ignore[arg-type]
    assert [h.text for h in heads] == [party]
