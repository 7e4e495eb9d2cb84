"""Who suffers and how many, where the words tell it by their syntax alone."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "quantity"),
    [
        ("Guards turned back 40 timber lorries at the Karsa bridge on Monday.", "access", "40 timber lorries"),
        ("Six pharmacies have closed in Varna.", "humanitarian", "Six pharmacies"),
        ("In Varna the bread ration has been cut to 200 grams a head.", "shortage", "200 grams"),
        ("The hospital at Varna had fuel for eleven days.", "shortage", "eleven days"),
    ],
)
def test_how_many_are_counted_in_the_words(reader: Reader, text: str, kind: str, quantity: str) -> None:
    found = [c.quantity for c in reader.read(text, published="2034-03-08").conditions if c.kind == kind]
    assert found == [quantity]


@pytest.mark.parametrize(
    ("text", "affected"),
    [
        ("The clinic in Varna has run out of quinine.", "The clinic"),
        ("The orphanages in the eastern suburbs are still shut.", "The orphanages"),
        ("The nuns had no coal for nine days.", "The nuns"),
    ],
)
def test_who_lacks_is_of_whom_the_clause_tells(reader: Reader, text: str, affected: str) -> None:
    found = [c.affected for c in reader.read(text, published="2034-03-08").conditions]
    assert found == [affected]


def test_goods_that_lack_are_nobody_affected(reader: Reader) -> None:
    found = reader.read("In Varna flour is rationed to two kilos a family.", published="2034-03-08").conditions
    assert [c.affected for c in found] == [None]


def test_the_learned_reader_takes_the_time_and_the_number_that_the_words_tell(reader: Reader) -> None:
    text = "Some 9,000 people have come back to Ruvane since Tuesday."
    (found,) = reader.read(text, published="2034-03-08").conditions
    assert found.quantity == "Some 9,000 people"
    assert found.since is not None and found.since.start == "2034-03-07"


def test_what_is_left_of_goods_closes_no_way(reader: Reader) -> None:
    found = reader.read(
        "There is no insulin left in Varna. Two men were hurt in Sorva.", published="2034-03-08"
    ).conditions
    assert [c.kind for c in found] == ["shortage", "casualties"]
