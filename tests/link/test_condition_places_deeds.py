"""Places of conditions by what the subject of the clause does: who shuts others out, who takes people in."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _of(reader: Reader, text: str, words: str) -> Condition:
    found = [c for c in reader.read(text, published="2031-06-12").conditions if words in c.evidence.text]
    assert found, words
    return found[0]


def test_who_stops_traffic_is_not_where_it_stands(reader: Reader) -> None:
    place = _of(reader, "Ostria has stopped sixty of our lorries at Varna since Friday.", "stopped").place
    assert place is not None and place.name == "Varna"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway has taken in 4,000 refugees who fled Varna in April.", "Norway"),
        ("Ostria has granted asylum to 300 refugees since April.", "Ostria"),
        ("Norway, which is sheltering 4,000 refugees, asked for help.", "Norway"),
    ],
)
def test_who_takes_in_people_who_fled_has_them(reader: Reader, text: str, name: str) -> None:
    place = _of(reader, text, "refugees").place
    assert place is not None and place.name == name


def test_a_way_that_takes_no_lorries_is_the_place(reader: Reader) -> None:
    place = _of(reader, "The Anda ferry takes no lorries from the north bank.", "ferry").place
    assert place is not None and place.name == "Anda ferry"
