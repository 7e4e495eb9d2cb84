"""Heads of states and governments who are called by their last names alone."""

import pytest

from onrecord.reader import Reader
from tests.finding import party


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("President Obama criticised the growers.", "Obama", ("USA",)),
        ("Merkel condemned the growers' strike.", "Merkel", ("DEU",)),
        ("Mr Erdogan condemned the growers' strike.", "Erdogan", ("TUR",)),
        ("President Xi condemned the growers' strike.", "Xi", ("CHN",)),
        ("The Obama administration condemned the growers' strike.", "administration", ("USA",)),
        # too many bear the name, it is a given name, another office, two states
        ("Johnson condemned the growers' strike.", "Johnson", ()),
        ("Marcos condemned the growers' strike.", "Marcos", ()),
        ("Senate President Obama condemned the growers' strike.", "Obama", ()),
        ("President Castro condemned the growers' strike.", "Castro", ()),
        ("President Castro of the growers condemned Cuba's farmers.", "Castro", ("CUB",)),
    ],
)
def test_surnames_heads_are_of_the_state_that_the_table_tells(
    reader: Reader, text: str, words: str, country: tuple[str, ...]
) -> None:
    assert party(reader, text, words).country == country


def test_surnames_no_head_of_another_time_is_meant(reader: Reader) -> None:
    text = "President Obama condemned the growers' strike."
    found = {
        day: [a.country for e in reader.read(text, published=day).events for a in e.actors]
        for day in ("1975-05-01", "2011-05-01")
    }
    assert found["1975-05-01"] == [()]
    assert found["2011-05-01"] == [("USA",)]
