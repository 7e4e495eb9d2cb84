"""What the tagger makes of words as tellers of acts: types, parties, words between windows, and no reading."""

import pytest

from onrecord.annotate.attributions import acts
from onrecord.annotate.parse import parse
from onrecord.annotate.word_readings import WordReadings
from onrecord.ingest.document import document
from tests.annotate.words import word_in

TEXT = """KESTON, May 3 - Kestonian gunners shelled a Darvian border post at dawn, killing two conscripts.

The village lies in a valley known for its plums."""


@pytest.fixture(scope="module")
def read() -> WordReadings:
    found = acts(parse(document(TEXT)))
    assert found is not None
    return found


def test_shares_sum_to_one_and_name_the_act(read: WordReadings) -> None:
    shelled = word_in(read, TEXT, "shelled")
    assert sum(shelled.shares.values()) == pytest.approx(1.0, abs=1e-4)
    assert shelled.best[0] == "ASSAULT"
    assert shelled.told > 0.8


def test_a_word_that_tells_no_act(read: WordReadings) -> None:
    assert word_in(read, TEXT, "lies").told < 0.1


def test_telling_words_are_those_with_the_share_in_order(read: WordReadings) -> None:
    starts = [w.start for w in read.telling(0, len(TEXT), 0.5)]
    assert TEXT.index("shelled") in starts
    assert starts == sorted(starts)
    assert all(w.told >= 0.5 for w in read.telling(0, len(TEXT), 0.5))
    assert list(read.telling(TEXT.index("The village"), len(TEXT), 0.5)) == []


def test_a_telling_word_points_at_its_parties(read: WordReadings) -> None:
    shelled = word_in(read, TEXT, "shelled")
    starts = [TEXT.index(w) for w in ("Kestonian", "shelled", "a Darvian", "at dawn", "killing")]
    actor, _ = shelled.masses("actor", starts)
    recipient, _ = shelled.masses("recipient", starts)
    assert max(range(5), key=actor.__getitem__) == 0
    assert max(range(5), key=recipient.__getitem__) == 2


def test_masses_and_nobody_make_one(read: WordReadings) -> None:
    masses, nobody = word_in(read, TEXT, "shelled").masses("actor", [0, len(TEXT)])
    assert sum(masses) + nobody == pytest.approx(1.0, abs=0.02)


def test_between_words_nothing_was_read(read: WordReadings) -> None:
    assert read.at(TEXT.index("shelled") + 1) is None
    assert read.at(len(TEXT) + 5) is None


def test_every_word_of_a_long_text_is_read_once() -> None:
    text = "\n\n".join([TEXT] * 12)
    found = acts(parse(document(text)))
    assert found is not None
    starts = [w.start for w in found.telling(0, len(text), 0.0)]
    assert len(starts) == len(set(starts))
    assert all(found.at(i) for i in range(len(text)) if text.startswith("shelled", i))
