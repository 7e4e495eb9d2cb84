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


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient"),
    [
        ("Uzbek customs officers held up Tajik rail freight for a fifth day.", "COERCE", "UZB", "TJK"),
        ("Kenyan police stopped Ugandan cargo at the border.", "COERCE", "KEN", "UGA"),
        ("The arrival of a Zambian delegation in Kenya was reported on Monday.", "CONSULT", "ZMB", "KEN"),
        ("The arrival in Harare of a delegation from Zambia was reported.", "CONSULT", None, "ZWE"),
    ],
)
def test_events_freight_is_held_and_envoys_arrive(
    reader: Reader, text: str, event: str, actor: str | None, recipient: str
) -> None:
    (found,) = [e for e in told(reader, text) if e.event == event]
    assert recipient in [code for r in found.recipients for code in r.country]
    assert actor is None or actor in [code for a in found.actors for code in a.country]


@pytest.mark.parametrize(
    "text",
    [
        "Fog held up the freight at the border.",
        "The arrival of the train in Nairobi was late.",
        "The closing of the gate wakes the dog.",
        "The sealing of the road with asphalt took a week.",
    ],
)
def test_events_trains_and_gates_are_nobodys_act(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_events_the_closing_of_a_crossing_is_told_by_a_noun(reader: Reader) -> None:
    text = (
        "Kenya accused Somalia of theft. Somalia urged Kenya to free its sailors.\n\n"
        "The envoy of Kenya spoke of the closing of the crossing with Uganda."
    )
    (found,) = [e for e in told(reader, text) if e.event == "COERCE"]
    assert "UGA" in [code for r in found.recipients for code in r.country]
