"""Constructions met in short agency prose: conditions without "if", attributes, weather, words of titles."""

import pytest

from onrecord.model import Event
from onrecord.reader import Reader


def told(reader: Reader, text: str) -> list[Event]:
    return list(reader.read(text, published="2019-05-01").events)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Had Iran closed the strait, prices would have doubled.", "hypothetical"),
        ("Had Kenya reopened the crossing, the lorries would have passed.", "hypothetical"),
        ("Prices would have doubled had Iran closed the strait.", "hypothetical"),
        ("Iran had closed the strait before prices doubled.", "asserted"),
    ],
)
def test_status_had_before_its_subject_makes_a_condition(reader: Reader, text: str, status: str) -> None:
    assert [e.status for e in told(reader, text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Jordanian doctors treated wounded Syrians at the border.",
        "Kenyan volunteers fed injured Somalis.",
        "A storm struck the coast of Honduras and killed three people.",
        "A landslide hit a village in Nepal and killed twelve people.",
    ],
)
def test_events_what_is_only_an_attribute_or_the_weathers_is_no_assault(reader: Reader, text: str) -> None:
    assert not [e for e in told(reader, text) if e.event == "ASSAULT"]


def test_events_the_word_of_a_title_is_no_charge(reader: Reader) -> None:
    found = told(reader, "Hungary's foreign ministry called in the Romanian chargé d'affaires.")
    assert "chargé" not in [e.anchor.text for e in found]
